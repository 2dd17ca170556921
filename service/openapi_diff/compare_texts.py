"""What changed in the form of texts and numbers: format, pattern, encoding?"""

from typing import Any

from service.openapi_diff import json_types
from service.openapi_diff.compare_bounds import lies_within
from service.openapi_diff.description import Dialect
from service.openapi_diff.patterns import PatternJudge
from service.openapi_diff.schema_pairs import SchemaPair
from service.openapi_diff.schema_views import SchemaView
from service.openapi_diff.text_languages import relate_texts
from service.openapi_diff.verdicts import Cause, Effect

TEXT_KEYWORDS = frozenset(
    ("format", "pattern", "contentEncoding", "contentMediaType", "contentSchema")
)

_BINARY = "application/octet-stream"
# How 3.1 says what older versions say by a format (OpenAPI 3.1, "Considerations for File Uploads").
_MODERN = {"byte": ("contentEncoding", "base64"), "binary": ("contentMediaType", _BINARY)}
_HINTS = frozenset(("password",))  # OpenAPI: "a hint to obscure the value"
_NUMERIC = frozenset(("int32", "int64", "float", "double"))
_WHOLE = {"int32": 32, "int64": 64}  # by the bits that hold them
_WIDER = {
    "int32": {"int64"},
    "float": {"double"},
    "uri": {"uri-reference", "iri", "iri-reference"},
    "iri": {"iri-reference"},
    "uri-reference": {"iri-reference"},
    "email": {"idn-email"},
    "hostname": {"idn-hostname"},
}


def compare_texts(pair: SchemaPair) -> None:
    _compare_formats(pair)
    if pair.types & json_types.STRING:
        _compare_patterns(pair)
        for keyword, rule in (
            ("contentEncoding", "schema.content-encoding-changed"),
            ("contentMediaType", "schema.content-media-type-changed"),
        ):
            _compare_content(pair, keyword, rule)
        _compare_content_schema(pair)


def _compare_formats(pair: SchemaPair) -> None:
    before, after = _formats(pair.old, pair.types), _formats(pair.new, pair.types)
    if _is_upgrade(pair):
        before, after = before - _MODERN.keys(), after - _MODERN.keys()
    removed = sorted(name for name in before - after if not _is_implied(name, pair.new, pair))
    added = sorted(name for name in after - before if not _is_implied(name, pair.old, pair))
    if not removed and not added:
        return
    rule, effect = _format_rule(removed, added)
    pair.report(
        rule,
        "format",
        before=", ".join(removed) or None,
        after=", ".join(added) or None,
        effect=effect,
    )


def _formats(view: SchemaView, types: int) -> set[str]:
    """The formats that restrict a value of these types."""
    found = {name for name in view.all_of("format") if isinstance(name, str)} - _HINTS
    if not types & json_types.NUMBER and view.types & json_types.NUMBER:
        found -= _NUMERIC
    return found


def _is_implied(name: str, view: SchemaView, pair: SchemaPair) -> bool:
    """Whether the bounds of a schema keep its integers within those of a format anyway."""
    if name not in _WHOLE or pair.types & json_types.FRACTION:
        return False
    return lies_within(view, -(2 ** (_WHOLE[name] - 1)), 2 ** (_WHOLE[name] - 1) - 1)


def _format_rule(removed: list[str], added: list[str]) -> tuple[str, Effect | None]:
    if not removed:
        return "schema.format-added", None
    if not added:
        return "schema.format-removed", None
    if len(removed) == len(added) == 1:
        if added[0] in _WIDER.get(removed[0], ()):
            return "schema.format-widened", None
        if removed[0] in _WIDER.get(added[0], ()):
            return "schema.format-changed", Effect.NARROWED
    return "schema.format-changed", None


def _compare_patterns(pair: SchemaPair) -> None:
    judge = pair.desk.walk.patterns
    before, after = _patterns(pair.old, judge), _patterns(pair.new, judge)
    removed, added = sorted(before - after), sorted(after - before)
    if (not removed and not added) or relate_texts(pair) is not None:
        return
    rule, effect = _pattern_rule(removed, added, judge)
    if effect is Effect.NONE:
        return
    pair.report(
        rule,
        "pattern",
        before=" and ".join(removed) or None,
        after=" and ".join(added) or None,
        effect=effect,
        cause=Cause.PATTERN if effect is Effect.UNKNOWN else None,
    )


def _patterns(view: SchemaView, judge: PatternJudge) -> set[str]:
    """The patterns that refuse something."""
    found = {pattern for pattern in view.all_of("pattern") if isinstance(pattern, str)}
    return {pattern for pattern in found if judge.relate(pattern, "") is not Effect.NONE}


def _pattern_rule(
    removed: list[str], added: list[str], judge: PatternJudge
) -> tuple[str, Effect | None]:
    if not removed:
        return "schema.pattern-added", None
    if not added:
        return "schema.pattern-removed", None
    effect = judge.relate_all(removed, added)
    if effect is Effect.WIDENED:
        return "schema.pattern-generalised", None
    return "schema.pattern-changed", effect


def _compare_content(pair: SchemaPair, keyword: str, rule: str) -> None:
    before, after = pair.old.first(keyword), pair.new.first(keyword)
    if _is_upgrade(pair):
        before, after = _modern(pair.old, keyword), _modern(pair.new, keyword)
    if before == after:
        return
    effect = None
    if before is None:
        effect = Effect.NARROWED
    elif after is None:
        effect = Effect.WIDENED
    pair.report(rule, keyword, before=before, after=after, effect=effect)


def _is_upgrade(pair: SchemaPair) -> bool:
    """Whether one side is written as before 3.1, and the other one as since then."""
    dialects = pair.old.dialect, pair.new.dialect
    return dialects[0] is not dialects[1] and Dialect.OPENAPI_3_1 in dialects


def _modern(view: SchemaView, keyword: str) -> Any:
    """What a schema says of its content, in the words of 3.1 on either side."""
    stated = view.first(keyword)
    for name in view.all_of("format") if stated is None else ():
        if _MODERN.get(name, ("", ""))[0] == keyword:
            stated = _MODERN[name][1]
    # 3.1 leaves the type of a binary text unstated, or states it: that is no change.
    return stated or (_BINARY if keyword == "contentMediaType" else None)


def _compare_content_schema(pair: SchemaPair) -> None:
    before, after = pair.old.sites("contentSchema"), pair.new.sites("contentSchema")
    if before and after:
        pair.enter(before, after)
    elif before or after:
        rule = "schema.content-schema-added" if after else "schema.content-schema-removed"
        pair.report(rule, "contentSchema")
