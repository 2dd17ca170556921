"""Who does which kind of job? One table: kind -> handler."""

from types import MappingProxyType

from service.admin.tasks import SWEEP_INSTANCE, sweep_instance
from service.jobs.kinds import JobHandler, JobKind

JOB_HANDLERS: MappingProxyType[JobKind, JobHandler] = MappingProxyType(
    {SWEEP_INSTANCE: sweep_instance}
)
