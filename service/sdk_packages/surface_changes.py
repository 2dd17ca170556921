"""Whom does an upgrade of the client break, although nothing may have changed on the wire?

Compares two surfaces as `surface_of` gives them. Fields of models are meant to be given by name:
their order is no promise. Values that a closed set gains are none either, since clients pass on
what they do not know.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

_SHOWN = "sync_detailed"
"""All functions of an operation take the same parameters; one of them stands for all."""


class SdkVerdict(StrEnum):
    """Whether code written for the older client goes on working with the newer one."""

    COMPATIBLE = "compatible"
    BREAKING = "breaking"


@dataclass(frozen=True, slots=True)
class SdkChange:
    """One difference: what it is about, whether it breaks, and a sentence for people."""

    rule: str
    subject: str
    breaking: bool
    sentence: str


@dataclass(frozen=True, slots=True)
class SdkChanges:
    """All differences between two clients, those that break first."""

    verdict: SdkVerdict
    changes: tuple[SdkChange, ...]


def compare_surfaces(base: Mapping[str, Any], revision: Mapping[str, Any]) -> SdkChanges:
    """Return what changes for those who upgrade from one client to the other."""
    found = [
        *_operations(base["operations"], revision["operations"]),
        *_models(base["models"], revision["models"]),
        *_closed_sets(base["closed_sets"], revision["closed_sets"]),
    ]
    found.sort(key=lambda change: (not change.breaking, change.subject, change.rule))
    breaks = any(change.breaking for change in found)
    return SdkChanges(SdkVerdict.BREAKING if breaks else SdkVerdict.COMPATIBLE, tuple(found))


def _operations(base: Mapping[str, Any], revision: Mapping[str, Any]) -> Iterator[SdkChange]:
    new_places = {entry["request"]: name for name, entry in revision.items() if name not in base}
    renamed = set()
    for name, entry in base.items():
        if name in revision:
            yield from _parameters(name, entry, revision[name])
            continue
        place = new_places.get(entry["request"])
        renamed.add(place)
        if place is None:
            sentence = f"{name} is gone, and with it the operation {entry['request']}."
            yield SdkChange("operation-removed", name, breaking=True, sentence=sentence)
        else:
            sentence = (
                f"{name} is now {place}, since the operationId or the first tag of"
                f" {entry['request']} has changed: the import fails."
            )
            yield SdkChange("operation-renamed", name, breaking=True, sentence=sentence)
    for name in revision.keys() - base.keys() - renamed:
        yield SdkChange("operation-added", name, breaking=False, sentence=f"{name} is new.")


def _parameters(
    place: str, base: Mapping[str, Any], revision: Mapping[str, Any]
) -> Iterator[SdkChange]:
    old, new = base["functions"].get(_SHOWN), revision["functions"].get(_SHOWN)
    if old is None or new is None:
        return
    for name, parameter in old["parameters"].items():
        subject = f"{place}({name})"
        if name not in new["parameters"]:
            sentence = f"{place} no longer takes {name}: calls that give it raise a TypeError."
            yield SdkChange("parameter-removed", subject, breaking=True, sentence=sentence)
            continue
        yield from _parameter(place, name, parameter, new["parameters"][name])
    for name, parameter in new["parameters"].items():
        if name not in old["parameters"]:
            needed = parameter["required"]
            end = "which calls so far do not give." if needed else "which may be left out."
            sentence = f"{place} takes the new parameter {name}, {end}"
            yield SdkChange("parameter-added", f"{place}({name})", needed, sentence)
    if old["returns"] != new["returns"]:
        sentence = f"{place} returned {_answer(old)} and now returns {_answer(new)}."
        yield SdkChange("return-type-changed", place, breaking=True, sentence=sentence)


def _parameter(
    place: str, name: str, old: Mapping[str, Any], new: Mapping[str, Any]
) -> Iterator[SdkChange]:
    subject = f"{place}({name})"
    if new["required"] and not old["required"]:
        sentence = f"{place} needs {name} now: calls without it raise a TypeError."
        yield SdkChange("parameter-required", subject, breaking=True, sentence=sentence)
    if old["position"] != new["position"]:
        sentence = f"{place} takes {name} at another position: calls by position go wrong."
        yield SdkChange("parameter-moved", subject, breaking=True, sentence=sentence)
    lost = _alternatives(old["type"]) - _alternatives(new["type"]) - {"Unset"}
    if lost and "Any" not in _alternatives(new["type"]):
        sentence = f"{place} took {name} as {old['type']} and now takes it as {new['type']} only."
        yield SdkChange("parameter-type-changed", subject, breaking=True, sentence=sentence)


def _models(base: Mapping[str, Any], revision: Mapping[str, Any]) -> Iterator[SdkChange]:
    fresh = {name: entry for name, entry in revision.items() if name not in base}
    for name, entry in base.items():
        if name in revision:
            yield from _fields(name, entry["fields"], revision[name]["fields"])
            continue
        twins = [other for other, found in fresh.items() if found == entry and entry["fields"]]
        if len(twins) == 1:
            sentence = f"The model {name} is now called {twins[0]}: importing it fails."
            yield SdkChange("model-renamed", name, breaking=True, sentence=sentence)
        else:
            sentence = f"The model {name} is gone: importing it fails."
            yield SdkChange("model-removed", name, breaking=True, sentence=sentence)
    for name in fresh:
        sentence = f"The model {name} is new."
        yield SdkChange("model-added", name, breaking=False, sentence=sentence)


def _fields(
    model: str, base: Mapping[str, Any], revision: Mapping[str, Any]
) -> Iterator[SdkChange]:
    for name, field in base.items():
        subject, new = f"{model}.{name}", revision.get(name)
        if new is None:
            sentence = f"{model} has no field {name} any more: reading and giving it fails."
            yield SdkChange("field-removed", subject, breaking=True, sentence=sentence)
            continue
        if new["required"] and not field["required"]:
            sentence = f"{model} cannot be made without {name} any more."
            yield SdkChange("field-required", subject, breaking=True, sentence=sentence)
        if _told(field["type"]) != _told(new["type"]):
            sentence = f"{subject} was {_told(field['type'])} and is now {_told(new['type'])}."
            yield SdkChange("field-type-changed", subject, breaking=True, sentence=sentence)
        elif field["required"] and not new["required"]:
            sentence = f"{subject} was always there and may now be UNSET."
            yield SdkChange("field-optional", subject, breaking=True, sentence=sentence)
    for name, field in revision.items():
        if name not in base:
            needed = field["required"]
            end = "without which it cannot be made." if needed else "which may be left out."
            sentence = f"{model} has the new field {name}, {end}"
            yield SdkChange("field-added", f"{model}.{name}", needed, sentence)


def _closed_sets(base: Mapping[str, Any], revision: Mapping[str, Any]) -> Iterator[SdkChange]:
    for name, entry in base.items():
        if name not in revision:
            sentence = f"The closed set {name} is gone: importing it fails."
            yield SdkChange("closed-set-removed", name, breaking=True, sentence=sentence)
            continue
        members = revision[name]["members"]
        for member in entry["members"]:
            if member not in members:
                sentence = f"{name} has no {member!r} any more: type checkers refuse it."
                yield SdkChange(
                    "member-removed", f"{name}[{member!r}]", breaking=True, sentence=sentence
                )
        for member in members:
            if member not in entry["members"]:
                sentence = f"{name} has the new value {member!r}."
                yield SdkChange(
                    "member-added", f"{name}[{member!r}]", breaking=False, sentence=sentence
                )
    for name in revision.keys() - base.keys():
        sentence = f"The closed set {name} is new."
        yield SdkChange("closed-set-added", name, breaking=False, sentence=sentence)


def _alternatives(told: str) -> set[str]:
    return {part.strip() for part in told.split(" | ")}


def _told(told: str) -> str:
    """Return the type without what says that the field may be left out."""
    return " | ".join(sorted(_alternatives(told) - {"Unset"}))


def _answer(function: Mapping[str, Any]) -> str:
    told: str = function["returns"]
    return told.removeprefix("Response[").removesuffix("]")
