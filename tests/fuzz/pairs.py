"""Which pairs of schemas are tried? A schema, the same after some edits, and a place for both."""

import copy
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from random import Random
from typing import Any

from service.openapi_diff import Comparison, compare
from tests.fuzz.dialects import component_of
from tests.fuzz.documents import BODIES, OF_VERSION, Place, Side
from tests.fuzz.edits_of_remarks import BLIND_EDITS, REMARK_EDITS, change_discriminator
from tests.fuzz.edits_of_shapes import SHAPE_EDITS
from tests.fuzz.edits_of_values import VALUE_EDITS
from tests.fuzz.rewritings import (
    REWRITINGS,
    Spot,
    fresh_names,
    move_references,
    nodes,
    rename_components,
    translate,
)
from tests.fuzz.schemas import VERSIONS, SchemaWriter

Json = Any

_EDITS = (*VALUE_EDITS, *VALUE_EDITS, *SHAPE_EDITS, *SHAPE_EDITS, *REMARK_EDITS)
_ATTEMPTS = 12


@dataclass(frozen=True, slots=True)
class Pair:
    """Two sides and the place that both have in their documents."""

    base: Side
    revision: Side
    place: Place

    def compare(self) -> Comparison:
        return compare(self.base.document(self.place), self.revision.document(self.place))

    @property
    def key(self) -> str:
        """The same for pairs that are no different."""
        sides = [
            [side.schema, side.components, side.version] for side in (self.base, self.revision)
        ]
        return json.dumps([*sides, self.place], sort_keys=True)

    def turned(self) -> "Pair":
        return replace(self, base=self.revision, revision=self.base)


def pairs(seed: int, numbers: range, found: Sequence[Side] = ()) -> Iterator[Pair]:
    """A pair for each number; a third of them start from `found`, sides from elsewhere."""
    for number in numbers:
        random = Random(f"{seed}/{number}")
        is_real = bool(found) and number % 3 == 0
        yield edited(random.choice(found) if is_real else written(random), random)


def written(random: Random) -> Side:
    writer = SchemaWriter(random, random.choice(VERSIONS))
    schema, components = writer.schema(), writer.components()
    used = used_by(schema, components)
    return Side(schema, {name: components[name] for name in sorted(used)}, writer.version)


def edited(base: Side, random: Random) -> Pair:
    """Some edits later; or before, so that whatever can come can also go."""
    writer = SchemaWriter(random, base.version)
    schema, components = copy.deepcopy((base.schema, base.components))
    for _ in range(random.choice((1, 1, 1, 2, 3))):
        _edit_somewhere(writer, schema, components)
    base, revision = _moved_to_newer(base, Side(schema, components, base.version), random)
    pair = Pair(base, revision, _place(base, revision, random))
    return pair.turned() if random.random() < 0.5 else pair


def _edit_somewhere(writer: SchemaWriter, schema: Json, components: dict[str, Json]) -> None:
    for _ in range(_ATTEMPTS):
        owners = [schema, *(components[name] for name in sorted(used_by(schema, components)))]
        places = list(nodes(writer.random.choice(owners)))
        if places and _edit(writer, writer.random.choice(places), components):
            return


def used_by(schema: Json, components: dict[str, Json], *, most: int = 1_000) -> set[str]:
    """The components that a schema refers to, near or far; not much more than `most` of them."""
    used: set[str] = set()
    waiting = [schema]
    while waiting and len(used) <= most:
        value = waiting.pop()
        if isinstance(value, dict):
            name = component_of(value.get("$ref", ""))
            if name in components and name not in used:
                used.add(name)
                waiting.append(components[name])
            waiting.extend(value.values())
        elif isinstance(value, list):
            waiting.extend(value)
    return used


def _edit(writer: SchemaWriter, node: Json, components: dict[str, Json]) -> bool:
    if "discriminator" in node and writer.chance(0.4):  # or its rules would hardly ever be hit
        return change_discriminator(writer, node)
    pick = writer.random.random()
    if pick < 0.2:
        return writer.random.choice(REWRITINGS)(Spot(writer, node, components))
    if pick < 0.22:
        return bool(writer.random.choice(BLIND_EDITS)(writer, node))
    return bool(writer.random.choice(_EDITS)(writer, node))


def _moved_to_newer(base: Side, revision: Side, random: Random) -> tuple[Side, Side]:
    """Sometimes the revision has other names for its components, or is of a newer version."""
    if random.random() < 0.05:
        names, prefix = fresh_names(random), SchemaWriter(random, base.version).prefix
        components = rename_components(revision.components, names, prefix)
        revision = replace(
            revision,
            schema=rename_components(revision.schema, names, prefix),
            components={names.get(name, name): part for name, part in components.items()},
        )
    if random.random() < 0.08 and base.version != "3.1.0":
        newer = random.choice(VERSIONS[VERSIONS.index(base.version) + 1 :])
        schema, components = move_references([revision.schema, revision.components])
        # Or the number alone is raised, and what was written may say something else by it.
        if random.random() < 0.6:
            schema, components = translate([revision.schema, revision.components], newer)
        revision = Side(schema, components, newer)
    return base, revision


def _place(base: Side, revision: Side, random: Random) -> Place:
    if random.random() < 0.75:
        return random.choice(BODIES)
    shared = [place for place in OF_VERSION[base.version] if place in OF_VERSION[revision.version]]
    return random.choice(shared)
