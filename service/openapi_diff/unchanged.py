"""Which parts of the two documents mean the same, so that nobody need look into them?"""

from collections.abc import Iterator, Sequence
from typing import Any

from service.openapi_diff.description import Description
from service.openapi_diff.equality import (
    are_same,
    differ_at_once,
    printed,
    references_in,
    references_in_print,
    same,
)
from service.openapi_diff.pointers import MISSING

# Texts that say one thing in one dialect and another in the next.
_DIALECT_WORDS = frozenset(
    ("nullable", "x-nullable", "exclusiveMinimum", "exclusiveMaximum", "const", "collectionFormat")
)

# Keywords that set what is referred to against something else, or hide it from one direction.
_COMBINING = frozenset(
    (
        "allOf",
        "oneOf",
        "not",
        "if",
        "contains",
        "readOnly",
        "writeOnly",
        "discriminator",
        "dependentSchemas",
        "$dynamicRef",
        "unevaluatedProperties",
        "unevaluatedItems",
    )
)

_HIDING = frozenset(("readOnly", "writeOnly", "$ref", "allOf"))


class Unchanged:
    """Tells equal parts from changed ones, also where only what they refer to has changed."""

    def __init__(self, base: Description, revision: Description) -> None:
        self._base = base
        self._revision = revision
        self.one_dialect = base.dialect is revision.dialect
        # By the ids of both; the values are kept so that no others get their ids.
        self._answers: dict[tuple[int, int], bool] = {}
        self._texts: dict[tuple[int, int], bool] = {}
        self._kept: list[tuple[Any, Any]] = []
        self._parts = _Parts(base.document)
        self._changed_references = self._find_changed_references()

    def holds(self, base: Any, revision: Any) -> bool:
        """Whether the two mean the same, as far as equal text and equal targets show."""
        kind = type(base)
        if kind is str:
            return bool(base == revision)
        if kind is not dict and kind is not list:
            return same(base, revision)
        if len(base) == 1 and kind is dict and type(base.get("$ref")) is str:
            # Many of what is asked about refer elsewhere, and say nothing by themselves.
            return base == revision and base["$ref"] not in self._changed_references
        key = (id(base), id(revision))
        answer = self._answers.get(key)
        if answer is None:
            # The cheapest first: most of what is asked about differs at once, also in its kind.
            answer = (
                not differ_at_once(base, revision)
                and self.refers_to_unchanged(base)
                and self._says_the_same(base, revision)
            )
            self._answers[key] = answer
            self._kept.append((base, revision))
        return answer

    def all_hold(self, base: Sequence[Any], revision: Sequence[Any]) -> bool:
        """Whether two lists of values say the same, one by one, with all they refer to."""
        if len(base) == len(revision) == 1:  # as nearly all are
            return self.holds(base[0], revision[0])
        return len(base) == len(revision) and all(map(self.holds, base, revision))

    def changed_uses(self, base: Any, revision: Any) -> set[str] | None:
        """The changed references of a schema that is itself the same on both sides.

        None where it is not the same, or where it does more with what it refers to than use it:
        then only a comparison can tell what the change comes to.
        """
        if not self.one_dialect or not self.reads_the_same(base, revision) or not _only_uses(base):
            return None
        changed = references_in(base) & self._changed_references
        return None if any(map(self._may_hide, changed)) else changed

    def _may_hide(self, reference: str) -> bool:
        """Whether a property that refers to it may travel in other directions than before."""
        sites = self._base.locate(reference), self._revision.locate(reference)
        return any(
            site is not None and isinstance(site.value, dict) and not _HIDING.isdisjoint(site.value)
            for site in sites
        )

    def refers_to_unchanged(self, value: Any) -> bool:
        """Whether nothing that `value` refers to, near or far, has changed."""
        if not self._changed_references or not isinstance(value, dict | list):
            return True
        return self._changed_references.isdisjoint(self._parts.references_of(value))

    def reads_the_same(self, base: Any, revision: Any) -> bool:
        """Whether the two say the same by themselves; asked once of a pair."""
        if not isinstance(base, dict | list) or not isinstance(revision, dict | list):
            return same(base, revision)
        key = (id(base), id(revision))
        known = self._texts.get(key)
        if known is None:
            answer = not differ_at_once(base, revision) and self._says_the_same(base, revision)
            known = self._texts[key] = answer
            self._kept.append((base, revision))
        return known

    def _says_the_same(self, base: Any, revision: Any) -> bool:
        """Whether two that do not differ at once are the same, in either document's dialect."""
        if not are_same(base, revision, self._parts.print_of(base)):
            return False
        return self.one_dialect or not _speaks_dialect(base)

    def _find_changed_references(self) -> set[str]:
        """Every `$ref` text of the base whose meaning differs, by itself or by what it reaches."""
        users: dict[str, list[str]] = {}
        changed: list[str] = []
        known = self._parts.all_references()
        for reference in known:
            base = self._base.locate(reference)
            revision = self._revision.locate(reference)
            base_value = base.value if base else MISSING
            if not self.reads_the_same(base_value, revision.value if revision else MISSING):
                changed.append(reference)
                continue
            for used in self._parts.references_of(base_value):
                users.setdefault(used, []).append(reference)
        found = set(changed)
        while changed:
            for user in users.get(changed.pop(), ()):
                if user not in found:
                    found.add(user)
                    changed.append(user)
        return found & known


class _Parts:
    """The parts of a document that are asked about as a whole, each printed and searched once."""

    def __init__(self, document: dict[str, Any]) -> None:
        self._prints = {id(part): printed(part) for part in _parts_of(document)}
        self._last: tuple[Any, bytes | None] = (None, None)
        # The values are kept beside the answers so that no others get their ids.
        self._references: dict[int, tuple[Any, set[str]]] = {}
        for part in _parts_of(document):
            self.references_of(part)

    def print_of(self, value: Any) -> bytes | None:
        """The print of a value; kept for a part, and until another is asked for."""
        known = self._prints.get(id(value))
        if known is not None:
            return known
        if self._last[0] is not value:
            self._last = (value, printed(value))
        return self._last[1]

    def references_of(self, value: Any) -> set[str]:
        known = self._references.get(id(value))
        if known is None:
            text = self.print_of(value)
            found = references_in(value) if text is None else references_in_print(text, value)
            known = self._references[id(value)] = (value, found)
        return known[1]

    def all_references(self) -> set[str]:
        return set().union(*(found for _, found in self._references.values()))


def _parts_of(document: dict[str, Any]) -> Iterator[Any]:
    """The path items and components, and what else a document holds."""
    for name, section in document.items():
        for member in section.values() if isinstance(section, dict) else (section,):
            if name == "components" and isinstance(member, dict):
                yield from member.values()
            else:
                yield member


def _only_uses(schema: Any) -> bool:
    open_values = [schema]
    while open_values:
        current = open_values.pop()
        if isinstance(current, dict):
            if not _COMBINING.isdisjoint(current):
                return False
            open_values.extend(current.values())
        elif isinstance(current, list):
            open_values.extend(current)
    return True


def _speaks_dialect(value: Any) -> bool:
    open_values = [value]
    while open_values:
        current = open_values.pop()
        if isinstance(current, dict):
            if not _DIALECT_WORDS.isdisjoint(current) or ("$ref" in current and len(current) > 1):
                return True
            open_values.extend(current.values())
        elif isinstance(current, list):
            open_values.extend(current)
    return False
