"""What does celery load in a drill? The service's own application, with other kinds of jobs."""

import functools
import os

from service import job_worker, worker
from tests.faults.drill_kinds import HANDLERS, PACES

worker.create_worker = functools.partial(  # type: ignore[attr-defined]  # takes its place
    job_worker.create_worker,
    handlers=HANDLERS,
    schedule=(),
    pace=PACES[os.environ.get("DRILL_PACE", "usual")],
)
app = worker.app
app.conf.beat_schedule["sweep"]["schedule"] = 3 if "DRILL_PACE" in os.environ else 15
