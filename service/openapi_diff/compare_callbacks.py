"""What changed in the calls that the provider makes?"""

from collections.abc import Callable
from dataclasses import replace

from service.openapi_diff.description import Site
from service.openapi_diff.operation_views import OperationView, views_of_item
from service.openapi_diff.walk import Desk, Fact

Exchange = Callable[[Desk, OperationView, OperationView], None]


def compare_callbacks(
    desk: Desk, base: OperationView, revision: OperationView, exchange: Exchange
) -> None:
    """Match callbacks by name and address; `exchange` compares what is matched."""
    old, new = _callbacks(base), _callbacks(revision)
    for name, site in old.items():
        if name not in new:
            desk.report(Fact("callback.removed", site.pointer, None, name[0], None, name[0]))
        else:
            compare_calls(desk, (name[1], site), (name[1], new[name]), exchange)
    for name, site in new.items():
        if name not in old:
            desk.report(Fact("callback.added", None, site.pointer, None, name[0], name[0]))


def compare_calls(
    desk: Desk, base: tuple[str, Site], revision: tuple[str, Site], exchange: Exchange
) -> None:
    """Compare the path items of a callback or webhook, with directions turned round."""
    old = views_of_item(desk.base, *base)
    new = views_of_item(desk.revision, *revision)
    for method, view in old.items():
        if method in new:
            _link(desk, view, new[method], exchange)
        else:
            pointer = view.operation.pointer
            desk.report(Fact("callback.removed", pointer, None, view.label, None, view.label))
    for method, view in new.items():
        if method not in old:
            pointer = view.operation.pointer
            desk.report(Fact("callback.added", None, pointer, None, view.label, view.label))


def _link(desk: Desk, old: OperationView, new: OperationView, exchange: Exchange) -> None:
    key = ("call", old.operation.pointer, new.operation.pointer)
    turned = not desk.turned
    desk.link(key, lambda inner: exchange(replace(inner, turned=turned), old, new))


def _callbacks(view: OperationView) -> dict[tuple[str, str], Site]:
    """The path items by callback and address."""
    return {
        (name, address): Site(item, callback.child(address).pointer)
        for name, site in view.operation.entries("callbacks").items()
        for callback in (view.description.follow(site),)
        if isinstance(callback.value, dict)
        for address, item in callback.value.items()
        if isinstance(item, dict)
    }
