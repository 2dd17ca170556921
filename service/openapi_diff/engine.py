"""What changed between two documents, and does it break anyone?"""

from typing import Any

from service.collector import collector_paused
from service.openapi_diff.changes import (
    Comparison,
    assumptions_of,
    causes_of,
    verdict_of,
)
from service.openapi_diff.compare_documents import compare_documents
from service.openapi_diff.description import Description
from service.openapi_diff.findings import changes_of
from service.openapi_diff.options import STRICT, ComparisonOptions
from service.openapi_diff.rules import RULESET_DIGEST
from service.openapi_diff.unchanged import Unchanged
from service.openapi_diff.walk import Walk

# Raise it whenever the same two documents may get another answer: stored results carry it.
ENGINE_VERSION = "5"


def compare(
    base: dict[str, Any], revision: dict[str, Any], *, policy: ComparisonOptions = STRICT
) -> Comparison:
    """Compare two parsed OpenAPI documents; neither is changed.

    Any readable document will do: Swagger 2.0, OpenAPI 3.0 and 3.1, also one against the other.
    """
    with collector_paused():
        return _answer(_walked(base, revision, policy), policy)


def compare_parts(
    base: dict[str, Any], revision: dict[str, Any], *, policy: ComparisonOptions = STRICT
) -> Comparison | None:
    """Compare two documents from which the same has been left out.

    None where it takes so much work that the answer depends on how large the whole documents are.
    """
    with collector_paused():
        walk = _walked(base, revision, policy)
        return None if walk.work.is_extended else _answer(walk, policy)


def _walked(base: dict[str, Any], revision: dict[str, Any], policy: ComparisonOptions) -> Walk:
    before, after = Description(base), Description(revision)
    walk = Walk(before, after, Unchanged(before, after), policy.calendar)
    compare_documents(walk)
    walk.run()
    walk.spread()
    return walk


def _answer(walk: Walk, policy: ComparisonOptions) -> Comparison:
    changes = tuple(changes_of(walk, policy))
    return Comparison(
        verdict=verdict_of(changes),
        changes=changes,
        assumptions=assumptions_of(changes),
        undetermined_causes=causes_of(changes),
        engine_version=ENGINE_VERSION,
        ruleset_digest=RULESET_DIGEST,
        options_digest=policy.digest,
    )
