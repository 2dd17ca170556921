from typing import Literal, cast

JobState = Literal["cancelled", "failed", "queued", "running", "succeeded"]


def check_job_state(
    value: str,
) -> JobState:
    """Return the value; one that a newer service knows passes through."""
    return cast(JobState, value)
