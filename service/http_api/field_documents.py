"""How do the fields of schemas look in the document? As JSON Schema 2020-12 says them, exactly."""

from copy import deepcopy
from typing import Any

from apispec.ext.marshmallow import MarshmallowPlugin
from apispec.ext.marshmallow.openapi import OpenAPIConverter
from marshmallow import fields, validate

from service.http_api.fields import INT64_MAX, Integer, QueryInteger, QueryList, Timestamp, Uuid


class Converter(OpenAPIConverter):
    """Writes fields as JSON Schema 2020-12 says them."""

    def field2type_and_format(self, field: fields.Field[Any], **kwargs: Any) -> dict[str, Any]:
        """Say types and formats exactly; enums by value are strings."""
        if isinstance(field, fields.Enum):
            return {"type": "string"}
        if isinstance(field, Uuid):
            return {"type": "string", "format": "uuid"}
        if isinstance(field, Timestamp):
            return {"type": "string", "format": "date-time"}
        return super().field2type_and_format(field, **kwargs)

    def field2range(self, field: fields.Field[Any], ret: Any) -> dict[str, Any]:
        """Bound integers to 64 bits, and write exclusive bounds as exclusive."""
        found: dict[str, Any] = super().field2range(field, ret)
        for check in field.validators:
            if isinstance(check, validate.Range):
                _write_exclusive(found, check)
        if isinstance(field, Integer | QueryInteger):
            if "exclusiveMinimum" not in found:
                found.setdefault("minimum", -INT64_MAX - 1)
            if "exclusiveMaximum" not in found:
                found.setdefault("maximum", INT64_MAX)
        return found

    def metadata2properties(self, field: fields.Field[Any], **kwargs: Any) -> dict[str, Any]:
        """Write examples as JSON Schema has them; `example` is deprecated in OpenAPI 3.1."""
        found: dict[str, Any] = super().metadata2properties(field, **kwargs)
        if "example" in found:
            found["examples"] = [found.pop("example")]
        return found

    def enum2properties(self, field: fields.Field[Any], **kwargs: Any) -> dict[str, Any]:
        """Include null among the values of a nullable enum."""
        found: dict[str, Any] = super().enum2properties(field, **kwargs)
        if field.allow_none and "enum" in found and None not in found["enum"]:
            found["enum"] = [*found["enum"], None]
        return found

    def _field2parameter(
        self, field: fields.Field[Any], *, name: str, location: str
    ) -> dict[str, Any]:
        """Say that a parameter may be left out, not that it may be null: texts have no null."""
        found: dict[str, Any] = super()._field2parameter(field, name=name, location=location)
        schema = found["schema"]
        if isinstance(schema.get("type"), list):
            (schema["type"],) = (kind for kind in schema["type"] if kind != "null")
        if "enum" in schema:
            schema["enum"] = [value for value in schema["enum"] if value is not None]
        if schema.get("default", ...) is None:
            del schema["default"]
        if "examples" in schema:
            found["example"] = schema.pop("examples")[0]
        if isinstance(field, QueryList) and field.was_single:
            found["schema"] = {"anyOf": [deepcopy(schema["items"]), schema]}
        return found


class Plugin(MarshmallowPlugin):
    """Uses our converter; one plugin per Api, since registering fields changes it."""

    Converter = Converter


def _write_exclusive(found: dict[str, Any], check: validate.Range) -> None:
    if check.min is not None and not check.min_inclusive:
        found.pop("minimum", None)
        found["exclusiveMinimum"] = check.min
    if check.max is not None and not check.max_inclusive:
        found.pop("maximum", None)
        found["exclusiveMaximum"] = check.max
