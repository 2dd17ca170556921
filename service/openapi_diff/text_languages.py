"""What do patterns and lengths do to the accepted texts together?

Each for itself may look tighter or looser where together they say the same: `minLength: 1` and the
pattern `.`. So where both changed, they are asked together.
"""

from service.openapi_diff import json_types
from service.openapi_diff.schema_pairs import SchemaPair
from service.openapi_diff.schema_views import SchemaView
from service.openapi_diff.verdicts import Effect

_MAX_LENGTH = 500  # an automaton that counts further is too large to ask


def relate_texts(pair: SchemaPair) -> Effect | None:
    """What the edit of patterns and lengths comes to; None where only one kind of them changed,
    or where nobody can tell: then each keyword is judged for itself."""
    if not pair.types & json_types.STRING or pair.unchanged("pattern"):
        return None
    if pair.unchanged("minLength") and pair.unchanged("maxLength"):
        return None
    before, after = _languages(pair.old), _languages(pair.new)
    if before is None or after is None:
        return None
    effect = pair.desk.walk.patterns.relate_all(before, after)
    return None if effect is Effect.UNKNOWN else effect


def _languages(view: SchemaView) -> set[str] | None:
    """Patterns that accept the texts of a schema; None where a length is too great to count."""
    found = {pattern for pattern in view.all_of("pattern") if isinstance(pattern, str)}
    for least in view.all_of("minLength"):
        found.add(f"^[\\s\\S]{{{least},}}$")
    for most in view.all_of("maxLength"):
        found.add(f"^[\\s\\S]{{0,{most}}}$")
    lengths = [*view.all_of("minLength"), *view.all_of("maxLength")]
    return found if all(map(_is_countable, lengths)) else None


def _is_countable(length: object) -> bool:
    return type(length) is int and 0 <= length <= _MAX_LENGTH
