"""What changed between two documents, and does it break anyone?"""

from typing import Any

from service.openapi_diff.changes import Change, Comparison
from service.openapi_diff.compare_documents import compare_documents
from service.openapi_diff.description import Description
from service.openapi_diff.findings import changes_of
from service.openapi_diff.options import STRICT, ComparisonOptions
from service.openapi_diff.rules import RULESET_DIGEST
from service.openapi_diff.unchanged import Unchanged
from service.openapi_diff.verdicts import Assumption, Cause, Judgement, Verdict
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
    walk = Walk(before, after, Unchanged(before, after))
    compare_documents(walk)
    walk.run()
    walk.spread()
    changes = tuple(changes_of(walk, policy))
    return Comparison(
        verdict=_verdict(changes),
        changes=changes,
        assumptions=_assumptions(changes),
        undetermined_causes=_causes(changes),
        engine_version=ENGINE_VERSION,
        ruleset_digest=RULESET_DIGEST,
        options_digest=policy.digest,
    )


def _verdict(changes: tuple[Change, ...]) -> Verdict:
    judgements = {change.judgement for change in changes}
    if Judgement.BREAKS in judgements:
        return Verdict.BREAKING
    if Judgement.UNDETERMINED in judgements:
        return Verdict.UNDETERMINED
    return Verdict.COMPATIBLE


def _assumptions(changes: tuple[Change, ...]) -> tuple[Assumption, ...]:
    found = {change.assumption for change in changes}
    return tuple(assumption for assumption in Assumption if assumption in found)


def _causes(changes: tuple[Change, ...]) -> tuple[Cause, ...]:
    found = {change.cause for change in changes}
    return tuple(cause for cause in Cause if cause in found)
