"""Does a document follow the official JSON schema of its specification version, and if not, why?"""

import re
from collections.abc import Callable, Iterator
from functools import cache
from importlib.resources import files
from itertools import islice
from typing import Any

import jsonschema_rs  # noqa: TID251  # the one module of this package that may; offline=True below
import orjson

from service.openapi_documents.canonical_form import canonical_bytes
from service.openapi_documents.document import SpecificationVersion
from service.openapi_documents.patterns import LONGEST_EXAMINED, is_broken
from service.openapi_documents.pointers import pointer_to
from service.openapi_documents.problems import MOST_PROBLEMS, Problem
from service.openapi_documents.schema_faults import readable_fault

# Explaining costs far more than finding: an error object holds every error of every alternative
# below it, and none is made lazily (200,000 of them took 2.3 s and 400 MB). So faults are looked
# for in parts of the document, and only so many values are explained.
_EXPLAINED_VALUES = 20_000
_EXPLAINED_AT_ONCE = 2_000
_SLOTS_AT_ONCE = 100

_VERSION_FIELDS = frozenset(("openapi", "swagger"))

_SECTIONS = ("paths", "webhooks", "definitions", "parameters", "responses", "securityDefinitions")

_TEMPLATE = re.compile(r"\{[^{}]*\}")

_Slot = tuple[str, ...]


def schema_problems(content: dict[str, Any], specification: SpecificationVersion) -> list[Problem]:
    """Why `content` is not valid by the official schema; empty if it is."""
    is_valid, errors_of = _validator(specification)
    if is_valid(content):
        return []
    problems: list[Problem] = []
    budget = _EXPLAINED_VALUES
    for part, pointer in _faulty_parts(content, is_valid):
        size = canonical_bytes(part).count(b",")
        if size > budget:
            problems.append(_unexplained(pointer))
            break
        budget -= size
        problems.extend(readable_fault(error, part) for error in errors_of(part))
        if len(problems) > MOST_PROBLEMS:
            break
    return problems


def _unexplained(pointer: str) -> Problem:
    message = "This part does not follow the official schema, and is too large to say where."
    return Problem("invalid-by-schema", message, pointer)


def _faulty_parts(
    content: dict[str, Any], is_valid: Callable[[Any], bool]
) -> Iterator[tuple[dict[str, Any], str]]:
    """Documents cut from `content`, small where possible, that are invalid, and what they hold.

    What they keep stands where it stood, so the pointers of errors are those of the document. The
    frame around the sections comes first, alone: what is wrong with it would be wrong with each.
    """
    frame = _without_members(content)
    if not is_valid(frame):
        yield frame, ""
        return
    slots = _slots(content)
    while slice_ := list(islice(slots, _SLOTS_AT_ONCE)):
        part = _with(content, slice_)
        if is_valid(part):
            continue
        if canonical_bytes(part).count(b",") <= _EXPLAINED_AT_ONCE:
            yield part, pointer_to(slice_[0])
            continue
        for slot in slice_:
            part = _with(content, [slot])
            if not is_valid(part):
                yield part, pointer_to(slot)


def _slots(content: dict[str, Any]) -> Iterator[_Slot]:
    """The paths of what can be cut out: members of sections and of sections of components."""
    for section in _SECTIONS:
        for key in _members(content.get(section)):
            yield (section, key)
    for section, members in _members(content.get("components")).items():
        for key in _members(members):
            yield ("components", section, key)


def _without_members(content: dict[str, Any]) -> dict[str, Any]:
    frame = dict(content)
    for section in _SECTIONS:
        if _members(content.get(section)):
            frame[section] = {}
    components = content.get("components")
    if isinstance(components, dict):
        frame["components"] = {
            section: {} if isinstance(members, dict) else members
            for section, members in components.items()
        }
    return frame


def _members(section: Any) -> dict[str, Any]:
    return section if isinstance(section, dict) else {}


def _with(content: dict[str, Any], slots: list[_Slot]) -> dict[str, Any]:
    part: dict[str, Any] = {"info": {"title": "", "version": ""}, "paths": {}}
    for name in _VERSION_FIELDS & content.keys():
        part[name] = content[name]
    for slot in slots:
        source, target = content, part
        for token in slot[:-1]:
            source, target = source[token], target.setdefault(token, {})
        target[slot[-1]] = source[slot[-1]]
    return part


@cache
def _validator(
    specification: SpecificationVersion,
) -> tuple[Callable[[Any], bool], Callable[[Any], Iterator[jsonschema_rs.ValidationError]]]:
    """Compiled at first use and kept: 1 to 6 ms each."""
    validator = _compiled(specification)
    return validator.is_valid, validator.iter_errors


def _compiled(specification: SpecificationVersion) -> jsonschema_rs.Validator:
    match specification:
        case SpecificationVersion.SWAGGER_2_0:
            return _draft_4("swagger-2.0.json")
        case SpecificationVersion.OPENAPI_3_0:
            return _draft_4("openapi-3.0.json")
        case (
            SpecificationVersion.OPENAPI_3_1
        ):  # pragma: no branch  # all members are listed; mypy proves it
            return _openapi_3_1()


@cache
def _format(name: str) -> jsonschema_rs.Validator:
    return jsonschema_rs.Draft7Validator({"format": name}, offline=True, validate_formats=True)


def _is_pattern(text: str) -> bool:
    if len(text) > LONGEST_EXAMINED:
        return True
    return _format("regex").is_valid(text) or not is_broken(text)


def _is_uri_reference(text: str) -> bool:
    # References within the document are looked up here; published ones hold a second `#`.
    if text.startswith("#"):
        return True
    return _format("uri-reference").is_valid(_TEMPLATE.sub("x", text))


# Offline: nothing is ever fetched. Masked: no text of the document gets into a message.
_OPTIONS: dict[str, Any] = {
    "offline": True,
    "mask": "The value",
    "validate_formats": True,
    # Draft 4, in which the schema of 3.0 is written, does not know `uri-reference`; the schema of
    # 3.1 asks for absolute and plain URIs where its text allows relative ones and templates.
    "formats": {
        "regex": _is_pattern,
        "uri": _is_uri_reference,
        "uri-reference": _is_uri_reference,
    },
}


def _draft_4(name: str) -> jsonschema_rs.Draft4Validator:
    return jsonschema_rs.Draft4Validator(_stored(name), **_OPTIONS)


def _openapi_3_1() -> jsonschema_rs.Draft202012Validator:
    """The official 3.1 schema, made to look into Schema Objects, which it leaves to a dialect."""
    names = ("openapi-3.1.json", "openapi-3.1-dialect.json", "openapi-3.1-vocabulary.json")
    resources = [_stored(name) for name in names]
    document, dialect, _vocabulary = (resource["$id"] for resource in resources)
    bound = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "urn:bindery:openapi-3.1-with-schema-objects",
        "$ref": document,
        "$defs": {"schema": {"$dynamicAnchor": "meta", "$ref": dialect}},
    }
    return jsonschema_rs.Draft202012Validator(
        bound,
        registry=jsonschema_rs.Registry(
            [(resource["$id"], resource) for resource in resources], retriever=refuse_to_fetch
        ),
        **_OPTIONS,
    )


def refuse_to_fetch(uri: str) -> Any:
    """Stand in for the network while schemas are compiled: everything needed is stored."""
    raise LookupError(f"not stored in the project: {uri}")


def _stored(name: str) -> dict[str, Any]:
    schemas = files("service.openapi_documents") / "schemas"
    resource: dict[str, Any] = orjson.loads((schemas / name).read_bytes())
    return resource
