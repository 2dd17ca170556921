"""What changed in the document as a whole, and where does the walk begin?"""

from service.openapi_diff.compare_callbacks import compare_calls
from service.openapi_diff.compare_operations import compare_exchange
from service.openapi_diff.compare_paths import compare_paths
from service.openapi_diff.compare_schemes import scheme_names, schemes_of
from service.openapi_diff.description import Site
from service.openapi_diff.equality import same
from service.openapi_diff.operation_views import views_of_item
from service.openapi_diff.walk import Desk, Fact, Walk

_METADATA = ("title", "summary", "description", "termsOfService", "contact", "license")


def compare_documents(walk: Walk) -> None:
    """Put everything that can be reached from outside on the walk's work list."""
    walk.node("document", _compare_document)
    walk.node("paths", compare_paths)
    walk.node("webhooks", _compare_webhooks)


def _compare_document(desk: Desk) -> None:
    old, new = desk.base.root, desk.revision.root
    extensions = sorted(key for key in {**old.value, **new.value} if key.startswith("x-"))
    for owners, keywords, rule in (
        ((old.child("info"), new.child("info")), ("version",), "info.version-changed"),
        ((old.child("info"), new.child("info")), _METADATA, "info.metadata-changed"),
        ((old, new), ("openapi", "swagger", "jsonSchemaDialect"), "document.dialect-changed"),
        ((old, new), ("tags",), "document.tags-changed"),
        ((old, new), extensions, "document.extension-changed"),
    ):
        for keyword in keywords:
            if not same(owners[0].get(keyword), owners[1].get(keyword)):
                _report(desk, rule, *owners, keyword)
    _compare_scheme_names(desk)


def _compare_scheme_names(desk: Desk) -> None:
    """What a scheme asks for is told with the operations that use it; here it is its name."""
    before, after = schemes_of(desk.base), schemes_of(desk.revision)
    renamed = scheme_names(desk.base, desk.revision)
    for name, other in renamed.items():
        desk.report(Fact("scheme.renamed", before[name].pointer, after[other].pointer, name, other))
    for name in sorted(before.keys() - after.keys() - renamed.keys()):
        desk.report(Fact("scheme.removed", before[name].pointer, None, name, None, name))
    for name in sorted(after.keys() - before.keys() - set(renamed.values())):
        desk.report(Fact("scheme.added", None, after[name].pointer, None, name, name))


def _report(desk: Desk, rule: str, old: Site, new: Site, keyword: str) -> None:
    before, after = old.get(keyword), new.get(keyword)
    desk.report(
        Fact(
            rule,
            old.child(keyword).pointer if before is not None else None,
            new.child(keyword).pointer if after is not None else None,
            before,
            after,
            keyword,
        )
    )


def _compare_webhooks(desk: Desk) -> None:
    old, new = desk.base.root.entries("webhooks"), desk.revision.root.entries("webhooks")
    for name, site in old.items():
        if name not in new:
            desk.report(Fact("webhook.removed", site.pointer, None, name, None, name))
        elif not desk.walk.unchanged.holds(site.value, new[name].value):
            _enter_webhook(desk, name, site, new[name])
    for name, site in new.items():
        if name not in old:
            desk.report(Fact("webhook.added", None, site.pointer, None, name, name))


def _enter_webhook(desk: Desk, name: str, base: Site, revision: Site) -> None:
    """A webhook is an operation of its own, which the provider calls."""
    method = next(iter(views_of_item(desk.base, name, base)), "")
    label = f"{method.upper()} webhook {name}".strip()
    sides = (f"webhook {name}", base), (f"webhook {name}", revision)
    desk.walk.operation(
        label,
        ("webhook", base.pointer, revision.pointer),
        lambda inner: compare_calls(inner, *sides, compare_exchange),
    )
