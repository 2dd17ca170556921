"""Does each case report exactly the changes it should?"""

import pytest

from service.openapi_diff import Verdict, compare
from tests.unit.openapi_diff.case_files import (
    Case,
    all_cases,
    documents_of,
    options_of_case,
)


@pytest.mark.parametrize("case", all_cases(), ids=lambda case: f"{case['rule']}: {case['name']}")
def test_a_case_reports_exactly_its_changes(case: Case) -> None:
    base, revision = documents_of(case)

    changes = compare(base, revision, policy=options_of_case(case)).changes

    assert [
        [change.rule, change.direction and change.direction.value, change.judgement.value]
        for change in changes
    ] == case["changes"]


@pytest.mark.parametrize("case", all_cases(), ids=lambda case: f"{case['rule']}: {case['name']}")
def test_the_verdict_is_that_of_the_worst_change(case: Case) -> None:
    judgements = {change[2] for change in case["changes"]}
    expected = Verdict.COMPATIBLE
    if "undetermined" in judgements:
        expected = Verdict.UNDETERMINED
    if "breaks" in judgements:
        expected = Verdict.BREAKING

    verdict = compare(*documents_of(case), policy=options_of_case(case)).verdict

    assert verdict is expected


@pytest.mark.parametrize("case", all_cases(), ids=lambda case: f"{case['rule']}: {case['name']}")
def test_a_document_does_not_differ_from_itself(case: Case) -> None:
    changes = [compare(document, document).changes for document in documents_of(case)]

    assert changes == [(), ()]
