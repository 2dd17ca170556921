"""How does word reach receivers of webhooks? `bindery deliver`."""

from pathlib import Path

import click

from service.cli.worker import settings_here, stop_signals
from service.delivery_worker import create_deliverer
from service.observability import configure_logging


@click.command("deliver")
@click.option(
    "--data-dir",
    type=click.Path(file_okay=False, exists=True, path_type=Path),
    help="The data folder of the local instance whose events to deliver.",
)
@click.option("--parent", type=int, hidden=True, help="Stop when this process is gone.")
def deliver(data_dir: Path | None, parent: int | None) -> None:
    """Deliver events to webhooks as they become due, until stopped.

    `bindery serve` starts one by itself. A database may have any number of them, on any number of
    machines that reach it. Stopped with Ctrl-C or SIGTERM, it ends what is under way, which takes
    15 seconds at most; what it does not end is sent again by the next one.
    """
    should_stop = stop_signals(parent)
    settings = settings_here(data_dir)
    configure_logging(settings)
    create_deliverer(settings).run(should_stop)
