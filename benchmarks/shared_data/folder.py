"""Where is the shared data, and what happens where it is absent?"""

import os
import sys
from pathlib import Path

_NAMED = os.environ.get("BINDERY_SHARED")  # noqa: TID251 - measuring programs have no settings
SHARED = Path(_NAMED or Path(__file__).parents[3] / "shared")


def need(*parts: str) -> Path:
    """A folder or file of the shared data; where it is absent, the program says so and ends."""
    path = SHARED.joinpath(*parts)
    if not path.exists():
        print(f"There is nothing at {path}; set BINDERY_SHARED.", file=sys.stderr)
        sys.exit(2)
    return path


def need_folder(given: Path | None) -> Path:
    """The folder that was named, or the one of the environment; it must hold real documents."""
    folder = given or SHARED
    if not (folder / "real").is_dir():
        sys.exit("The shared folder of real documents is not here; name it with --shared.")
    return folder.resolve()
