"""What changed in the body of a request?"""

from service.openapi_diff.compare_contents import compare_contents
from service.openapi_diff.compare_documentation import compare_documentation
from service.openapi_diff.compare_encodings import compare_encodings
from service.openapi_diff.operation_views import BodyView, OperationView
from service.openapi_diff.walk import REQUEST, Desk, Fact


def compare_request_body(desk: Desk, base: OperationView, revision: OperationView) -> None:
    """Compare the bodies that two operations take, once for all operations that share them."""
    old, new = base.body(), revision.body()
    if old is not None and new is not None:
        key = ("body", old.pointer, new.pointer, tuple(old.content), tuple(new.content))
        desk.link(key, lambda inner: _compare_body(inner, old, new), passes=REQUEST)
        _compare_text(desk, base, revision)
    elif old is not None:
        fact = Fact("body.removed", old.pointer, None, sorted(old.content))
        desk.report(fact, REQUEST)
    elif new is not None:
        rule = "body.added-required" if new.required else "body.added-optional"
        desk.report(Fact(rule, None, new.pointer, None, sorted(new.content)), REQUEST)


def _compare_text(desk: Desk, base: OperationView, revision: OperationView) -> None:
    """A body has no remarks of its own: what is said of it belongs to the operation."""
    old, new = (
        view.description.follow(view.operation.child("requestBody")) for view in (base, revision)
    )
    compare_documentation(desk, "operation.docs-changed", old, new, ("description",))


def _compare_body(desk: Desk, base: BodyView, revision: BodyView) -> None:
    if base.required is not revision.required:
        rule = "body.became-required" if revision.required else "body.became-optional"
        desk.report(Fact(rule, base.pointer, revision.pointer, base.required, revision.required))
    for old, new in compare_contents(desk, base.content, revision.content, "body"):
        compare_encodings(desk, old, new)
