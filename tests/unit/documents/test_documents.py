"""Does reading a received document refuse in the words of the service?"""

import pytest

from service.documents import use_cases
from service.documents.errors import DocumentInvalid
from service.documents.use_cases import read_received, read_stored
from service.errors import TooLarge
from service.openapi_documents import ReadLimits
from tests.factories.documents import document_bytes


def test_problems_are_told_with_pointer_and_line() -> None:
    with pytest.raises(DocumentInvalid) as refusal:
        read_received(
            b'{"openapi": "3.1.0",\n"info": {"title": "t"}, "paths": {}}', limits=ReadLimits()
        )

    (problem,) = refusal.value.details["problems"]
    assert (problem["pointer"], problem["line"]) == ("/info", 2)


def test_too_many_bytes_are_another_refusal() -> None:
    with pytest.raises(TooLarge):
        read_received(document_bytes("/a"), limits=ReadLimits(json_bytes=10))


def test_what_was_stored_is_read_whatever_the_limits_are_now() -> None:
    raw = document_bytes("/a", "/b")

    assert read_stored(raw).digest == read_received(raw, limits=ReadLimits()).digest


def test_the_number_of_operations_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(use_cases, "MOST_OPERATIONS", 2)

    assert read_received(document_bytes("/a", "/b"), limits=ReadLimits()).title == "Orders"
    with pytest.raises(DocumentInvalid) as refusal:
        read_received(document_bytes("/a", "/b", "/c"), limits=ReadLimits())
    assert refusal.value.details["problems"][0]["code"] == "too-many-operations"
