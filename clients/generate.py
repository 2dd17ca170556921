"""How does the Python client come about? Generated from the OpenAPI document, joined with the
handwritten modules; `--check` says whether the committed one is what that gives.
"""

import argparse
import difflib
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from itertools import islice
from pathlib import Path
from types import MappingProxyType
from typing import Any

from service.openapi_documents import read_document

CLIENTS = Path(__file__).resolve().parent
DOCUMENT = CLIENTS.parent / "openapi" / "v1" / "openapi.json"
PACKAGE = CLIENTS / "python" / "bindery_client"
HANDWRITTEN = CLIENTS / "handwritten"
SHARED = CLIENTS.parent / "service" / "sdk_packages"
"""Templates and modules that this client has in common with those generated for users."""
RUNTIME = {
    "answers.py": "answers.py",
    "client.py": "client.py",
    "client_types.py": "types.py",
    "retries.py": "retries.py",
}
"""What the shared modules are called here."""
BYTES = "application/octet-stream"
LINES_SHOWN = 60
ENUM_NAMES: Mapping[frozenset[str], str] = MappingProxyType(
    {
        frozenset({"public", "internal", "private"}): "Visibility",
        frozenset({"reader", "publisher", "maintainer", "owner"}): "Role",
        frozenset({"reader", "publisher", "maintainer"}): "MachineRole",
        frozenset({"none", "backward", "backward_transitive"}): "CompatibilityLevel",
        frozenset({"accept", "hold", "refuse"}): "UndeterminedAction",
        frozenset({"observe", "warn", "enforce"}): "PolicyMode",
        frozenset({"default", "instance", "group", "api"}): "PolicyOrigin",
        frozenset({"active", "ended"}): "TokenState",
        frozenset({"open", "accepted", "revoked", "expired"}): "InvitationState",
        frozenset({"read", "publish", "manage", "admin"}): "Scope",
        frozenset({"anonymous", "user", "service_account", "system"}): "ActorKind",
        frozenset(
            {"pending", "published", "deprecated", "sunset", "disabled", "rejected"}
        ): "VersionState",
        frozenset({"published", "deprecated", "sunset", "disabled"}): "SettableState",
        frozenset({"accepted", "held", "refused", "unchanged"}): "PublicationResult",
        frozenset({"release", "reject"}): "ReviewDecision",
        frozenset({"queued", "running", "succeeded", "failed", "cancelled"}): "JobState",
        frozenset({"compatible", "breaking", "undetermined"}): "Verdict",
        frozenset(
            {
                *("version.published", "version.held", "version.refused", "version.released"),
                *("version.rejected", "version.deprecated", "version.sunset", "version.disabled"),
                *("version.restored", "version.withheld", "comparison.breaking"),
                *("policy.changed", "sdk.ready", "sdk.failed", "webhook.disabled", "webhook.ping"),
            }
        ): "EventType",
        frozenset({"pending", "delivered", "failed", "cancelled"}): "DeliveryState",
        frozenset({"by_hand", "gone", "failing", "secret_lost"}): "DisabledReason",
        frozenset({"published", "held", "refused"}): "BreakingOutcome",
        frozenset({"compatible", "breaking"}): "SdkVerdict",
        frozenset(
            {"missing", "queued", "building", "ready", "replaced", "failed", "withdrawn"}
        ): "SdkState",
        frozenset({"error", "warning", "info"}): "Level",
        frozenset({"request", "response"}): "Direction",
        frozenset({"breaks", "undetermined", "risky", "safe", "documentation"}): "Judgement",
        frozenset({"base", "revision"}): "Side",
        frozenset({"newest", "oldest"}): "VersionSort",
        frozenset({"original", "json", "yaml"}): "DocumentRendering",
        frozenset({"json", "yaml"}): "DocumentFormat",
        frozenset({"2.0", "3.0", "3.1"}): "Specification",
        frozenset(
            {"get", "put", "post", "delete", "options", "head", "patch", "trace"}
        ): "HttpMethod",
    }
)
"""What each closed set of values is called in the client, wherever it occurs in the document."""
SECRET_FIELD = re.compile(
    r"^(    (?:link|new_password|old_password|password|secret|token): str)$", re.MULTILINE
)
DEFINE_IMPORT = "from attrs import define as _attrs_define"
FIELD_IMPORT = "from attrs import field as _attrs_field"
_METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace")


def main() -> int:
    """Write the client; with --check write nothing and return 1 if it is stale."""
    parser = argparse.ArgumentParser(description="Generate clients/python/bindery_client.")
    parser.add_argument("--check", action="store_true", help="only say whether it is stale")
    parser.add_argument("--document", type=Path, default=DOCUMENT, help="made from this document")
    parser.add_argument("--package", type=Path, default=PACKAGE, help="the folder of the package")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        fresh = generate(given.document, Path(folder))
        if given.check:
            return report(differences(given.package, fresh), given.package)
        shutil.rmtree(given.package, ignore_errors=True)
        shutil.copytree(fresh, given.package)
    print(f"{len(files_of(given.package))} files written to {given.package}")
    return 0


def generate(document: Path, folder: Path) -> Path:
    """Generate the package in an empty folder; return where it is."""
    content = json.loads(document.read_text(encoding="utf-8"))
    source, package = folder / "openapi.json", folder / "bindery_client"
    source.write_text(json.dumps(for_generator(content)), encoding="utf-8")
    _run_generator(source, package)
    for model in sorted((package / "models").glob("*.py")):
        model.write_text(without_shown_secrets(model.read_text("utf-8")), encoding="utf-8")
    for place, name in RUNTIME.items():
        text = (SHARED / "runtime" / place).read_text(encoding="utf-8")
        for old, new in (
            ("service.sdk_packages.runtime", "bindery_client"),
            (".client_types", ".types"),
        ):
            text = text.replace(old, new)
        (package / name).write_text(text, encoding="utf-8")
    for module in sorted(HANDWRITTEN.iterdir()):
        if module.is_file():
            shutil.copyfile(module, package / module.name)
    (package / "version.py").write_text(_version_module(document), encoding="utf-8")
    return package


def for_generator(document: dict[str, Any]) -> dict[str, Any]:
    """Return a copy of the document with what the generator needs and can read.

    Errors are left out: each of them is the same envelope, which becomes an exception. Where a
    body has several media types, bytes are taken, since only they keep a document as it is.
    Defaults are left out of what is sent: the service fills them in, and may change them. Enums
    become components, since the generator invents a class for each place of an enum.
    """
    simple: dict[str, Any] = json.loads(json.dumps(document))
    del simple["components"]["responses"], simple["components"]["schemas"]["Error"]
    simple["components"].pop("headers", None)
    for path_item in simple["paths"].values():
        for operation in (path_item[method] for method in _METHODS if method in path_item):
            _simplify_operation(operation)
    for name, schema in simple["components"].get("schemas", {}).items():
        if schema.get("additionalProperties") is False:
            simple["components"]["schemas"][name] = _without_defaults(schema)
    simple = _with_named_enums(simple)
    simple["components"]["schemas"] |= {
        name: {"type": "string", "enum": sorted(values)} for values, name in ENUM_NAMES.items()
    }
    return simple


def _simplify_operation(operation: dict[str, Any]) -> None:
    statuses = sorted(operation["responses"])
    errors = ", ".join(status for status in statuses if status >= "400")
    operation["description"] += f"\n\nErrors: {errors}."
    operation["responses"] = {
        status: _one_media_type({**operation["responses"][status], "headers": {}, "links": {}})
        for status in statuses
        if status.startswith("2")
    }
    if "requestBody" in operation:
        operation["requestBody"] = _one_media_type(operation["requestBody"])
    for parameter in operation.get("parameters", []):
        if "schema" in parameter and parameter["in"] != "path":
            parameter["schema"] = _never_null(_without_defaults(parameter["schema"]))


def _one_media_type(message: dict[str, Any]) -> dict[str, Any]:
    content = message.get("content", {})
    if len(content) > 1 or BYTES in content:
        return {**message, "content": {BYTES: {"schema": {"type": "string", "format": "binary"}}}}
    return message


def _without_defaults(schema: Any) -> Any:
    match schema:
        case dict():
            return {k: _without_defaults(v) for k, v in schema.items() if k != "default"}
        case list():
            return [_without_defaults(entry) for entry in schema]
        case _:
            return schema


def _never_null(schema: dict[str, Any]) -> dict[str, Any]:
    """Return the schema of a parameter without null, which no URL and no header can say."""
    kinds = schema.get("type")
    if not isinstance(kinds, list):
        return schema
    others = [kind for kind in kinds if kind != "null"]
    changed = {**schema, "type": others[0] if len(others) == 1 else others}
    if "enum" in schema:
        changed["enum"] = [value for value in schema["enum"] if value is not None]
    return changed


def _with_named_enums(node: Any) -> Any:
    """Return the node with each enum replaced by a reference to the component that names it."""
    match node:
        case {"enum": [_, _, *_] as values, "type": _}:
            return _reference_to_enum(node, values)
        case dict():
            return {
                key: value if key in {"example", "examples"} else _with_named_enums(value)
                for key, value in node.items()
            }
        case list():
            return [_with_named_enums(entry) for entry in node]
        case _:
            return node


def _reference_to_enum(schema: dict[str, Any], values: list[str | None]) -> dict[str, Any]:
    name = ENUM_NAMES.get(frozenset(value for value in values if value is not None))
    if name is None:
        raise SystemExit(
            f"The values {values} have no name yet: add one to ENUM_NAMES in {__file__}"
        )
    reference = {"$ref": f"#/components/schemas/{name}"}
    if None not in values:
        return reference
    return {"oneOf": [reference, {"type": "null"}], "description": schema.get("description", "")}


def _run_generator(source: Path, package: Path) -> None:
    beside_python = str(Path(sys.executable).parent)
    path = os.pathsep.join([beside_python, os.environ.get("PATH", "")])
    command = [
        *(sys.executable, "-m", "openapi_python_client", "generate"),
        *("--path", str(source), "--output-path", str(package), "--meta", "none"),
        *("--config", str(CLIENTS / "config.yaml")),
        *("--custom-template-path", str(SHARED / "templates"), "--fail-on-warning"),
    ]
    done = subprocess.run(  # noqa: S603 - the generator of this environment, on our own document
        command, env={**os.environ, "PATH": path}, capture_output=True, text=True, check=False
    )
    if done.returncode != 0 or not (package / "client.py").exists():
        raise SystemExit(f"The generator failed:\n{done.stdout}{done.stderr}")


def without_shown_secrets(model: str) -> str:
    """Return the source of a model whose `repr` leaves out what must not get into logs."""
    hidden = SECRET_FIELD.sub(r"\1 = _attrs_field(repr=False)", model)
    if hidden != model and FIELD_IMPORT not in hidden:
        hidden = hidden.replace(DEFINE_IMPORT, f"{DEFINE_IMPORT}\n{FIELD_IMPORT}")
    return hidden


def _version_module(document: Path) -> str:
    read = read_document(document.read_bytes())
    user_agent = f"bindery-client/{read.version} ({read.digest})"
    return (
        '"""Which version of the API is this the client of?"""\n\n'
        f"__version__ = {json.dumps(read.version)}\n"
        f"DOCUMENT_DIGEST = {json.dumps(read.digest)}\n"
        '"""What the client was built from: the digest of the document."""\n'
        f"USER_AGENT = {json.dumps(user_agent)}\n"
        'API_PATH = "/api/v1"\n'
        '"""What may be left out of the address, since it begins every path of the document."""\n'
    )


def files_of(package: Path) -> dict[str, str]:
    """Return the text of each file of a package, by its path; bytecode is left out."""
    return {
        path.relative_to(package).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted(package.rglob("*"))
        if path.is_file() and "__pycache__" not in path.parts and ".ruff_cache" not in path.parts
    }


def differences(committed: Path, fresh: Path) -> list[str]:
    """Return the lines that tell the committed package from the fresh one."""
    old, new = files_of(committed), files_of(fresh)
    missing = [f"missing: {name}" for name in sorted(new.keys() - old.keys())]
    forgotten = [f"no longer generated: {name}" for name in sorted(old.keys() - new.keys())]
    changed = [
        line
        for name in sorted(old.keys() & new.keys())
        for line in difflib.unified_diff(
            old[name].splitlines(),
            new[name].splitlines(),
            f"committed/{name}",
            f"fresh/{name}",
            lineterm="",
        )
    ]
    return [*missing, *forgotten, *changed]


def report(found: list[str], package: Path) -> int:
    """Print the head of the differences; return the exit code."""
    if not found:
        print(f"{package.name} is what the document gives.")
        return 0
    print("\n".join(islice(found, LINES_SHOWN)))
    if len(found) > LINES_SHOWN:
        print(f"... and {len(found) - LINES_SHOWN} more lines")
    print("The client is stale: run make client, and commit what it writes.", file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
