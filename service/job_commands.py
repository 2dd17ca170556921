"""What can operators do with jobs? `flask --app service.commands jobs`."""

from collections.abc import Iterator
from contextlib import contextmanager

import click
from flask.cli import AppGroup

from service.authorization import SYSTEM
from service.errors import ServiceError
from service.http_api.state import service_state
from service.job_handlers import SCHEDULE
from service.jobs import use_cases
from service.jobs.models import Job, JobState
from service.jobs.schedule import cause_due
from service.pagination import MAX_LIMIT, PageRequest

jobs_group = AppGroup("jobs", help="Work that outlives requests.")


@jobs_group.command("list")
@click.option("--state", type=click.Choice([str(state) for state in JobState]))
@click.option("--kind", help="Such as instance.sweep.")
@click.option("--limit", default=20, show_default=True, type=click.IntRange(1, MAX_LIMIT))
def list_command(state: str | None, kind: str | None, limit: int) -> None:
    """List the newest jobs."""
    with service_state().units.reading() as work:
        page = use_cases.list_jobs(
            work,
            SYSTEM,
            page=PageRequest(limit=limit),
            state=JobState(state) if state else None,
            kind=kind,
        )
    for job in page.items:
        click.echo(_line(job))
    if not page.items:
        click.echo("There is none.", err=True)


@jobs_group.command("show")
@click.argument("job_id")
def show_command(job_id: str) -> None:
    """Show all that is known of a job."""
    with _refusals_told(), service_state().units.reading() as work:
        job = use_cases.get_job(work, SYSTEM, job_id=job_id)
    for column in Job.__table__.columns:
        value = getattr(job, column.key)
        click.echo(f"{column.key:<18} {'-' if value is None else value}")


@jobs_group.command("cancel")
@click.argument("job_id")
def cancel_command(job_id: str) -> None:
    """End a job that is queued or running."""
    with _refusals_told(), service_state().units.writing() as work:
        job = use_cases.cancel_job(work, SYSTEM, job_id=job_id)
    click.echo(_line(job))


@jobs_group.command("retry")
@click.argument("job_id")
def retry_command(job_id: str) -> None:
    """Queue a job that failed or was cancelled, as if it were new."""
    with _refusals_told(), service_state().units.writing() as work:
        job = use_cases.retry_job(work, SYSTEM, job_id=job_id)
    click.echo(_line(job))


@jobs_group.command("sweep")
def sweep_command() -> None:
    """Cause the periodic work that is due, and ring for workers.

    Beat and workers do so by themselves; any number may at the same time.
    """
    units = service_state().units
    for name in cause_due(units, SCHEDULE):
        click.echo(f"{name}: caused")
    units.ring()


def _line(job: Job) -> str:
    failure = f"  {job.failure_code}: {job.failure_message}" if job.failure_code else ""
    return f"{job.id}  {job.state:<9}  {job.kind}  {job.created_at:%Y-%m-%d %H:%M:%S}{failure}"


@contextmanager
def _refusals_told() -> Iterator[None]:
    try:
        yield
    except ServiceError as refusal:
        raise click.ClickException(refusal.message) from None
