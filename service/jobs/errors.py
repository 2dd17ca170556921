"""Which refusals come from jobs, and how does a handler say that its work cannot be done?"""

from service.errors import Conflict


class JobOver(Conflict):
    """The job has ended; there is nothing left to cancel."""

    code = "job_over"


class JobNotRepeatable(Conflict):
    """Only a job that failed or was cancelled can be tried again."""

    code = "job_not_repeatable"


class JobFailed(Exception):
    """The work cannot be done and trying again would not help; raised by handlers.

    `code` is for programs, `message` for the people who see the job.
    """

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code
        self.message = message


class LeaseLost(Exception):
    """The job is no longer this worker's: cancelled, or taken by another after the lease ended."""
