"""How does a document become a package? The road from end to end."""

import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from service.openapi_documents import OpenApiDocument
from service.sdk_packages.archives import write_sdist, write_wheel
from service.sdk_packages.failures import Reason
from service.sdk_packages.generation import generate_modules, own_modules
from service.sdk_packages.identity import PackageIdentity
from service.sdk_packages.inspection import inspect_files
from service.sdk_packages.limits import BuildLimits
from service.sdk_packages.metadata import PackageMetadata, describe
from service.sdk_packages.preparation import prepare
from service.sdk_packages.proof import prove

Progress = Callable[[int, int, str], None]
"""Is told how many steps are done, how many there are, and what is being done."""

_STEPS = ("preparing", "generating", "checking", "packing", "proving")
USUAL_LIMITS = BuildLimits()


@dataclass(frozen=True, slots=True)
class BuiltPackage:
    """A package that has been proved to install, to import and to be callable.

    `surface` is what its users can depend on, as plain JSON, for `compare_surfaces`. `remarks`
    tell what the client has to do without; `proof` what was tried, and behind which walls.
    """

    wheel: bytes
    sdist: bytes
    metadata: PackageMetadata
    surface: dict[str, Any]
    remarks: tuple[Reason, ...]
    proof: dict[str, Any]


def build_package(
    document: OpenApiDocument,
    identity: PackageIdentity,
    *,
    limits: BuildLimits = USUAL_LIMITS,
    progress: Progress | None = None,
) -> BuiltPackage:
    """Return the Python client of a document, or raise `BuildFailed` with all reasons known.

    The same document and identity give the same bytes. Takes seconds to minutes, most of it in
    processes of its own, and holds nothing open meanwhile.
    """

    def tell(step: int) -> None:
        if progress is not None:
            name = _STEPS[step] if step < len(_STEPS) else "done"
            progress(step, len(_STEPS), name)

    tell(0)
    prepared = prepare(document)
    with tempfile.TemporaryDirectory(prefix="sdk-") as place:
        folder = Path(place)
        tell(1)
        generated = generate_modules(prepared, identity, folder=folder, limits=limits)
        tell(2)
        files = {**generated.modules, **own_modules(identity)}
        inspected = inspect_files(files, generated.modules, prepared)
        tell(3)
        metadata = describe(identity, title=document.title, foreign=inspected.foreign)
        wheel, sdist = write_wheel(metadata, files), write_sdist(metadata, files)
        tell(4)
        proof = prove(
            wheel, files, prepared=prepared, metadata=metadata, folder=folder, limits=limits
        )
    tell(5)
    remarks = (*prepared.remarks, *generated.remarks)
    return BuiltPackage(wheel, sdist, metadata, inspected.surface, remarks, proof)
