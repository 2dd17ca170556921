"""What do edits of lengths, limits and counts mean to people?"""

from service.openapi_diff.rules.explanations.explanation import narrows, replaces, widens

_KEEP_LIMIT = (
    "Keep the old limit for what is sent today, announce the new one, and enforce it in a new "
    "major version only (or shorten on the server's side)."
)
_STAY_WITHIN = (
    "Stay within the old limit in this version, or let clients opt in to more by a parameter, "
    "another property or a new version."
)
_LIMITS = (
    ("max-length", "text of more than {limit} characters"),
    ("min-length", "text of fewer than {limit} characters"),
    ("maximum", "a number beyond the maximum of {limit}"),
    ("minimum", "a number below the minimum of {limit}"),
    ("multiple-of", "a number that is no multiple of {limit}"),
    ("max-items", "more than {limit} items"),
    ("min-items", "fewer than {limit} items"),
    ("max-properties", "more than {limit} properties"),
    ("min-properties", "fewer than {limit} properties"),
)

BOUND_EXPLANATIONS = (
    *(
        narrows(
            f"schema.{limit}-tightened", what.replace("{limit}", "{after}"), instead=_KEEP_LIMIT
        )
        for limit, what in _LIMITS
    ),
    *(
        widens(
            f"schema.{limit}-loosened", what.replace("{limit}", "{before}"), instead=_STAY_WITHIN
        )
        for limit, what in _LIMITS
    ),
    replaces("schema.multiple-of-changed", "multiples of {before}", "multiples of {after}"),
    narrows("schema.unique-items-added", "an item twice", instead=_KEEP_LIMIT),
    widens(
        "schema.unique-items-removed",
        "an item twice",
        why="Readers that keep the items in a set, or as keys, lose some or fail.",
        instead="Keep removing repeated items from what is sent.",
    ),
    narrows(
        "schema.contains-bounds-tightened",
        "another number of matching items than is now asked for",
        instead=_KEEP_LIMIT,
    ),
    widens(
        "schema.contains-bounds-loosened",
        "another number of matching items than was promised",
        instead=_STAY_WITHIN,
    ),
)
