"""Which properties does an object declare, and what holds for the others?"""

from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from typing import Any

from service.openapi_diff.description import Site
from service.openapi_diff.patterns import PatternJudge
from service.openapi_diff.pointers import escape
from service.openapi_diff.schema_reading import SchemaReader
from service.openapi_diff.schema_views import UNIONS, Definition, Part, SchemaView
from service.openapi_diff.unchanged import Unchanged
from service.openapi_diff.walk import BOTH, REQUEST, RESPONSE

_HIDING = frozenset(("readOnly", "writeOnly", "$ref", "allOf", "oneOf", "anyOf"))
_BRANCHES = frozenset((*UNIONS, "if", "dependentSchemas"))
CLOSING = ("additionalProperties", "unevaluatedProperties")


class Entries(Mapping[str, Definition]):
    """The schemas under a keyword that holds them by name; those of one name must all hold.

    Most names of most objects are never asked for, so their sites are made when they are.
    """

    def __init__(
        self, view: SchemaView, keyword: str, refused: AbstractSet[str] = frozenset()
    ) -> None:
        self._keyword = keyword
        self._parts: dict[str, tuple[Part, ...]] = {}
        self._also: dict[str, tuple[Site, ...]] = {}
        self._lone: dict[str, Any] | None = {}
        for part in view.keywords.get(keyword, ()):
            entries = part.value[keyword]
            if not isinstance(entries, dict):
                continue
            if not self._parts and not refused:
                self._parts = dict.fromkeys(entries, (part,))
                self._lone = entries
                continue
            self._lone = None
            for name in entries:
                if name not in refused:
                    self._parts[name] = (*self._parts.get(name, ()), part)

    def values_of(self, name: str) -> list[Any]:
        own = [part.value[self._keyword][name] for part in self._parts[name]]
        return [*own, *(site.value for site in self._also[name])] if name in self._also else own

    def changed_names(self, other: "Entries", unchanged: Unchanged) -> set[str]:
        """The names on both sides whose schemas say something else, or refer to what does."""
        before, after = self._written_in_one_place(), other._written_in_one_place()  # noqa: SLF001 - of the same class
        if before is not None and after is not None:  # as nearly all are: without a list per name
            holds = unchanged.holds
            return {
                name
                for name, schema in before.items()
                if name in after and not holds(schema, after[name])
            }
        all_hold = unchanged.all_hold
        return {
            name
            for name in self
            if name in other and not all_hold(self.values_of(name), other.values_of(name))
        }

    def _written_in_one_place(self) -> dict[str, Any] | None:
        """The schemas as they stand in the document, where one object holds them all."""
        return None if self._also else self._lone

    def judge_also(self, name: str, site: Site) -> None:
        """A schema from elsewhere that a name must satisfy as well."""
        self._also[name] = (*self._also.get(name, ()), site)

    def __getitem__(self, name: str) -> Definition:
        token = escape(name)
        own = tuple(
            [
                Site(part.value[self._keyword][name], f"{part.pointer}/{self._keyword}/{token}")
                for part in self._parts[name]
            ]
        )
        return own + self._also.get(name, ())

    def __iter__(self) -> Iterator[str]:
        return iter(self._parts)

    def __len__(self) -> int:
        return len(self._parts)

    def __contains__(self, name: object) -> bool:
        return name in self._parts


class ObjectView:
    """The object keywords of a view."""

    def __init__(self, view: SchemaView, judge: PatternJudge) -> None:
        self.view = view
        self.judge = judge
        self.required = {
            name: part.pointer
            for part in view.keywords.get("required", ())
            if isinstance(part.value["required"], list)
            for name in part.value["required"]
            if isinstance(name, str)
        }
        self.pattern_properties = Entries(view, "patternProperties")
        self.closing_parts = [
            (keyword, part)
            for keyword in CLOSING
            for part in view.keywords.get(keyword, ())
            if view.demands(Site(part.value[keyword], f"{part.pointer}/{keyword}"))
            # What `additionalProperties` has judged, nothing beside it is left to judge.
            if keyword == "additionalProperties" or "additionalProperties" not in part.value
        ]
        self.properties = Entries(view, "properties", self._refused())
        self._judge_across()

    @property
    def is_closed(self) -> bool:
        """Whether no property is allowed that is not declared."""
        return any(part.value[keyword] is False for keyword, part in self.closing_parts)

    @property
    def is_opened_by_branches(self) -> bool:
        """Whether it is closed, but for what alternatives and conditions declare."""
        by_word = any(
            keyword == "additionalProperties" and part.value[keyword] is False
            for keyword, part in self.closing_parts
        )
        return self.is_closed and not by_word and not _BRANCHES.isdisjoint(self.view.keywords)

    def travels(self, reader: SchemaReader, name: str) -> int:
        """In which directions a property travels, also one that another part refuses."""
        declared = Entries(self.view, "properties").get(name)
        return BOTH if declared is None else visibility(reader, declared)

    @property
    def additional(self) -> Definition:
        """The schema of undeclared properties; none where they are free, or refused."""
        return tuple(
            Site(part.value[keyword], f"{part.pointer}/{keyword}")
            for keyword, part in self.closing_parts
            if isinstance(part.value[keyword], dict)
        )

    def allows_undeclared(self, name: str) -> bool | None:
        """Whether a property may be present that is not declared; None where nobody can tell."""
        answers = [
            self._may_pass(keyword, part, name)
            for keyword, part in self.closing_parts
            if part.value[keyword] is False
        ]
        if False in answers:
            return False
        return None if None in answers else True

    def schema_for_undeclared(self, name: str) -> Definition:
        """What a property must satisfy that is not declared by name; none where it is free."""
        by_pattern = [
            site
            for pattern, sites in self.pattern_properties.items()
            if self.judge.matches(pattern, name)
            for site in sites
        ]
        return tuple(by_pattern) or self.additional

    @property
    def declares_any(self) -> bool:
        """Whether there are properties of which anything is said."""
        return bool(self.properties or self.pattern_properties or self.closing_parts)

    def schema_for(self, name: str) -> Definition:
        """What a property must satisfy, declared by its name or not; none where it is free."""
        declared = self.properties.get(name)
        return declared if declared is not None else self.schema_for_undeclared(name)

    def _judge_across(self) -> None:
        """Names of one part of an `allOf` must satisfy what another says of undeclared ones."""
        for keyword, part in self.closing_parts:
            schema = part.value[keyword]
            if keyword != "additionalProperties" or not isinstance(schema, dict):
                continue
            for name in self.properties.keys() - _declared_by(part):
                if self._may_pass(keyword, part, name) is False:
                    self.properties.judge_also(name, Site(schema, f"{part.pointer}/{keyword}"))

    def _refused(self) -> set[str]:
        """Names that one part of an `allOf` declares and another one, closed by itself, refuses."""
        declaring = self.view.keywords.get("properties", ())
        closed = [
            (keyword, part)
            for keyword, part in self.closing_parts
            if keyword == "additionalProperties" and part.value[keyword] is False
        ]
        if not closed:
            return set()
        return {
            name
            for part in declaring
            if isinstance(part.value["properties"], dict)
            for keyword, other in closed
            if other is not part
            for name in part.value["properties"].keys() - _declared_by(other)
            if self._may_pass(keyword, other, name) is False
        }

    def _may_pass(self, keyword: str, part: Part, name: str) -> bool | None:
        if keyword == "unevaluatedProperties":
            patterns = list(self.pattern_properties)
        else:
            own = part.value.get("patternProperties")
            patterns = list(own) if isinstance(own, dict) else []
        answers = {self.judge.matches(pattern, name) for pattern in patterns}
        if True in answers:
            return True
        return None if None in answers else False


def _declared_by(part: Part) -> set[str]:
    properties = part.value.get("properties")
    return set(properties) if isinstance(properties, dict) else set()


def visibility(reader: SchemaReader, definition: Definition) -> int:
    """In which directions a property travels."""
    if len(definition) == 1 and _is_plainly_visible(definition[0].value):
        return BOTH
    view = reader.view(reader.settle(definition))
    passes = BOTH
    if view.is_set("readOnly"):
        passes &= ~REQUEST
    if view.is_set("writeOnly"):
        passes &= ~RESPONSE
    return passes


def _is_plainly_visible(schema: Any) -> bool:
    return not isinstance(schema, dict) or _HIDING.isdisjoint(schema)
