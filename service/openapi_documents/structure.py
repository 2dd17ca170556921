"""Which objects does a document consist of, and where may they hold each other and references?"""

from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import Any, NamedTuple

from service.openapi_documents.document import SpecificationVersion
from service.openapi_documents.pointers import Place


class Kind(StrEnum):
    """The objects of the specification that hold references, or objects that do."""

    DOCUMENT = "document"
    COMPONENTS = "components"
    PATHS = "paths"
    PATH_ITEM = "path item"
    OPERATION = "operation"
    PARAMETER = "parameter"
    REQUEST_BODY = "request body"
    RESPONSES = "responses"
    RESPONSE = "response"
    HEADER = "header"
    MEDIA_TYPE = "media type"
    ENCODING = "encoding"
    CALLBACK = "callback"
    LINK = "link"
    EXAMPLE = "example"
    SECURITY_SCHEME = "security scheme"
    SCHEMA = "schema"
    MEMBERS = "map or list"  # of objects, but none itself: nothing may refer to it


class Shape(StrEnum):
    """How a field holds what it holds."""

    ONE = "one"
    LIST = "list"
    MAP = "map"
    NOTE = "note"  # no object of its own: the value is noted for whoever checks it


Field = tuple[Shape, Kind]
Fields = dict[str, Field]

METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace")

_Stack = list[tuple[dict[str, Any], Kind, Place | None]]

# Fields of these kinds that are not extensions are members of a map.
_MAPS = {
    Kind.PATHS: (Shape.ONE, Kind.PATH_ITEM),
    Kind.RESPONSES: (Shape.ONE, Kind.RESPONSE),
    Kind.CALLBACK: (Shape.ONE, Kind.PATH_ITEM),
}


def _fields(
    *,
    one: dict[str, Kind] | None = None,
    lists: dict[str, Kind] | None = None,
    maps: dict[str, Kind] | None = None,
    notes: Sequence[str] = ("$ref",),
) -> Fields:
    fields: Fields = dict.fromkeys(notes, (Shape.NOTE, Kind.DOCUMENT))
    fields |= {name: (Shape.ONE, kind) for name, kind in (one or {}).items()}
    fields |= {name: (Shape.LIST, kind) for name, kind in (lists or {}).items()}
    fields |= {name: (Shape.MAP, kind) for name, kind in (maps or {}).items()}
    return fields


_ONE_SCHEMA = (
    "additionalProperties",
    "contains",
    "contentSchema",
    "else",
    "if",
    "items",
    "not",
    "propertyNames",
    "then",
    "unevaluatedItems",
    "unevaluatedProperties",
)
_SCHEMA = _fields(
    one=dict.fromkeys(_ONE_SCHEMA, Kind.SCHEMA),
    lists=dict.fromkeys(("allOf", "anyOf", "oneOf", "prefixItems"), Kind.SCHEMA),
    maps=dict.fromkeys(
        ("$defs", "definitions", "dependentSchemas", "patternProperties", "properties"),
        Kind.SCHEMA,
    ),
    notes=("$ref", "$id", "$anchor", "$dynamicAnchor", "$dynamicRef", "discriminator"),
)
_CONTENT = {"content": Kind.MEDIA_TYPE, "examples": Kind.EXAMPLE}

_OPENAPI_3: dict[Kind, Fields] = {
    Kind.DOCUMENT: _fields(
        one={"paths": Kind.PATHS, "components": Kind.COMPONENTS},
        maps={"webhooks": Kind.PATH_ITEM},
        notes=("security", "servers"),
    ),
    Kind.COMPONENTS: _fields(
        maps={
            "schemas": Kind.SCHEMA,
            "responses": Kind.RESPONSE,
            "parameters": Kind.PARAMETER,
            "examples": Kind.EXAMPLE,
            "requestBodies": Kind.REQUEST_BODY,
            "headers": Kind.HEADER,
            "securitySchemes": Kind.SECURITY_SCHEME,
            "links": Kind.LINK,
            "callbacks": Kind.CALLBACK,
            "pathItems": Kind.PATH_ITEM,
        },
        notes=(),
    ),
    Kind.PATHS: {},
    Kind.PATH_ITEM: _fields(
        one=dict.fromkeys(METHODS, Kind.OPERATION),
        lists={"parameters": Kind.PARAMETER},
        notes=("$ref", "servers"),
    ),
    Kind.OPERATION: _fields(
        one={"requestBody": Kind.REQUEST_BODY, "responses": Kind.RESPONSES},
        lists={"parameters": Kind.PARAMETER},
        maps={"callbacks": Kind.CALLBACK},
        notes=("operationId", "security", "servers"),
    ),
    Kind.PARAMETER: _fields(one={"schema": Kind.SCHEMA}, maps=_CONTENT),
    Kind.HEADER: _fields(one={"schema": Kind.SCHEMA}, maps=_CONTENT),
    Kind.REQUEST_BODY: _fields(maps={"content": Kind.MEDIA_TYPE}),
    Kind.RESPONSES: {},
    Kind.RESPONSE: _fields(
        maps={"headers": Kind.HEADER, "content": Kind.MEDIA_TYPE, "links": Kind.LINK}
    ),
    Kind.MEDIA_TYPE: _fields(
        one={"schema": Kind.SCHEMA},
        maps={"examples": Kind.EXAMPLE, "encoding": Kind.ENCODING},
        notes=(),
    ),
    Kind.ENCODING: _fields(maps={"headers": Kind.HEADER}, notes=()),
    Kind.CALLBACK: _fields(),
    Kind.LINK: _fields(notes=("$ref", "operationRef", "operationId")),
    Kind.EXAMPLE: _fields(notes=("$ref", "externalValue")),
    Kind.SECURITY_SCHEME: _fields(),
    Kind.SCHEMA: _SCHEMA,
}

_SWAGGER_2: dict[Kind, Fields] = {
    Kind.DOCUMENT: _fields(
        one={"paths": Kind.PATHS},
        maps={
            "definitions": Kind.SCHEMA,
            "parameters": Kind.PARAMETER,
            "responses": Kind.RESPONSE,
        },
        notes=("security",),
    ),
    Kind.PATHS: {},
    Kind.PATH_ITEM: _OPENAPI_3[Kind.PATH_ITEM],
    Kind.OPERATION: _fields(
        one={"responses": Kind.RESPONSES},
        lists={"parameters": Kind.PARAMETER},
        notes=("operationId", "security"),
    ),
    Kind.PARAMETER: _fields(one={"schema": Kind.SCHEMA}),
    Kind.RESPONSES: {},
    Kind.RESPONSE: _fields(one={"schema": Kind.SCHEMA}),
    Kind.SCHEMA: _fields(
        one=dict.fromkeys(("additionalProperties", "items"), Kind.SCHEMA),
        lists={"allOf": Kind.SCHEMA},
        maps={"properties": Kind.SCHEMA},
    ),
}


class Note(NamedTuple):
    """A noted field: the kind and place of the object that holds it, its name and value."""

    kind: Kind
    name: str
    value: Any
    place: Place | None


def fields_of(specification: SpecificationVersion) -> dict[Kind, Fields]:
    """The table of a specification version."""
    return _SWAGGER_2 if specification is SpecificationVersion.SWAGGER_2_0 else _OPENAPI_3


def walk(
    root: dict[str, Any], kind: Kind, *, place: Place | None, specification: SpecificationVersion
) -> Iterator[Note]:
    """Every noted field of the objects in `root`, which is of `kind` and stands at `place`.

    Follows no reference. Examples, defaults, enums and extensions are never entered: they may
    hold anything. Siblings of a `$ref` are entered: not every tool ignores them.
    """
    table = fields_of(specification)
    stack: _Stack = [(root, kind, place)]
    while stack:
        node, kind, place = stack.pop()
        if kind in _MAPS:
            _push_members(stack, node, _MAPS[kind][1], place)
        fields = table[kind]
        for name, value in node.items():
            field = fields.get(name)
            if field is None:
                continue
            if field[0] is Shape.NOTE:
                yield Note(kind, name, value, place)
            else:
                _push(stack, value, field, (place, name))


def kind_at(tokens: Sequence[str], specification: SpecificationVersion) -> Kind | None:
    """The kind of object that stands at a path; None where the specification knows none."""
    table = fields_of(specification)
    kind = Kind.DOCUMENT
    rest = iter(tokens)
    for token in rest:
        is_member = kind in _MAPS and not token.startswith("x-")
        field = _MAPS[kind] if is_member else table[kind].get(token)
        if field is None or field[0] is Shape.NOTE:
            return None
        if field[0] is not Shape.ONE and next(rest, None) is None:
            return Kind.MEMBERS
        kind = field[1]
    return kind


def _push(stack: _Stack, value: Any, field: Field, place: Place) -> None:
    shape, kind = field
    if type(value) is dict and shape is Shape.ONE:
        stack.append((value, kind, place))
    elif type(value) is dict and shape is Shape.MAP:
        for key, member in value.items():
            if type(member) is dict:
                stack.append((member, kind, (place, key)))
    elif type(value) is list and shape is Shape.LIST:
        stack.extend((x, kind, (place, i)) for i, x in enumerate(value) if type(x) is dict)


def _push_members(stack: _Stack, node: dict[str, Any], kind: Kind, place: Place | None) -> None:
    for key, member in node.items():
        if type(member) is dict and not key.startswith("x-"):
            stack.append((member, kind, (place, key)))
