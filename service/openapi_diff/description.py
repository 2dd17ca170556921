"""What does one of the two documents say at a place, and in which dialect?"""

from collections.abc import Callable, Hashable
from enum import StrEnum
from typing import Any, TypeVar

from service.openapi_diff.pointers import MISSING, below, from_reference, resolve, unescape
from service.openapi_diff.schema_resources import named_schemas
from service.openapi_diff.sites import Site

__all__ = ["Description", "Dialect", "Site"]

_Answer = TypeVar("_Answer")

_MAX_HOPS = 64  # a longer chain of references to references is a cycle or a joke


class Dialect(StrEnum):
    """Which rules of reading hold for schemas."""

    SWAGGER_2 = "2.0"
    OPENAPI_3_0 = "3.0"
    OPENAPI_3_1 = "3.1"  # and everything after it


class Description:
    """One parsed document, read only."""

    def __init__(self, document: dict[str, Any]) -> None:
        self.document = document
        self.dialect = _dialect(document)
        self.root = Site(document, "")
        self._located: dict[str, Site | None] = {}
        self._holders: dict[str, Any] = {}
        self._ends: dict[str, Site] = {}
        self._answers: dict[Hashable, Any] = {}
        self._names: dict[str, Site] | None = None
        self._has_resources = self.dialect is Dialect.OPENAPI_3_1 and _has_resources(document)

    def locate(self, reference: str) -> Site | None:
        """Where a `$ref` leads, one hop; None where that is not in this document."""
        if reference not in self._located:
            self._located[reference] = self._find(reference)
        return self._located[reference]

    def once(self, key: Hashable, ask: Callable[[], _Answer]) -> _Answer:
        """What `ask` answers about this document; asked the first time only."""
        if key not in self._answers:
            self._answers[key] = ask()
        answer: _Answer = self._answers[key]
        return answer

    def follow(self, site: Site) -> Site:
        """The end of a chain of references; its value is MISSING where the chain breaks."""
        value = site.value
        if not isinstance(value, dict) or "$ref" not in value:  # as nearly all are
            return site
        reference = value["$ref"]
        if type(reference) is not str:
            return site
        end = self._ends.get(reference)
        if end is None:
            end = self._end(site)
            if end.value is not MISSING:  # a broken chain ends where it began
                self._ends[reference] = end
        return end

    def _end(self, site: Site) -> Site:
        for _ in range(_MAX_HOPS):
            reference = site.get("$ref")
            if not isinstance(reference, str):
                return site
            found = self.locate(reference)
            if found is None:
                break
            site = found
        return Site(MISSING, site.pointer)

    def _find(self, reference: str) -> Site | None:
        pointer = from_reference(reference)
        if pointer is None or self._has_resources:
            named = self._find_named(reference)
            if named is not None or pointer is None:
                return named
        value = self._resolve(pointer)
        return None if value is MISSING else Site(value, pointer)

    def _resolve(self, pointer: str) -> Any:
        """The value at a pointer; most share the way to their last token, which is kept."""
        holder, slash, token = pointer.rpartition("/")
        if not slash:
            return self.document
        if holder not in self._holders:
            self._holders[holder] = resolve(self.document, holder)
        return below(self._holders[holder], unescape(token))

    def _find_named(self, reference: str) -> Site | None:
        if self._names is None:
            is_modern = self.dialect is Dialect.OPENAPI_3_1
            self._names = named_schemas(self.root) if is_modern else {}
        return self._names.get(reference)


def _dialect(document: dict[str, Any]) -> Dialect:
    if "swagger" in document:
        return Dialect.SWAGGER_2
    if str(document.get("openapi", "")).startswith("3.0"):
        return Dialect.OPENAPI_3_0
    return Dialect.OPENAPI_3_1


def _has_resources(document: dict[str, Any]) -> bool:
    """Whether components have addresses of their own, so that pointers may start there."""
    components = document.get("components")
    schemas = components.get("schemas") if isinstance(components, dict) else None
    values = schemas.values() if isinstance(schemas, dict) else ()
    return any(isinstance(schema, dict) and "$id" in schema for schema in values)
