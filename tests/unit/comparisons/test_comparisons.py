"""Is the result of a comparison kept whole, and redacted where it may quote a secret?"""

import json
from typing import Any

from service.comparisons.use_cases import ENGINE, compute_comparison, redacted
from service.openapi_diff import compare
from service.openapi_documents import OpenApiDocument, ReadLimits, read_document
from service.openapi_witnesses import prove
from tests.factories.documents import document_bytes

SECRET = "hunter2"  # noqa: S105 - what a document may leak


def read(*paths: str, **more: Any) -> OpenApiDocument:
    """Return a document that was read."""
    return read_document(document_bytes(*paths, **more), limits=ReadLimits())


def test_a_result_holds_what_the_engine_said_and_what_shows_it() -> None:
    base, revision = read("/orders", "/items"), read("/orders", "/new")

    result = compute_comparison(base, revision)

    said = prove(compare(base.content, revision.content), base.content, revision.content)
    assert (result.verdict, result.engine_version) == (said.verdict.value, ENGINE)
    assert result.changes == [change.to_dict() for change in said.changes]
    assert result.counts == {level.value: count for level, count in said.counts.items()}
    assert (result.base_digest, result.revision_digest) == (base.digest, revision.digest)


def test_a_result_is_not_stored_until_somebody_stores_it() -> None:
    assert not compute_comparison(read("/a"), read("/b")).is_stored


def test_the_name_of_the_engine_fits_its_column() -> None:
    assert len(ENGINE) <= 32


def test_a_redacted_change_quotes_no_value_and_can_still_be_approved() -> None:
    base, revision = read("/orders"), read("/orders", servers=[{"url": f"https://{SECRET}"}])
    changes = compute_comparison(base, revision).changes

    hidden = [redacted(change) for change in changes]

    assert SECRET in json.dumps(changes)
    assert SECRET not in json.dumps(hidden)
    assert [one["fingerprint"] for one in hidden] == [one["fingerprint"] for one in changes]
