"""What changed in the headers of a response, or of a part of a form?"""

from service.openapi_diff.compare_documentation import compare_documentation
from service.openapi_diff.compare_parameters import compare_written_value
from service.openapi_diff.description import Site
from service.openapi_diff.verdicts import Effect
from service.openapi_diff.walk import Desk, Fact

Headers = dict[str, Site]
_IGNORED = "content-type"  # OpenAPI 3: the media type tells


def compare_headers(desk: Desk, base: Headers, revision: Headers, *, part: str = "") -> None:
    """Match headers without regard to case; with `part` they belong to a part of a form."""
    old, new = _by_name(base), _by_name(revision)
    for key, (name, site) in old.items():
        if key not in new:
            _report_single(desk, part, name, site, is_new=False)
            continue
        other, partner = new[key]
        if name != other:
            desk.report(Fact("header.case-changed", site.pointer, partner.pointer, name, other))
        desk.enter(_compare_header, site, partner)
    for key, (name, site) in new.items():
        if key not in old:
            _report_single(desk, part, name, site, is_new=True)


def _by_name(headers: Headers) -> dict[str, tuple[str, Site]]:
    return {
        name.lower(): (name, site) for name, site in headers.items() if name.lower() != _IGNORED
    }


def _report_single(desk: Desk, part: str, name: str, site: Site, *, is_new: bool) -> None:
    kind = "required" if site.get("required") is True else "optional"
    fact = Fact("", site.pointer, None, name, None, name)
    if is_new:
        fact = Fact("", None, site.pointer, None, name, name)
    if part:
        # Whoever sends a part must send the headers that it requires.
        effect = Effect.NONE
        if kind == "required":
            effect = Effect.NARROWED if is_new else Effect.WIDENED
        rule, subject = "body.encoding-headers", f"{name} of {part}"
        desk.report(fact._replace(rule=rule, subject=subject, effect=effect))
    else:
        desk.report(fact._replace(rule="header.added" if is_new else f"header.removed-{kind}"))


def _compare_header(desk: Desk, base: Site, revision: Site) -> None:
    before, after = base.get("required") is True, revision.get("required") is True
    if before is not after:
        rule = "header.became-required" if after else "header.became-optional"
        desk.report(Fact(rule, base.pointer, revision.pointer, before, after))
    if (base.get("deprecated") is True) is not (revision.get("deprecated") is True):
        desk.report(Fact("deprecation.header", base.pointer, revision.pointer))
    compare_documentation(desk, "response.docs-changed", base, revision)
    compare_written_value(desk, base, revision, style_rule="header.serialisation")
