"""What changed in what an operation answers?"""

from service.openapi_diff.compare_contents import compare_contents, compare_same_contents
from service.openapi_diff.compare_documentation import compare_documentation
from service.openapi_diff.compare_encodings import compare_encodings
from service.openapi_diff.compare_headers import compare_headers
from service.openapi_diff.description import Site
from service.openapi_diff.equality import same
from service.openapi_diff.operation_views import OperationView, ResponseView
from service.openapi_diff.pointers import MISSING
from service.openapi_diff.walk import RESPONSE, Desk, Fact

_DEFAULT = "DEFAULT"
_CARRYING = ("schema", "content", "headers", "links")
Answer = tuple[OperationView, Site]


def compare_responses(desk: Desk, base: OperationView, revision: OperationView) -> None:
    """Match the responses by status; a range or the default may stand in for a status."""
    old, new = base.responses(), revision.responses()
    for status, site in old.items():
        if status in new:
            _enter(desk, (base, site), (revision, new[status]))
            continue
        cover = _cover(status, new)
        if cover is None and not _is_covered_by(status, new):
            kind = "success" if _is_success(status) else "error"
            fact = Fact(f"response.{kind}-removed", site.pointer, None, status, None, status)
            desk.report(fact, RESPONSE)
        elif cover is not None:
            _report_range(desk, (status, site), (cover, new[cover]))
            _enter(desk, (base, site), (revision, new[cover]))
    for status, site in new.items():
        if status not in old:
            _report_added(desk, (base, old), (revision, status, site))


def compare_changed_responses(desk: Desk, base: OperationView, revision: OperationView) -> None:
    """The same for two operations that read the same: only what they refer to can have changed."""
    old, new = base.operation.get("responses"), revision.operation.get("responses")
    if not isinstance(old, dict):
        return
    holds = desk.walk.unchanged.holds
    if len({str(status).upper() for status in old}) < len(old):
        compare_responses(desk, base, revision)  # of two that are one status, only the last counts
        return
    for status, written in old.items():
        if holds(written, new[status]) or str(status).startswith("x-"):
            continue
        sites = (
            view.description.follow(view.operation.child("responses", status))
            for view in (base, revision)
        )
        _enter(desk, *zip((base, revision), sites, strict=True))


def _report_added(
    desk: Desk,
    base: tuple[OperationView, dict[str, Site]],
    revision: tuple[OperationView, str, Site],
) -> None:
    base_view, old = base
    view, status, site = revision
    cover = _cover(status, old)
    if cover is None and not _is_covered_by(status, old):
        kind = "success" if _is_success(status) else "error"
        fact = Fact(f"response.{kind}-added", None, site.pointer, None, status, status)
        desk.report(fact, RESPONSE)
    elif cover is not None:
        _report_range(desk, (cover, old[cover]), (status, site))
        _enter(desk, (base_view, old[cover]), (view, site))


def _cover(status: str, others: dict[str, Site]) -> str | None:
    """The range that a status falls into, or for errors the default."""
    block = f"{status[:1]}XX"
    if status != block and block in others:
        return block
    if not _is_success(status) and status != _DEFAULT and _DEFAULT in others:
        return _DEFAULT
    return None


def _is_covered_by(status: str, others: dict[str, Site]) -> bool:
    """Whether a range is a range around a status of the other side, which is told there."""
    return status.endswith("XX") and any(other[:1] == status[:1] for other in others)


def _is_success(status: str) -> bool:
    return status.startswith(("1", "2", "3"))


def _report_range(desk: Desk, old: tuple[str, Site], new: tuple[str, Site]) -> None:
    fact = Fact(
        "response.range-vs-code",
        old[1].pointer,
        new[1].pointer,
        old[0],
        new[0],
        f"{old[0]} to {new[0]}",
    )
    desk.report(fact, RESPONSE)


def _enter(desk: Desk, base: Answer, revision: Answer) -> None:
    produced = tuple(base[0].produced()), tuple(revision[0].produced())
    if produced[0] == produced[1] and desk.walk.unchanged.holds(base[1].value, revision[1].value):
        return
    if base[1].value is MISSING or revision[1].value is MISSING:
        return
    key = ("response", base[1].pointer, revision[1].pointer, *produced)
    as_before = produced[0] == produced[1]
    desk.link(
        key,
        lambda inner: _compare_response(inner, base, revision, as_before=as_before),
        passes=RESPONSE,
    )


def _compare_response(desk: Desk, base: Answer, revision: Answer, *, as_before: bool) -> None:
    """Compare two responses; `as_before` where their media types stand elsewhere, and are equal."""
    old, new = base[1], revision[1]
    compare_documentation(desk, "response.docs-changed", old, new)
    holds = desk.walk.unchanged.holds
    changed = [key for key in _CARRYING if not holds(old.get(key), new.get(key))]
    if as_before and not changed:
        return
    if as_before and changed == ["content"] and compare_same_contents(desk, old, new):
        return
    _compare_carried(desk, base[0].response(old), revision[0].response(new))


def _compare_carried(desk: Desk, base: ResponseView, revision: ResponseView) -> None:
    if base.content and not revision.content:
        fact = Fact(
            "response.content-removed", base.pointer, revision.pointer, sorted(base.content)
        )
        desk.report(fact)
    else:
        for old, new in compare_contents(desk, base.content, revision.content, "response"):
            compare_encodings(desk, old, new)
    compare_headers(desk, base.headers, revision.headers)
    _compare_links(desk, base.links, revision.links)


def _compare_links(desk: Desk, base: Site, revision: Site) -> None:
    old = base.value if isinstance(base.value, dict) else {}
    new = revision.value if isinstance(revision.value, dict) else {}
    for name in sorted(old.keys() | new.keys()):
        before, after = old.get(name), new.get(name)
        if not same(before, after):
            desk.report(
                Fact(
                    "link.changed",
                    base.child(name).pointer if before is not None else None,
                    revision.child(name).pointer if after is not None else None,
                    before,
                    after,
                    name,
                )
            )
