"""How is the result of comparing two documents found, computed, kept and redacted?"""

import uuid
from typing import Any, Protocol

from service.comparisons.models import StoredComparison
from service.comparisons.repository import ComparisonRepository
from service.openapi_diff import ENGINE_VERSION, RULESET_DIGEST, STRICT, Level, compare
from service.openapi_witnesses import prove
from service.unit_of_work import UnitOfWork

_PROVING_STEPS = 200_000  # about a second; findings beyond it stay as they are, and say so

ENGINE = f"{ENGINE_VERSION}-{RULESET_DIGEST}"
"""Names everything that a result depends on beside the documents and the options."""


def is_current(comparison: StoredComparison) -> bool:
    """Whether the engine of this release, with the options it is used with, gave this result."""
    key = (comparison.engine_version, comparison.options_digest)
    return key == (ENGINE, STRICT.digest)


def find_comparison(
    work: UnitOfWork, *, base_digest: str, revision_digest: str
) -> StoredComparison | None:
    """Return the stored result of this engine with its changes."""
    return ComparisonRepository(work.session).find(
        base_digest, revision_digest, engine_version=ENGINE, options_digest=STRICT.digest
    )


class Document(Protocol):
    """What a comparison needs of a document, read just now or stored before."""

    @property
    def digest(self) -> str:
        """The digest of its content."""

    @property
    def content(self) -> dict[str, Any]:
        """Its content, which nobody changes."""


def compute_comparison(base: Document, revision: Document) -> StoredComparison:
    """Compare two documents; the result is not stored yet. Call it outside of any transaction."""
    found = compare(base.content, revision.content, policy=STRICT)
    result = prove(found, base.content, revision.content, policy=STRICT, steps=_PROVING_STEPS)
    return StoredComparison(
        id=str(uuid.uuid4()),
        base_digest=base.digest,
        revision_digest=revision.digest,
        engine_version=ENGINE,
        options_digest=result.options_digest,
        options_name=STRICT.name,
        verdict=result.verdict.value,
        error_count=result.counts[Level.ERROR],
        warning_count=result.counts[Level.WARNING],
        info_count=result.counts[Level.INFO],
        proved_count=result.proved_count,
        assumptions=[
            {"id": assumption.value, "statement": assumption.statement}
            for assumption in result.assumptions
        ],
        causes=[cause.value for cause in result.undetermined_causes],
        changes=[change.to_dict() for change in result.changes],
    )


def keep_comparison(work: UnitOfWork, comparison: StoredComparison) -> StoredComparison:
    """Store a result unless it is stored already; return the stored one."""
    if not comparison.is_stored:
        comparison.created_at = work.now
    return ComparisonRepository(work.session).keep(comparison)


def load_changes(work: UnitOfWork, comparison_id: str) -> StoredComparison:
    """Return a stored result with its changes."""
    return ComparisonRepository(work.session).get_with_changes(comparison_id)


def redact_comparisons(work: UnitOfWork, digest: str) -> None:
    """Take what may quote the document out of every stored result about it.

    Rules, levels, directions, fingerprints and verdicts stay: they hold no text of a document.
    Results are redacted, not removed: versions refer to them.
    """
    for comparison in ComparisonRepository(work.session).list_about(digest):
        comparison.changes = [redacted(change) for change in comparison.changes]


def redacted(change: dict[str, Any]) -> dict[str, Any]:
    """Return a change without what may quote a document: values, but also names, places
    and instances that prove it.

    A server's address with a password in it is part of the change's location.
    """
    return {
        **change,
        "location": "",
        "operations": [],
        "base_pointer": None,
        "revision_pointer": None,
        "before": None,
        "after": None,
        "witness": None,
        "message": "Withheld with its document.",
    }
