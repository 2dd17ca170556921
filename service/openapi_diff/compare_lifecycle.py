"""What changed in how long something is promised to stay?"""

from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from service.openapi_diff.description import Site
from service.openapi_diff.equality import same
from service.openapi_diff.options import Calendar
from service.openapi_diff.walk import Desk, Fact

_STABILITIES = ("draft", "alpha", "beta", "stable")


class Notice(NamedTuple):
    """What is announced of an end: whether it is coming, and the day as it is written."""

    deprecated: bool
    sunset: object


def compare_lifecycle(desk: Desk, base: Site, revision: Site) -> None:
    before, after = base.get("deprecated") is True, revision.get("deprecated") is True
    if before is not after:
        rule = "deprecation.operation" if after else "deprecation.operation-reactivated"
        desk.report(Fact(rule, base.pointer, revision.pointer, before, after))
    compare_sunset(desk, base, revision)
    _compare_stability(desk, base, revision)


def compare_sunset(desk: Desk, base: Site, revision: Site) -> None:
    """Compare until when two operations or parameters are promised to stay."""
    before, after = notice_of(base.get), notice_of(revision.get)
    rule = rule_of_sunsets(before, after, desk.walk.calendar)
    if rule is not None:
        desk.report(Fact(rule, base.pointer, revision.pointer, before.sunset, after.sunset))


def notice_of(get: Callable[[str], object]) -> Notice:
    """The notice in an object whose members `get` answers, or None where there is none."""
    return Notice(get("deprecated") is True, get("x-sunset"))


def is_before_sunset(site: Site, calendar: Calendar | None) -> bool:
    """Whether an operation was promised to stay longer; without a calendar nobody can say so."""
    sunset = _day(site.get("x-sunset"))
    return calendar is not None and sunset is not None and calendar.today < sunset


def rule_of_sunsets(before: Notice, after: Notice, calendar: Calendar | None) -> str | None:
    """The rule that one notice after the other falls under; dates need a calendar."""
    if after.sunset is None:
        return _rule_of_none(before, after, calendar)
    if same(before.sunset, after.sunset):
        return None
    return _rule_of_changed(_day(before.sunset), _day(after.sunset), calendar)


def _rule_of_none(before: Notice, after: Notice, calendar: Calendar | None) -> str | None:
    if before.sunset is not None:
        return "sunset.deleted" if after.deprecated else None
    is_asked_for = calendar is not None and calendar.sunset_notice is not None
    is_announced = after.deprecated and not before.deprecated
    return "sunset.missing" if is_announced and is_asked_for else None


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
