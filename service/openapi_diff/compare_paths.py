"""Which paths and operations came, went or stayed?"""

from service.openapi_diff.compare_lifecycle import is_before_sunset
from service.openapi_diff.compare_operations import compare_operation
from service.openapi_diff.compare_servers import (
    compare_servers,
    offered_by_document,
    origins,
    path_prefix,
)
from service.openapi_diff.description import Description, Dialect, Site
from service.openapi_diff.equality import same
from service.openapi_diff.names import shape_of
from service.openapi_diff.operation_views import (
    OperationView,
    template_names,
    views_of_item,
)
from service.openapi_diff.pointers import MISSING
from service.openapi_diff.walk import Desk, Fact

Items = dict[str, Site]
_INHERITED = (
    ("security",),
    ("consumes",),
    ("produces",),
    ("components", "securitySchemes"),
    ("securityDefinitions",),
)


def compare_paths(desk: Desk) -> None:
    """Match the paths of both documents by shape, and compare what is matched."""
    prefixes = _moved_prefix(desk)
    base, revision = _by_shape(desk.base, prefixes[0]), _by_shape(desk.revision, prefixes[1])
    if any(prefixes):
        root = desk.base.root.pointer
        desk.report(Fact("server.prefix-moved", root, root, prefixes[0], prefixes[1]))
    else:
        old, new = offered_by_document(desk.base), offered_by_document(desk.revision)
        compare_servers(desk, old, new)
    matcher = _Matcher(desk)
    for shape in [*base, *(shape for shape in revision if shape not in base)]:
        matcher.match(base.get(shape, {}), revision.get(shape, {}))
    matcher.report_rest()


def _by_shape(description: Description, prefix: str) -> dict[str, Items]:
    shapes: dict[str, Items] = {}
    for path, item in description.root.entries("paths").items():
        if path.startswith("/"):
            shapes.setdefault(shape_of(prefix + path), {})[path] = item
    return shapes


def _moved_prefix(desk: Desk) -> tuple[str, str]:
    """The prefixes to read paths with, where one moved between the servers and the paths."""
    old, new = path_prefix(desk.base), path_prefix(desk.revision)
    if old is None or new is None or old == new or origins(desk.base) != origins(desk.revision):
        return "", ""
    plain = _by_shape(desk.base, "").keys() & _by_shape(desk.revision, "").keys()
    moved = _by_shape(desk.base, old).keys() & _by_shape(desk.revision, new).keys()
    return (old, new) if len(moved) > len(plain) else ("", "")


class _Matcher:
    """Pairs up path items and remembers those that are left."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._inherits_changes = _inherits_changes(desk)
        self._gone: Items = {}
        self._come: Items = {}

    def match(self, base: Items, revision: Items) -> None:
        """Paths of one shape: those of one name belong together, the rest by order."""
        pairs = [(path, path) for path in base if path in revision]
        alone = [path for path in base if path not in revision]
        rest = [path for path in revision if path not in base]
        pairs.extend(zip(alone, rest, strict=False))
        for old, new in pairs:
            self._compare((old, base[old]), (new, revision[new]))
        self._gone.update((path, base[path]) for path in alone[len(rest) :])
        self._come.update((path, revision[path]) for path in rest[len(alone) :])
        if len(revision) > 1 and len(base) <= 1:
            for path in rest:
                fact = Fact("path.ambiguous-templates", None, revision[path].pointer, None, path)
                self._desk.report(fact)

    def report_rest(self) -> None:
        respelt = {path.rstrip("/").lower(): path for path in self._come}
        for path, item in self._gone.items():
            partner = respelt.get(path.rstrip("/").lower())
            if partner is not None:
                self._come.pop(partner, None)
            _report_removed(self._desk, path, item, partner)
        for path, item in self._come.items():
            fact = Fact("path.added", None, item.pointer, None, path)
            _report_item(self._desk, fact, views_of_item(self._desk.revision, path, item))

    def _compare(self, base: tuple[str, Site], revision: tuple[str, Site]) -> None:
        (old, item), (new, other) = base, revision
        if template_names(old) != template_names(new):
            fact = Fact("path.parameter-renamed", item.pointer, other.pointer, old, new)
            self._desk.report(fact)
        elif not self._inherits_changes and (
            self._desk.walk.unchanged.holds(item.value, other.value)
        ):
            return
        _compare_items(self._desk, base, revision)


def _inherits_changes(desk: Desk) -> bool:
    """Whether something outside the paths changed that operations take over."""
    if desk.base.dialect is not desk.revision.dialect and Dialect.SWAGGER_2 in (
        desk.base.dialect,
        desk.revision.dialect,
    ):
        return True
    return not all(
        same(desk.base.root.child(*names).value, desk.revision.root.child(*names).value)
        for names in _INHERITED
    )


def _compare_items(desk: Desk, base: tuple[str, Site], revision: tuple[str, Site]) -> None:
    old = views_of_item(desk.base, *base)
    new = views_of_item(desk.revision, *revision)
    before, after = desk.base.follow(base[1]), desk.revision.follow(revision[1])
    if (before.value is MISSING) is not (after.value is MISSING):
        fact = Fact("path.item-ref-changed", base[1].pointer, revision[1].pointer)
        desk.report(fact)
        return
    for method, view in {**new, **old}.items():
        if method in old and method in new:
            _compare_pair(desk, old[method], new[method])
        elif method in old:
            _report_removed_operation(desk, view)
        else:
            fact = Fact("operation.added", None, view.operation.pointer, None, view.label)
            _report_operation(desk, fact, view)


def _compare_pair(desk: Desk, base: OperationView, revision: OperationView) -> None:
    key = ("operation", base.operation.pointer, revision.operation.pointer)
    desk.walk.operation(base.label, key, lambda inner: compare_operation(inner, base, revision))


def _report_removed(desk: Desk, path: str, item: Site, respelt: str | None) -> None:
    views = views_of_item(desk.base, path, item)
    rule = "path.case-or-slash-changed"
    if respelt is None:
        rule = "path.removed" + _after_what(desk, list(views.values()))
    _report_item(desk, Fact(rule, item.pointer, None, path, respelt), views)


def _report_item(desk: Desk, fact: Fact, views: dict[str, OperationView]) -> None:
    for view in views.values():
        key = (fact.rule, view.label, fact.base, fact.revision)
        desk.walk.operation(view.label, key, lambda inner: inner.report(fact))
    if not views:
        desk.report(fact)


def _report_removed_operation(desk: Desk, view: OperationView) -> None:
    rule = "operation.removed" + _after_what(desk, [view])
    _report_operation(desk, Fact(rule, view.operation.pointer, None, view.label), view)


def _after_what(desk: Desk, views: list[OperationView]) -> str:
    """How a removal was announced, as the end of its rule."""
    operations = [view.operation for view in views]
    if not operations or any(site.get("deprecated") is not True for site in operations):
        return ""
    if any(is_before_sunset(site, desk.walk.calendar) for site in operations):
        return "-before-sunset"
    return "-deprecated"


def _report_operation(desk: Desk, fact: Fact, view: OperationView) -> None:
    key = (fact.rule, view.operation.pointer)
    desk.walk.operation(view.label, key, lambda inner: inner.report(fact))
