"""By which members of a message does one come from its root to a definition?"""

from collections import deque
from collections.abc import Callable, Iterator
from typing import NamedTuple

from service.openapi_diff.description import Site
from service.openapi_diff.pointers import join, split
from service.openapi_witnesses.effort import Effort
from service.openapi_witnesses.negations import FRESH_NAME, with_item, with_property
from service.openapi_witnesses.translation import Library, Schema

_DEEPEST = 40
_MOST_VISITED = 20_000
_LISTS = ("allOf", "anyOf", "oneOf", "prefixItems", "items")
_MAPS = ("properties", "patternProperties", "dependentSchemas")
_SINGLE = (
    *("items", "additionalProperties", "unevaluatedProperties", "unevaluatedItems"),
    *("contains", "then", "else"),
)


class Step(NamedTuple):
    """From a schema to one below it, or beside it: by keyword, and name or place.

    `pointer` is that of the schema one comes to, `origin` that of the schema one leaves; `skipped`
    is how many items come before the one that is meant.
    """

    keyword: str
    name: str
    pointer: str
    origin: str
    skipped: int = 0


Route = tuple[Step, ...]


class Atlas:
    """Knows the references inside each schema of one document, in one direction."""

    def __init__(self, library: Library, effort: Effort) -> None:
        self._library = library
        self._effort = effort
        self._references: dict[str, list[tuple[Route, Site]]] = {}

    def routes(self, root: Site, target: str) -> Iterator[Route]:
        """Ways from the root of a message to the definition at a pointer, short ones first."""
        waiting: deque[tuple[Site, Route]] = deque([(root, ())])
        seen = {root.pointer}
        while waiting and len(seen) < _MOST_VISITED:
            site, route = waiting.popleft()
            self._effort.spend()
            inner = self._inside(site, target)
            if inner is not None:
                yield (*route, *inner)
            if len(route) >= _DEEPEST:
                continue
            for more, referred in self._referred(site):
                if referred.pointer not in seen:
                    seen.add(referred.pointer)
                    waiting.append((referred, (*route, *more)))

    def _inside(self, site: Site, target: str) -> Route | None:
        """The way to a definition that stands inside the text of this schema."""
        if target == site.pointer:
            return ()
        if not target.startswith(site.pointer + "/"):
            return None
        return self._spelt(site, split(target[len(site.pointer) :]))

    def _spelt(self, site: Site, tokens: list[str]) -> Route | None:
        route: list[Step] = []
        while tokens:
            for step, below in self._below(site):
                own = split(below.pointer[len(site.pointer) :])
                if tokens[: len(own)] == own:
                    route.extend(step)
                    site, tokens = below, tokens[len(own) :]
                    break
            else:
                return None
        return tuple(route)

    def _referred(self, site: Site) -> list[tuple[Route, Site]]:
        if site.pointer not in self._references:
            self._references[site.pointer] = list(self._find_references(site))
        return self._references[site.pointer]

    def _find_references(self, site: Site) -> Iterator[tuple[Route, Site]]:
        waiting: deque[tuple[Site, Route]] = deque([(site, ())])
        while waiting:
            current, route = waiting.popleft()
            self._effort.spend()
            reference = current.get("$ref")
            if isinstance(reference, str):
                target = self._library.description.locate(reference)
                if target is not None:
                    yield route, target
            if len(route) < _DEEPEST:
                waiting.extend((below, (*route, *step)) for step, below in self._below(current))

    def _below(self, site: Site) -> Iterator[tuple[Route, Site]]:
        """The schemas inside a schema that a message can come to."""
        if isinstance(site.value, dict):
            yield from self._listed_below(site)
            yield from self._named_below(site)

    def _listed_below(self, site: Site) -> Iterator[tuple[Route, Site]]:
        for keyword in _LISTS:
            if keyword in site.value:
                for place, member in enumerate(site.items(keyword)):
                    yield _step(site, keyword, str(place), member, skipped=place), member

    def _named_below(self, site: Site) -> Iterator[tuple[Route, Site]]:
        for keyword in _MAPS:
            entries = site.entries(keyword) if keyword in site.value else {}
            for name, member in entries.items():
                if keyword != "properties" or self._library.travels(member):
                    yield _step(site, keyword, name, member), member
        for keyword in _SINGLE:
            if isinstance(site.value.get(keyword), dict):
                member = site.child(keyword)
                skipped = len(site.items("prefixItems"))
                yield _step(site, keyword, "", member, skipped=skipped), member


def _step(site: Site, keyword: str, name: str, member: Site, *, skipped: int = 0) -> Route:
    if keyword == "allOf":
        return ()  # the same value, and always
    return (Step(keyword, name, member.pointer, site.pointer, skipped),)


def outward(route: Route, inner: Schema, library: Library | None) -> Schema:
    """What a message must be like for the value at the end of the route to be as asked.

    `library`: where the schemas on the way are; without it they play no part, only members do.
    """
    for step in reversed(route):
        inner = _around(step, inner, library)
    return inner


def _around(step: Step, inner: Schema, library: Library | None) -> Schema:
    if step.keyword in _MEMBERS:
        return _MEMBERS[step.keyword](step, inner)
    if library is None:
        # Branches have no counterpart on the other side but by their place.
        return {"allOf": [inner], "x-choose": step.pointer}
    there = library.reference(step.pointer)
    condition = library.reference(join(step.origin, "if"))
    match step.keyword:
        case "then":
            return {"allOf": [inner, condition, there]}
        case "else":
            return {"allOf": [inner, {"not": condition}, there]}
        case _:
            return {"allOf": [inner, there], "x-choose": step.pointer}


def _by_pattern(step: Step, inner: Schema) -> Schema:
    name = {"type": "string", "pattern": step.name}
    return {"type": "object", "x-name": name, "x-value": inner}


def _with_dependent(step: Step, inner: Schema) -> Schema:
    return {"type": "object", "required": [step.name], "allOf": [inner]}


def _item(step: Step, inner: Schema) -> Schema:
    return with_item(step.skipped, inner)


# Around a step into a member of the value.
_MEMBERS: dict[str, Callable[[Step, Schema], Schema]] = {
    "properties": lambda step, inner: with_property(step.name, inner),
    "additionalProperties": lambda _, inner: with_property(FRESH_NAME, inner),
    "unevaluatedProperties": lambda _, inner: with_property(FRESH_NAME, inner),
    "patternProperties": _by_pattern,
    "dependentSchemas": _with_dependent,
    "contains": lambda _, inner: with_item(0, inner),
    "items": _item,
    "prefixItems": _item,
    "unevaluatedItems": _item,
}


def pointer_of(route: Route) -> str:
    """The pointer into the message of the value that the route leads to."""
    pointer = ""
    for step in route:
        match step.keyword:
            case "properties":
                pointer = join(pointer, step.name)
            case "additionalProperties" | "unevaluatedProperties":
                pointer = join(pointer, FRESH_NAME)
            case "items" | "prefixItems" | "unevaluatedItems":
                pointer = join(pointer, step.skipped)
            case "contains":
                return pointer  # no item is at fault, but the list that lacks one
            case _:
                pass
    return pointer
