"""What changed in how long an operation is promised to live?"""

from datetime import date

from service.openapi_diff.description import Site
from service.openapi_diff.equality import same
from service.openapi_diff.walk import Desk, Fact

_STABILITIES = ("draft", "alpha", "beta", "stable")


def compare_lifecycle(desk: Desk, base: Site, revision: Site) -> None:
    before, after = base.get("deprecated") is True, revision.get("deprecated") is True
    if before is not after:
        rule = "deprecation.operation" if after else "deprecation.operation-reactivated"
        desk.report(Fact(rule, base.pointer, revision.pointer, before, after))
    _compare_sunset(desk, base, revision, deprecated=after)
    _compare_stability(desk, base, revision)


def _compare_sunset(desk: Desk, base: Site, revision: Site, *, deprecated: bool) -> None:
    before, after = base.get("x-sunset"), revision.get("x-sunset")
    if same(before, after):
        return
    fact = Fact("", base.pointer, revision.pointer, before, after)
    if after is None:
        if deprecated:
            desk.report(fact._replace(rule="sunset.deleted"))
        return
    new = _day(after)
    old = _day(before)
    if new is None:
        desk.report(fact._replace(rule="sunset.unparsable"))
    elif old is not None and new < old:
        desk.report(fact._replace(rule="sunset.brought-forward"))


def _day(value: object) -> date | None:
    try:
        return date.fromisoformat(str(value)[:10])
    except ValueError:
        return None


def _compare_stability(desk: Desk, base: Site, revision: Site) -> None:
    before, after = base.get("x-stability-level"), revision.get("x-stability-level")
    if same(before, after):
        return
    fact = Fact("stability.invalid", base.pointer, revision.pointer, before, after)
    if after is not None and after not in _STABILITIES:
        desk.report(fact)
    elif before in _STABILITIES and after in _STABILITIES:
        raised = _STABILITIES.index(after) > _STABILITIES.index(before)
        desk.report(fact._replace(rule=f"stability.{'increased' if raised else 'decreased'}"))
