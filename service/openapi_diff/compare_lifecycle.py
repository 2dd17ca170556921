"""What changed in how long an operation is promised to live?"""

from datetime import date

from service.openapi_diff.description import Site
from service.openapi_diff.equality import same
from service.openapi_diff.options import Calendar
from service.openapi_diff.walk import Desk, Fact

_STABILITIES = ("draft", "alpha", "beta", "stable")


def compare_lifecycle(desk: Desk, base: Site, revision: Site) -> None:
    before, after = base.get("deprecated") is True, revision.get("deprecated") is True
    if before is not after:
        rule = "deprecation.operation" if after else "deprecation.operation-reactivated"
        desk.report(Fact(rule, base.pointer, revision.pointer, before, after))
    _compare_sunset(desk, base, revision, announced=after and not before)
    _compare_stability(desk, base, revision)


def is_before_sunset(site: Site, calendar: Calendar | None) -> bool:
    """Whether an operation was promised to stay longer; without a calendar nobody can say so."""
    sunset = _day(site.get("x-sunset"))
    return calendar is not None and sunset is not None and calendar.today < sunset


def _compare_sunset(desk: Desk, base: Site, revision: Site, *, announced: bool) -> None:
    before, after = base.get("x-sunset"), revision.get("x-sunset")
    calendar = desk.walk.calendar
    rule = None
    if after is None:
        rule = _rule_of_none(before, revision, calendar, announced=announced)
    elif not same(before, after):
        rule = _rule_of_changed(_day(before), _day(after), calendar)
    if rule is not None:
        desk.report(Fact(rule, base.pointer, revision.pointer, before, after))


def _rule_of_none(
    before: object, revision: Site, calendar: Calendar | None, *, announced: bool
) -> str | None:
    if before is not None:
        return "sunset.deleted" if revision.get("deprecated") is True else None
    is_asked_for = calendar is not None and calendar.sunset_notice is not None
    return "sunset.missing" if announced and is_asked_for else None


def _rule_of_changed(old: date | None, new: date | None, calendar: Calendar | None) -> str | None:
    if new is None:
        return "sunset.unparsable"
    if calendar is not None and new < calendar.today:
        return "sunset.passed"
    if calendar is not None and new < calendar.earliest_sunset:
        return "sunset.too-soon"
    return "sunset.brought-forward" if old is not None and new < old else None


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
