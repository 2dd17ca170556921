"""Does a short drill pass, and would a drill notice what must not happen?"""

from pathlib import Path

import pytest

from service.jobs.models import Job, JobState
from tests.databases import temporary_postgresql
from tests.faults.drill import Drill, wrong_with
from tests.faults.drill_kinds import PLAIN, POISON


def ended(state: JobState, *, kind: str = PLAIN.name, attempts: int = 1) -> Job:
    """Return a job that stands there."""
    return Job(id="1", kind=kind, state=state, attempts=attempts, failure_message="Why.")


def test_no_job_is_lost_or_doubled_on_the_embedded_size(tmp_path: Path) -> None:
    drill = Drill(jobs=50, kills=6, pace="hurried", seed=1)

    drill.run(f"sqlite:///{tmp_path / 'drill.sqlite3'}", None, tmp_path)

    assert drill.complaints == []
    assert drill.states == {"succeeded": 49, "failed": 1}


def test_no_job_is_lost_or_doubled_on_postgresql_with_a_broker(tmp_path: Path) -> None:
    drill = Drill(jobs=50, kills=6, pace="hurried", seed=2)

    with temporary_postgresql() as url:
        drill.run(url, "redis", tmp_path)

    assert drill.complaints == []
    assert drill.states == {"succeeded": 49, "failed": 1}


@pytest.mark.parametrize(
    ("job", "effects"),
    [
        (ended(JobState.RUNNING), 0),
        (ended(JobState.QUEUED), 1),
        (ended(JobState.SUCCEEDED), 0),
        (ended(JobState.SUCCEEDED), 2),
        (ended(JobState.FAILED), 1),
        (ended(JobState.FAILED, attempts=4), 0),
        (ended(JobState.SUCCEEDED, kind=POISON.name), 1),
    ],
)
def test_a_drill_notices_what_must_not_happen(job: Job, effects: int) -> None:
    assert len(wrong_with(job, effects)) == 1
