"""What can be asked about the rules of comparison? Anybody may: they are the same everywhere."""

from service.errors import NotFound
from service.pagination import Page, PageRequest, bad_cursor, decode_cursor, encode_cursor
from service.rules.catalogue import ToldRule, told_rules


def list_rules(page: PageRequest) -> Page[ToldRule]:
    """Return a page of the rules, in the order of the table.

    Raises `InvalidInput` if the cursor is not one that an earlier page gave.
    """
    rules = list(told_rules().values())
    start = _start(page.cursor)
    items = rules[start : start + page.limit]
    is_last = start + page.limit >= len(rules)
    return Page(items, None if is_last else encode_cursor([items[-1].id]))


def get_rule(rule: str) -> ToldRule:
    """Return one rule; raises `NotFound`."""
    found = told_rules().get(rule)
    if found is None:
        raise NotFound(f"There is no rule '{rule}'.")
    return found


def _start(cursor: str | None) -> int:
    """Return how many rules stand before the page."""
    if cursor is None:
        return 0
    (last,) = decode_cursor(cursor, length=1)
    ids = list(told_rules())
    if last not in ids:
        raise bad_cursor()
    return ids.index(last) + 1
