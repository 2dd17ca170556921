"""Which kinds of value do the API's schemas use? Stricter than marshmallow's own.

JSON types are not converted into each other, strings hold no NUL and no lone surrogate (no
database stores them), integers fit 64 bits, instants are RFC 3339 with an offset.
"""

import re
import uuid
from collections.abc import Mapping
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any

from marshmallow import EXCLUDE, RAISE, Schema, ValidationError, fields, validate

from service.names import NAME_PATTERN, VERSION_NAME_PATTERN

INT64_MAX = 2**63 - 1
_RFC3339 = re.compile(
    r"\d{4}-\d{2}-\d{2}[Tt]\d{2}:\d{2}:\d{2}(\.\d{1,9})?([Zz]|[+-]\d{2}:\d{2})", re.ASCII
)


class RequestSchema(Schema):
    """A schema of input: undeclared fields are refused."""

    class Meta:
        unknown = RAISE


class ResponseSchema(Schema):
    """A schema of output: every field is always there; what may be null says so.

    More fields may come with later versions, so the document does not close the object.
    """

    class Meta:
        unknown = EXCLUDE

    def on_bind_field(self, field_name: str, field_obj: fields.Field[Any]) -> None:
        """Mark the field as required, for the document."""
        super().on_bind_field(field_name, field_obj)
        field_obj.required = True


class WholeMatch(validate.Regexp):
    """A pattern that the whole text must match; `$` alone lets a line feed through in Python."""

    def __call__(self, value: Any) -> Any:
        """Return the value; raises `ValidationError`."""
        if self.regex.fullmatch(value) is None:
            raise ValidationError(self._format_error(value))
        return value


class String(fields.String):
    """Text that any database can store."""

    def _deserialize(self, value: Any, *args: Any, **kwargs: Any) -> str:
        text: str = super()._deserialize(value, *args, **kwargs)
        if "\x00" in text:
            raise ValidationError("Must not contain the NUL character.")
        if any("\ud800" <= character <= "\udfff" for character in text):
            raise ValidationError("Must not contain lone surrogates.")
        return text


class Integer(fields.Integer):
    """A JSON integer (1.0 is one) of at most 64 bits; from a query, plain digits."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(strict=True, **kwargs)

    def _deserialize(self, value: Any, *args: Any, **kwargs: Any) -> int:
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise self.make_error("invalid", input=value)
        whole = int(value) if isinstance(value, float) and value.is_integer() else value
        number = super()._deserialize(whole, *args, **kwargs)
        if not -INT64_MAX - 1 <= number <= INT64_MAX:
            raise ValidationError("Must fit in 64 bits.")
        return number


class QueryInteger(fields.Integer):
    """An integer in a query string: an optional sign and ASCII digits."""

    def _deserialize(self, value: Any, *_: Any, **__: Any) -> int:
        if not isinstance(value, str) or not re.fullmatch(r"-?[0-9]{1,18}", value):
            raise self.make_error("invalid", input=value)
        return int(value)


class Boolean(fields.Boolean):
    """JSON true or false, nothing else."""

    def _deserialize(self, value: Any, *args: Any, **kwargs: Any) -> bool:
        del args, kwargs
        if not isinstance(value, bool):
            raise self.make_error("invalid", input=value)
        return value


class QueryBoolean(fields.Boolean):
    """`true` or `false` in a query string, nothing else."""

    def _deserialize(self, value: Any, *args: Any, **kwargs: Any) -> bool:
        del args, kwargs
        if value not in {"true", "false"}:
            raise self.make_error("invalid", input=value)
        return bool(value == "true")


class Timestamp(fields.DateTime):
    """An instant, RFC 3339 with an offset; normalised to UTC."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(format="iso", **kwargs)

    def _serialize(self, value: datetime | None, *_: Any, **__: Any) -> str | None:
        if value is None:
            return None
        return value.astimezone(UTC).isoformat().replace("+00:00", "Z")

    def _deserialize(self, value: Any, *args: Any, **kwargs: Any) -> datetime:
        del args, kwargs
        if not isinstance(value, str) or not _RFC3339.fullmatch(value):
            raise ValidationError("Must be an RFC 3339 date-time with an offset.")
        try:
            return datetime.fromisoformat(value.upper()).astimezone(UTC)
        except (ValueError, OverflowError):
            raise ValidationError("Not a date-time that exists.") from None


class Uuid(fields.UUID):
    """A UUID in its canonical spelling, kept as text."""

    def _serialize(self, value: Any, *_: Any, **__: Any) -> str | None:
        return None if value is None else str(value)

    def _deserialize(self, value: Any, *args: Any, **kwargs: Any) -> Any:
        del args, kwargs
        try:
            if isinstance(value, str) and str(uuid.UUID(value)) == value:
                return value
        except ValueError:
            pass
        raise self.make_error("invalid_uuid")


def name_field(**kwargs: Any) -> String:
    """Return a field for the name of a group, API, user or service account."""
    check = [
        validate.Length(min=1, max=64),
        WholeMatch(
            NAME_PATTERN,
            error="Lower-case letters, digits, and . _ - between them; 1 to 64 characters.",
        ),
    ]
    return String(validate=check, **_with_example(kwargs, "acme"))


def version_name_field(**kwargs: Any) -> String:
    """Return a field for the name of an API version."""
    check = [
        validate.Length(min=1, max=64),
        WholeMatch(
            VERSION_NAME_PATTERN,
            error="Letters, digits, and . _ + - between them; 1 to 64 characters.",
        ),
    ]
    return String(validate=check, **_with_example(kwargs, "1.2.0"))


class QueryList(fields.List[Any]):
    """A query parameter that may be given several times, at most 10: servers bound addresses.

    `was_single`: it could be given once only in a released document. Then the document goes on to
    take a single value, so that programs made from the older one fit.
    """

    def __init__(
        self, inner: fields.Field[Any], *, was_single: bool = False, **kwargs: Any
    ) -> None:
        self.was_single = was_single
        super().__init__(inner, validate=validate.Length(min=1, max=10), **kwargs)


def enum_field(values: type[StrEnum], **kwargs: Any) -> fields.Enum[Any]:
    """Return a field for a closed set, by value."""
    return fields.Enum(values, by_value=True, **kwargs)


def text_field(max_length: int, *, min_length: int = 0, **kwargs: Any) -> String:
    """Return a field for free text of bounded length."""
    return String(validate=validate.Length(min=min_length, max=max_length), **kwargs)


def _with_example(kwargs: dict[str, Any], example: str) -> dict[str, Any]:
    metadata: Mapping[str, Any] = kwargs.get("metadata", {})
    return {**kwargs, "metadata": {"example": example, **metadata}}
