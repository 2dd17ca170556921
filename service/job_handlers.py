"""Who does which kind of job, and what is done every so often? Two tables."""

from datetime import timedelta
from types import MappingProxyType

from service.admin.tasks import SWEEP_INSTANCE, sweep_instance
from service.index.tasks import (
    CLEAN_BLOBS,
    CLOSE_ABANDONED,
    clean_blobs,
    close_abandoned_builds,
)
from service.jobs.kinds import JobHandler, JobKind
from service.jobs.schedule import PeriodicJob
from service.sdks.kinds import BUILD_SDK
from service.sdks.tasks import build_sdk

JOB_HANDLERS: MappingProxyType[JobKind, JobHandler] = MappingProxyType(
    {
        BUILD_SDK: build_sdk,
        CLEAN_BLOBS: clean_blobs,
        CLOSE_ABANDONED: close_abandoned_builds,
        SWEEP_INSTANCE: sweep_instance,
    }
)

SCHEDULE = (
    PeriodicJob(name="blobs.clean", every=timedelta(hours=6), kind=CLEAN_BLOBS),
    PeriodicJob(name="instance.sweep", every=timedelta(hours=6), kind=SWEEP_INSTANCE),
    PeriodicJob(name="sdk.close_abandoned", every=timedelta(minutes=5), kind=CLOSE_ABANDONED),
)
