"""Does a schema accept an instance, in the words of a JSON Schema validator?

The validator is jsonschema-rs, always offline. Of a schema it is given what the instance can meet:
properties that no object of the instance has play no part in its validity, and neither does what
only they lead to. So a message within a large document is judged by a few definitions.
"""

from collections.abc import Iterator
from enum import Enum, auto
from typing import Any, NamedTuple

import jsonschema_rs  # noqa: TID251  # the one module of this package that may; offline=True below

from service.openapi_witnesses.demands import Resolve
from service.openapi_witnesses.effort import Effort, Unsupported
from service.openapi_witnesses.formats import OWN_CHECKS, encoding_format, media_type_format
from service.openapi_witnesses.reasons import Reason, reason_of, reasons_of, was_given_up
from service.openapi_witnesses.translation import Schema

_KEPT = frozenset(
    (
        *("type", "enum", "const", "multipleOf", "minimum", "maximum"),
        *("exclusiveMinimum", "exclusiveMaximum", "maxLength", "minLength", "pattern", "format"),
        *("maxItems", "minItems", "uniqueItems", "maxContains", "minContains"),
        *("maxProperties", "minProperties", "required", "dependentRequired"),
    )
)
_SINGLE = (
    *("not", "if", "then", "else", "contains", "propertyNames", "items"),
    *("additionalProperties", "unevaluatedProperties", "unevaluatedItems"),
)
_LISTS = ("allOf", "anyOf", "oneOf", "prefixItems")
_HOLDING = frozenset((*_SINGLE, *_LISTS))
_NAMING = frozenset(("properties", "x-hidden", "patternProperties", "dependentSchemas"))
_IN_PLACE = frozenset(("allOf", "anyOf", "oneOf", "not", "if", "then", "else", "dependentSchemas"))
# Keywords whose schema is that of another value: a property, an item.
_ELSEWHERE = frozenset(("items", "prefixItems", "additionalProperties", "unevaluatedProperties"))
_NODES_PER_STEP = 8  # that many schemas are asked about an instance at about the cost of a step
_PATTERN_SIZE = 1_000_000  # bytes of a compiled pattern
_BACKTRACKS = 100_000


class Reading(Enum):
    """How a schema is read."""

    AS_WRITTEN = auto()
    CLOSED = auto()  # what is not declared is refused
    INTERPRETED = auto()  # remarks that say which values there are become rules


class _Compiled(NamedTuple):
    """A validator, how many schemas it is made of, and the schema whose id it is known by."""

    schema: Schema
    validator: jsonschema_rs.Validator
    size: int


class Judge:
    """Asks the validator; each schema is compiled once for the same names and reading."""

    def __init__(self, resolve: Resolve, effort: Effort) -> None:
        self._resolve = resolve
        self._effort = effort
        self._compiled: dict[tuple[int, frozenset[str], Reading], _Compiled] = {}
        self._last: tuple[Any, frozenset[str]] = (None, frozenset())

    def accepts(self, schema: Schema, instance: Any, reading: Reading = Reading.AS_WRITTEN) -> bool:
        """Whether the instance is valid; raises Unsupported where nobody can tell."""
        validator = self._validator(schema, instance, reading)
        if validator.is_valid(instance):
            return True
        if any(map(was_given_up, validator.iter_errors(instance))):
            raise Unsupported("pattern")
        return False

    def reason(
        self, schema: Schema, instance: Any, reading: Reading = Reading.AS_WRITTEN
    ) -> Reason | None:
        """Why the instance is not valid; None if it is."""
        validator = self._validator(schema, instance, reading)
        return reason_of(list(validator.iter_errors(instance)), instance)

    def reasons(self, schema: Schema, instance: Any, reading: Reading) -> Iterator[Reason]:
        """Each reason why the instance is not valid."""
        yield from reasons_of(
            self._validator(schema, instance, reading).iter_errors(instance), instance
        )

    def _names(self, instance: Any) -> frozenset[str]:
        """The names of the properties that play a part; an instance is asked about many times."""
        if self._last[0] is not instance:
            self._last = (instance, frozenset(_names_in(instance)))
        return self._last[1]

    def _validator(
        self, schema: Schema, instance: Any, reading: Reading
    ) -> jsonschema_rs.Validator:
        names = self._names(instance)
        key = (id(schema), names, reading)
        if key not in self._compiled:
            writer = _Standalone(self._resolve, names, reading, self._effort)
            self._compiled[key] = _Compiled(schema, _compile(writer.of(schema)), writer.size)
        found = self._compiled[key]
        self._effort.spend(found.size // _NODES_PER_STEP)
        return found.validator


def _compile(schema: Schema) -> jsonschema_rs.Validator:
    """By an engine whose patterns take linear time, where it knows them all."""
    try:
        return _compiled_with(schema, jsonschema_rs.RegexOptions(size_limit=_PATTERN_SIZE))
    except jsonschema_rs.ValidationError:
        pass
    options = jsonschema_rs.FancyRegexOptions(backtrack_limit=_BACKTRACKS, size_limit=_PATTERN_SIZE)
    try:
        return _compiled_with(schema, options)
    except (jsonschema_rs.ValidationError, jsonschema_rs.ReferencingError) as refusal:
        raise Unsupported("schema") from refusal


def _compiled_with(schema: Schema, options: Any) -> jsonschema_rs.Validator:
    return jsonschema_rs.Draft202012Validator(
        schema,
        offline=True,
        validate_formats=True,
        formats=OWN_CHECKS,
        mask="It",
        pattern_options=options,
    )


def _names_in(instance: Any) -> Iterator[str]:
    waiting = [instance]
    while waiting:
        value = waiting.pop()
        if isinstance(value, dict):
            yield from value
            waiting.extend(value.values())
        elif isinstance(value, list):
            waiting.extend(value)


class _Standalone:
    """Writes a schema that needs no other document, of what some names can meet."""

    def __init__(
        self, resolve: Resolve, names: frozenset[str], reading: Reading, effort: Effort
    ) -> None:
        self._resolve = resolve
        self._names = names
        self._reading = reading
        self._effort = effort
        self._places: dict[str, str] = {}
        self._waiting: list[str] = []
        self._in_place: dict[str, set[str]] = {}
        self._here = ""
        self.size = 0

    def of(self, schema: Schema) -> Schema:
        root = self._whole(self._copy(schema), schema)
        definitions: dict[str, Schema] = {}
        while self._waiting:
            reference = self._waiting.pop()
            self._here = reference
            definitions[self._places[reference]] = self._copy(self._resolve(reference))
        self._refuse_loops()
        return {"allOf": [root], "$defs": definitions}

    def _whole(self, copy: Schema, schema: Schema) -> Schema:
        """The schema of one value, all that it demands; closed where the reading says so."""
        if self._reading is not Reading.CLOSED or isinstance(schema, bool):
            return copy
        return {"allOf": [copy], "unevaluatedProperties": False}

    def _copy(self, schema: Schema, *, is_in_place: bool = True) -> Schema:
        self._effort.spend()
        self.size += 1
        if isinstance(schema, bool):
            return schema
        if "x-unsupported" in schema:
            raise Unsupported(str(schema["x-unsupported"]))
        copy: dict[str, Any] = {key: value for key, value in schema.items() if key in _KEPT}
        if "$ref" in schema:
            copy["$ref"] = self._refer(schema["$ref"], is_in_place=is_in_place)
        self._copy_schemas(copy, schema, is_in_place=is_in_place)
        self._copy_names(copy, schema, is_in_place=is_in_place)
        if self._reading is Reading.INTERPRETED:
            self._interpret(copy, schema)
        if self._reading is Reading.CLOSED:
            _open_for_what_is_asked(copy, schema)
        return copy

    def _copy_schemas(
        self, copy: dict[str, Any], schema: dict[str, Any], *, is_in_place: bool
    ) -> None:
        if _HOLDING.isdisjoint(schema):
            return
        for keyword in _SINGLE:
            if keyword in schema and not self._is_free(keyword, schema[keyword]):
                copy[keyword] = self._member(keyword, schema[keyword], is_in_place=is_in_place)
        for keyword in _LISTS:
            if keyword in schema:
                copy[keyword] = [
                    self._member(keyword, one, is_in_place=is_in_place) for one in schema[keyword]
                ]

    def _is_free(self, keyword: str, schema: Schema) -> bool:
        """Whether it opens what the reading closes."""
        return (
            self._reading is Reading.CLOSED
            and keyword in ("additionalProperties", "unevaluatedProperties")
            and schema in (True, {})
        )

    def _member(self, keyword: str, schema: Schema, *, is_in_place: bool) -> Schema:
        if keyword in _ELSEWHERE:
            return self._elsewhere(schema)
        return self._copy(schema, is_in_place=is_in_place and keyword in _IN_PLACE)

    def _elsewhere(self, schema: Schema) -> Schema:
        """The schema of another value than the one at hand: a property, an item."""
        return self._whole(self._copy(schema, is_in_place=False), schema)

    def _copy_names(
        self, copy: dict[str, Any], schema: dict[str, Any], *, is_in_place: bool
    ) -> None:
        if _NAMING.isdisjoint(schema):
            return
        properties = {
            name: self._elsewhere(member)
            for name, member in schema.get("properties", {}).items()
            if name in self._names
        }
        if self._reading is not Reading.CLOSED:
            hidden = [name for name in schema.get("x-hidden", ()) if name in self._names]
            properties.update(dict.fromkeys(hidden, True))
        if properties:
            copy["properties"] = properties
        if "patternProperties" in schema:
            copy["patternProperties"] = {
                pattern: self._elsewhere(member)
                for pattern, member in schema["patternProperties"].items()
            }
        dependent = {
            name: self._copy(member, is_in_place=is_in_place)
            for name, member in schema.get("dependentSchemas", {}).items()
            if name in self._names
        }
        if dependent:
            copy["dependentSchemas"] = dependent

    def _interpret(self, copy: dict[str, Any], schema: dict[str, Any]) -> None:
        rules: list[Schema] = []
        if "x-extensible-enum" in schema:
            rules.append({"enum": schema["x-extensible-enum"]})
        if "contentEncoding" in schema:
            rules.append({"format": encoding_format(schema["contentEncoding"])})
        if "contentMediaType" in schema:
            rules.append({"format": media_type_format(schema["contentMediaType"])})
        if "x-discriminator" in schema:
            rules.extend(self._discriminated(schema))
        if rules:
            copy["allOf"] = [*copy.get("allOf", ()), *rules]

    def _discriminated(self, schema: dict[str, Any]) -> Iterator[Schema]:
        name, targets = schema["x-discriminator"]["name"], schema["x-discriminator"]["targets"]
        yield {"type": "object", "required": [name], "properties": {name: {"enum": list(targets)}}}
        if "oneOf" not in schema and "anyOf" not in schema:
            return  # the subtypes contain this schema: following them would never end
        for value, target in targets.items():
            condition = {"properties": {name: {"const": value}}, "required": [name]}
            yield {"if": condition, "then": self._copy(target)}

    def _refer(self, reference: str, *, is_in_place: bool) -> str:
        if reference not in self._places:
            self._places[reference] = f"d{len(self._places)}"
            self._waiting.append(reference)
        if is_in_place:
            self._in_place.setdefault(self._here, set()).add(reference)
        return f"#/$defs/{self._places[reference]}"

    def _refuse_loops(self) -> None:
        """A schema that asks for itself without looking further has no answer."""
        done: set[str] = set()
        for start in sorted(self._in_place):
            path: dict[str, Iterator[str]] = {start: iter(sorted(self._in_place[start]))}
            while path:
                current = next(reversed(path))
                following = next(path[current], None)
                if following is None:
                    done.add(current)
                    path.popitem()
                elif following in path:
                    raise Unsupported("reference")
                elif following not in done:
                    path[following] = iter(sorted(self._in_place.get(following, ())))


def _open_for_what_is_asked(copy: dict[str, Any], schema: dict[str, Any]) -> None:
    """What a schema requires it declares, too; and where it wants more than it names, anything."""
    asked = [*schema.get("required", ())]
    for names in schema.get("dependentRequired", {}).values():
        asked.extend(names)
    if asked:
        copy["properties"] = {**dict.fromkeys(asked, True), **copy.get("properties", {})}
    if schema.get("minProperties", 0) > len(schema.get("properties", {})):
        copy.setdefault("additionalProperties", True)
