"""What does a package say about itself to those who install it?"""

import ast
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from service.sdk_packages.identity import PackageIdentity
from service.sdk_packages.module_trees import ModuleTree

REQUIRES_PYTHON = ">=3.11"
LONGEST_SUMMARY = 200
RANGES: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "attrs": ("attrs", ">=24"),
        "dateutil": ("python-dateutil", ">=2.9,<3"),
        "httpx": ("httpx", ">=0.27,<0.29"),
    }
)
"""What each foreign module is installed by, and in which versions."""


@dataclass(frozen=True, slots=True)
class PackageMetadata:
    """The core metadata, as the index shows it (PEP 658, 691, 700)."""

    name: str
    version: str
    import_name: str
    requires_python: str
    requires_dist: tuple[str, ...]
    core_metadata: bytes
    """The METADATA file, byte for byte as the wheel holds it."""
    wheel_name: str
    sdist_name: str


def describe(identity: PackageIdentity, *, title: str, foreign: Collection[str]) -> PackageMetadata:
    """Return the metadata of a package whose modules import the given foreign ones."""
    requires = tuple(
        f"{name}{version}" for key in sorted(foreign) for name, version in [RANGES[key]]
    )
    name, version = identity.name, identity.version
    lines = [
        "Metadata-Version: 2.3",
        f"Name: {name}",
        f"Version: {version}",
        f"Summary: {_one_line(f'Client of {title}')}",
        f"Requires-Python: {REQUIRES_PYTHON}",
        "Classifier: Typing :: Typed",
        *(f"Requires-Dist: {requirement}" for requirement in requires),
        "Description-Content-Type: text/plain",
        "",
        f"Made from the document {identity.digest}, which is version"
        f" {_one_line(identity.version_name)} of {identity.group}/{identity.api}.",
        "",
    ]
    stem = f"{name.replace('-', '_')}-{version}"
    return PackageMetadata(
        name=name,
        version=version,
        import_name=identity.import_name,
        requires_python=REQUIRES_PYTHON,
        requires_dist=requires,
        core_metadata="\n".join(lines).encode(),
        wheel_name=f"{stem}-py3-none-any.whl",
        sdist_name=f"{stem}.tar.gz",
    )


def foreign_modules(module: ModuleTree) -> set[str]:
    """Return those of the modules with a range that a module imports."""
    found = set[str]()
    for node in module.nodes:
        match node:
            case ast.Import(names=names):
                found |= {alias.name.partition(".")[0] for alias in names}
            case ast.ImportFrom(module=str(name), level=0):
                found.add(name.partition(".")[0])
            case _:
                pass
    return found & RANGES.keys()


def _one_line(text: str) -> str:
    """Return the text as the value of a header: no line break may begin another header."""
    printable = "".join(character if character.isprintable() else " " for character in text)
    return " ".join(printable.split())[:LONGEST_SUMMARY]
