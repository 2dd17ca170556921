"""Which single faults of the engine must the fuzzer notice? Each is planted into the running code.

A fault takes the place of one function, method or row of a table, everywhere in the engine that it
was imported to; it is planted in a process of its own, which ends with it.
"""

import importlib
import sys
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from service.openapi_diff import Judgement
from service.openapi_diff.rules import RULES
from service.openapi_diff.verdicts import Effect
from service.openapi_diff.walk import BOTH, REQUEST, RESPONSE, TURNED

_ENGINE = "service.openapi_diff"


@dataclass(frozen=True, slots=True)
class Fault:
    """A sentence that says what is wrong, and how it is made so."""

    name: str
    plant: Callable[[], None]


def _judged(
    rule: str, *, request: Judgement | None = None, response: Judgement | None = None
) -> Callable[[], None]:
    """A row of the rule table says something else."""

    def plant() -> None:
        row = RULES[rule]
        RULES[rule] = replace(
            row, request=request or row.request, response=response or row.response
        )

    return plant


def _replaced(place: str, make: Callable[[Any], Any]) -> Callable[[], None]:
    """`module:name` or `module:Class.name` becomes what `make` makes of the original."""

    def plant() -> None:
        module_name, _, path = place.partition(":")
        owner: Any = importlib.import_module(f"{_ENGINE}.{module_name}")
        *outer, name = path.split(".")
        for part in outer:
            owner = getattr(owner, part)
        original = getattr(owner, name)
        setattr(owner, name, make(original))
        if not outer:
            _replace_imported(name, original, getattr(owner, name))

    return plant


def _replace_imported(name: str, original: Any, fault: Any) -> None:
    for module_name, module in list(sys.modules.items()):
        if module_name.startswith(_ENGINE) and getattr(module, name, None) is original:
            setattr(module, name, fault)


def _silent(place: str, answer: Any = None) -> Callable[[], None]:
    """A function does nothing but answer."""
    return _replaced(place, lambda _: lambda *_, **__: answer)


def _without_comparer(name: str) -> Callable[[], None]:
    """A group of keywords is not compared."""
    return _replaced(
        "compare_schemas:_GROUPS",
        lambda groups: tuple(group for group in groups if group[2].__name__ != name),
    )


def _visible(*keywords: str) -> Callable[[Any], Any]:
    """Only the keywords given hide a property."""

    def make(_: Any) -> Any:
        def visibility(reader: Any, definition: Any) -> int:
            view = reader.view(definition)
            hidden = {"readOnly": REQUEST, "writeOnly": RESPONSE}
            return BOTH & ~sum(hidden[word] for word in keywords if view.is_set(word))

        return visibility

    return make


_SAFE, _BREAKS = Judgement.SAFE, Judgement.BREAKS

FAULTS = (
    Fault(
        "a lower maximum is safe in requests", _judged("schema.maximum-tightened", request=_SAFE)
    ),
    Fault("a new value is safe in responses", _judged("schema.enum-value-added", response=_SAFE)),
    Fault(
        "what becomes required is judged the wrong way round",
        _judged("property.became-required", request=_SAFE, response=_BREAKS),
    ),
    Fault("a required parameter is safe", _judged("parameter.added-required", request=_SAFE)),
    Fault("a further scope is safe", _judged("security.scope-added", request=_SAFE)),
    Fault("a path may go", _judged("path.removed", request=_SAFE, response=_SAFE)),
    Fault("a new path breaks", _judged("path.added", request=_BREAKS, response=_BREAKS)),
    Fault("a status may go", _judged("response.success-removed", response=_SAFE)),
    Fault("bounds are not compared", _without_comparer("compare_bounds")),
    Fault("patterns and formats are not compared", _without_comparer("compare_texts")),
    Fault("objects are not compared", _without_comparer("compare_objects")),
    Fault("lists are not compared", _without_comparer("compare_arrays")),
    Fault("alternatives are not compared", _without_comparer("compare_unions")),
    Fault("conditions are not compared", _without_comparer("compare_conditions")),
    Fault("listed values are not compared", _silent("compare_values:compare_values", answer=True)),
    Fault("null plays no part", _silent("compare_types:_compare_null")),
    Fault("closing an object plays no part", _silent("compare_maps:_compare_openness")),
    Fault("patterns of names play no part", _silent("compare_maps:_compare_patterns")),
    Fault(
        "what one schema requires of another plays no part",
        _silent("compare_maps:_compare_dependencies"),
    ),
    Fault("headers are not compared", _silent("compare_headers:compare_headers")),
    Fault("credentials are not compared", _silent("compare_security:compare_security")),
    Fault(
        "requests are taken for responses",
        _replaced(
            "walk:through",
            lambda real: lambda request, response, passes: real(response, request, passes),
        ),
    ),
    Fault(
        "callbacks are not turned round",
        _replaced(
            "walk:through",
            lambda real: (
                lambda request, response, passes: real(request, response, passes & ~TURNED)
            ),
        ),
    ),
    Fault("readOnly is ignored", _replaced("object_views:visibility", _visible("writeOnly"))),
    Fault("writeOnly is ignored", _replaced("object_views:visibility", _visible("readOnly"))),
    Fault("operations reach nothing", _silent("walk:Walk.spread")),
    Fault(
        "what is referred to is taken for unchanged",
        _silent("unchanged:Unchanged.refers_to_unchanged", answer=True),
    ),
    Fault(
        "what looks alike is taken for unchanged, in whichever version",
        _replaced("unchanged:_speaks_dialect", lambda _: lambda _value: False),
    ),
    Fault(
        "all schemas of a document are one in the memory of the walk",
        _replaced(
            "walk:Walk.node",
            lambda real: (
                lambda walk, key, task: real(walk, key[:2] if key[0] == "schema" else key, task)
            ),
        ),
    ),
    Fault(
        "definitions are related by hope",
        _silent("relations:relate_definitions", answer=Effect.NONE),
    ),
    Fault("patterns accept the same", _silent("patterns:PatternJudge.relate", answer=Effect.NONE)),
    Fault(
        "of allOf only the first part is read",
        _replaced(
            "schema_views:SchemaView.all_of", lambda real: lambda view, word: real(view, word)[:1]
        ),
    ),
    Fault(
        "what stands beside a reference is not read",
        _silent("schema_reading:_stands_alone", answer=True),
    ),
    Fault(
        "exclusive bounds are inclusive",
        _replaced(
            "compare_bounds:_bounds_of",
            lambda real: lambda *sides: [(edge, True) for edge, _ in real(*sides)],
        ),
    ),
    Fault(
        "a new branch changes nothing",
        _silent("compare_unions:effect_of_added", answer=(Effect.NONE, None)),
    ),
    Fault(
        "a wrapped schema is the same", _silent("compare_wrapping:compare_wrapping", answer=True)
    ),
    Fault("a removed property was not there", _silent("compare_objects:_compare_removed")),
)
