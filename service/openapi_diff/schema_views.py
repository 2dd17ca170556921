"""What does a schema demand, however it is spelt?

A definition is a tuple of sites that must all hold. Its view resolves references, unfolds `allOf`
and alternatives with a single branch, and takes the `null` out of `anyOf: [X, null]`, so that one
meaning has one form.
"""

from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from service.openapi_diff import json_types
from service.openapi_diff.description import Dialect, Site
from service.openapi_diff.equality import identity

Definition = tuple[Site, ...]

ANYTHING: Definition = ()
UNIONS = ("oneOf", "anyOf")
FOLDED = frozenset(("$ref", "allOf", *UNIONS))
_BEYOND_TYPES = FOLDED | {"not", "if"}
# Beside a reference these demand nothing: the definition is where the reference leads.
_REMARKS = frozenset(
    ("$ref", "allOf", "title", "description", "summary", "example", "examples", "deprecated")
)


class Part(NamedTuple):
    """One schema object of a view. `or_null` says that null is allowed in spite of it."""

    value: dict[str, Any]
    pointer: str
    or_null: bool


def pointers_of(definition: Definition) -> tuple[str, ...]:
    """What a definition is known by: where its sites are."""
    if len(definition) == 1:  # as nearly all are
        return (definition[0].pointer,)
    return tuple(site.pointer for site in definition)


@dataclass(slots=True, eq=False)
class SchemaView:
    """The conjunction of all parts, by keyword."""

    pointer: str
    dialect: Dialect
    demands: Callable[[Site], bool]  # of a schema of the same document: does it refuse anything?
    parts: list[Part] = field(default_factory=list)
    keywords: dict[str, tuple[Part, ...]] = field(default_factory=dict)
    nowhere: list[str] = field(default_factory=list)
    impossible: bool = False
    is_cut: bool = False  # there are more parts than anybody looks at
    _values: dict[Hashable, Any] | None = None
    _values_known: bool = False
    _types: int | None = None

    @property
    def definition(self) -> Definition:
        """What the view was made of, as a definition that has the same view."""
        return tuple(Site(part.value, part.pointer) for part in self.parts)

    def all_of(self, keyword: str) -> list[Any]:
        """Every value of a keyword; all of them hold."""
        parts = self.keywords.get(keyword)
        return [part.value[keyword] for part in parts] if parts else []

    def first(self, keyword: str, default: Any = None) -> Any:
        parts = self.keywords.get(keyword)
        return parts[0].value[keyword] if parts else default

    def where(self, keyword: str) -> str:
        """The pointer of the schema object that holds the keyword, or else the first demand."""
        parts = self.keywords.get(keyword) or self.parts
        for part in parts:
            if keyword in part.value or not _REMARKS.issuperset(part.value):
                return part.pointer
        return self.pointer

    def sites(self, keyword: str) -> Definition:
        """The schemas under a keyword, as one definition."""
        return tuple(
            Site(part.value[keyword], f"{part.pointer}/{keyword}")
            for part in self.keywords.get(keyword, ())
        )

    def is_set(self, keyword: str) -> bool:
        return any(value is True for value in self.all_of(keyword))

    @property
    def types(self) -> int:
        """The types that `type` and its companions allow; listed values play no part."""
        if self._types is None:
            bits = json_types.ANY
            for part in self.parts:
                bits &= self._part_types(part)
            if bits & json_types.FRACTION and any(map(_is_whole, self.all_of("multipleOf"))):
                bits &= ~json_types.FRACTION
            self._types = bits
        return self._types

    @property
    def values(self) -> dict[Hashable, Any] | None:
        """The listed values other than null, by identity; None where they are not listed."""
        if not self._values_known:
            self._values = self._listed_values()
            self._values_known = True
        return self._values

    @property
    def has_unions(self) -> bool:
        return "oneOf" in self.keywords or "anyOf" in self.keywords

    @property
    def has_null_beside_unions(self) -> bool:
        """Whether null is allowed where none of the alternatives need say so."""
        return self.has_unions and any(
            part.or_null for keyword in UNIONS for part in self.keywords.get(keyword, ())
        )

    @property
    def has_const(self) -> bool:
        return "const" in self.keywords

    def _listed_values(self) -> dict[Hashable, Any] | None:
        lists = [value for value in self.all_of("enum") if isinstance(value, list)]
        lists.extend([value] for value in self.all_of("const"))
        if not lists:
            return None
        types = self.types
        found = {
            identity(value): value
            for value in lists[0]
            if value is not None and json_types.type_of(value) & types
        }
        for other in lists[1:]:
            allowed = {identity(value) for value in other}
            found = {key: value for key, value in found.items() if key in allowed}
        return found

    def _part_types(self, part: Part) -> int:
        bits = json_types.declared(part.value.get("type"))
        nullable = self.dialect is not Dialect.OPENAPI_3_1 and (
            part.value.get("nullable") is True or part.value.get("x-nullable") is True
        )
        if nullable:
            # 3.0 wants null in the enum too; nearly everybody who writes `nullable` forgets it,
            # and both ways of reading must not make a change of `nullable` invisible.
            return bits | json_types.NULL
        if part.or_null:
            return bits | json_types.NULL
        listed = part.value.get("enum")
        if isinstance(listed, list) and None not in listed:
            bits &= ~json_types.NULL
        if "const" in part.value and part.value["const"] is not None:
            bits &= ~json_types.NULL
        return bits


def _is_whole(step: Any) -> bool:
    return type(step) is int or (type(step) is float and step.is_integer())


def is_null(schema: Any) -> bool:
    """Whether the schema allows null and nothing else."""
    if not isinstance(schema, dict) or not _BEYOND_TYPES.isdisjoint(schema):
        return False
    listed = [schema["const"]] if "const" in schema else schema.get("enum", [None])
    if schema.get("type") in ("null", ["null"]):
        return isinstance(listed, list) and None in listed
    return ("const" in schema or "enum" in schema) and listed == [None]
