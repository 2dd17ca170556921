"""Which alternative of one list is which of the other, and do two of them overlap?"""

from collections import Counter
from collections.abc import Callable, Hashable

from service.openapi_diff import json_types
from service.openapi_diff.description import Site
from service.openapi_diff.object_views import ObjectView
from service.openapi_diff.relations import relate_definitions
from service.openapi_diff.schema_pairs import SchemaPair
from service.openapi_diff.schema_reading import SchemaReader
from service.openapi_diff.schema_views import SchemaView
from service.openapi_diff.verdicts import Effect
from service.openapi_diff.walk import Walk

MAX_QUESTIONS = 64  # pairs of unmatched branches that are compared with each other
Matched = list[tuple[Site, Site]]


def match_branches(
    pair: SchemaPair, old: list[Site], new: list[Site]
) -> tuple[Matched, list[Site], list[Site]]:
    """Pairs that belong together, and what is left on either side.

    First by text, then by what tells branches apart (reference, constant property, title), then by
    what they accept; what is left of one JSON type, one on each side, is taken as one that changed.
    """
    known = pair.desk.walk.oracle.matches
    key = (pair.context, tuple(site.pointer for site in (*old, *new)), len(old))
    if key not in known:
        known[key] = _match(pair, old, new)
    matched: tuple[Matched, list[Site], list[Site]] = known[key]
    return matched


def _match(
    pair: SchemaPair, old: list[Site], new: list[Site]
) -> tuple[Matched, list[Site], list[Site]]:
    walk = pair.desk.walk
    walk.work.spend(len(old) + len(new))
    matched: Matched = []
    for old_key, new_key in (
        (_text_by(walk), _text_by(walk)),
        (_reference, _reference),
        (_label_by(walk, walk.base_schemas), _label_by(walk, walk.revision_schemas)),
    ):
        found, old, new = _match_by(old, new, old_key, new_key)
        matched.extend(found)
        if not old or not new:
            return matched, old, new
    shapes = _shape_by(walk, walk.base_schemas), _shape_by(walk, walk.revision_schemas)
    found, old, new = _match_by(old, new, *shapes, alone=True)
    matched.extend(found)
    if len(old) * len(new) <= MAX_QUESTIONS:
        for wanted in ((Effect.NONE,), (Effect.NARROWED, Effect.WIDENED)):
            found, old, new = _match_by_relation(pair, old, new, wanted)
            matched.extend(found)
    found, old, new = _match_by(
        old, new, _types_by(walk.base_schemas), _types_by(walk.revision_schemas), alone=True
    )
    return [*matched, *found], old, new


def are_apart(walk: Walk, one: Site, other: Site, *, reader: SchemaReader) -> bool:
    """Whether it is certain that no instance satisfies both."""
    if not reader.reachable_types((one,)) & reader.reachable_types((other,)):
        return True
    left, right = reader.view((one,)), reader.view((other,))
    if left.values is not None and right.values is not None:
        return list_apart(left, right)
    return _differ_in_a_constant(
        reader, ObjectView(left, walk.patterns), ObjectView(right, walk.patterns)
    )


def _differ_in_a_constant(reader: SchemaReader, left: ObjectView, right: ObjectView) -> bool:
    if left.view.types & ~json_types.OBJECT or right.view.types & ~json_types.OBJECT:
        return False
    for name in left.required.keys() & right.required.keys():
        if name in left.properties and name in right.properties:
            one = reader.view(left.properties[name])
            if list_apart(one, reader.view(right.properties[name])):
                return True
    return False


def list_apart(one: SchemaView, other: SchemaView) -> bool:
    """Whether both list their values and share none, null included."""
    if one.values is None or other.values is None or one.types & other.types & json_types.NULL:
        return False
    return one.values.keys().isdisjoint(other.values)


Key = Callable[[Site], Hashable | None]


def _match_by(
    old: list[Site], new: list[Site], old_key: Key, new_key: Key, *, alone: bool = False
) -> tuple[Matched, list[Site], list[Site]]:
    """Match by key. `alone` takes only keys that occur once on each side; else in order."""
    waiting: dict[Hashable, list[Site]] = {}
    for site in new:
        waiting.setdefault(new_key(site), []).append(site)
    keys = [old_key(site) for site in old]
    counts = Counter(keys)
    matched: Matched = []
    left: list[Site] = []
    for site, key in zip(old, keys, strict=True):
        partners = waiting.get(key) if key is not None else None
        if partners and not (alone and (len(partners) > 1 or counts[key] > 1)):
            matched.append((site, partners.pop(0)))
        else:
            left.append(site)
    taken = {partner.pointer for _, partner in matched}
    return matched, left, [site for site in new if site.pointer not in taken]


def _text_by(walk: Walk) -> Key:
    return lambda site: walk.identities.of(site.value)


def _reference(site: Site) -> Hashable | None:
    reference = site.get("$ref")
    return reference if isinstance(reference, str) else None


def _label_by(walk: Walk, reader: SchemaReader) -> Key:
    """A constant that a required property must have, else the title."""

    def label(site: Site) -> Hashable | None:
        view = reader.view((site,))
        shape = ObjectView(view, walk.patterns)
        for name in sorted(shape.required):
            values = reader.view(shape.properties.get(name, ())).values
            if values is not None and len(values) == 1:
                return (name, *values)
        title = view.first("title")
        return title if isinstance(title, str) else None

    return label


def _shape_by(walk: Walk, reader: SchemaReader) -> Key:
    """The names of the properties, where there are any."""

    def shape(site: Site) -> Hashable | None:
        names = ObjectView(reader.view((site,)), walk.patterns).properties
        return tuple(sorted(names)) or None

    return shape


def _types_by(reader: SchemaReader) -> Key:
    return lambda site: reader.reachable_types((site,)) or None


def _match_by_relation(
    pair: SchemaPair, old: list[Site], new: list[Site], wanted: tuple[Effect, ...]
) -> tuple[Matched, list[Site], list[Site]]:
    matched: Matched = []
    left: list[Site] = []
    free = list(new)
    for site in old:
        for partner in free:
            if relate_definitions(pair, (site,), (partner,)) in wanted:
                matched.append((site, partner))
                free.remove(partner)
                break
        else:
            left.append(site)
    return matched, left, free
