"""How far is a job, and how did it end? `bindery wait`."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import click

from bindery_client import Bindery
from bindery_client.models import Job
from service.cli.change_rendering import plain_line
from service.cli.connection import CannotAnswer, asks_server
from service.cli.exit_codes import HELP, ExitCode

STEPS = 1000
"""The length of a bar; jobs measure their work each in its own way."""


@click.command(epilog=HELP)
@click.argument("job_id")
@click.option(
    "--timeout", default=600, show_default=True, type=click.IntRange(min=1), help="Seconds to wait."
)
@asks_server
def wait(server: Bindery, *, job_id: str, timeout: int) -> None:
    """Wait until the job JOB_ID is over, and say how it ended.

    Shows how far it is where standard error is a terminal.

    \b
    Example:
      bindery wait 5b0f7a0a-9c53-4a0e-8a5c-6d2f7f3b1e21
    """
    job = wait_with_bar(server, job_id, timeout=timeout)
    click.echo(told_end(job))
    if job.state != "succeeded":
        click.get_current_context().exit(ExitCode.NO)


def wait_with_bar(server: Bindery, job_id: str, *, timeout: float) -> Job:
    """Wait until a job is over; show a progress bar to people meanwhile."""
    try:
        with _shown() as show:
            return server.wait_for_job(job_id, timeout=timeout, on_progress=show)
    except TimeoutError as error:
        raise CannotAnswer(str(error)) from error


def told_end(job: Job) -> str:
    """Return a line about how a job ended, with the reason if it failed."""
    line = f"{job.kind} {job.state}"
    return plain_line(f"{line}: {job.failure.message}" if job.failure else line)


@contextmanager
def _shown() -> Iterator[Callable[[Job], None]]:
    with click.progressbar(
        length=STEPS,
        label="queued",
        file=sys.stderr,
        hidden=not sys.stderr.isatty(),
        show_pos=False,
    ) as bar:

        def show(job: Job) -> None:
            bar.label = plain_line(job.progress.message or job.state)[:40].ljust(12)
            bar.update(_steps(job) - bar.pos)
            bar.render_progress()

        yield show


def _steps(job: Job) -> int:
    if job.state == "succeeded":
        return STEPS
    if not job.progress.total:
        return 0
    return min(STEPS, STEPS * job.progress.done // job.progress.total)
