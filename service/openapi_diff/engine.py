"""What changed between two documents, and does it break anyone?"""

from typing import Any

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
ENGINE_VERSION = "3"


def compare(
    base: dict[str, Any], revision: dict[str, Any], *, policy: ComparisonOptions = STRICT
) -> Comparison:
    """Compare two parsed OpenAPI documents; neither is changed.

    Any readable document will do: Swagger 2.0, OpenAPI 3.0 and 3.1, also one against the other.
    """
    before, after = Description(base), Description(revision)
    walk = Walk(before, after, Unchanged(before, after), policy.calendar)
    compare_documents(walk)
    walk.run()
    walk.spread()
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
