"""What must hold for pairs that come of one another: rewritten, turned round, or in a chain?

The schemas are those of the fuzzer: written as real APIs write them, in each version of OpenAPI,
with references in circles.
"""

import copy
import hashlib
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from random import Random
from typing import Any

import pytest
import yaml

from service.openapi_diff import Comparison, Direction, Judgement, Verdict, compare
from service.openapi_documents import read_document
from tests.fuzz.documents import Place, Side
from tests.fuzz.pairs import Pair, edited, pairs, written
from tests.fuzz.rewritings import (
    REWRITINGS,
    Spot,
    fresh_names,
    nodes,
    rename_components,
    translate,
)
from tests.fuzz.schemas import SchemaWriter
from tests.requirements import need_shared

_SEEDS = range(60)
_REAL = ("box-year", "twilio-chat-small", "kubernetes-swagger2-2y", "adyen-management-v3-30-31")
_TELLING = (Judgement.BREAKS, Judgement.UNDETERMINED)


@pytest.mark.parametrize("rewriting", dict.fromkeys(REWRITINGS))
def test_a_rewriting_is_no_change(rewriting: Any) -> None:
    for seed in _SEEDS:
        random = Random(seed)
        base = written(random)
        revision = _rewritten(base, rewriting, random)

        assert _pair(base, revision).compare().changes == ()


def test_renamed_components_are_no_change() -> None:
    for seed in _SEEDS:
        random = Random(seed)
        base = written(random)
        names, prefix = fresh_names(random), SchemaWriter(random, base.version).prefix
        components = rename_components(base.components, names, prefix)

        revision = Side(
            rename_components(base.schema, names, prefix),
            {names[name]: components[name] for name in components},
            base.version,
        )

        assert _pair(base, revision).compare().changes == ()


@pytest.mark.parametrize("target", ["3.0.3", "3.1.0"])
def test_the_same_api_in_a_newer_version_is_no_change_but_of_the_version(target: str) -> None:
    for seed in _SEEDS:
        base = written(Random(seed))
        revision = Side(
            translate(base.schema, target),
            translate(base.components, target),
            target,
        )
        if base.version < target:
            rules = {change.rule for change in _pair(base, revision).compare().changes}

            assert rules == {"document.dialect-changed"}


def test_edits_together_with_rewritings_say_the_same_as_the_edits() -> None:
    for seed in _SEEDS:
        random = Random(seed)
        pair = edited(written(random), random)

        turned = replace(pair, base=_rewritten(pair.base, REWRITINGS[-1], random))

        assert turned.compare().to_dict() == pair.compare().to_dict()


def test_turned_round_what_broke_requests_breaks_responses() -> None:
    for tried in _pairs(300):
        pair = replace(tried, place=Place.BOTH)
        if '"readOnly"' in pair.key or '"writeOnly"' in pair.key:
            continue  # what travels one way only has no mirror
        forth, back = pair.compare(), pair.turned().compare()
        if not _rests_on_anything(forth) and not _rests_on_anything(back):
            assert _broken(forth, Direction.REQUEST) == _broken(back, Direction.RESPONSE)


def test_harmless_upon_harmless_is_harmless() -> None:
    tried = 0
    for seed in range(400):
        random = Random(f"chain {seed}")
        first = edited(written(random), random)
        second = edited(first.revision, random)
        chain = (first.base, first.revision, second.revision)
        if second.base is not first.revision or _leaps(chain):
            continue
        steps = [_pair(*chain[:2]), _pair(*chain[1:])]
        if all(_is_plainly_harmless(step.compare()) for step in steps):
            tried += 1
            answer = _pair(chain[0], chain[2]).compare()
            assert answer.verdict is not Verdict.BREAKING, (steps, answer.changes)
    assert tried > 20


def test_the_answer_does_not_depend_on_the_hash_seed_of_the_process() -> None:
    program = (
        "import sys; from tests.fuzz.test_metamorphic_laws import digest_of_answers;"
        "print(digest_of_answers())"
    )
    digests = {
        subprocess.run(  # noqa: S603 - this interpreter, a fixed program
            [sys.executable, "-c", program],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": os.pathsep.join(sys.path)},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("0", "1", "2")
    }

    assert len(digests) == 1


def test_json_and_yaml_are_the_same_document() -> None:
    for pair in _pairs(10):
        document = pair.base.document(pair.place)
        text = yaml.safe_dump(document, sort_keys=True).encode()

        answer = compare(document, read_document(text).content)

        assert answer.changes == ()


@pytest.mark.parametrize("name", _REAL)
def test_a_real_document_differs_from_itself_in_nothing(name: str) -> None:
    document = json.loads(need_shared("real", name, "base.json").read_bytes())

    assert compare(document, _shuffled(copy.deepcopy(document))).changes == ()


@pytest.mark.parametrize("name", _REAL)
def test_real_answers_do_not_depend_on_the_order_of_keys(name: str) -> None:
    base, revision = (
        json.loads(need_shared("real", name, f"{side}.json").read_bytes())
        for side in ("base", "revision")
    )

    straight = compare(base, revision)
    shuffled = compare(_shuffled(base), _shuffled(revision))

    assert _told(shuffled) == _told(straight)


def digest_of_answers() -> str:
    """What the answers to many pairs come to, cyclic ones among them."""
    answers = [pair.compare().to_dict() for pair in _pairs(60)]
    return hashlib.sha256(json.dumps(answers).encode()).hexdigest()


def _pairs(count: int) -> Iterator[Pair]:
    return pairs(11, range(count))


def _pair(base: Side, revision: Side) -> Pair:
    return Pair(base, revision, Place.BOTH)


def _rewritten(side: Side, rewriting: Any, random: Random) -> Side:
    """Somewhere in the schema or its components, where it can be done."""
    schema, components = copy.deepcopy((side.schema, side.components))
    writer = SchemaWriter(random, side.version)
    places = [node for owner in (schema, *components.values()) for node in nodes(owner)]
    random.shuffle(places)
    any(rewriting(Spot(writer, node, components)) for node in places)
    return Side(schema, components, side.version)


def _shuffled(value: Any) -> Any:
    """The same document with the keys of all objects the other way round."""
    if isinstance(value, dict):
        return {key: _shuffled(value[key]) for key in reversed(value)}
    return [_shuffled(child) for child in value] if isinstance(value, list) else value


def _leaps(chain: tuple[Side, Side, Side]) -> bool:
    return len({side.version for side in chain}) > 1


def _broken(comparison: Comparison, direction: Direction) -> bool:
    return any(
        change.judgement is Judgement.BREAKS and change.direction is direction
        for change in comparison.changes
    )


def _rests_on_anything(comparison: Comparison) -> bool:
    """Whether assumptions, warnings or doubts play a part, which have no mirror."""
    return bool(comparison.assumptions) or any(
        change.judgement in (Judgement.RISKY, Judgement.UNDETERMINED)
        or change.rule.startswith(("property.added", "property.removed", "property.re"))
        for change in comparison.changes
    )


def _is_plainly_harmless(comparison: Comparison) -> bool:
    return comparison.verdict is Verdict.COMPATIBLE and not comparison.assumptions


def _told(comparison: Comparison) -> list[tuple[Any, ...]]:
    """What is said of a document, whichever way its keys are ordered."""
    return sorted(
        (change.rule, str(change.direction), change.judgement.value, change.fingerprint)
        for change in comparison.changes
    )
