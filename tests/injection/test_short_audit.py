"""Does text stay text? The short form of the audit, with the detector's own control."""

import ast

import pytest

from tests.injection.audit import bare, this_python, whole_road
from tests.injection.payloads import PAYLOADS, canary
from tests.injection.positions import document, positions
from tests.injection.worker import canaries_in

SOME = ("closing a docstring", "a field of an f-string", "closing a literal")


def test_enough_is_tried() -> None:
    assert len(positions()) == len(set(positions())) >= 40
    assert len(PAYLOADS) >= 15


def test_no_text_becomes_code_on_our_road() -> None:
    findings = whole_road(SOME, one_by_one=False)

    assert findings.tried == len(SOME)
    assert findings.broken == 0
    assert findings.injected == {}
    assert findings.outside == []


def test_no_text_becomes_code_with_the_pinned_generator_alone() -> None:
    findings = bare(this_python(), SOME[:1])

    assert findings.tried == len(positions())
    assert findings.injected == {}
    assert findings.outside == []


@pytest.mark.parametrize(
    "code", ["{}()", "import {}", "x = {}", "x.{}", "from a import {}", "f'{{{}}}'"]
)
def test_the_detector_sees_a_canary_that_is_code(code: str) -> None:
    tree = ast.parse(code.format(canary(7)))

    assert canaries_in(tree) == [7]


@pytest.mark.parametrize("code", ["'{}'", "{} = 1", "x['{}']", "def f():\n    '''{}'''"])
def test_the_detector_leaves_text_and_given_names_alone(code: str) -> None:
    tree = ast.parse(code.format(canary(7)))

    assert canaries_in(tree) == []


def test_a_planted_text_stands_where_it_is_said_to() -> None:
    assert document({"info title": "X"})["info"]["title"] == "X"
