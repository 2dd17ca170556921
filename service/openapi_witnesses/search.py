"""Which message of one operation shows a finding?"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice
from typing import Any

from service.openapi_diff.changes import Change
from service.openapi_diff.pointers import resolve
from service.openapi_diff.proofs import Side, Witness, WitnessKind
from service.openapi_diff.verdicts import Judgement
from service.openapi_witnesses.aims import (
    Aim,
    Places,
    accepting_side,
    aims_of,
    is_about_undeclared,
    is_withheld,
    places_of,
    property_of,
)
from service.openapi_witnesses.atlas import Atlas, Route, outward, pointer_of
from service.openapi_witnesses.confirmation import Judge, Reading
from service.openapi_witnesses.effort import Effort
from service.openapi_witnesses.instances import Builder
from service.openapi_witnesses.messages import Exchange, Part
from service.openapi_witnesses.negations import with_property
from service.openapi_witnesses.reasons import Reason
from service.openapi_witnesses.text_forms import readings_of_text
from service.openapi_witnesses.translation import Library, Schema

_MOST_ROUTES = 3
_MOST_AIMS = 80
_PER_AIM = 6
_OTHER = {Side.BASE: Side.REVISION, Side.REVISION: Side.BASE}


@dataclass(slots=True)
class Trace:
    """What the search for one finding has come across."""

    reached: Exchange | None = None
    was_contradicted: bool = False
    was_unsupported: bool = False
    was_exhausted: bool = False


@dataclass(frozen=True, slots=True)
class _Case:
    """One finding in one message: who accepts, who refuses, and where the value is."""

    change: Change
    exchange: Exchange
    accepting: Side
    accepted: Schema
    refused: Schema
    places: Places

    @property
    def refusing(self) -> Side:
        return _OTHER[self.accepting]

    @property
    def is_open(self) -> bool:
        """Whether the engine could not tell what the edit does."""
        return self.change.judgement is Judgement.UNDETERMINED


class Search:
    """Searches the messages that travel in one direction."""

    def __init__(self, libraries: dict[Side, Library], effort: Effort) -> None:
        self._libraries = libraries
        self._judge = Judge(self._resolve, effort)
        self._builder = Builder(self._resolve, effort, self._judge.accepts)
        self._atlases = {side: Atlas(library, effort) for side, library in libraries.items()}
        # By the id of the part, which is kept beside the schema.
        self._roots: dict[int, tuple[Part, Schema]] = {}

    def witness(self, change: Change, exchange: Exchange, trace: Trace) -> Witness | None:
        """The witness that the message gives; raises Exhausted and Unsupported."""
        side = accepting_side(change)
        case = _Case(
            change,
            exchange,
            side,
            self._root(side, exchange),
            self._root(_OTHER[side], exchange),
            places_of(change),
        )
        for way, route in self._routes(case):
            trace.reached = trace.reached or exchange
            found = self._refused(case, way, route, trace)
            if found is not None:
                return found
        return self._withheld(case, trace) if is_withheld(change) and not case.is_open else None

    def part(self, change: Change, exchange: Exchange, trace: Trace) -> Witness | None:
        """A value of the changed definition alone, where no whole message holds it."""
        side, places = accepting_side(change), places_of(change)
        if places.accepting is None or places.refusing is None:
            return None
        accepted = self._libraries[side].at(places.accepting)
        refused = self._libraries[_OTHER[side]].at(places.refusing)
        case = _Case(change, exchange, side, accepted, refused, places)
        found = None if case.is_open else self._refused(case, side, (), trace)
        return replace(found, kind=WitnessKind.PART) if found else None

    def _resolve(self, reference: str) -> Schema:
        side, _, pointer = reference.partition("#")
        return self._libraries[Side(side)].at(pointer)

    def _root(self, side: Side, exchange: Exchange) -> Schema:
        part = _part(exchange, side)
        if id(part) not in self._roots:
            self._roots[id(part)] = part, self._schema_of(part, side)
        return self._roots[id(part)][1]

    def _schema_of(self, part: Part, side: Side) -> Schema:
        if part.schema is None:
            return True
        library = self._libraries[side]
        site = part.schema
        if resolve(library.description.document, site.pointer) is site.value:
            return library.reference(site.pointer)
        return library.translate(site)  # put together from several places

    def _routes(self, case: _Case) -> Iterator[tuple[Side, Route]]:
        """Ways to the value that is to be refused, by the definitions of one side or the other."""
        for side, pointer in (
            (case.accepting, case.places.accepting),
            (case.refusing, case.places.refusing),
        ):
            if pointer is not None:
                found = islice(self._ways(_part(case.exchange, side), side, pointer), _MOST_ROUTES)
                yield from ((side, _to_owner(route, case.change)) for route in found)

    def _ways(self, part: Part, side: Side, pointer: str) -> Iterator[Route]:
        if pointer == part.owner:
            yield ()
        if part.schema is not None:
            yield from self._atlases[side].routes(part.schema, pointer)

    def _refused(self, case: _Case, way: Side, route: Route, trace: Trace) -> Witness | None:
        library = self._libraries[way] if way is case.accepting else None
        typed: Witness | None = None
        for aim in islice(self._aims(case), _MOST_AIMS):
            if case.is_open and aim.reading is not Reading.AS_WRITTEN:
                continue
            wish = outward(route, aim.schema, library)
            for instance in islice(self._builder.values((case.accepted, wish)), _PER_AIM):
                reason = self._reason(case, instance, route, aim.reading, trace)
                if reason is None:
                    continue
                if not self._may_be_read_otherwise(case, instance):
                    return _witness(case, instance, reason, _KINDS[aim.reading])
                typed = typed or _witness(case, instance, reason, WitnessKind.INTERPRETED)
        # What could not be told breaks by what is written alone, not by how it may be read.
        return None if case.is_open else typed

    def _aims(self, case: _Case) -> Iterator[Aim]:
        accepting = self._definition(case, case.accepting, case.places.accepting)
        refusing = self._definition(case, case.refusing, case.places.refusing)
        return aims_of(case.change, accepting, refusing, self._resolve)

    def _definition(self, case: _Case, side: Side, pointer: str | None) -> Schema:
        if pointer is None:
            return True
        if pointer == _part(case.exchange, side).owner:
            return self._root(side, case.exchange)
        return self._libraries[side].at(pointer)

    def _reason(
        self, case: _Case, instance: Any, route: Route, reading: Reading, trace: Trace
    ) -> Reason | None:
        """Why the instance is refused; None unless the other side accepts it, all is as assumed,
        and what is refused is the value that the finding is about.
        """
        if not self._judge.accepts(case.accepted, instance, reading):
            return None
        if self._judge.accepts(case.refused, instance, reading):
            trace.was_contradicted = True
            return None
        if not is_about_undeclared(case.change.rule) and not self._judge.accepts(
            case.accepted, instance, Reading.CLOSED
        ):
            return None  # nobody sends what is not declared
        reasons = [
            reason
            for reason in self._judge.reasons(case.refused, instance, reading)
            if f"{reason.pointer}/".startswith(f"{pointer_of(route)}/")
        ]
        named = repr(case.change.subject)
        reasons.sort(key=lambda reason: (named not in reason.sentence, reason.pointer.count("/")))
        return reasons[0] if reasons else None

    def _may_be_read_otherwise(self, case: _Case, instance: Any) -> bool:
        """Whether it is written as text, and the text is accepted as another value."""
        return _part(case.exchange, case.accepting).is_text and any(
            self._judge.accepts(case.refused, reading) for reading in readings_of_text(instance)
        )

    def _withheld(self, case: _Case, trace: Trace) -> Witness | None:
        """What the base may send, and nobody who keeps to the revision does."""
        pointer, name = case.places.refusing, property_of(case.change)
        part = _part(case.exchange, Side.BASE)
        for route in islice(self._ways(part, Side.BASE, pointer or ""), _MOST_ROUTES):
            trace.reached = trace.reached or case.exchange
            to_owner = _to_owner(route, case.change)
            wish = outward(to_owner, with_property(name, schema=True), self._libraries[Side.BASE])
            for instance in islice(self._builder.values((case.refused, wish)), _PER_AIM):
                if not self._judge.accepts(case.refused, instance):
                    continue
                for reason in self._judge.reasons(case.accepted, instance, Reading.CLOSED):
                    if name in reason.unexpected and reason.pointer == pointer_of(to_owner):
                        return _witness(case, instance, reason, WitnessKind.WITHHELD)
        return None


def _part(exchange: Exchange, side: Side) -> Part:
    return exchange.base if side is Side.BASE else exchange.revision


def _to_owner(route: Route, change: Change) -> Route:
    """Of a rule about a property, the way to the object that has it."""
    if change.rule.startswith("property.") and route:
        last = route[-1]
        if last.keyword == "properties" and last.name == change.subject:
            return route[:-1]
    return route


_KINDS = {
    Reading.AS_WRITTEN: WitnessKind.REFUSED,
    Reading.CLOSED: WitnessKind.UNDECLARED,
    Reading.INTERPRETED: WitnessKind.INTERPRETED,
}


def _witness(case: _Case, instance: Any, reason: Reason, kind: WitnessKind) -> Witness:
    accepting, refusing = case.accepting, case.refusing
    if kind is WitnessKind.WITHHELD:
        accepting, refusing = refusing, accepting
    part = _part(case.exchange, case.accepting)
    return Witness(
        kind=kind,
        instance=instance,
        operation=case.exchange.operation,
        direction=case.exchange.direction,
        place=part.place,
        name=part.name,
        status=part.status,
        media_type=part.media_type,
        accepted_by=accepting,
        refused_by=refusing,
        pointer=reason.pointer,
        reason=reason.sentence,
    )
