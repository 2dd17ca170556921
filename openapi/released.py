"""Does Bindery keep its own promises? Its document against the last release, by its own engine.

python openapi/released.py check    exit 1 if the document breaks the last release's clients,
                                    or cannot be shown not to, without a new major version
python openapi/released.py keep     put the present document among the released ones
"""

import sys
from pathlib import Path

import orjson
from semver import Version

from service.openapi_diff import Judgement, Verdict, compare
from service.openapi_documents import OpenApiDocument, read_document

FOLDER = Path(__file__).resolve().parent / "v1"


def main(arguments: list[str], *, folder: Path = FOLDER) -> int:
    """Do what the one argument says; the exit status is the answer."""
    match arguments:
        case ["check"]:
            return check(folder)
        case ["keep"]:
            return keep(folder)
        case _:
            print(__doc__, file=sys.stderr)
            return 2


def check(folder: Path) -> int:
    """Compare with the newest release and print what a client would notice."""
    document = read_document((folder / "openapi.json").read_bytes())
    released = newest_release(folder)
    if released is None:
        print(f"Nothing is released yet: {folder.name}/released/ is empty, so nothing can break.")
        return 0
    comparison = compare(released.content, document.content)
    print(f"{released.version} -> {document.version}: {comparison.verdict}")
    if comparison.verdict is Verdict.COMPATIBLE:
        return 0
    for change in comparison.changes:
        if change.judgement in {Judgement.BREAKS, Judgement.UNDETERMINED}:
            print(f"  {change.judgement}: {change.rule} at {change.base_pointer}: {change.message}")
    if Version.parse(document.version).major > Version.parse(released.version).major:
        print("Allowed: the major version is new.")
        return 0
    print("A change like this needs a new major version, or must be made compatible.")
    return 1


def newest_release(folder: Path) -> OpenApiDocument | None:
    """Return the released document with the highest version."""
    documents = [read_document(path.read_bytes()) for path in folder.glob("released/*.json")]
    return max(documents, key=lambda document: Version.parse(document.version), default=None)


def keep(folder: Path) -> int:
    """Copy the document to the released ones; a released version never changes."""
    raw = (folder / "openapi.json").read_bytes()
    version = orjson.loads(raw)["info"]["version"]
    target = folder / "released" / f"{version}.json"
    if target.exists() and target.read_bytes() != raw:
        print(f"{version} is released already, with other content: raise info.version first.")
        return 1
    target.parent.mkdir(exist_ok=True)
    target.write_bytes(raw)
    print(f"Kept as released/{target.name}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
