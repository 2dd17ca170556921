"""What changed in what a schema says beside its demands?"""

from typing import Any

from service.openapi_diff.compare_lifecycle import notice_of, rule_of_sunsets
from service.openapi_diff.compare_remarks import REMARKS
from service.openapi_diff.description import Description, Site
from service.openapi_diff.equality import identity, same
from service.openapi_diff.pointers import MISSING
from service.openapi_diff.relations import relate_definitions
from service.openapi_diff.schema_pairs import SchemaPair
from service.openapi_diff.verdicts import Cause, Effect

_IDENTIFIERS = ("$schema", "$id", "$vocabulary", "$anchor", "$dynamicAnchor")
_PLAIN = {
    **REMARKS,
    **dict.fromkeys(_IDENTIFIERS, "schema.dialect-or-id"),
    "xml": "xml.changed",
    "x-ms-enum": "vendor.ms-enum",
    "x-ms-client-name": "vendor.ms-client-name",
}


def compare_annotations(pair: SchemaPair, changed: set[str]) -> None:
    """Compare what of the keywords given is a remark."""
    told = set()
    for keyword in sorted(changed & ANNOTATIONS):
        special = _SPECIAL.get(keyword)
        if special is not None:
            special(pair)
        elif (rule := _PLAIN[keyword]) not in told and not same(*_first(pair, keyword)):
            told.add(rule)
            _report_once(pair, rule, keyword)


def _first(pair: SchemaPair, keyword: str) -> tuple[Any, Any]:
    return pair.old.first(keyword, MISSING), pair.new.first(keyword, MISSING)


def _report_once(pair: SchemaPair, rule: str, keyword: str) -> None:
    pair.report(rule, keyword, before=pair.old.first(keyword), after=pair.new.first(keyword))


def _compare_default(pair: SchemaPair) -> None:
    before, after = _first(pair, "default")
    if same(before, after):
        return
    if before is MISSING:
        rule = "schema.default-added"
    else:
        rule = "schema.default-removed" if after is MISSING else "schema.default-changed"
    _report_once(pair, rule, "default")


def _compare_deprecation(pair: SchemaPair) -> None:
    before, after = pair.old.is_set("deprecated"), pair.new.is_set("deprecated")
    if before is not after:
        pair.report("deprecation.property", "deprecated", before=before, after=after)
    _compare_sunset(pair)


def _compare_sunset(pair: SchemaPair) -> None:
    before, after = notice_of(pair.old.first), notice_of(pair.new.first)
    rule = rule_of_sunsets(before, after, pair.desk.walk.calendar)
    if rule is not None:
        pair.report(rule, "x-sunset", before=before.sunset, after=after.sunset)


def _compare_known_values(pair: SchemaPair) -> None:
    before, after = _first(pair, "x-extensible-enum")
    if isinstance(before, list) and isinstance(after, list):
        kept = {identity(value) for value in after}
        removed = sorted((value for value in before if identity(value) not in kept), key=str)
        if removed:
            pair.report(
                "schema.extensible-enum-value-removed",
                "x-extensible-enum",
                before=removed,
                subject=", ".join(map(str, removed[:20])),
            )


def _compare_dynamic(pair: SchemaPair) -> None:
    """Which schema a dynamic reference means depends on who asks: the engine does not follow."""
    for keyword in ("$dynamicRef", "$recursiveRef"):
        before, after = _first(pair, keyword)
        if not same(before, after):
            pair.report(
                "ref.target-changed",
                keyword,
                before=pair.old.first(keyword),
                after=pair.new.first(keyword),
                effect=Effect.UNKNOWN,
                cause=Cause.REFERENCE,
            )


def _compare_discriminator(pair: SchemaPair) -> None:
    before, after = (
        _discriminator(pair.old.first("discriminator")),
        _discriminator(pair.new.first("discriminator")),
    )
    if before is None or after is None:
        if before is not after:
            rule = "discriminator.added" if after else "discriminator.removed"
            _report_once(pair, rule, "discriminator")
        return
    (old_name, old_mapping), (new_name, new_mapping) = before, after
    if old_name != new_name:
        pair.report(
            "discriminator.property-changed", "discriminator", before=old_name, after=new_name
        )
    for value in sorted(old_mapping.keys() | new_mapping.keys()):
        _compare_mapping(pair, value, old_mapping.get(value), new_mapping.get(value))


def _discriminator(value: Any) -> tuple[str, dict[str, str]] | None:
    """The name of the property and its mapping; Swagger 2.0 has the name alone."""
    if isinstance(value, str):
        return value, {}
    if not isinstance(value, dict):
        return None
    mapping = value.get("mapping")
    entries = mapping.items() if isinstance(mapping, dict) else ()
    named = {str(key): target for key, target in entries if isinstance(target, str)}
    default = value.get("defaultMapping")  # 3.2
    if isinstance(default, str):
        named[""] = default
    return str(value.get("propertyName")), named


def _compare_mapping(pair: SchemaPair, value: str, before: str | None, after: str | None) -> None:
    if before is not None and after is not None:
        old, new = _target(pair.desk.base, before), _target(pair.desk.revision, after)
        if old and new:
            # The subtypes are part of what their supertype accepts, though nothing refers to them.
            pair.enter((old,), (new,))
        if _last_name(before) == _last_name(after) or (
            old and new and relate_definitions(pair, (old,), (new,)) is Effect.NONE
        ):
            return
        rule = "discriminator.mapping-retargeted"
    elif value == _last_name(before or after or ""):
        return  # the name of a schema means that schema, also where no mapping says so
    else:
        rule = "discriminator.mapping-added" if after else "discriminator.mapping-removed"
    pair.report(rule, "discriminator", before=before, after=after, subject=value)


def _target(description: Description, text: str) -> Site | None:
    """A mapping names a reference, or the bare name of a component."""
    return description.locate(text) or description.locate(f"#/components/schemas/{text}")


def _last_name(text: str) -> str:
    return text.rsplit("/", 1)[-1]


_SPECIAL = {
    "default": _compare_default,
    "deprecated": _compare_deprecation,
    "x-sunset": _compare_sunset,
    "x-extensible-enum": _compare_known_values,
    "discriminator": _compare_discriminator,
    "$dynamicRef": _compare_dynamic,
    "$recursiveRef": _compare_dynamic,
}

ANNOTATIONS = frozenset((*_PLAIN, *_SPECIAL))
