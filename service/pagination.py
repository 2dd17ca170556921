"""How are long lists read in pages that stay right while rows come and go? By keyset."""

import base64
import binascii
import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Generic, TypeVar

from sqlalchemy import ColumnElement, Select, literal, tuple_
from sqlalchemy.orm import InstrumentedAttribute, Session

from service.errors import InvalidInput

Item = TypeVar("Item")

MAX_LIMIT = 100
DEFAULT_LIMIT = 50


@dataclass(frozen=True, slots=True)
class PageRequest:
    """Which page: at most `limit` items after the place that `cursor` names; None: the start."""

    limit: int = DEFAULT_LIMIT
    cursor: str | None = None


@dataclass(frozen=True, slots=True)
class Page(Generic[Item]):
    """Some items, and the cursor of the next page; None if there is none."""

    items: list[Item]
    next_cursor: str | None


@dataclass(frozen=True, slots=True)
class Order:
    """By which columns a list is sorted; together they are unique. All ascend, or all descend."""

    columns: Sequence[InstrumentedAttribute[Any]]
    descending: bool = False


def fetch_page(
    session: Session, statement: Select[Any], *, order: Order, page: PageRequest
) -> Page[Any]:
    """Return one page of a statement that selects one entity.

    Raises `InvalidInput` if the cursor is not one that an earlier page of this list gave.
    """
    columns = order.columns
    if page.cursor is not None:
        after = _decode(page.cursor, columns)
        place = tuple_(*columns)
        statement = statement.where(place < after if order.descending else place > after)
    sorting: list[ColumnElement[Any]] = [
        column.desc() if order.descending else column.asc() for column in columns
    ]
    rows = list(session.scalars(statement.order_by(*sorting).limit(page.limit + 1)))
    if len(rows) <= page.limit:
        return Page(rows, None)
    last = rows[page.limit - 1]
    return Page(rows[: page.limit], encode_cursor([getattr(last, c.key) for c in columns]))


def encode_cursor(values: Sequence[Any]) -> str:
    """Return the opaque cursor for a place in a list."""
    plain = [value.isoformat() if isinstance(value, datetime) else value for value in values]
    text = json.dumps(plain, separators=(",", ":"), ensure_ascii=False)
    return base64.urlsafe_b64encode(text.encode()).decode().rstrip("=")


def decode_cursor(cursor: str, *, length: int) -> list[Any]:
    """Return the values of a cursor.

    Raises `InvalidInput` if it is not a list of `length` strings and integers.
    """
    try:
        padded = cursor.encode("ascii") + b"=" * (-len(cursor) % 4)
        values = json.loads(base64.b64decode(padded, altchars=b"-_", validate=True))
    except (ValueError, binascii.Error, RecursionError):
        raise bad_cursor() from None
    if not isinstance(values, list) or len(values) != length or not all(map(_is_plain, values)):
        raise bad_cursor()
    return values


def _decode(cursor: str, columns: Sequence[InstrumentedAttribute[Any]]) -> Any:
    values = decode_cursor(cursor, length=len(columns))
    return tuple_(*(_bound(column, value) for column, value in zip(columns, values, strict=True)))


def _bound(column: InstrumentedAttribute[Any], value: Any) -> ColumnElement[Any]:
    """Return a value of a cursor as something to compare the column with."""
    kind = column.type.python_type
    if kind is datetime:
        return literal(_to_instant(value), column.type)
    if type(value) is not kind:
        raise bad_cursor()
    return literal(value)  # a forged number may be too large for the column's own type


def _to_instant(value: Any) -> datetime:
    try:
        instant = datetime.fromisoformat(value)
        if instant.tzinfo is None:
            raise bad_cursor()
        return instant.astimezone(UTC)
    except (TypeError, ValueError, OverflowError):
        raise bad_cursor() from None


def _is_plain(value: Any) -> bool:
    if isinstance(value, str):
        return "\x00" not in value and value.isprintable() and value.isascii()
    return type(value) is int and abs(value) < 2**63


def bad_cursor() -> InvalidInput:
    """Return the refusal of a cursor that a list did not give."""
    return InvalidInput(
        "The cursor is not one that this list gave.",
        details={"query": {"cursor": ["Not a cursor of this list."]}},
    )
