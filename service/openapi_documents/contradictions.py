"""Where does a valid document contradict itself, by the text of the specification?"""

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from service.openapi_documents.pointers import Place, pointer_of
from service.openapi_documents.problems import Problem
from service.openapi_documents.structure import METHODS, Kind, Note

# Follows references to the object that they end at.
Resolve = Callable[[Any], dict[str, Any]]

_TEMPLATE = re.compile(r"\{([^{}]*)\}")


def repeated_operation_ids(notes: Iterable[Note]) -> Iterator[Problem]:
    """Operation ids that stand more than once, callbacks and webhooks included."""
    seen: set[str] = set()
    for note in _named(notes, "operationId", Kind.OPERATION):
        if note.value in seen:
            message = "Another operation has the same operationId."
            yield Problem("duplicate-operation-id", message, pointer_of((note.place, note.name)))
        seen.add(note.value)


def unknown_link_operations(notes: list[Note]) -> Iterator[Problem]:
    """Links to an operationId that no operation has."""
    known = {note.value for note in _named(notes, "operationId", Kind.OPERATION)}
    for note in _named(notes, "operationId", Kind.LINK):
        if note.value not in known:
            message = "The link names an operationId that no operation has."
            yield Problem("unknown-operation", message, pointer_of((note.place, note.name)))


def _named(notes: Iterable[Note], name: str, kind: Kind) -> Iterator[Note]:
    """Notes whose value is text. Beside a `$ref` anything may stand, unseen by the schemas."""
    for note in notes:
        if note.name == name and note.kind is kind and isinstance(note.value, str):
            yield note


def unknown_security_schemes(content: dict[str, Any], notes: Iterable[Note]) -> Iterator[Problem]:
    """Security requirements that name a scheme which is not declared."""
    components = content.get("components", {})
    declared = components.get("securitySchemes") or content.get("securityDefinitions") or {}
    for requirement, place in _elements(notes, "security"):
        for name in requirement:
            if name not in declared:
                message = "The requirement names a security scheme that is not declared."
                yield Problem("unknown-security-scheme", message, pointer_of((place, name)))


def _elements(notes: Iterable[Note], name: str) -> Iterator[tuple[dict[str, Any], Place]]:
    """The objects in noted lists, and where they stand."""
    for note in notes:
        if note.name == name and isinstance(note.value, list):
            for index, element in enumerate(note.value):
                if isinstance(element, dict):
                    yield element, ((note.place, note.name), index)


def repeated_tags(content: dict[str, Any]) -> Iterator[Problem]:
    """Tags that are declared more than once."""
    seen: set[str] = set()
    for index, tag in enumerate(content.get("tags", ())):
        if tag["name"] in seen:
            message = "Another tag has the same name."
            yield Problem("duplicate-tag", message, f"/tags/{index}/name")
        seen.add(tag["name"])


def paths_of_one_shape(content: dict[str, Any]) -> Iterator[Problem]:
    """Templates that differ only in their parameters' names: no server can tell them apart."""
    seen: set[str] = set()
    for path in content.get("paths", {}):
        shape = _TEMPLATE.sub("{}", path)
        if shape in seen:
            message = "Another path differs from this one only in the names of its parameters."
            yield Problem("same-shape-paths", message, pointer_of((((None, "paths")), path)))
        seen.add(shape)


def parameter_faults(content: dict[str, Any], resolved: Resolve) -> Iterator[Problem]:
    """Parameters given twice, and those of the path that the template or the list lacks."""
    for path, item in content.get("paths", {}).items():
        if path.startswith("x-"):
            continue
        at: Place = ((None, "paths"), path)
        methods = resolved(item)
        shared = _parameters(methods, resolved)
        yield from _repeated(shared, at)
        for method in METHODS:
            operation = methods.get(method)
            if isinstance(operation, dict):
                own = _parameters(operation, resolved)
                yield from _repeated(own, (at, method))
                yield from _path_faults(path, shared + own, (at, method))


def _parameters(holder: dict[str, Any], resolved: Resolve) -> list[tuple[Any, Any]]:
    """Location and name of each parameter in the list of a path item or an operation."""
    found = [resolved(parameter) for parameter in holder.get("parameters", ())]
    return [(parameter.get("in"), parameter.get("name")) for parameter in found]


def _repeated(parameters: list[tuple[Any, Any]], at: Place) -> Iterator[Problem]:
    seen: set[tuple[Any, Any]] = set()
    for index, parameter in enumerate(parameters):
        if parameter in seen:
            message = "Another parameter of the list has the same name and location."
            yield Problem("duplicate-parameter", message, pointer_of(((at, "parameters"), index)))
        seen.add(parameter)


def _path_faults(path: str, parameters: list[tuple[Any, Any]], at: Place) -> Iterator[Problem]:
    """What the template and the declared parameters do not share.

    An operation that declares no path parameter at all has forgotten the list, as published
    documents do; one that declares some, but not these, contradicts its own path.
    """
    in_template = set(_TEMPLATE.findall(path))
    declared = {name for location, name in parameters if location == "path"}
    code = "undeclared-path-parameter" if declared else "no-path-parameters"
    for name in sorted(in_template - declared):
        message = f"The path has a parameter that the operation does not declare: {name[:60]!r}."
        yield Problem(code, message, pointer_of(at))
    for name in sorted(declared - in_template):
        message = f"The operation declares a path parameter that the path lacks: {name[:60]!r}."
        yield Problem("unused-path-parameter", message, pointer_of(at))


def unknown_server_defaults(notes: Iterable[Note]) -> Iterator[Problem]:
    """Server variables with a default that is not among their values."""
    for server, place in _elements(notes, "servers"):
        for name, variable in _object(server.get("variables")).items():
            values = _object(variable).get("enum")
            if isinstance(values, list) and variable.get("default") not in values:
                message = "The default of the server variable is not one of its values."
                at: Place = ((place, "variables"), name)
                yield Problem("unknown-server-default", message, pointer_of(at))


def _object(value: Any) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}
