"""Does the package work? Installed from its wheel into an empty folder, imported and called."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from service.sdk_packages.failures import BuildFailed, Reason
from service.sdk_packages.limits import BuildLimits
from service.sdk_packages.metadata import PackageMetadata
from service.sdk_packages.preparation import Prepared
from service.sdk_packages.samples import calls_for
from service.sdk_packages.sandbox import Outcome, Program, run_confined

_REPORT = "Please report this with the document: it is a fault of the generator, not of yours."


def prove(
    wheel: bytes,
    files: Mapping[str, bytes],
    *,
    prepared: Prepared,
    metadata: PackageMetadata,
    folder: Path,
    limits: BuildLimits,
) -> dict[str, Any]:
    """Return what was tried, with success; raise `BuildFailed` with what did not work."""
    (folder / metadata.wheel_name).write_bytes(wheel)
    task = {"wheel": metadata.wheel_name}
    installed = run_confined(Program.INSTALL, task, folder=folder, limits=limits)
    if installed.trouble is not None or installed.answer["status"] != 0:
        raise BuildFailed([_reason("", f"pip could not install the package: {_why(installed)}")])
    modules = [path.removesuffix(".py").replace("/", ".") for path in files if path.endswith(".py")]
    task_of_trial = {
        "import_name": metadata.import_name,
        "modules": modules,
        "calls": calls_for(prepared.operations, prepared.content["components"]["schemas"]),
    }
    tried = run_confined(Program.PROVE, task_of_trial, folder=folder, limits=limits)
    if tried.trouble is not None or tried.answer is None:
        raise BuildFailed([_reason("", f"The package could not be tried: {_why(tried)}")])
    require_working(tried.answer)
    return {
        "imported": len(modules),
        "called": tried.answer["called"],
        "not_called": tried.answer["failed"],
        "walls": tried.answer["walls"],
    }


def require_working(answer: Mapping[str, Any]) -> None:
    """Raise `BuildFailed` if a module could not be imported or no call succeeded."""
    if answer["broken"]:
        raise BuildFailed([
            _reason("", f"A module of the client cannot be imported: {line}")
            for line in answer["broken"]
        ])  # fmt: skip
    if answer["failed"] and not answer["called"]:
        raise BuildFailed([
            Reason(
                call["pointer"],
                f"The client's function for this operation fails on an answer as the document"
                f" describes it: {call['trouble']}",
                "Compare the example of the response with its schema, and the schema with what is"
                " meant; if both are right, report this with the document.",
            )
            for call in answer["failed"]
        ])  # fmt: skip


def _reason(pointer: str, sentence: str) -> Reason:
    return Reason(pointer, sentence, _REPORT)


def _why(outcome: Outcome) -> str:
    lines = outcome.complaint.strip().splitlines()
    return outcome.trouble or (lines[-1][:300] if lines else "it did not say why")
