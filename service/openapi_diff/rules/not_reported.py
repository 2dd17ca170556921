"""Which edits of the rule catalogue have no rule of their own, and why?

Their ids stay taken: nothing else may ever be called so.
"""

_SAME_MEANING = "no change: the two spellings mean the same, so nothing is reported"
_INSIDE = "told by the rules of what changed inside, at its own place"
_UNUSED = "a definition is judged where it is used; one that nothing uses reaches no operation"

NOT_REPORTED: dict[str, str] = {
    "array.items-changed": _INSIDE,
    "callback.changed": f"{_INSIDE}, with the directions turned round",
    "component.added": _UNUSED,
    "component.removed-unused": _UNUSED,
    "compose.all-of-annotation-only": "a branch that demands nothing is told by its annotations",
    "compose.all-of-refactor": _SAME_MEANING,
    "compose.order-changed": _SAME_MEANING,
    "header.schema": f"{_INSIDE}; a header of a response is read like its body",
    "info.version-not-bumped": (
        "whether a version fits its changes is for the publication rules to say, which know the "
        "verdict and both names"
    ),
    "object.additional-schema-changed": _INSIDE,
    "parameter.moved-level": _SAME_MEANING,
    "parameter.order-changed": (
        "no change: the order of parameters does not travel, and reordering must change nothing"
    ),
    "ref.component-renamed": _SAME_MEANING,
    "ref.inlined-or-extracted": _SAME_MEANING,
    "ref.sibling-keywords": (
        f"{_INSIDE}: since 3.1 keywords beside a reference count like any others, before they "
        "count for nothing"
    ),
    "schema.exclusive-spelling": _SAME_MEANING,
    "schema.nullable-spelling": _SAME_MEANING,
    "security.inherited-vs-explicit": _SAME_MEANING,
    "webhook.changed": f"{_INSIDE}, with the directions turned round",
}
