"""What happens in the confined process? It confines itself, then runs one program.

Only the standard library is loaded before the walls stand.
"""

import importlib
import json
import os
import sys
from pathlib import Path
from typing import Any

from service.sdk_packages.sandbox.confinement import confine

PROGRAMS = {
    "generate": "service.sdk_packages.sandbox.generating",
    "format": "service.sdk_packages.sandbox.formatting",
    "install": "service.sdk_packages.sandbox.installing",
    "prove": "service.sdk_packages.sandbox.calling",
}


def main(place: str) -> None:
    """Run what the order in this folder asks for, and leave the answer beside it."""
    folder = Path(place)
    order = json.loads((folder / "task.json").read_text(encoding="utf-8"))
    name = order["program"]
    walls = confine(folder, order["limits"], may_start_programs=name == "format")
    program = importlib.import_module(PROGRAMS[name])
    answer: dict[str, Any] = program.run(folder, order["task"])
    text = json.dumps({**answer, "walls": walls}).encode("utf-8", "surrogatepass")
    (folder / "answer.json").write_bytes(text)
    sys.stderr.flush()
    os._exit(0)  # nothing that was loaded gets to do more on the way out
