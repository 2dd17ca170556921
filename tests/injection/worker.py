"""What does a bare generator make of hostile documents? Run in the environment that holds it.

Reads cases from stdin (JSON lines: id and document), writes for each what became code, to stdout.
Imports nothing of ours: the older generator lives in an environment of its own.
"""

import ast
import contextlib
import io
import json
import re
import sys
import tempfile
from pathlib import Path

from openapi_python_client import generate
from openapi_python_client.config import Config, ConfigFile, MetaType

CANARY = re.compile(r"zzCANARY(\d+)zz")


def main() -> None:
    """Answer each case with one line."""
    for line in sys.stdin:
        case = json.loads(line)
        sys.stdout.write(json.dumps({"id": case["id"], **_tried(case["document"])}) + "\n")
        sys.stdout.flush()


def _tried(document: dict[str, object]) -> dict[str, object]:
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        (folder / "document.json").write_text(json.dumps(document), encoding="utf-8")
        config = Config.from_sources(
            ConfigFile(post_hooks=[], project_name_override="pets-client"),
            meta_type=MetaType.SETUP,
            document_source=folder / "document.json",
            file_encoding="utf-8",
            overwrite=False,
            output_path=folder / "package",
        )
        trouble = ""
        with contextlib.redirect_stdout(io.StringIO()):
            try:
                generate(config=config)
            except Exception as error:  # noqa: BLE001 - how a generator dies is no question here
                trouble = type(error).__name__
        outside = [
            path.name for path in folder.iterdir() if path.name not in {"document.json", "package"}
        ]
        return {**found_in(folder / "package"), "outside": outside, "trouble": trouble}


def found_in(package: Path) -> dict[str, list[int]]:
    """Return the canaries that are code in some module, and how many modules are no Python."""
    found, broken = set[int](), 0
    for path in package.rglob("*.py"):
        try:
            tree = ast.parse(path.read_bytes())
        except (SyntaxError, ValueError):
            broken += 1
            continue
        found |= set(canaries_in(tree))
    return {"found": sorted(found), "broken": [broken]}


def canaries_in(tree: ast.AST) -> list[int]:
    """Return the numbers of canaries that are read, called or imported in a module."""
    found = []
    for node in ast.walk(tree):
        names: list[str] = []
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load):
            names = [node.id]
        elif isinstance(node, ast.Attribute):
            names = [node.attr]
        elif isinstance(node, ast.Import | ast.ImportFrom):
            names = [alias.name for alias in node.names]
        found += [int(match[1]) for name in names if (match := CANARY.fullmatch(name))]
    return found


if __name__ == "__main__":
    main()
