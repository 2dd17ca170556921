"""How is the service started for a contract run? gunicorn, on a fresh database of its own."""

import re
import threading
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.architecture.source_tree import ROOT
from tests.contract.seed import Seed, seed
from tests.databases import migrate, temporary_postgresql
from tests.deploy.servers import gunicorn

SERVICE = "service.wsgi:app"
_ONE_AT_A_TIME = threading.Lock()
"""Alembic keeps the migration that is running in a global of its module."""


@dataclass(frozen=True, slots=True)
class RunningService:
    """A started service: its address, what is in it, and its log file."""

    url: str
    seeded: Seed
    log: Path

    def faults(self) -> list[str]:
        """Return the log lines that say that something unexpected happened."""
        lines = self.log.read_text("utf-8", "replace").splitlines()
        return [line for line in lines if re.search(r'"level": "(error|critical)"', line)]


@contextmanager
def seeded_database(backend: str, folder: Path) -> Iterator[tuple[str, Seed]]:
    """Yield the URL of a new, migrated and seeded database of `backend`, and what is in it."""
    folder.mkdir(parents=True, exist_ok=True)
    with ExitStack() as stack:
        url = (
            f"sqlite:///{folder / 'contract.sqlite3'}"
            if backend == "sqlite"
            else stack.enter_context(temporary_postgresql())
        )
        with _ONE_AT_A_TIME:
            migrate(url)
            seeded = seed(url)
        yield url, seeded


@contextmanager
def running_service(
    database_url: str,
    seeded: Seed,
    folder: Path,
    *,
    application: str = SERVICE,
    **environment: str,
) -> Iterator[RunningService]:
    """Run the application on the database until the block ends."""
    values = {
        "BINDERY_PROFILE": "testing",
        "BINDERY_DATABASE_URL": database_url,
        "BINDERY_RATE_LIMITS_ENABLED": "false",
        "BINDERY_ARGON2_TIME_COST": "1",
        "BINDERY_ARGON2_MEMORY_KIB": "64",
        "BINDERY_ENV_FILE": "",
        "BINDERY_QUOTA_WEBHOOKS": "1000000",  # more than a run makes
        "WEB_CONCURRENCY": "1",
        **environment,
    }
    with gunicorn(
        application, folder=folder, configuration=_configuration(folder), environment=values
    ) as server:
        yield RunningService(f"http://127.0.0.1:{server.port}", seeded, server.log)


def _configuration(folder: Path) -> Path:
    """Write the shipped configuration without what names the shipped application."""
    path = folder / "contract.conf.py"
    path.write_text(
        "import runpy\n"
        f"globals().update(runpy.run_path({str(ROOT / 'deploy' / 'gunicorn.conf.py')!r}))\n"
        "del post_fork  # it names service.wsgi; nothing is connected before the fork here\n",
        "utf-8",
    )
    return path
