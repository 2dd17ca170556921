"""May the files of a package be shipped, and what is in them? Everything that needs no running."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from service.sdk_packages import explanations
from service.sdk_packages.completeness import Imports
from service.sdk_packages.failures import BuildFailed
from service.sdk_packages.metadata import foreign_modules
from service.sdk_packages.module_trees import parse_module
from service.sdk_packages.preparation import Prepared
from service.sdk_packages.source_policy import oddities, refuse
from service.sdk_packages.surface import SurfaceReading


@dataclass(frozen=True, slots=True)
class Inspected:
    """What the files say: the foreign modules they need, and what users can depend on."""

    foreign: frozenset[str]
    surface: dict[str, Any]


def inspect_files(
    files: Mapping[str, bytes], generated: Collection[str], prepared: Prepared
) -> Inspected:
    """Return what is in the files of a package; raise `BuildFailed` if they may not be shipped.

    Those that are generated must hold nothing but what templates write; the others are ours.
    """
    imports, surface, foreign = Imports(), SurfaceReading(), set[str]()
    for path, content in files.items():
        if not path.endswith(".py"):
            continue
        module = parse_module(path, content)
        if module is None:
            raise BuildFailed(explanations.not_python(path))
        if path in generated and (found := oddities(module)):
            raise refuse(path, found[0])
        foreign |= foreign_modules(module)
        imports.add(module)
        surface.add(module)
    imports.require_complete(prepared)
    return Inspected(frozenset(foreign), surface.told())
