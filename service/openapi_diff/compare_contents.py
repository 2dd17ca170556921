"""What changed in the media types of a message or a parameter, and in their schemas?"""

from typing import Any

from service.openapi_diff.compare_documentation import EXAMPLES, compare_documentation
from service.openapi_diff.compare_schemas import enter_schemas
from service.openapi_diff.description import Dialect, Site
from service.openapi_diff.media_types import Match, match_media_types, read_media_type
from service.openapi_diff.operation_views import MediaView
from service.openapi_diff.walk import Desk, Fact

Contents = dict[str, MediaView]
_PLAIN = frozenset(("schema", *EXAMPLES))


def compare_contents(
    desk: Desk, base: Contents, revision: Contents, owner: str
) -> list[tuple[MediaView, MediaView]]:
    """Match media types and compare their schemas; return what is matched.

    `owner` is the first word of the rules: body, response or parameter.
    """
    matched: list[tuple[MediaView, MediaView]] = []
    for old, new, is_covered in _match(desk, tuple(base), tuple(revision)):
        if old is None or new is None:
            _report_single(desk, owner, old, new, base if new is None else revision)
            continue
        before, after = base[old], revision[new]
        if not is_covered:
            _compare_names(desk, owner, (old, new), (before, after))
        if not matched or (before, after) != matched[-1]:  # Swagger 2.0: one schema for all types
            _compare_schemas(desk, owner, before, after)
        if before.written and after.written:
            rule = "schema.example-changed"
            compare_documentation(desk, rule, before.written, after.written, EXAMPLES)
        matched.append((before, after))
    return matched


def _match(desk: Desk, base: tuple[str, ...], revision: tuple[str, ...]) -> list[Match]:
    """Media types matched; most messages of a document have those of many others."""
    return desk.walk.once(
        ("media types", base, revision), lambda: match_media_types(list(base), list(revision))
    )


def compare_same_contents(desk: Desk, base: Site, revision: Site) -> bool:
    """Compare what changed below the contents of two owners, if these read the same.

    It comes to what `compare_contents` finds, without its views: most responses of real documents
    are of this kind. Answers whether it is so.
    """
    old, new = base.get("content"), revision.get("content")
    if desk.base.dialect is Dialect.SWAGGER_2 or not _are_plain(old):
        return False
    if not desk.walk.unchanged.reads_the_same(old, new) or list(old) != list(new):
        return False
    for name in old:
        before, after = base.child("content", name), revision.child("content", name)
        if isinstance(before.get("schema"), dict):
            enter_schemas(desk, (before.child("schema"),), (after.child("schema"),))
        compare_documentation(desk, "schema.example-changed", before, after, EXAMPLES)
    return True


def _are_plain(contents: Any) -> bool:
    """Whether media types have a schema and examples, and nothing that depends on the schema."""
    return isinstance(contents, dict) and all(
        isinstance(media, dict) and _PLAIN.issuperset(media) for media in contents.values()
    )


def _report_single(
    desk: Desk, owner: str, old: str | None, new: str | None, views: Contents
) -> None:
    name = old or new or ""
    rule = f"{owner}.media-type-{'removed' if old is not None else 'added'}"
    if owner == "parameter":
        rule = "parameter.media-type-changed"
    pointer = views[name].pointer
    if old is not None:
        desk.report(Fact(rule, pointer, None, name, None, name))
    elif owner != "parameter":
        desk.report(Fact(rule, None, pointer, None, name, name))


def _compare_names(
    desk: Desk, owner: str, names: tuple[str, str], views: tuple[MediaView, MediaView]
) -> None:
    if names[0] == names[1]:
        return
    old, new = map(read_media_type, names)
    if old == new:
        return
    if old.essence == new.essence:
        rule = "body.media-type-parameter-changed"
    elif new.covers(old):
        rule = f"{owner}.media-type-generalised"
    else:
        # A request that may be of fewer types has lost some; an answer has become more certain.
        rule = "body.media-type-removed" if owner == "body" else "response.media-type-specialised"
    if owner == "parameter":
        rule = "parameter.media-type-changed"
    before, after = views
    desk.report(Fact(rule, before.pointer, after.pointer, *names, f"{names[0]} to {names[1]}"))


def _is_left_out(desk: Desk, schema: Site | None) -> bool:
    """Whether the schema of a binary body was left out on the way to 3.1, or written down back."""
    dialects = desk.base.dialect, desk.revision.dialect
    is_upgrade = dialects[0] is not dialects[1] and Dialect.OPENAPI_3_1 in dialects
    return is_upgrade and schema is not None and schema.get("format") == "binary"


def _compare_schemas(desk: Desk, owner: str, old: MediaView, new: MediaView) -> None:
    """Compare the schemas of the whole and, since 3.2, of each item of a sequence."""
    owner = "body" if owner == "parameter" else owner
    for before, after in ((old.schema, new.schema), (old.item_schema, new.item_schema)):
        if before is not None and after is not None:
            enter_schemas(desk, (before,), (after,))
        elif (before or after) is not None and not _is_left_out(desk, before or after):
            kind = "added" if after is not None else "removed"
            desk.report(Fact(f"{owner}.schema-{kind}", old.pointer, new.pointer))
