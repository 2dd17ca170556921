"""Which jobs are done in a drill, and how is each of their effects counted?"""

import faulthandler
import os
import signal
import time
from collections.abc import Mapping
from typing import Any

from sqlalchemy import text

from service.jobs.kinds import JobHandlers, JobKind, JobLimits
from service.jobs.running import RunningJob
from service.jobs.worker import Pace

EFFECTS = "drill_effects"
STEPS, STEP_SECONDS = 3, 0.05
PLAIN = JobKind(name="drill.plain", arguments=("number",), limits=JobLimits(backoff_seconds=1))
POISON = JobKind(name="drill.poison", arguments=("number",), limits=JobLimits(backoff_seconds=1))

PACES = {
    "usual": None,
    "hurried": Pace(lease=4, heartbeat=1, poll=0.1, grace=5),
}
"""A hurried worker is found to be dead sooner, so that a test need not wait half a minute."""


def leave_an_effect(job: RunningJob, _arguments: Mapping[str, Any]) -> None:
    """Work for a moment, then leave one row, with no constraint that would hide a second one."""
    for step in range(STEPS):
        time.sleep(STEP_SECONDS)
        job.progress(step, STEPS, "working")
    with job.finishing() as work:
        work.session.execute(text(f"INSERT INTO {EFFECTS} (job_id) VALUES (:id)"), {"id": job.id})  # noqa: S608 - a constant


def crash(_job: RunningJob, _arguments: Mapping[str, Any]) -> None:
    """End as broken machine code does."""
    faulthandler.disable()
    os.kill(os.getpid(), signal.SIGSEGV)


HANDLERS: JobHandlers = {PLAIN: leave_an_effect, POISON: crash}
