"""Which texts and examples changed beside what a message carries?"""

from service.openapi_diff.description import Site
from service.openapi_diff.walk import Desk, Fact

EXAMPLES = ("example", "examples")
TEXT_AND_EXAMPLES = ("description", *EXAMPLES)


def compare_documentation(
    desk: Desk, rule: str, base: Site, revision: Site, keywords: tuple[str, ...] = TEXT_AND_EXAMPLES
) -> None:
    """Report the first keyword that says something else; one remark on a place is enough."""
    for keyword in keywords:
        before, after = base.get(keyword), revision.get(keyword)
        if before is after is None:
            continue
        if not desk.walk.unchanged.holds(before, after):
            desk.report(Fact(rule, base.pointer, revision.pointer, before, after))
            return
