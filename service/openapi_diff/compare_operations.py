"""What changed in one operation?"""

from service.openapi_diff.compare_bodies import compare_request_body
from service.openapi_diff.compare_callbacks import compare_callbacks
from service.openapi_diff.compare_lifecycle import compare_lifecycle
from service.openapi_diff.compare_parameters import compare_parameters
from service.openapi_diff.compare_responses import compare_changed_responses, compare_responses
from service.openapi_diff.compare_security import compare_security
from service.openapi_diff.compare_servers import compare_servers, offered_to
from service.openapi_diff.description import Site
from service.openapi_diff.equality import same
from service.openapi_diff.operation_views import OperationView
from service.openapi_diff.walk import Desk, Fact

_OF_DOCUMENTS = ("consumes",)  # what operations inherit; other keywords mean other things there
_TEXTS = ("summary", "description", "externalDocs")


def compare_operation(desk: Desk, base: OperationView, revision: OperationView) -> None:
    """Compare an operation that clients call."""
    compare_exchange(desk, base, revision)
    compare_security(desk, base, revision)
    if _has_servers(base) or _has_servers(revision):
        compare_servers(desk, offered_to(base), offered_to(revision))


def _has_servers(view: OperationView) -> bool:
    return bool(view.operation.get("servers") or view.item.get("servers"))


def compare_exchange(desk: Desk, base: OperationView, revision: OperationView) -> None:
    """Compare what is sent and what is answered, whoever calls whom."""
    if _differs(desk, base, revision, "parameters"):
        compare_parameters(desk, base, revision)
    if _differs(desk, base, revision, "parameters", "requestBody", "consumes"):
        compare_request_body(desk, base, revision)
    if _reads_the_same(desk, base, revision):
        compare_changed_responses(desk, base, revision)
    else:
        compare_responses(desk, base, revision)
        _compare_description(desk, base, revision)
        compare_lifecycle(desk, base.operation, revision.operation)
    if "callbacks" in base.operation.value or "callbacks" in revision.operation.value:
        compare_callbacks(desk, base, revision, compare_exchange)


def _differs(desk: Desk, base: OperationView, revision: OperationView, *keywords: str) -> bool:
    """Whether one of the keywords may mean something else, for all that was inherited."""
    if base.path != revision.path or base.dialect is not revision.dialect:
        return True
    holds = desk.walk.unchanged.holds
    return not all(
        holds(old.get(keyword), new.get(keyword))
        for old, new, inherited in (
            (base.item, revision.item, keywords),
            (base.operation, revision.operation, keywords),
            (base.description.root, revision.description.root, _OF_DOCUMENTS),
        )
        for keyword in keywords
        if keyword in inherited and (keyword in old.value or keyword in new.value)
    )


def _reads_the_same(desk: Desk, base: OperationView, revision: OperationView) -> bool:
    """Whether two operations differ in nothing but what they refer to."""
    return base.produced() == revision.produced() and desk.walk.unchanged.reads_the_same(
        base.operation.value, revision.operation.value
    )


def _compare_description(desk: Desk, base: OperationView, revision: OperationView) -> None:
    old, new = base.operation, revision.operation
    for keyword, rule in (
        ("operationId", "operation.id-changed"),
        ("x-ms-long-running-operation", "operation.long-running-changed"),
    ):
        if not same(old.get(keyword), new.get(keyword)):
            fact = Fact(rule, old.pointer, new.pointer, old.get(keyword), new.get(keyword))
            desk.report(fact)
    if old.get("tags") != new.get("tags"):
        _compare_tags(desk, old, new)
    for keyword in _TEXTS:
        if not same(old.get(keyword), new.get(keyword)):
            desk.report(
                Fact(
                    "operation.docs-changed",
                    old.pointer,
                    new.pointer,
                    old.get(keyword),
                    new.get(keyword),
                )
            )
            break


def _compare_tags(desk: Desk, old: Site, new: Site) -> None:
    before, after = (sorted(str(tag.value) for tag in site.items("tags")) for site in (old, new))
    if before != after:
        desk.report(Fact("operation.tags-changed", old.pointer, new.pointer, before, after))
