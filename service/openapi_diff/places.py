"""How do people say where in a document something stands?"""

from collections.abc import Iterable

from service.openapi_diff.pointers import split

_MAX_NAME = 120
_KINDS = {
    "schemas": "schema",
    "parameters": "parameter",
    "headers": "header",
    "requestBodies": "request body",
    "responses": "response",
    "securitySchemes": "security scheme",
    "callbacks": "callback",
    "pathItems": "path item",
    "links": "link",
}
_METHODS = frozenset(("get", "put", "post", "delete", "options", "head", "patch", "trace", "query"))
# How keywords of schemas are written on the way to a value; ? stands for the name that follows.
_STEPS = {
    "items": "[]",
    "additionalItems": "[]",
    "unevaluatedItems": "[]",
    "additionalProperties": ".*",
    "unevaluatedProperties": ".*",
    **{word: f" ({word})" for word in ("not", "if", "then", "else", "contains", "propertyNames")},
}
_NAMED_STEPS = {
    "properties": ".?",
    "patternProperties": ".<?>",
    "prefixItems": "[?]",
    "allOf": "",
    "oneOf": " (alternative ?)",
    "anyOf": " (alternative ?)",
    "dependentSchemas": " (with ?)",
}


def place_parts(location: str) -> tuple[str, str, str]:
    """A place as (its field, what kind of thing holds it, the name of that), each may be empty.

    `paths/~1a/get/parameters/query:q/schema/items` is ("[]", "query parameter", "q").
    """
    tokens = list(split(f"/{location}")) if location else []
    kind, name, rest = _holder(tokens)
    return cut(_field(rest)), kind, cut(name)


def cut(text: str, limit: int = _MAX_NAME) -> str:
    """As much of a name as one line can hold."""
    return text if len(text) <= limit else text[: limit - 3] + "..."


def _holder(tokens: list[str]) -> tuple[str, str, list[str]]:
    match tokens:
        case ["components" | "definitions" as top, *rest]:
            return _component(["schemas", *rest] if top == "definitions" else rest)
        case ["paths" | "webhooks", path, method, *rest] if method in _METHODS:
            return _message(rest) if rest else ("operation", f"{method.upper()} {path}", [])
        case ["paths" | "webhooks" as kind, path, *rest]:
            holder = kind.removesuffix("s")
            return _message(rest) if rest else (holder, path, [])
        case []:
            return "the document", "", []
        case _:
            return "", " > ".join(tokens), []


def _component(tokens: list[str]) -> tuple[str, str, list[str]]:
    match tokens:
        case ["responses", name, "headers", *_rest]:
            return _response(f"response {cut(name)}", tokens[2:])
        case [kind, name, *rest]:
            return _KINDS.get(kind, kind), name, rest if kind == "schemas" else _schema_of(rest)
        case _:
            return "", " > ".join(["components", *tokens]), []


def _message(tokens: list[str]) -> tuple[str, str, list[str]]:
    """Which part of the exchange, below an operation or a path."""
    match tokens:
        case ["parameters", parameter, *rest]:
            where, colon, name = parameter.partition(":")
            return f"{where} parameter" if colon else "parameter", name or where, _schema_of(rest)
        case ["requestBody", *rest]:
            return "the body", "", _schema_of(rest)
        case ["responses", status, *rest]:
            return _response(f"the {cut(status)} response", rest)
        case ["callbacks", name, _address, _method, *rest]:
            kind, inner, field = _message(rest)
            return f"{kind} of callback {cut(name)}".strip(), inner, field
        case _:
            return "", " > ".join(tokens), []


def _response(response: str, tokens: list[str]) -> tuple[str, str, list[str]]:
    match tokens:
        case ["headers", header, *rest]:
            return f"header of {response}", header, _schema_of(rest)
        case _:
            return response, "", _schema_of(tokens)


def _schema_of(tokens: list[str]) -> list[str]:
    """What stands below the schema of a parameter, a body, a response or a header."""
    below = tokens[2:] if tokens[:1] == ["content"] else tokens
    return below[1:] if below[:1] == ["schema"] else below


def _field(tokens: Iterable[str]) -> str:
    """Keywords of schemas as one would write the way to a value: `items[].name`."""
    steps: list[str] = []
    remaining = iter(tokens)
    for token in remaining:
        if token in _STEPS:
            steps.append(_STEPS[token])
        elif token in _NAMED_STEPS:
            steps.append(_NAMED_STEPS[token].replace("?", next(remaining, "")))
        else:
            steps.append(f".{token}")
    return "".join(steps).removeprefix(".").lstrip(" ")
