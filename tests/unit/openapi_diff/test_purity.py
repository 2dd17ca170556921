"""Does the engine stand alone, and answer the same whatever the interpreter's mood?"""

import os
import subprocess
import sys
from pathlib import Path

from tests.requirements import need_shared

_ROOT = Path(__file__).parents[3]
_THIRD_PARTY = """
import sys
before = set(sys.modules)
import service.openapi_diff
loaded = {name.split(".")[0] for name in set(sys.modules) - before}
print(sorted(loaded - set(sys.stdlib_module_names) - {"service"}))
"""
_ANSWER = """
import hashlib, json
from service.openapi_diff import compare
from tests.unit.openapi_diff.case_files import all_cases, documents_of
answers = [compare(*documents_of(case)).to_dict() for case in all_cases()]
print(hashlib.sha256(json.dumps(answers).encode()).hexdigest())
"""


_CYCLIC = """
import hashlib, json
from service.openapi_diff import compare
def document(kind):
    names = [f"Node{place}" for place in range(60)]
    schemas = {
        name: {
            "properties": {
                "value": {"enum": [f"{kind}{place}", "kept", place]},
                "next": {"$ref": f"#/components/schemas/{names[(place * 7 + 1) % 60]}"},
                "any": {"oneOf": [
                    {"$ref": f"#/components/schemas/{names[(place * step + 1) % 60]}"}
                    for step in (3, 11, 13)
                ]},
            },
        }
        for place, name in enumerate(names)
    }
    content = {"application/json": {"schema": {"$ref": "#/components/schemas/Node0"}}}
    done = {"responses": {"200": {"description": "done", "content": content}}}
    paths = {f"/things{place}": {"post": {"requestBody": {"content": content}, **done}}
             for place in range(9)}
    return {"openapi": "3.0.3", "info": {"title": "Ring", "version": "1"}, "paths": paths,
            "components": {"schemas": schemas}}
answer = compare(document("a"), document("b")).to_dict()
assert len(answer["changes"]) > 60
print(hashlib.sha256(json.dumps(answer).encode()).hexdigest())
"""
_REAL = """
import hashlib, json, sys
from pathlib import Path
from service.openapi_diff import compare
documents = [json.loads(Path(path).read_bytes()) for path in sys.argv[1:]]
print(hashlib.sha256(json.dumps(compare(*documents).to_dict()).encode()).hexdigest())
"""
_SEEDS = ("0", "1", "2", "17", "4711")


def test_importing_the_engine_loads_no_third_party_module() -> None:
    loaded = _run(_THIRD_PARTY, seed="0")

    assert loaded == "[]"


def test_the_check_for_third_party_modules_would_notice_one() -> None:
    loaded = _run(_THIRD_PARTY.replace("service.openapi_diff", "click"), seed="0")

    assert "click" in loaded


def test_the_answer_does_not_depend_on_the_hash_seed() -> None:
    answers = {_run(_ANSWER, seed=seed) for seed in ("0", "1", "4711")}

    assert len(answers) == 1


def test_the_answer_about_definitions_in_rings_is_the_same_in_every_process() -> None:
    answers = {_run(_CYCLIC, seed=seed) for seed in _SEEDS}

    assert len(answers) == 1


def test_the_answer_about_a_real_cyclic_pair_is_the_same_in_every_process() -> None:
    folder = need_shared("real", "stripe-spec3-month")
    paths = [str(folder / f"{side}.json") for side in ("base", "revision")]

    answers = {_run(_REAL, *paths, seed=seed) for seed in _SEEDS}

    assert len(answers) == 1


def test_the_check_of_hash_seeds_would_notice_an_order_that_depends_on_them() -> None:
    program = "print(list({'a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'}))"

    answers = {_run(program, seed=seed) for seed in _SEEDS}

    assert len(answers) > 1


def _run(program: str, *arguments: str, seed: str) -> str:
    answer = subprocess.run(  # noqa: S603 - our own interpreter, programs from above
        [sys.executable, "-c", program, *arguments],
        check=True,
        capture_output=True,
        cwd=_ROOT,
        env={**os.environ, "PYTHONHASHSEED": seed},
        text=True,
    )
    return answer.stdout.strip()
