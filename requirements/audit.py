"""Does a locked dependency have a known vulnerability? Asks an advisory service.

No answer is silent: no (0), yes (1), the auditor broke (1), and "the service could not be reached",
which is printed in capitals and passes unless `BINDERY_REQUIRE=advisories` requires it.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from enum import StrEnum
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LOCKS = ("runtime.lock", "development.lock")
NO_ROAD = ("ConnectionError", "ConnectTimeout", "ReadTimeout", "ProxyError", "ServiceUnavailable")
UNREACHABLE = (
    "ADVISORIES NOT ASKED: the advisory service could not be reached. {lock} IS NOT AUDITED."
)


class Answer(StrEnum):
    """What an audit of one lock file found."""

    CLEAN = "clean"
    VULNERABLE = "vulnerable"
    UNREACHABLE = "unreachable"
    BROKEN = "broken"


def main() -> int:
    """Audit every lock file; the exit status is 1 unless each may pass."""
    accepted = {Answer.CLEAN, Answer.UNREACHABLE}
    if "advisories" in os.environ.get("BINDERY_REQUIRE", "").split(","):
        accepted = {Answer.CLEAN}
    answers = {lock: audit(ROOT / "requirements" / lock) for lock in LOCKS}
    for lock, answer in answers.items():
        print(describe(answer, lock))
    return int(not accepted.issuperset(answers.values()))


def audit(lock: Path, program: Path | None = None) -> Answer:
    """Run the auditor over one lock file, showing its findings.

    The auditor ends with 1 both for a finding and for a broken line to the service; only for a
    finding has it written its report.
    """
    auditor = program or Path(sys.executable).with_name("pip-audit")
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "report.md"
        outcome = subprocess.run(  # noqa: S603 - the program is the environment's own
            [auditor, "--requirement", lock, "--require-hashes", "--disable-pip",
             "--vulnerability-service", "osv", "--progress-spinner", "off",
             "--format", "markdown", "--output", report],
            capture_output=True, text=True, check=False,
        )  # fmt: skip
        findings = report.read_text("utf-8") if report.exists() else ""
    if outcome.returncode == 0:
        return Answer.CLEAN
    if findings.strip():
        print(findings)
        return Answer.VULNERABLE
    last_words = outcome.stderr.strip().rpartition("\n")[2]
    print(last_words, file=sys.stderr)
    return Answer.UNREACHABLE if any(word in last_words for word in NO_ROAD) else Answer.BROKEN


def describe(answer: Answer, lock: str) -> str:
    """The answer as a line for people."""
    match answer:
        case Answer.CLEAN:
            return f"{lock}: no known vulnerability"
        case Answer.VULNERABLE:
            return f"{lock}: VULNERABLE, see above"
        case Answer.UNREACHABLE:
            return UNREACHABLE.format(lock=lock)
        case Answer.BROKEN:
            return f"{lock}: the auditor itself failed, see above"


if __name__ == "__main__":
    sys.exit(main())
