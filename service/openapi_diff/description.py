"""What does one of the two documents say at a place, and in which dialect?"""

from enum import StrEnum
from typing import Any, NamedTuple

from service.openapi_diff.pointers import (
    MISSING,
    below,
    from_reference,
    join,
    resolve,
    unescape,
)

_MAX_HOPS = 64  # a longer chain of references to references is a cycle or a joke


class Dialect(StrEnum):
    """Which rules of reading hold for schemas."""

    SWAGGER_2 = "2.0"
    OPENAPI_3_0 = "3.0"
    OPENAPI_3_1 = "3.1"  # and everything after it


class Site(NamedTuple):
    """A value of a document and the pointer to where it is defined."""

    value: Any
    pointer: str

    def child(self, *tokens: str | int) -> "Site":
        """The value below, or MISSING; never fails on odd documents."""
        value = self.value
        for token in tokens:
            if isinstance(value, dict) and isinstance(token, str):
                value = value.get(token, MISSING)
            elif isinstance(value, list) and isinstance(token, int) and token < len(value):
                value = value[token]
            else:
                value = MISSING
        return Site(value, join(self.pointer, *tokens))

    def entries(self, name: str) -> "dict[str, Site]":
        """The members of the object called `name`; none where it is not an object."""
        value = self.value.get(name) if isinstance(self.value, dict) else None
        if not isinstance(value, dict):
            return {}
        pointer = join(self.pointer, name)
        return {key: Site(child, join(pointer, key)) for key, child in value.items()}

    def items(self, name: str) -> "list[Site]":
        """The members of the list called `name`; none where it is not a list."""
        value = self.value.get(name) if isinstance(self.value, dict) else None
        if not isinstance(value, list):
            return []
        pointer = join(self.pointer, name)
        return [Site(child, join(pointer, index)) for index, child in enumerate(value)]

    def get(self, name: str, default: Any = None) -> Any:
        return self.value.get(name, default) if isinstance(self.value, dict) else default


class Description:
    """One parsed document, read only."""

    def __init__(self, document: dict[str, Any]) -> None:
        self.document = document
        self.dialect = _dialect(document)
        self.root = Site(document, "")
        self._located: dict[str, Site | None] = {}
        self._holders: dict[str, Any] = {}
        self._anchors: dict[str, Site] | None = None

    def locate(self, reference: str) -> Site | None:
        """Where a `$ref` leads, one hop; None where that is not in this document."""
        if reference not in self._located:
            self._located[reference] = self._find(reference)
        return self._located[reference]

    def follow(self, site: Site) -> Site:
        """The end of a chain of references; its value is MISSING where the chain breaks."""
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
        if pointer is None:
            return self._find_anchor(reference)
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

    def _find_anchor(self, reference: str) -> Site | None:
        if self._anchors is None:
            self._anchors = _anchors(self.root) if self.dialect is Dialect.OPENAPI_3_1 else {}
        return self._anchors.get(reference)


def _dialect(document: dict[str, Any]) -> Dialect:
    if "swagger" in document:
        return Dialect.SWAGGER_2
    if str(document.get("openapi", "")).startswith("3.0"):
        return Dialect.OPENAPI_3_0
    return Dialect.OPENAPI_3_1


def _anchors(root: Site) -> dict[str, Site]:
    """Every name that a plain-name fragment or an `$id` can address, first definition first."""
    found: dict[str, Site] = {}
    open_sites = [root]
    while open_sites:
        site = open_sites.pop()
        if isinstance(site.value, dict):
            for keyword, form in (("$anchor", "#{}"), ("$dynamicAnchor", "#{}"), ("$id", "{}")):
                name = site.value.get(keyword)
                if isinstance(name, str):
                    found.setdefault(form.format(name), site)
            open_sites.extend(site.child(key) for key in reversed(site.value))
        elif isinstance(site.value, list):
            open_sites.extend(site.child(index) for index in range(len(site.value)))
    return found
