"""What changed in the items of a list?"""

from service.openapi_diff.compare_bounds import as_fraction
from service.openapi_diff.description import Site
from service.openapi_diff.schema_pairs import SchemaPair
from service.openapi_diff.schema_views import Definition, SchemaView
from service.openapi_diff.verdicts import Cause, Effect

ARRAY_KEYWORDS = frozenset(
    ("items", "prefixItems", "contains", "minContains", "maxContains", "unevaluatedItems")
)


def compare_arrays(pair: SchemaPair) -> None:
    _compare_places(pair)
    _compare_items(pair)
    _compare_contains(pair)
    _compare_unevaluated(pair)


def _compare_items(pair: SchemaPair) -> None:
    compared = max(len(_places(pair.old)), len(_places(pair.new)))
    if compared and any(_ends_by(view, compared) for view in (pair.old, pair.new)):
        return  # no further items on one side: that they come or go, `maxItems` tells
    before, after = _items(pair.old), _items(pair.new)
    if before and after:
        pair.enter(before, after, text=pair.context.text)
    elif before or after:
        rule = "array.items-added" if after else "array.items-removed"
        pair.report(rule, "items")
    else:
        pair.enter_remarks("items")


def _items(view: SchemaView) -> Definition:
    """The schema of the items that have no place of their own; none where anything goes."""
    return tuple(site for site in view.sites("items") if view.demands(site))


def _ends_by(view: SchemaView, place: int) -> bool:
    mosts = [most for most in map(as_fraction, view.all_of("maxItems")) if most is not None]
    return any(most <= place for most in mosts)


def _compare_places(pair: SchemaPair) -> None:
    old, new = _places(pair.old), _places(pair.new)
    for place in range(max(len(old), len(new))):
        before = old[place] if place < len(old) else _items(pair.old)
        after = new[place] if place < len(new) else _items(pair.new)
        if before and after:
            pair.enter(before, after)
        elif before or after:
            rule = "array.prefix-items-added" if after else "array.prefix-items-removed"
            pair.report(rule, "prefixItems", subject=str(place))


def _places(view: SchemaView) -> list[Definition]:
    """The schemas of the first items, by place; a place may have several."""
    lists = [
        Site(part.value, part.pointer).items(keyword)
        for keyword in ("prefixItems", "items")
        for part in view.keywords.get(keyword, ())
    ]
    return [
        tuple(sites[place] for sites in lists if place < len(sites) and view.demands(sites[place]))
        for place in range(max(map(len, lists), default=0))
    ]


def _compare_contains(pair: SchemaPair) -> None:
    before, after = _contained(pair.old), _contained(pair.new)
    if not before and not after:
        return
    if not before or not after:
        rule = "array.contains-added" if after else "array.contains-removed"
        pair.report(rule, "contains")
        return
    counts_up = "maxContains" in pair.old.keywords or "maxContains" in pair.new.keywords
    if not counts_up:
        pair.enter(before, after)
    elif not pair.unchanged("contains"):
        # A narrower schema is matched by fewer items, which `maxContains` likes.
        pair.report(
            "array.contains-added", "contains", effect=Effect.UNKNOWN, cause=Cause.COMBINATION
        )
    _compare_count(pair, "minContains", default=1, up=False)
    _compare_count(pair, "maxContains", default=None, up=True)


def _contained(view: SchemaView) -> Definition:
    """What must be inside; nothing where none of it need be there and any number may."""
    least = as_fraction(view.first("minContains", 1))
    is_free = least is not None and least <= 0 and "maxContains" not in view.keywords
    return () if is_free else view.sites("contains")


def _compare_count(pair: SchemaPair, keyword: str, *, default: int | None, up: bool) -> None:
    old = as_fraction(pair.old.first(keyword, default))
    new = as_fraction(pair.new.first(keyword, default))
    if old == new:
        return
    tighter = old is None if old is None or new is None else (new < old) is up
    pair.report(
        f"schema.contains-bounds-{'tightened' if tighter else 'loosened'}",
        keyword,
        before=pair.old.first(keyword),
        after=pair.new.first(keyword),
    )


def _compare_unevaluated(pair: SchemaPair) -> None:
    before, after = _left_over(pair.old), _left_over(pair.new)
    if before and after:
        pair.enter(before, after)
        if len(_places(pair.old)) != len(_places(pair.new)):
            pair.report(
                "array.unevaluated-items",
                "unevaluatedItems",
                effect=Effect.UNKNOWN,
                cause=Cause.COMBINATION,
            )
    elif before or after:
        effect = Effect.NARROWED if after else Effect.WIDENED
        pair.report("array.unevaluated-items", "unevaluatedItems", effect=effect)


def _left_over(view: SchemaView) -> Definition:
    """What items must satisfy that no keyword has looked at; `items` leaves none of them."""
    return tuple(
        site
        for part, site in zip(
            view.keywords.get("unevaluatedItems", ()), view.sites("unevaluatedItems"), strict=True
        )
        if view.demands(site) and not isinstance(part.value.get("items"), dict | bool)
    )
