"""What may schemas ask of one value?

Alternatives, conditions and negations that are not simple are kept for whoever builds the value to
choose from. Some keywords are the search's own: `x-focus` is
the member of the value that the search is about (`x-name` and `x-value` where only schemas say
which name it has and what it holds), `x-choose` the pointer of the branch to take, `x-repeats` asks
for equal items, `x-tagged` for the properties that list their values, `x-full` for all of them.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any, NamedTuple

from service.openapi_diff import json_types
from service.openapi_witnesses.translation import Schema

Resolve = Callable[[str], Schema]
Conjunction = tuple[Schema, ...]


class Closing(NamedTuple):
    """What holds for the properties that are not among the names and match none of the patterns.

    Without names it holds for those that nobody declares.
    """

    names: frozenset[str] | None
    patterns: tuple[str, ...]
    schema: Schema


class Condition(NamedTuple):
    """`if`, `then` and `else`, of which one or the other holds."""

    condition: Schema
    then: Schema
    otherwise: Schema


class Contained(NamedTuple):
    """How many items must be of a schema."""

    schema: Schema
    least: int
    most: int | None


class Choice(NamedTuple):
    """Alternatives: one of the branches must hold, and with `oneOf` no other."""

    keyword: str
    branches: list[Schema]


@dataclass(slots=True)
class Demand:
    """The conjunction by keyword."""

    types: int = json_types.ANY
    values: list[Any] | None = None
    refused: set[Any] = field(default_factory=set)
    limits: list[tuple[str, Fraction]] = field(default_factory=list)
    steps: list[Fraction] = field(default_factory=list)
    refused_steps: list[Fraction] = field(default_factory=list)
    counts: dict[str, int] = field(default_factory=dict)
    patterns: list[str] = field(default_factory=list)
    refused_patterns: list[str] = field(default_factory=list)
    formats: list[str] = field(default_factory=list)
    refused_formats: list[str] = field(default_factory=list)
    properties: dict[str, list[Schema]] = field(default_factory=dict)
    required: dict[str, None] = field(default_factory=dict)
    absent: set[str] = field(default_factory=set)
    closings: list[Closing] = field(default_factory=list)
    pattern_properties: list[tuple[str, Schema]] = field(default_factory=list)
    names: list[Schema] = field(default_factory=list)
    dependent_required: list[tuple[str, str]] = field(default_factory=list)
    dependent_schemas: list[tuple[str, Schema]] = field(default_factory=list)
    prefixes: list[list[Schema]] = field(default_factory=list)
    items: list[tuple[int, Schema]] = field(default_factory=list)
    contains: list[Contained] = field(default_factory=list)
    is_unique: bool = False
    repeats: bool = False
    choices: list[Choice] = field(default_factory=list)
    negations: list[Schema] = field(default_factory=list)
    conditions: list[Condition] = field(default_factory=list)
    chosen: set[str] = field(default_factory=set)
    focus: str | int | None = None
    focus_name: Schema | None = None
    focus_value: Schema | None = None
    is_tagged: bool = False
    is_full: bool = False
    impossible: bool = False

    def allows_type(self, bits: int) -> bool:
        return bool(self.types & bits)
