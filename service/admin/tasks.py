"""What is done for the instance as a whole, without anybody asking?"""

from collections.abc import Mapping
from typing import Any

from service.admin.use_cases import sweep
from service.authorization import SYSTEM
from service.jobs.kinds import JobKind
from service.jobs.running import RunningJob

SWEEP_INSTANCE = JobKind(name="instance.sweep", one_per=())


def sweep_instance(job: RunningJob, _arguments: Mapping[str, Any]) -> None:
    """Delete what nobody can use any more."""
    with job.finishing() as work:
        job.result.update(sweep(work, SYSTEM))
