"""How is the text of an environment variable turned into the value of a setting?"""

import dataclasses
import types
from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path
from typing import Any, get_origin

from marshmallow import Schema, fields


def schema_of(settings: type[Any]) -> Schema:
    """Return the schema that makes the fields of a dataclass out of texts."""
    return Schema.from_dict(
        {field.name: _marshmallow_field(field) for field in dataclasses.fields(settings)},
        name="SettingsSchema",
    )()


def _marshmallow_field(field: dataclasses.Field[Any]) -> fields.Field[Any]:
    kind: Any = field.type
    options: dict[str, Any] = {"load_default": field.default}
    if check := field.metadata["check"]:
        options["validate"] = check
    if get_origin(kind) is tuple:
        return _CommaSeparated(**options)
    if kind is Path:
        return _PathField(**options)
    if issubclass(kind, StrEnum):
        return fields.Enum(kind, by_value=True, **options)
    simple: Mapping[type, type[fields.Field[Any]]] = types.MappingProxyType(
        {bool: fields.Boolean, int: fields.Integer, str: fields.String}
    )
    return simple[kind](**options)


class _CommaSeparated(fields.Field[tuple[str, ...]]):
    def _deserialize(self, value: Any, *_: Any, **__: Any) -> tuple[str, ...]:
        return tuple(part.strip() for part in value.split(",") if part.strip())


class _PathField(fields.Field[Path]):
    def _deserialize(self, value: Any, *_: Any, **__: Any) -> Path:
        return Path(value).expanduser()
