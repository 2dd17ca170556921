"""Who asks during a contract run, with what, and what does one such run give?"""

import json
import os
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.architecture.source_tree import ROOT
from tests.contract.servers import RunningService

CONFIGURATION = Path(__file__).with_name("schemathesis.toml")
ALLOWED_SECONDS = 600

_ADMINISTRATOR = """
[auth.openapi.accessToken]
bearer = "${CONTRACT_TOKEN}"

[warnings]
fail-on = [
  "missing_auth", "missing_test_data", "base_url_mismatch", "missing_deserializer",
  "unused_openapi_auth", "unsupported_regex", "method_not_allowed", "unmatched_filter",
  "unresolvable_reference", "rate_limited", "dictionary_mismatch",
]
# Not validation_mismatch: it complains of a single phase in which every valid request met a stale
# ETag or a taken name. `_never_accepted` below looks over all phases, and is stricter.
"""
_READER = """
[auth.openapi.accessToken]
bearer = "${CONTRACT_TOKEN}"
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Caller:
    """Somebody who asks; `reaches_all` if every operation must have said yes at least once."""

    name: str
    configuration: str
    phases: str
    share: float
    """Of the examples that the run is told to make."""
    reaches_all: bool = False


CALLERS = (
    Caller(
        name="administrator",
        configuration=_ADMINISTRATOR,
        phases="examples,coverage,fuzzing,stateful",
        share=1.0,
        reaches_all=True,
    ),
    Caller(name="reader", configuration=_READER, phases="examples,coverage,fuzzing", share=0.4),
    Caller(name="anonymous", configuration="", phases="examples,coverage,fuzzing", share=0.4),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What one caller's run gave; `complaints` is empty if all is well."""

    caller: str
    requests: int
    seconds: float
    failures: tuple[tuple[str, str, str], ...]
    """Type, title and operation of each."""
    complaints: tuple[str, ...]
    output: str


def ask(
    caller: Caller,
    service: RunningService,
    folder: Path,
    *,
    examples: int,
    options: Sequence[str] = (),
) -> Outcome:
    """Run schemathesis as the caller against the service, with the document that it serves."""
    folder.mkdir(parents=True, exist_ok=True)
    configuration = folder / "schemathesis.toml"
    text = CONFIGURATION.read_text("utf-8") + caller.configuration
    configuration.write_text(text, "utf-8")
    report = folder / "report.json"
    command = [
        str(Path(sys.executable).with_name("schemathesis")),
        "--config-file", str(configuration), "--no-color",
        "run", f"{service.url}/openapi.json", "--checks", "all", "--phases", caller.phases,
        "--max-examples", str(max(1, round(examples * caller.share))),
        "--report", "json", "--report-json-path", str(report), *options,
    ]  # fmt: skip
    started = time.monotonic()
    finished = subprocess.run(  # noqa: S603 - a fixed program, told what to do by this file
        command,
        cwd=folder,
        env=_environment(caller, service),
        capture_output=True,
        text=True,
        timeout=ALLOWED_SECONDS,
        check=False,
    )
    output = finished.stdout + finished.stderr
    found = json.loads(report.read_text("utf-8")) if report.exists() else None
    return _outcome(caller, found, finished.returncode, time.monotonic() - started, output=output)


def _environment(caller: Caller, service: RunningService) -> dict[str, str]:
    seeded = service.seeded
    tokens = {"administrator": seeded.administrator, "reader": seeded.reader}
    return {
        **os.environ,
        "PYTHONPATH": str(ROOT),
        "PYTHONHASHSEED": "0",
        "CONTRACT_CALLER": caller.name,
        "CONTRACT_HINTS": seeded.hints(),
        "CONTRACT_TOKEN": tokens.get(caller.name, ""),
    }


def _outcome(caller: Caller, report: Any, code: int, seconds: float, *, output: str) -> Outcome:
    if report is None:
        return Outcome(
            caller=caller.name, requests=0, seconds=seconds, failures=(),
            complaints=("schemathesis made no report",), output=output,
        )  # fmt: skip
    failures = tuple(
        (failure["type"], failure["title"], operation)
        for failure in report["failures"]
        for operation in failure["operations"]
    )
    return Outcome(
        caller=caller.name,
        requests=report["test_cases"]["generated"],
        seconds=seconds,
        failures=failures,
        complaints=tuple(_complaints(caller, report, code)),
        output=output,
    )


def _complaints(caller: Caller, report: Any, code: int) -> list[str]:
    """Return why the run is not good, beside failed checks."""
    complaints = [f"error: {error}" for error in report["errors"]]
    if report["operations"] is None:
        return [*complaints, "schemathesis tested nothing"]
    if not report["complete"]:
        complaints.append(f"the run ended early: {report['stop_reason']}")
    if report["operations"]["tested"] != report["operations"]["selected"]:
        complaints.append(f"not all operations were tested: {report['operations']}")
    if caller.reaches_all:
        complaints += [f"never accepted: {name}" for name in _never_accepted(report)]
    if code != 0 and not report["failures"] and not complaints:
        warnings = {name: found for name, found in report["warnings"].items() if found}
        complaints.append(f"schemathesis ended with {code}; warnings: {warnings}")
    return complaints


def _never_accepted(report: Any) -> list[str]:
    return sorted(
        operation
        for operation, phases in report["valid_rates"].items()
        if not sum(phase["accepted"] for phase in phases.values())
    )
