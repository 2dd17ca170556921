"""How is work that outlives requests done where no broker is? `bindery worker`."""

import os
import signal
from collections.abc import Callable
from pathlib import Path
from types import FrameType

import click

from service.job_worker import create_worker
from service.local_instance import local_environment
from service.observability import configure_logging
from service.settings import InvalidSettings, Settings, load_settings, read_env_file


@click.command("worker")
@click.option(
    "--data-dir",
    type=click.Path(file_okay=False, exists=True, path_type=Path),
    help="The data folder of the local instance whose jobs to do.",
)
@click.option("--places", type=click.IntRange(1, 64), help="How many jobs to do at once.")
@click.option("--parent", type=int, hidden=True, help="Stop when this process is gone.")
def worker(data_dir: Path | None, places: int | None, parent: int | None) -> None:
    """Do jobs as they become due, until stopped.

    `bindery serve` starts one by itself. A database may have any number of workers, on any number
    of machines that reach it. Stopped with Ctrl-C or SIGTERM, a worker lets work in flight end for
    BINDERY_JOB_GRACE_SECONDS, and hands back the rest.
    """
    should_stop = stop_signals(parent)
    settings = settings_here(data_dir)
    configure_logging(settings)
    create_worker(settings, places=places or settings.job_places).run(should_stop)


def settings_here(data_dir: Path | None) -> Settings:
    """Return the settings of the environment, or of the local instance in the folder."""
    given = {**read_env_file(Path(os.environ.get("BINDERY_ENV_FILE", ".env"))), **os.environ}  # noqa: TID251 - an entry point, as wsgi is
    try:
        return load_settings(local_environment(given, data_dir) if data_dir else given)
    except InvalidSettings as invalid:
        raise click.ClickException(str(invalid)) from None


def stop_signals(parent: int | None) -> Callable[[], bool]:
    """Return what says whether to stop: after a signal, or once the parent is gone."""
    stopped = False

    def stop(_number: int, _frame: FrameType | None) -> None:
        nonlocal stopped
        stopped = True

    for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
        signal.signal(number, stop)
    return lambda: stopped or parent not in {None, os.getppid()}
