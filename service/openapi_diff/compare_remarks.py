"""Do two schemas differ in nothing but what they remark?

Most edits of real documents are of this kind. They are told without a view of the schemas, and
without a node: whoever uses such a schema reports for it.
"""

from typing import Any

from service.openapi_diff.description import Site
from service.openapi_diff.equality import same
from service.openapi_diff.pointers import MISSING
from service.openapi_diff.walk import BOTH, Desk, Fact

_TEXTS = ("title", "description", "externalDocs", "$comment")
_EXAMPLES = ("example", "examples")
REMARKS = {
    **dict.fromkeys(_TEXTS, "schema.docs-changed"),
    **dict.fromkeys(_EXAMPLES, "schema.example-changed"),
}

# With these a schema is not all that holds, or holds for nothing: then it takes a view to tell.
_BEYOND = frozenset(("$ref", "allOf", "oneOf", "anyOf", "not"))


def report_remarks(desk: Desk, base: Site, revision: Site, *, passes: int = BOTH) -> bool:
    """Report what changed if it is remarks alone; answer whether it is."""
    edited = _edited_remarks(desk, base.value, revision.value)
    if edited is None:
        return False
    told = set()
    for keyword in sorted(edited):
        before, after = base.value.get(keyword), revision.value.get(keyword)
        if (rule := REMARKS[keyword]) not in told and not same(before, after):
            told.add(rule)
            desk.report(Fact(rule, base.pointer, revision.pointer, before, after), passes)
    return True


def _edited_remarks(desk: Desk, old: Any, new: Any) -> list[str] | None:
    """The keywords that differ; None where one of them is no remark, or more than them counts."""
    unchanged = desk.walk.unchanged
    if not (isinstance(old, dict) and isinstance(new, dict) and unchanged.one_dialect):
        return None
    if not _BEYOND.isdisjoint(old) or not _BEYOND.isdisjoint(new):
        return None
    edited = []
    for keyword, before in old.items():
        after = new.get(keyword, MISSING)
        # Most keywords hold text, which is not worth a call.
        if before != after if type(before) is str else not unchanged.holds(before, after):
            if keyword not in REMARKS:
                return None
            edited.append(keyword)
    added = new.keys() - old.keys()
    return [*edited, *added] if REMARKS.keys() >= added else None
