"""How is the view of a schema made?

References are followed, `allOf` and alternatives with a single branch unfolded, and the `null` of
`anyOf: [X, null]` taken out.
"""

from collections.abc import Set as AbstractSet
from typing import Any

from service.openapi_diff import json_types
from service.openapi_diff.description import Description, Dialect, Site
from service.openapi_diff.pointers import join
from service.openapi_diff.schema_views import (
    FOLDED,
    UNIONS,
    Definition,
    Part,
    SchemaView,
    is_null,
    pointers_of,
)

_UNFOLDED = FOLDED | {"not"}
_NOT_NULL = {"type": ["boolean", "object", "array", "string", "number"]}
_DECIDING = _UNFOLDED | {"if", "$dynamicRef", "$recursiveRef"}
_REMARKS = frozenset(
    (
        *("title", "description", "summary", "$comment", "externalDocs", "xml"),
        *("example", "examples", "default", "deprecated"),
        *("nullable", "x-nullable"),  # these allow more than a type beside them
        *("$schema", "$id", "$anchor", "$dynamicAnchor", "$vocabulary", "$defs"),
    )
)
# Without anything in them, or with nought, these restrict nothing.
_LEAST = frozenset(
    (
        *("required", "properties", "patternProperties", "dependentRequired", "dependentSchemas"),
        *("minLength", "minItems", "minProperties", "uniqueItems"),
    )
)
_RESTRICTING = frozenset(("x-extensible-enum",))  # though an extension
_HIDING = FOLDED | {"readOnly", "writeOnly"}
_MAX_PARTS = 2_000  # an allOf of more parts is an attack; such a schema is not judged
_MAX_DEPTH = 24


class SchemaReader:
    """Makes the views of one document, each once."""

    def __init__(self, description: Description) -> None:
        self._description = description
        self._views: dict[tuple[str, ...], SchemaView] = {}
        self._types: dict[tuple[str, ...], int] = {}

    def settle(self, definition: Definition) -> Definition:
        """The definition that a lone reference means, so that all its users mean the same one."""
        for _ in range(_MAX_DEPTH if len(definition) == 1 else 0):
            target = self._lone_target(definition[0].value)
            if target is None:
                break
            definition = (target,)
        return definition

    def _lone_target(self, schema: Any) -> Site | None:
        if not isinstance(schema, dict) or "$ref" not in schema:
            return None
        reference = schema["$ref"]
        alone = len(schema) == 1 or self._description.dialect is not Dialect.OPENAPI_3_1
        if not isinstance(reference, str) or not alone:
            return None
        return self._description.locate(reference)

    def view(self, definition: Definition) -> SchemaView:
        key = pointers_of(definition)
        view = self._views.get(key)
        if view is None:
            view = self._views[key] = self._build(definition)
        return view

    def demands(self, site: Site) -> bool:
        """Whether a schema restricts anything, through references and `allOf`; remarks do not."""
        schema = site.value
        if not isinstance(schema, dict):
            return schema is False
        if all(_is_remark(keyword, said) for keyword, said in schema.items()):
            return False
        if FOLDED.isdisjoint(schema):
            return True
        view = self.view((site,))
        is_open = view.impossible or view.is_cut or bool(view.nowhere)
        return is_open or not all(
            _is_remark(keyword, part.value[keyword])
            for keyword, parts in view.keywords.items()
            for part in parts
        )

    def reachable_types(self, definition: Definition, *, depth: int = 0) -> int:
        """The types that can occur, the branches of alternatives included; rather too many.

        Alternatives may come back to themselves: what is still being asked counts as anything.
        """
        key = pointers_of(definition)
        if key not in self._types:
            self._types[key] = json_types.ANY
            self._types[key] = self._find_types(self.view(definition), depth)
        return self._types[key]

    def _find_types(self, view: SchemaView, depth: int) -> int:
        if view.impossible:
            return 0
        bits = view.types
        if view.values is not None:
            found = bits & json_types.NULL
            for value in view.values.values():
                found |= json_types.type_of(value)
            bits &= found
        if "required" in view.keywords and _refuses_required(view):
            bits &= ~json_types.OBJECT
        for union in UNIONS if depth < _MAX_DEPTH else ():
            bits &= self.union_types(view, union, depth=depth + 1)
        return bits

    def union_types(self, view: SchemaView, keyword: str, *, depth: int = 0) -> int:
        """The types that the alternatives under a keyword leave possible."""
        bits = json_types.ANY
        for part in view.keywords.get(keyword, ()):
            branches = Site(part.value, part.pointer).items(keyword)
            allowed = json_types.NULL if part.or_null else 0
            for branch in branches:
                allowed |= self.reachable_types((branch,), depth=depth)
            bits &= allowed if branches else json_types.ANY
        return bits

    def unions(self, view: SchemaView, keyword: str) -> list[list[Site]]:
        """The lists of alternatives under `oneOf` or `anyOf`."""
        return [
            self._possible(Site(part.value, part.pointer).items(keyword))
            for part in view.keywords.get(keyword, ())
        ]

    def _possible(self, branches: list[Site]) -> list[Site]:
        """The alternatives that anything can be; all of them if nothing can be any."""
        found = [branch for branch in branches if self.reachable_types((branch,))]
        return found or branches

    def _build(self, definition: Definition) -> SchemaView:
        pointer = definition[0].pointer if definition else ""
        view = SchemaView(pointer, self._description.dialect, self.demands)
        if len(definition) == 1 and _stands_alone(definition[0].value):
            _add(view, Part(definition[0].value, pointer, or_null=False), frozenset())
            return view
        waiting = [(site, False) for site in reversed(definition)]
        seen: set[tuple[str, bool]] = set()
        while waiting and len(view.parts) < _MAX_PARTS:
            site, or_null = waiting.pop()
            if (site.pointer, or_null) in seen:
                continue
            seen.add((site.pointer, or_null))
            if site.value is False and or_null:
                site = Site({"type": "null"}, site.pointer)
            if site.value is False:
                view.impossible = True
            elif isinstance(site.value, dict):
                waiting.extend(self._unfold(view, site, or_null=or_null))
        view.is_cut = bool(waiting)
        return view

    def _unfold(self, view: SchemaView, site: Site, *, or_null: bool) -> list[tuple[Site, bool]]:
        """Add the schema's own keywords to the view; answer what else must hold, last first."""
        value = site.value
        if _UNFOLDED.isdisjoint(value):
            _add(view, Part(value, site.pointer, or_null), frozenset())
            return []
        more: list[tuple[Site, bool]] = []
        reference = value.get("$ref")
        if isinstance(reference, str):
            more.extend((target, or_null) for target in self._target(view, reference))
            if self._description.dialect is not Dialect.OPENAPI_3_1:
                return more  # before 3.1 a reference stands alone
        more.extend((branch, or_null) for branch in reversed(site.items("allOf")))
        hidden = {"$ref", "allOf"}
        for keyword in UNIONS:
            branches = site.items(keyword)
            rest = [branch for branch in branches if not is_null(branch.value)]
            if len(rest) == 1:
                hidden.add(keyword)
                has_null = len(rest) < len(branches)
                if has_null and keyword == "oneOf" and self._allows_null(rest[0].value):
                    # Two branches accept null, so that `oneOf` refuses it.
                    more.append((Site(_NOT_NULL, join(site.pointer, keyword)), False))
                    has_null = False
                more.append((rest[0], or_null or has_null))
        twice = value.get("not")
        if isinstance(twice, dict) and twice.keys() == {"not"}:
            hidden.add("not")
            more.append((Site(twice["not"], join(site.pointer, "not", "not")), or_null))
        _add(view, Part(value, site.pointer, or_null), hidden)
        return more

    def _allows_null(self, schema: Any) -> bool:
        """Whether a schema says by itself, not by what it combines, that it may be null."""
        for _ in range(_MAX_DEPTH):
            target = self._lone_target(schema)
            if target is None:
                break
            schema = target.value
        if schema is True:
            return True
        if not isinstance(schema, dict) or not _DECIDING.isdisjoint(schema):
            return False
        part = Part(schema, "", or_null=False)
        view = SchemaView("", self._description.dialect, self.demands, [part])
        return bool(view.types & json_types.NULL)

    def _target(self, view: SchemaView, reference: str) -> list[Site]:
        target = self._description.locate(reference)
        if target is None:
            view.nowhere.append(reference)
            return []
        return [target]


def _is_remark(keyword: str, said: Any) -> bool:
    """Whether a keyword restricts nothing, or nothing with what it says."""
    if keyword in _LEAST:
        return not said
    return keyword in _REMARKS or (keyword.startswith("x-") and keyword not in _RESTRICTING)


def _refuses_required(view: SchemaView) -> bool:
    """Whether an object must have more than it may have; none can do both."""
    properties = [said for said in view.all_of("properties") if isinstance(said, dict)]
    needed = {str(name) for names in view.all_of("required") for name in _names(names)}
    unknown = needed.difference(*properties)
    if unknown and any(
        part.value["additionalProperties"] is False and not part.value.get("patternProperties")
        for part in view.keywords.get("additionalProperties", ())
    ):
        return True
    # What is hidden from one direction is not asked for there.
    always = [name for name in needed if all(_is_shown(said.get(name)) for said in properties)]
    return any(type(most) is int and most < len(always) for most in view.all_of("maxProperties"))


def _is_shown(schema: Any) -> bool:
    return not isinstance(schema, dict) or _HIDING.isdisjoint(schema)


def _names(said: Any) -> list[Any]:
    return list(said) if isinstance(said, dict | list) else []


def _stands_alone(schema: Any) -> bool:
    """Whether a schema is all of its view."""
    return isinstance(schema, dict) and _UNFOLDED.isdisjoint(schema)


def _add(view: SchemaView, part: Part, hidden: AbstractSet[str]) -> None:
    alone = (part,)
    if "not" in part.value and part.value["not"] in (True, {}) and not part.or_null:
        view.impossible = True
    view.parts.append(part)
    keywords = view.keywords
    if not keywords and not hidden:
        view.keywords = dict.fromkeys(part.value, alone)
        return
    for keyword in part.value:
        if keyword not in hidden:
            keywords[keyword] = (*keywords[keyword], part) if keyword in keywords else alone
