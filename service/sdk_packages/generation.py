"""How does a prepared document become formatted modules?"""

import shutil
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from service.sdk_packages import explanations
from service.sdk_packages.failures import BuildFailed, Reason
from service.sdk_packages.identity import PackageIdentity
from service.sdk_packages.limits import BuildLimits
from service.sdk_packages.preparation import Prepared
from service.sdk_packages.produced_files import read_produced
from service.sdk_packages.sandbox import Program, run_confined

_RUNTIME = Path(__file__).resolve().parent / "runtime"
_OWN_NAME = "service.sdk_packages.runtime"
_WRITTEN_HERE = {
    "answers.py": "answers.py",
    "client.py": "client.py",
    "client_types.py": "types.py",
    "errors.py": "errors.py",
    "retries.py": "retries.py",
}
"""What the modules of `runtime` are called in a package."""
_ATTEMPTS = 4
_INIT = '''"""{summary}"""

from {package}.client import Client
from {package}.errors import ApiError, ClientError, UnexpectedAnswer, Unreachable
from {package}.retries import NO_RETRIES, Retries
from {package}.types import UNSET, NamedFile, Response, Unset
from {package}.version import DOCUMENT_DIGEST, __version__

__all__ = [
    "DOCUMENT_DIGEST",
    "NO_RETRIES",
    "UNSET",
    "ApiError",
    "Client",
    "ClientError",
    "NamedFile",
    "Response",
    "Retries",
    "UnexpectedAnswer",
    "Unreachable",
    "Unset",
    "__version__",
]
'''
_VERSION = '''"""Which version is this the client of?"""

__version__ = {version!r}
DOCUMENT_DIGEST = {digest!r}
"""What the client was built from: the digest of the document."""
USER_AGENT = {user_agent!r}
API_PATH = ""
"""What may be left out of the address, since it begins every path of the document."""
'''


@dataclass(frozen=True, slots=True)
class Generated:
    """The modules by their paths below the package, and what the client has to do without."""

    modules: dict[str, bytes]
    remarks: tuple[Reason, ...]


def generate_modules(
    prepared: Prepared, identity: PackageIdentity, *, folder: Path, limits: BuildLimits
) -> Generated:
    """Return the modules that the generator makes, formatted; raise `BuildFailed`."""
    remarks = _run_generator(prepared, identity, folder=folder, limits=limits)
    for path in read_produced(folder / "package", limits):
        if "/" not in path:  # of those at the top there are handwritten ones instead
            (folder / "package" / path).unlink()
    ruff = shutil.which("ruff", path=str(Path(sys.executable).parent)) or shutil.which("ruff")
    formatted = run_confined(Program.FORMAT, {"ruff": ruff}, folder=folder, limits=limits)
    if formatted.trouble is not None or formatted.answer["complaints"]:
        raise BuildFailed(explanations.cannot_format(formatted))
    return Generated(read_produced(folder / "package", limits), tuple(remarks))


def _run_generator(
    prepared: Prepared, identity: PackageIdentity, *, folder: Path, limits: BuildLimits
) -> list[Reason]:
    """Let the generator write the package; return what the client has to do without.

    A schema that it cannot read would take all that refers to it along, so another attempt is made
    with "anything" in its place.
    """
    content, given_up = prepared.content, set[str]()
    errors: list[str] = []
    for _ in range(_ATTEMPTS):
        task = {
            "document": content,
            "content_types": prepared.content_types,
            "import_name": identity.import_name,
        }
        outcome = run_confined(Program.GENERATE, task, folder=folder, limits=limits)
        if outcome.trouble is not None or outcome.answer is None or outcome.answer["fatal"]:
            raise BuildFailed(explanations.cannot_generate(outcome))
        errors = outcome.answer["errors"]
        unreadable = explanations.unreadable_schemas(errors) - given_up
        if not unreadable:
            break
        given_up |= unreadable
        schemas = {**content["components"]["schemas"], **{name: {} for name in given_up}}
        content = {**content, "components": {"schemas": schemas}}
        shutil.rmtree(folder / "package")
    return [*explanations.loosened(given_up, prepared), *explanations.omitted(errors, prepared)]


def own_modules(identity: PackageIdentity) -> Mapping[str, bytes]:
    """Return the modules that are the same in every client but for their names."""
    package = identity.import_name
    user_agent = f"{identity.name}/{identity.version} ({identity.digest})"
    modules = {
        name: (_RUNTIME / source)
        .read_text(encoding="utf-8")
        .replace(f"{_OWN_NAME}.client_types", f"{package}.types")
        .replace(_OWN_NAME, package)
        .encode()
        for source, name in _WRITTEN_HERE.items()
    }
    summary = "What can a program do with this API? Everything that its document offers, typed."
    modules["__init__.py"] = _INIT.format(package=package, summary=summary).encode()
    modules["version.py"] = _VERSION.format(
        version=identity.version, digest=identity.digest, user_agent=user_agent
    ).encode()
    modules["py.typed"] = b""
    return modules
