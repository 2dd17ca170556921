"""What do several schemas ask of one value, together?

References and `allOf` are unfolded, and each keyword adds what it asks. Some keywords are the
search's own: `demands` tells them.
"""

from collections.abc import Callable, Iterable
from typing import Any

from service.openapi_diff import json_types
from service.openapi_diff.compare_bounds import as_fraction
from service.openapi_diff.equality import identity
from service.openapi_witnesses.demands import (
    Choice,
    Closing,
    Condition,
    Contained,
    Demand,
    Resolve,
)
from service.openapi_witnesses.effort import Unsupported
from service.openapi_witnesses.formats import encoding_format, is_known, media_type_format
from service.openapi_witnesses.translation import Schema


def demand_of(parts: Iterable[Schema]) -> Demand:
    """What all the parts ask, as `parts_of` finds them."""
    demand = Demand()
    for part in parts:
        if part is False:
            demand.impossible = True
        elif isinstance(part, dict):
            _add(demand, part)
    return demand


def parts_of(schemas: Iterable[Schema], resolve: Resolve) -> list[Schema]:
    """The schema objects behind references and `allOf`, each once, in the order of the document.

    Raises Unsupported where one of them cannot be read.
    """
    found: list[Schema] = []
    waiting = list(reversed(list(schemas)))
    seen: set[str] = set()
    while waiting:
        schema = waiting.pop()
        if not isinstance(schema, dict):
            found.append(schema)
            continue
        if "x-unsupported" in schema:
            raise Unsupported(str(schema["x-unsupported"]))
        found.append(schema)
        waiting.extend(reversed(schema.get("allOf", ())))
        reference = schema.get("$ref")
        if reference is not None and reference not in seen:
            seen.add(reference)
            waiting.append(resolve(reference))
    return found


def _add(demand: Demand, part: dict[str, Any]) -> None:
    for keyword, value in part.items():
        adder = _ADDERS.get(keyword)
        if adder is not None:
            adder(demand, value)
    _add_closings(demand, part)
    _add_items(demand, part)
    if "if" in part and ("then" in part or "else" in part):
        condition = Condition(part["if"], part.get("then", True), part.get("else", True))
        demand.conditions.append(condition)
    if "contains" in part:
        least, most = part.get("minContains", 1), part.get("maxContains")
        demand.contains.append(Contained(part["contains"], least, most))


def _add_types(demand: Demand, value: Any) -> None:
    demand.types &= json_types.declared(value)


def _add_enum(demand: Demand, value: list[Any]) -> None:
    if demand.values is None:
        demand.values = list(value)
    else:
        allowed = {identity(item) for item in value}
        demand.values = [item for item in demand.values if identity(item) in allowed]


def _add_count(keyword: str) -> Callable[[Demand, int], None]:
    tighter = max if keyword.startswith("min") else min

    def add(demand: Demand, value: int) -> None:
        demand.counts[keyword] = tighter(demand.counts.get(keyword, value), value)

    return add


def _add_limit(keyword: str) -> Callable[[Demand, Any], None]:
    def add(demand: Demand, value: Any) -> None:
        number = as_fraction(value)
        if number is not None:
            demand.limits.append((keyword, number))

    return add


def _add_step(demand: Demand, value: Any) -> None:
    step = as_fraction(value)
    if step:
        demand.steps.append(step)


def _add_content(name_of: Callable[[str], str]) -> Callable[[Demand, str], None]:
    """Content that is not checked is still written as announced, where it is known how."""

    def add(demand: Demand, value: str) -> None:
        if is_known(name_of(value)):
            demand.formats.append(name_of(value))

    return add


def _add_properties(demand: Demand, value: dict[str, Schema]) -> None:
    for name, schema in value.items():
        demand.properties.setdefault(name, []).append(schema)


def _add_hidden(demand: Demand, value: list[str]) -> None:
    for name in value:
        demand.properties.setdefault(name, [])


def _add_dependencies(demand: Demand, value: dict[str, list[str]]) -> None:
    demand.dependent_required.extend((name, other) for name in value for other in value[name])


def _add_negation(demand: Demand, value: Schema) -> None:
    """The simple ones say what to stay away from; the others are for the builder."""
    if value is True or value == {}:
        demand.impossible = True
    elif isinstance(value, dict) and not _add_refusal(demand, value):
        demand.negations.append(value)


def _add_refusal(demand: Demand, value: dict[str, Any]) -> bool:
    """Add what a single keyword refuses; answer whether there is but one, and it is known."""
    keywords = [keyword for keyword in value if keyword != "x-at"]
    adder = _REFUSALS.get(keywords[0]) if len(keywords) == 1 else None
    if adder is None or (keywords == ["required"] and len(value["required"]) != 1):
        return False
    adder(demand, value[keywords[0]])
    return True


def _refuse_types(demand: Demand, value: str | list[str]) -> None:
    demand.types &= ~json_types.declared(value)


def _refuse_step(demand: Demand, value: Any) -> None:
    demand.refused_steps.extend(filter(None, [as_fraction(value)]))


_REFUSALS: dict[str, Callable[[Demand, Any], None]] = {
    "type": _refuse_types,
    "enum": lambda demand, value: demand.refused.update(map(identity, value)),
    "const": lambda demand, value: demand.refused.add(identity(value)),
    "required": lambda demand, value: demand.absent.add(value[0]),
    "multipleOf": _refuse_step,
    "pattern": lambda demand, value: demand.refused_patterns.append(value),
    "format": lambda demand, value: demand.refused_formats.append(value),
}


def _add_choice(keyword: str) -> Callable[[Demand, list[Schema]], None]:
    def add(demand: Demand, value: list[Schema]) -> None:
        demand.choices.append(Choice(keyword, value))

    return add


def _add_closings(demand: Demand, part: dict[str, Any]) -> None:
    patterns = tuple(part.get("patternProperties", ()))
    if "additionalProperties" in part:
        names = frozenset((*part.get("properties", ()), *part.get("x-hidden", ())))
        demand.closings.append(Closing(names, patterns, part["additionalProperties"]))
    elif "unevaluatedProperties" in part:
        demand.closings.append(Closing(None, patterns, part["unevaluatedProperties"]))


def _add_items(demand: Demand, part: dict[str, Any]) -> None:
    prefix = part.get("prefixItems", [])
    for place, schema in enumerate(prefix):
        while len(demand.prefixes) <= place:
            demand.prefixes.append([])
        demand.prefixes[place].append(schema)
    rest = part.get("items", part.get("unevaluatedItems", True))
    if rest is not True:
        demand.items.append((len(prefix), rest))


def _set_focus(demand: Demand, value: str | int) -> None:
    demand.focus = value


def _set_focus_name(demand: Demand, value: Schema) -> None:
    demand.focus_name = value


def _set_focus_value(demand: Demand, value: Schema) -> None:
    demand.focus_value = value


def _set_tagged(demand: Demand, value: bool) -> None:  # noqa: FBT001 - the keyword's own value
    demand.is_tagged |= value


def _set_full(demand: Demand, value: bool) -> None:  # noqa: FBT001 - the keyword's own value
    demand.is_full |= value


def _set_unique(demand: Demand, value: bool) -> None:  # noqa: FBT001 - the keyword's own value
    demand.is_unique |= value


def _set_repeats(demand: Demand, value: bool) -> None:  # noqa: FBT001 - the keyword's own value
    demand.repeats |= value


_ADDERS: dict[str, Callable[[Demand, Any], None]] = {
    "type": _add_types,
    "enum": _add_enum,
    "const": lambda demand, value: _add_enum(demand, [value]),
    "not": _add_negation,
    "multipleOf": _add_step,
    "pattern": lambda demand, value: demand.patterns.append(value),
    "format": lambda demand, value: demand.formats.append(value),
    "contentEncoding": _add_content(encoding_format),
    "contentMediaType": _add_content(media_type_format),
    "properties": _add_properties,
    "x-hidden": _add_hidden,
    "required": lambda demand, value: demand.required.update(dict.fromkeys(value)),
    "patternProperties": lambda demand, value: demand.pattern_properties.extend(value.items()),
    "propertyNames": lambda demand, value: demand.names.append(value),
    "dependentRequired": _add_dependencies,
    "dependentSchemas": lambda demand, value: demand.dependent_schemas.extend(value.items()),
    "uniqueItems": _set_unique,
    "oneOf": _add_choice("oneOf"),
    "anyOf": _add_choice("anyOf"),
    "x-focus": _set_focus,
    "x-name": _set_focus_name,
    "x-value": _set_focus_value,
    "x-tagged": _set_tagged,
    "x-full": _set_full,
    "x-choose": lambda demand, value: demand.chosen.add(value),
    "x-repeats": _set_repeats,
    **{
        keyword: _add_count(keyword)
        for keyword in (
            *("maxLength", "minLength", "maxItems", "minItems"),
            *("maxProperties", "minProperties"),
        )
    },
    **{
        keyword: _add_limit(keyword)
        for keyword in ("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum")
    },
}
