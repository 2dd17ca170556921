"""What changed in the parameters of an operation?"""

from typing import NamedTuple

from service.openapi_diff.compare_contents import compare_contents
from service.openapi_diff.compare_documentation import compare_documentation
from service.openapi_diff.compare_lifecycle import compare_sunset
from service.openapi_diff.compare_schemas import enter_schemas
from service.openapi_diff.description import Description, Dialect, Site
from service.openapi_diff.equality import same
from service.openapi_diff.json_types import ARRAY, OBJECT
from service.openapi_diff.operation_views import OperationView, contents, schema_of
from service.openapi_diff.schema_pairs import AS_TEXT, Context
from service.openapi_diff.walk import REQUEST, Desk, Fact

_MAX_DEPTH = 20  # nobody nests lists in a parameter any deeper

Key = tuple[str, str]
Parameters = dict[Key, Site]
_IGNORED_HEADERS = ("accept", "content-type", "authorization")  # OpenAPI 3 says so
_TOLD_ELSEWHERE = ("description", "required")
_DEFAULT_STYLE = {"query": "form", "cookie": "form", "path": "simple", "header": "simple"}
_COLLECTION_FORMATS = {
    "csv": None,
    "multi": None,
    "ssv": "spaceDelimited",
    "tsv": "tabDelimited",
    "pipes": "pipeDelimited",
}


class Serialisation(NamedTuple):
    """How a value is written into the message."""

    style: str
    explode: bool
    inside: tuple[str, ...] = ()  # Swagger 2.0: how the lists within a list are separated


def compare_parameters(desk: Desk, base: OperationView, revision: OperationView) -> None:
    """Match parameters by place and name, then those that only moved or were renamed."""
    old, new = _travelling(base), _travelling(revision)
    gone = {key: site for key, site in old.items() if key not in new}
    come = {key: site for key, site in new.items() if key not in old}
    for key, site in old.items():
        if key in new:
            desk.enter(compare_parameter, site, new[key], passes=REQUEST)
    _report_moved(desk, gone, come)
    _report_renamed(desk, gone, come)
    for key, site in gone.items():
        deprecated = "-deprecated" if site.get("deprecated") is True else ""
        _report(desk, f"parameter.removed{deprecated}", key, site, None)
    for key, site in come.items():
        _report(desk, _rule_of_added(desk, key, site), key, None, site)


def _travelling(view: OperationView) -> Parameters:
    return {
        key: site
        for key, site in view.parameters().items()
        if key[0] != "header" or key[1] not in _IGNORED_HEADERS
    }


def _report_moved(desk: Desk, gone: Parameters, come: Parameters) -> None:
    by_name: dict[str, list[Key]] = {}
    for key in come:
        by_name.setdefault(key[1], []).append(key)
    for key in list(gone):
        partners = by_name.get(key[1], [])
        if len(partners) == 1 and partners[0] in come:
            sites = gone.pop(key), come.pop(partners[0])
            _report_other(desk, "parameter.location-changed", key, sites, keyword="in")


def _report_renamed(desk: Desk, gone: Parameters, come: Parameters) -> None:
    """One gone and one come in the same place, alike in all but the name."""
    for place in {key[0] for key in gone}:
        left = [key for key in gone if key[0] == place]
        right = [key for key in come if key[0] == place]
        if len(left) == len(right) == 1 and _are_alike(desk, gone[left[0]], come[right[0]]):
            sites = gone.pop(left[0]), come.pop(right[0])
            _report_other(desk, "parameter.renamed", left[0], sites, keyword="name")


def _are_alike(desk: Desk, old: Site, new: Site) -> bool:
    before, after = schema_of(old, desk.base.dialect), schema_of(new, desk.revision.dialect)
    return (
        before is not None
        and after is not None
        and same(before.value, after.value)
        and old.get("required") == new.get("required")
    )


def _rule_of_added(desk: Desk, key: Key, site: Site) -> str:
    if key[0] == "path":
        return "parameter.added-path"
    if site.get("required") is not True:
        return "parameter.added-optional"
    schema = schema_of(site, desk.revision.dialect)
    view = desk.walk.revision_schemas.view((schema,) if schema else ())
    default = "-with-default" if "default" in view.keywords else ""
    return f"parameter.added-required{default}"


def _report(desk: Desk, rule: str, key: Key, old: Site | None, new: Site | None) -> None:
    fact = Fact(
        rule,
        old.pointer if old else None,
        new.pointer if new else None,
        old.value if old else None,
        new.value if new else None,
        _subject(key, old or new),
    )
    desk.report(fact, REQUEST)


def _report_other(
    desk: Desk, rule: str, key: Key, sites: tuple[Site, Site], *, keyword: str
) -> None:
    """The same parameter with another name or place: which one is part of the change."""
    old, new = sites
    values = old.get(keyword), new.get(keyword)
    desk.report(Fact(rule, old.pointer, new.pointer, *values, _subject(key, old)), REQUEST)


def _subject(key: Key, site: Site | None) -> str:
    return f"{key[1]} in {key[0]}" if key[0] != "path" else _path_name(site)


def _path_name(site: Site | None) -> str:
    return f"{site.get('name') if site else ''} in path"


def compare_parameter(desk: Desk, base: Site, revision: Site) -> None:
    """Compare two parameters that fill the same place."""
    _compare_required(desk, base, revision)
    _compare_permissions(desk, base, revision)
    compare_documentation(desk, "parameter.docs-changed", base, revision)
    if (base.get("deprecated") is True) is not (revision.get("deprecated") is True):
        _fact(desk, "deprecation.parameter", base, revision, "deprecated")
    compare_sunset(desk, base, revision)
    compare_written_value(desk, base, revision)


def _compare_required(desk: Desk, base: Site, revision: Site) -> None:
    before, after = base.get("required") is True, revision.get("required") is True
    if before is not after and base.get("in") != "path":
        rule = "parameter.became-required" if after else "parameter.became-optional"
        _fact(desk, rule, base, revision, "required")


def _compare_permissions(desk: Desk, base: Site, revision: Site) -> None:
    """Both are about query strings (OpenAPI 3.1, 4.8.12.2); since 3.2 one counts elsewhere too."""
    in_query = base.get("in") == "query"
    if in_query or str(desk.revision.document.get("openapi")).startswith("3.2"):
        rule = "parameter.allow-reserved-changed"
        _compare_permission(desk, base, revision, "allowReserved", rule)
    if in_query:
        rule = "parameter.allow-empty-changed"
        _compare_permission(desk, base, revision, "allowEmptyValue", rule)


def _compare_permission(desk: Desk, base: Site, revision: Site, keyword: str, rule: str) -> None:
    """Withdrawing a permission refuses what was sent; granting one refuses nothing."""
    if base.get(keyword) is True and revision.get(keyword) is not True:
        _fact(desk, rule, base, revision, keyword)


def _fact(desk: Desk, rule: str, base: Site, revision: Site, keyword: str) -> None:
    desk.report(
        Fact(rule, base.pointer, revision.pointer, base.get(keyword), revision.get(keyword))
    )


def compare_written_value(
    desk: Desk, base: Site, revision: Site, *, style_rule: str = "parameter.style-changed"
) -> None:
    """Compare what a parameter or a header carries, and how it is written."""
    if _is_written_alike(desk, base, revision):
        return
    old = schema_of(base, desk.base.dialect)
    new = schema_of(revision, desk.revision.dialect)
    before, after = contents(desk.base, base), contents(desk.revision, revision)
    if bool(before) is not bool(after):
        if before or old:
            _fact(desk, "parameter.content-vs-schema", base, revision, "content")
        return
    if before:
        compare_contents(desk, before, after, "parameter")
        return
    if old and new:
        enter_schemas(desk, (old,), (new,), context=_context(desk, revision))
        types = desk.walk.base_schemas.reachable_types((old,))
        types &= desk.walk.revision_schemas.reachable_types((new,))
        _compare_style(desk, base, revision, types, style_rule)
    elif new and not old:
        enter_schemas(desk, (), (new,), context=AS_TEXT)
    elif old:
        enter_schemas(desk, (old,), (), context=AS_TEXT)


def _context(desk: Desk, revision: Site) -> Context:
    written = _serialisation(desk.revision, revision)
    by_key = revision.get("in") in ("query", "formData") and written.style == "form"
    return AS_TEXT._replace(repeats=by_key and written.explode)


def _is_written_alike(desk: Desk, base: Site, revision: Site) -> bool:
    """Whether all but what is told elsewhere is the same."""
    old, new = base.value, revision.value
    unchanged = desk.walk.unchanged
    if not (isinstance(old, dict) and isinstance(new, dict) and unchanged.one_dialect):
        return False
    return all(
        keyword in _TOLD_ELSEWHERE or unchanged.holds(old.get(keyword), new.get(keyword))
        for keyword in {**old, **new}
    )


def _compare_style(desk: Desk, base: Site, revision: Site, types: int, style_rule: str) -> None:
    before = _serialisation(desk.base, base)
    after = _serialisation(desk.revision, revision)
    both_swagger = desk.base.dialect is desk.revision.dialect is Dialect.SWAGGER_2
    if both_swagger:
        if before != after and types & ARRAY:
            rule = "parameter.collection-format-changed"
            _fact(desk, rule, base, revision, "collectionFormat")
    elif before.style != after.style:
        desk.report(Fact(style_rule, base.pointer, revision.pointer, before.style, after.style))
    elif before.explode is not after.explode and types & (ARRAY | OBJECT):
        rule = "parameter.explode-changed" if "parameter" in style_rule else style_rule
        desk.report(Fact(rule, base.pointer, revision.pointer, before.explode, after.explode))


def _serialisation(description: Description, site: Site) -> Serialisation:
    """Style and explode as they hold, written out or not."""
    default = _DEFAULT_STYLE.get(site.get("in", "header"), "form")
    if description.dialect is Dialect.SWAGGER_2:
        collection = site.get("collectionFormat", "csv")
        style = _COLLECTION_FORMATS.get(collection) if isinstance(collection, str) else None
        return Serialisation(style or default, collection == "multi", _separators(site))
    style = site.get("style", default)
    explode = site.get("explode", style == "form")
    return Serialisation(str(style), explode is True)


def _separators(site: Site) -> tuple[str, ...]:
    found: list[str] = []
    items = site.child("items")
    while items.get("type") == "array" and len(found) < _MAX_DEPTH:
        found.append(str(items.get("collectionFormat", "csv")))
        items = items.child("items")
    return tuple(found)
