"""What runs in a drill without a broker? A worker that looks for work itself."""

import os
import signal
import sys

from service.job_worker import create_worker
from service.observability import configure_logging
from service.settings import load_settings
from tests.faults.drill_kinds import HANDLERS, PACES


def main() -> None:
    """Do jobs until told to stop; the first argument names the pace."""
    stopped: list[int] = []
    signal.signal(signal.SIGTERM, lambda number, _frame: stopped.append(number))
    settings = load_settings(os.environ)
    configure_logging(settings)
    pace = PACES[sys.argv[1]]
    worker = create_worker(settings, places=2, handlers=HANDLERS, schedule=(), pace=pace)
    worker.run(lambda: bool(stopped))


if __name__ == "__main__":
    main()
