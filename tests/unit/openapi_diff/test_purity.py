"""Does the engine stand alone, and answer the same whatever the interpreter's mood?"""

import os
import subprocess
import sys
from pathlib import Path

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


def test_importing_the_engine_loads_no_third_party_module() -> None:
    loaded = _run(_THIRD_PARTY, seed="0")

    assert loaded == "[]"


def test_the_check_for_third_party_modules_would_notice_one() -> None:
    loaded = _run(_THIRD_PARTY.replace("service.openapi_diff", "click"), seed="0")

    assert "click" in loaded


def test_the_answer_does_not_depend_on_the_hash_seed() -> None:
    answers = {_run(_ANSWER, seed=seed) for seed in ("0", "1", "4711")}

    assert len(answers) == 1


def _run(program: str, *, seed: str) -> str:
    answer = subprocess.run(  # noqa: S603 - our own interpreter, programs from above
        [sys.executable, "-c", program],
        check=True,
        capture_output=True,
        cwd=_ROOT,
        env={**os.environ, "PYTHONHASHSEED": seed},
        text=True,
    )
    return answer.stdout.strip()
