"""What changed in the body of a message?"""

from service.openapi_diff.compare_schemas import enter_schemas
from service.openapi_diff.description import Site
from service.openapi_diff.equality import same
from service.openapi_diff.media_types import match_media_types, read_media_type
from service.openapi_diff.operation_views import BodyView, MediaView, OperationView
from service.openapi_diff.walk import REQUEST, Desk, Fact

Contents = dict[str, MediaView]


def compare_request_body(desk: Desk, base: OperationView, revision: OperationView) -> None:
    """Compare the bodies that two operations take, once for all operations that share them."""
    old, new = base.body(), revision.body()
    if old is not None and new is not None:
        key = ("body", old.pointer, new.pointer, tuple(old.content), tuple(new.content))
        desk.link(key, lambda inner: _compare_body(inner, old, new), passes=REQUEST)
    elif old is not None:
        fact = Fact("body.removed", old.pointer, None, sorted(old.content))
        desk.report(fact, REQUEST)
    elif new is not None:
        rule = "body.added-required" if new.required else "body.added-optional"
        desk.report(Fact(rule, None, new.pointer, None, sorted(new.content)), REQUEST)


def _compare_body(desk: Desk, base: BodyView, revision: BodyView) -> None:
    if base.required is not revision.required:
        rule = "body.became-required" if revision.required else "body.became-optional"
        desk.report(Fact(rule, base.pointer, revision.pointer, base.required, revision.required))
    compare_contents(desk, base.content, revision.content, "body")


def compare_contents(desk: Desk, base: Contents, revision: Contents, owner: str) -> None:
    """Match media types and compare what is matched; `owner` is the first word of the rules."""
    for old, new in match_media_types(list(base), list(revision)):
        if old is None or new is None:
            _report_single(desk, owner, old, new, base if new is None else revision)
            continue
        before, after = base[old], revision[new]
        _compare_names(desk, owner, (old, new), (before, after))
        _compare_media_schemas(desk, owner, before, after)
        _compare_encodings(desk, before, after)


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


def _compare_media_schemas(desk: Desk, owner: str, old: MediaView, new: MediaView) -> None:
    before, after = old.schema, new.schema
    if before is not None and after is not None:
        enter_schemas(desk, (before,), (after,))
    elif before is not None or after is not None:
        kind = "added" if after is not None else "removed"
        owner = "body" if owner == "parameter" else owner
        desk.report(Fact(f"{owner}.schema-{kind}", old.pointer, new.pointer))


def _compare_encodings(desk: Desk, base: MediaView, revision: MediaView) -> None:
    for name in sorted(base.encoding.keys() | revision.encoding.keys()):
        old = base.encoding.get(name, Site({}, base.pointer))
        new = revision.encoding.get(name, Site({}, revision.pointer))
        if old.get("contentType") != new.get("contentType"):
            _report_encoding(desk, "body.encoding-content-type", name, old, new)
        if _serialisation(old) != _serialisation(new):
            _report_encoding(desk, "body.encoding-serialisation", name, old, new)
        if not same(old.get("headers"), new.get("headers")):
            _report_encoding(desk, "body.encoding-headers", name, old, new)


def _serialisation(site: Site) -> tuple[object, ...]:
    style = site.get("style", "form")
    return style, site.get("explode", style == "form"), site.get("allowReserved") is True


def _report_encoding(desk: Desk, rule: str, name: str, old: Site, new: Site) -> None:
    desk.report(Fact(rule, old.pointer, new.pointer, old.value, new.value, name))
