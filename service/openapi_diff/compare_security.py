"""Which credentials does an operation ask for, and did that become more?"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from service.openapi_diff.compare_schemes import compare_scheme, scheme_names, schemes_of
from service.openapi_diff.description import Description, Site
from service.openapi_diff.operation_views import OperationView
from service.openapi_diff.pointers import MISSING
from service.openapi_diff.verdicts import Cause, Effect
from service.openapi_diff.walk import REQUEST, Desk, Fact

# One way in: the schemes that are needed together, and the scopes of each.
Alternative = frozenset[tuple[str, frozenset[str]]]
Scopes = dict[str, frozenset[str]]

_MAX_WAYS = 100  # nobody offers more; beyond them only the very same way is found again


@dataclass(frozen=True, slots=True)
class Demand:
    """The ways in, and where they are written."""

    pointer: str
    alternatives: tuple[Alternative, ...]
    known: frozenset[Alternative]

    @property
    def is_open(self) -> bool:
        return not self.alternatives or frozenset() in self.alternatives

    @property
    def closed_ways(self) -> list[Alternative]:
        return [way for way in self.alternatives if way]


def compare_security(desk: Desk, base: OperationView, revision: OperationView) -> None:
    """Every way in that there was must still be one."""
    if _ask_the_same(desk, base, revision):
        return
    renamed = desk.walk.once("scheme names", lambda: scheme_names(desk.base, desk.revision))
    old = _demand(base.description, base.operation, renamed)
    new = _demand(revision.description, revision.operation, {})
    _link_schemes(desk, old, new, renamed)
    if old.is_open is not new.is_open:
        _report(desk, _rule_of_door(old, new), old, new, "")
        if new.is_open:
            return
    used = [_compare_way(desk, way, old, new) for way in old.closed_ways]
    for way in new.closed_ways:
        if way not in used and not (old.is_open and not new.is_open):
            _report(desk, "security.alternative-added", old, new, _name(way))


def _ask_the_same(desk: Desk, base: OperationView, revision: OperationView) -> bool:
    """Whether neither the demand nor any security scheme has changed, as is nearly always so."""
    holds = desk.walk.unchanged.holds
    return desk.walk.once(
        "security schemes unchanged",
        lambda: holds(_written_schemes(desk.base), _written_schemes(desk.revision)),
    ) and holds(
        _demanding(base.description, base.operation).value,
        _demanding(revision.description, revision.operation).value,
    )


def _written_schemes(description: Description) -> list[Any]:
    root = description.root
    schemes = root.child("components", "securitySchemes").value
    return [root.get("securityDefinitions"), None if schemes is MISSING else schemes]


def _demanding(description: Description, operation: Site) -> Site:
    """Where it is written what an operation asks for."""
    if isinstance(operation.get("security"), list):
        return operation.child("security")
    return description.root.child("security")


def _demand(description: Description, operation: Site, renamed: dict[str, str]) -> Demand:
    site = _demanding(description, operation)
    listed = site.value if isinstance(site.value, list) else []
    ways: Iterator[Alternative] = (
        frozenset(
            (
                str(renamed.get(name, name)),
                frozenset(scope for scope in scopes if isinstance(scope, str))
                if isinstance(scopes, list)
                else frozenset[str](),
            )
            for name, scopes in way.items()
        )
        for way in listed
        if isinstance(way, dict)
    )
    alternatives = tuple(dict.fromkeys(ways))
    return Demand(site.pointer, alternatives, frozenset(alternatives))


def _rule_of_door(old: Demand, new: Demand) -> str:
    if old.is_open:
        return "security.optional-withdrawn" if old.closed_ways else "security.required-added"
    return "security.made-optional" if new.closed_ways else "security.removed"


def _compare_way(desk: Desk, way: Alternative, old: Demand, new: Demand) -> Alternative | None:
    """Report what became of one way in; answer the way that stands for it now."""
    if way in new.known:
        return way
    before = dict(way)
    for rule, fits in (
        ("security.scope-removed", lambda after: _same_schemes(after, before, more=False)),
        ("", lambda after: _asks_no_more(after, before)),
        ("security.scope-added", lambda after: _same_schemes(after, before, more=True)),
        ("security.combined-scheme-added", lambda after: before.keys() < after.keys()),
    ):
        for other in new.alternatives[:_MAX_WAYS]:
            if fits(dict(other)):
                if rule:
                    _report(desk, rule, old, new, _name(other))
                return other if rule else None
    _report(desk, "security.alternative-removed", old, new, _name(way))
    return None


def _same_schemes(after: Scopes, before: Scopes, *, more: bool) -> bool:
    return after.keys() == before.keys() and (more or _asks_no_more(after, before))


def _asks_no_more(after: Scopes, before: Scopes) -> bool:
    return all(name in before and scopes <= before[name] for name, scopes in after.items())


def _report(desk: Desk, rule: str, old: Demand, new: Demand, subject: str) -> None:
    fact = Fact(
        rule,
        old.pointer,
        new.pointer,
        sorted(map(_name, old.alternatives[:_MAX_WAYS])),
        sorted(map(_name, new.alternatives[:_MAX_WAYS])),
        subject,
    )
    desk.report(fact, REQUEST)


def _name(way: Alternative) -> str:
    named = (
        f"{name} ({', '.join(sorted(scopes))})" if scopes else name
        for name, scopes in sorted(way, key=lambda pair: pair[0])
    )
    return " and ".join(named) or "none"


def _link_schemes(desk: Desk, old: Demand, new: Demand, renamed: dict[str, str]) -> None:
    """What the schemes themselves became concerns every operation that asks for them."""
    base, revision = schemes_of(desk.base), schemes_of(desk.revision)
    names, still_named = _named(old), _named(new)
    for before, site in base.items():
        after = renamed.get(before, before)
        if after not in names:
            continue
        if after in revision:
            desk.enter(compare_scheme, site, revision[after], passes=REQUEST)
        elif after in still_named:
            _report_undefined(desk, before, site)


def _named(demand: Demand) -> set[str]:
    return {name for way in demand.alternatives for name, _ in way}


def _report_undefined(desk: Desk, name: str, site: Site) -> None:
    """Credentials are still asked for, but nobody says any more what they are."""
    desk.report(
        Fact(
            "scheme.removed",
            site.pointer,
            None,
            name,
            None,
            name,
            effect=Effect.UNKNOWN,
            cause=Cause.REFERENCE,
        ),
        REQUEST,
    )
