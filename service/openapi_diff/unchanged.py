"""Which parts of the two documents mean the same, so that nobody need look into them?"""

from typing import Any

from service.openapi_diff.description import Description
from service.openapi_diff.equality import references_in, same
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
        self._one_dialect = base.dialect is revision.dialect
        # By the ids of both; the values are kept beside the answer so that no other gets their id.
        self._answers: dict[tuple[int, int], tuple[Any, Any, bool]] = {}
        self._changed_references = self._find_changed_references()

    def holds(self, base: Any, revision: Any) -> bool:
        """Whether the two mean the same, as far as equal text and equal targets show."""
        if not isinstance(base, dict | list) or not isinstance(revision, dict | list):
            return self._find_out(base, revision)
        key = (id(base), id(revision))
        if key not in self._answers:
            self._answers[key] = (base, revision, self._find_out(base, revision))
        return self._answers[key][2]

    def _find_out(self, base: Any, revision: Any) -> bool:
        if not same(base, revision):
            return False
        if not self._one_dialect and _speaks_dialect(base):
            return False
        return self.refers_to_unchanged(base)

    def changed_uses(self, base: Any, revision: Any) -> set[str] | None:
        """The changed references of a schema that is itself the same on both sides.

        None where it is not the same, or where it does more with what it refers to than use it:
        then only a comparison can tell what the change comes to.
        """
        if not self._one_dialect or not same(base, revision) or not _only_uses(base):
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
        return self._changed_references.isdisjoint(references_in(value))

    def _find_changed_references(self) -> set[str]:
        """Every `$ref` text of the base whose meaning differs, by itself or by what it reaches."""
        users: dict[str, list[str]] = {}
        changed: list[str] = []
        waiting = list(references_in(self._base.document))
        known = set(waiting)
        for reference in waiting:
            base = self._base.locate(reference)
            revision = self._revision.locate(reference)
            base_value = base.value if base else MISSING
            if not self._same_target(base_value, revision.value if revision else MISSING):
                changed.append(reference)
                continue
            for used in references_in(base_value):
                users.setdefault(used, []).append(reference)
        found = set(changed)
        while changed:
            for user in users.get(changed.pop(), ()):
                if user not in found:
                    found.add(user)
                    changed.append(user)
        return found & known

    def _same_target(self, base: Any, revision: Any) -> bool:
        if not same(base, revision):
            return False
        return self._one_dialect or not _speaks_dialect(base)


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
