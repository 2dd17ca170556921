"""What changed in how the parts of a form are written?"""

from typing import Any

from service.openapi_diff.compare_headers import compare_headers
from service.openapi_diff.description import Description, Site
from service.openapi_diff.equality import same
from service.openapi_diff.json_types import BOOLEAN, NULL, NUMBER, OBJECT, STRING
from service.openapi_diff.media_types import read_media_type
from service.openapi_diff.object_views import ObjectView
from service.openapi_diff.operation_views import MediaView
from service.openapi_diff.schema_reading import SchemaReader
from service.openapi_diff.schema_views import Definition
from service.openapi_diff.verdicts import Cause, Effect
from service.openapi_diff.walk import Desk, Fact

_SERIALISATION = "body.encoding-serialisation"
_BY_PLACE = ("prefixEncoding", "itemEncoding")  # 3.2: parts without names


def compare_encodings(desk: Desk, base: MediaView, revision: MediaView) -> None:
    """Compare part by part; a part that the schema does not declare has no encoding."""
    if base.encoding or revision.encoding:
        walk = desk.walk
        old = _properties(desk, walk.base_schemas, base)
        new = _properties(desk, walk.revision_schemas, revision)
        for name in sorted(base.encoding.keys() | revision.encoding.keys()):
            if name in old and name in new:
                before, after = (base, old[name]), (revision, new[name])
                if not _is_same(desk, name, before, after):
                    _compare_part(desk, name, before, after)
    _compare_places(desk, base.written, revision.written)


def _is_same(
    desk: Desk,
    name: str,
    base: tuple[MediaView, Definition],
    revision: tuple[MediaView, Definition],
) -> bool:
    """Whether neither a part nor how it is written has changed, as is so for most."""
    old, new = base[0].encoding.get(name), revision[0].encoding.get(name)
    unchanged = desk.walk.unchanged
    return (
        old is not None
        and new is not None
        and unchanged.holds(old.value, new.value)
        and unchanged.all_hold(
            [site.value for site in base[1]], [site.value for site in revision[1]]
        )
    )


def _compare_places(desk: Desk, base: Site | None, revision: Site | None) -> None:
    if base is None or revision is None:
        return
    for keyword in _BY_PLACE:
        values = base.get(keyword), revision.get(keyword)
        if not same(*values):
            _report(desk, _SERIALISATION, keyword, (base, revision), values, Effect.UNKNOWN)


def _properties(desk: Desk, reader: SchemaReader, media: MediaView) -> dict[str, Definition]:
    if media.schema is None:
        return {}
    return dict(ObjectView(reader.view((media.schema,)), desk.walk.patterns).properties)


def _compare_part(
    desk: Desk,
    name: str,
    base: tuple[MediaView, Definition],
    revision: tuple[MediaView, Definition],
) -> None:
    old = base[0].encoding.get(name, Site({}, base[0].pointer))
    new = revision[0].encoding.get(name, Site({}, revision[0].pointer))
    effect = _effect(
        _media_types(old, desk.walk.base_schemas, base[1]),
        _media_types(new, desk.walk.revision_schemas, revision[1]),
    )
    if effect is not Effect.NONE:
        listed = old.get("contentType"), new.get("contentType")
        _report(desk, "body.encoding-content-type", name, (old, new), listed, effect)
    styles = _style(old), _style(new)
    if styles[0] != styles[1]:
        _report(desk, _SERIALISATION, name, (old, new), styles, Effect.CHANGED)
    elif old.get("allowReserved") is True and new.get("allowReserved") is not True:
        _report(desk, _SERIALISATION, name, (old, new), (True, False), Effect.NARROWED)
    compare_headers(desk, _headers(desk.base, old), _headers(desk.revision, new), part=name)


def _style(site: Site) -> list[Any]:
    style = site.get("style", "form")
    return [style, site.get("explode", style == "form")]


def _headers(description: Description, site: Site) -> dict[str, Site]:
    return {name: description.follow(found) for name, found in site.entries("headers").items()}


def _media_types(site: Site, reader: SchemaReader, part: Definition) -> list[str] | None:
    """The media types that a part may have; None where the document leaves it open."""
    listed = site.get("contentType")
    if isinstance(listed, str):
        return [name.strip() for name in listed.split(",")]
    view = reader.view(part)
    types = reader.reachable_types(part) & ~NULL
    if types and not types & ~OBJECT:
        return ["application/json"]
    if types and not types & ~(STRING | NUMBER | BOOLEAN):
        is_binary = "binary" in view.all_of("format") or "contentEncoding" in view.keywords
        return ["application/octet-stream"] if is_binary else ["text/plain"]
    return None


def _effect(before: list[str] | None, after: list[str] | None) -> Effect:
    if before is None or after is None:
        return Effect.NONE if before is after else Effect.CHANGED
    lost = not all(_is_covered(name, after) for name in before)
    gained = not all(_is_covered(name, before) for name in after)
    if lost:
        return Effect.CHANGED if gained else Effect.NARROWED
    return Effect.WIDENED if gained else Effect.NONE


def _is_covered(name: str, others: list[str]) -> bool:
    media_type = read_media_type(name)
    return any(read_media_type(other).covers(media_type) for other in others)


def _report(
    desk: Desk,
    rule: str,
    name: str,
    sites: tuple[Site, Site],
    values: tuple[Any, Any],
    effect: Effect,
) -> None:
    cause = Cause.DIALECT if effect is Effect.UNKNOWN else None
    desk.report(Fact(rule, sites[0].pointer, sites[1].pointer, *values, name, effect, cause))
