"""How is a pair of JSON Schemas asked as a pair of API documents?

The schema becomes the body of a request: the question is whether the new schema rejects something
that the old one accepted. OpenAPI 3.1 reads JSON Schema 2020-12, so what older drafts say in other
words is said in those of 2020-12.
"""

from collections.abc import Callable
from typing import Any

_HOME = "#/components/schemas/Subject"
# Under these stand values of the API's users, or names: never rewritten as schemas.
_VALUES = frozenset(("enum", "const", "default", "example", "examples", "required"))
_BY_NAME = frozenset(
    ("properties", "patternProperties", "definitions", "$defs", "dependentSchemas")
)


def as_document(schema: Any) -> dict[str, Any]:
    """An OpenAPI 3.1 document whose one operation takes what the schema accepts."""
    content = {"application/json": {"schema": {"$ref": _HOME}}}
    body = {"required": True, "content": content}
    operation = {"requestBody": body, "responses": {"204": {"description": "taken"}}}
    return {
        "openapi": "3.1.0",
        "info": {"title": "Subject", "version": "1"},
        "paths": {"/subjects": {"post": operation}},
        "components": {"schemas": {"Subject": modernised(schema)}},
    }


def modernised(schema: Any) -> Any:
    """A schema of draft 3 to 7 in the words of 2020-12; the argument is not changed."""
    if not isinstance(schema, dict):
        return schema
    found = {key: _below(key, value) for key, value in schema.items() if key != "$schema"}
    for rewrite in _REWRITES:
        rewrite(found)
    return found


def _below(keyword: str, value: Any) -> Any:
    if keyword in _VALUES:
        return value
    if keyword in _BY_NAME and isinstance(value, dict):
        return {name: modernised(schema) for name, schema in value.items()}
    if isinstance(value, list):
        return [modernised(schema) for schema in value]
    return modernised(value)


def _rewrite_tuple(schema: dict[str, Any]) -> None:
    rest = schema.pop("additionalItems", None)
    if isinstance(schema.get("items"), list):
        schema["prefixItems"] = schema.pop("items")
        if rest is not None:
            schema["items"] = rest


def _rewrite_exclusive(schema: dict[str, Any]) -> None:
    for limit, exclusive in (("minimum", "exclusiveMinimum"), ("maximum", "exclusiveMaximum")):
        flag = schema.get(exclusive)
        if isinstance(flag, bool):
            del schema[exclusive]
            if flag and limit in schema:
                schema[exclusive] = schema.pop(limit)


def _rewrite_dependencies(schema: dict[str, Any]) -> None:
    dependencies = schema.pop("dependencies", None)
    if not isinstance(dependencies, dict):
        return
    for name, needed in dependencies.items():
        keyword = "dependentRequired" if isinstance(needed, list) else "dependentSchemas"
        schema.setdefault(keyword, {})[name] = needed


def _rewrite_reference(schema: dict[str, Any]) -> None:
    reference = schema.get("$ref")
    if not isinstance(reference, str):
        return
    kept: dict[str, Any] = {key: schema[key] for key in ("definitions", "$defs") if key in schema}
    schema.clear()  # before 2019-09 a reference stood alone
    schema.update(kept)
    schema["$ref"] = _HOME + reference[1:] if reference[:2] in ("#", "#/") else reference


_REWRITES: tuple[Callable[[dict[str, Any]], None], ...] = (
    _rewrite_tuple,
    _rewrite_exclusive,
    _rewrite_dependencies,
    _rewrite_reference,
)
