"""What do patterns, lengths and exclusions do to the accepted texts together?

Each for itself may look tighter or looser where together they say the same: `minLength: 1`, the
pattern `[^]` and `not: {const: ""}`. So where several of them changed, they are asked together.
"""

from service.openapi_diff import json_types
from service.openapi_diff.patterns import Language
from service.openapi_diff.schema_pairs import SchemaPair
from service.openapi_diff.schema_reading import SchemaReader
from service.openapi_diff.schema_views import SchemaView
from service.openapi_diff.verdicts import Effect

LANGUAGE_KEYWORDS = frozenset(("pattern", "minLength", "maxLength", "not"))

_LENGTHS = frozenset(("minLength", "maxLength"))

_MAX_LENGTH = 500  # an automaton that counts further is too large to ask
_MAX_EXCLUDED = 20
_READABLE = frozenset(
    ("type", "enum", "const", "pattern", "minLength", "maxLength", "title", "description")
)


def compare_languages(pair: SchemaPair) -> None:
    """Report what the texts lost or won, where that can be told of all keywords together."""
    effect = relate_texts(pair)
    if effect is None or effect is Effect.NONE:
        return
    rule, keyword = "schema.pattern-changed", "pattern"
    if _same_form(pair):
        keyword = "not"
        rule = f"compose.not-{'removed' if effect is Effect.WIDENED else 'added'}"
    before, after = pair.old.first(keyword), pair.new.first(keyword)
    pair.report(rule, keyword, before=before, after=after, effect=effect)


def relate_texts(pair: SchemaPair) -> Effect | None:
    """What the edits of patterns, lengths and exclusions come to; None where only one kind of them
    changed, or where nobody can tell: then each keyword is judged for itself. Of one kind alone it
    is told only that the other made its edit go without saying."""
    if not pair.types & json_types.STRING:
        return None
    together = _changed_together(pair)
    if not together and not _changed_beside(pair):
        return None
    if pair.old.values is not None or pair.new.values is not None:
        return None
    walk = pair.desk.walk
    others = pair.types & ~json_types.STRING if not pair.unchanged("not") else None
    before = _language(walk.base_schemas, pair.old, others)
    after = _language(walk.revision_schemas, pair.new, others)
    if before is None or after is None:
        return None
    effect = walk.patterns.relate_languages(before, after)
    if effect is Effect.UNKNOWN or not (together or effect is Effect.NONE):
        return None
    return effect


def _changed_together(pair: SchemaPair) -> bool:
    """Whether more than one kind changed, or an exclusion, which is told of texts exactly."""
    if not pair.unchanged("not"):
        return ("not" in pair.old.keywords and "not" in pair.new.keywords) or not _same_form(pair)
    return not pair.unchanged("pattern") and not _same_lengths(pair)


def _changed_beside(pair: SchemaPair) -> bool:
    """Whether a length changed beside a pattern, or a pattern beside a length."""
    if not pair.unchanged("not") or _same_form(pair):
        return False
    if _same_lengths(pair):
        return not _LENGTHS.isdisjoint(pair.old.keywords)
    return "pattern" in pair.old.keywords


def _same_form(pair: SchemaPair) -> bool:
    return pair.unchanged("pattern") and _same_lengths(pair)


def _same_lengths(pair: SchemaPair) -> bool:
    return all(map(pair.unchanged, _LENGTHS))


def _language(reader: SchemaReader, view: SchemaView, others: int | None) -> Language | None:
    """The accepted texts; None where a length is too great to count, or an exclusion concerns one
    of the `others`, the types besides text. Without `others` the exclusions are left out."""
    needed = _needed(view)
    if needed is None or others is None:
        return None if needed is None else Language(needed)
    excluded: set[frozenset[str]] = set()
    for site in view.sites("not"):
        types = reader.reachable_types((site,))
        if not types & (others | json_types.STRING):
            continue  # it excludes no text, and nothing else that can occur
        groups = _excluded(reader.view((site,)))
        if groups is None or types & others:
            return None
        excluded.update(groups)
    return Language(needed, frozenset(excluded))


def _excluded(view: SchemaView) -> list[frozenset[str]] | None:
    """What is excluded, as groups of patterns that must not all be found."""
    if not _READABLE.issuperset(view.keywords):
        return None
    needed = _needed(view)
    if needed is None or view.nowhere or view.impossible or view.is_cut:
        return None
    if view.values is None:
        return [needed]
    values = list(view.values.values())
    if len(values) > _MAX_EXCLUDED or not all(isinstance(value, str) for value in values):
        return None
    return [needed | {f"^{_literal(value)}$"} for value in values]


def _needed(view: SchemaView) -> frozenset[str] | None:
    """Patterns that are found in the accepted texts and in no others."""
    found = {pattern for pattern in view.all_of("pattern") if isinstance(pattern, str)}
    for keyword, form in (("minLength", "^[\\s\\S]{{{},}}$"), ("maxLength", "^[\\s\\S]{{0,{}}}$")):
        for length in view.all_of(keyword):
            if type(length) is not int or not 0 <= length <= _MAX_LENGTH:
                return None
            found.add(form.format(length))
    return frozenset(found)


def _literal(text: str) -> str:
    return "".join(char if char.isalnum() else f"\\{char}" for char in text)
