"""Which schema was this code written for?"""

from functools import cache
from pathlib import Path

from alembic.script import ScriptDirectory

MIGRATIONS = Path(__file__).resolve().parent.parent / "migrations"


@cache
def migration_head() -> str | None:
    """Return the id of the newest migration that came with this code."""
    return ScriptDirectory(str(MIGRATIONS)).get_current_head()
