"""Does CI notice each way of breaking the project? `make ci-controls` prints a table.

    python -m tests.ci_controls.run [WORDS]    only controls whose name holds all the words

The last commit is cloned; in the clone each target has to pass first, unbroken. Then one control
after the other breaks one thing, calls the make target of CI that is there for it, and asks whether
that failed *and said why*; a target that fails for another reason has noticed nothing.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from tests.architecture.source_tree import ROOT
from tests.ci_controls.controls import CONTROLS, NOTHING, Control

LAST_LINES = 25


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a call of make ended."""

    status: int
    output: str
    seconds: float


def main(words: list[str]) -> int:
    """Run the controls; the exit status is 1 unless each breakage was noticed."""
    chosen = [control for control in CONTROLS if all(word in control.name for word in words)]
    with tempfile.TemporaryDirectory() as name:
        checkout = clone(Path(name) / "bindery")
        unnoticed = [c.name for c in chosen if not is_noticed(c, checkout)]
    print(f"\n{len(chosen) - len(unnoticed)} of {len(chosen)} breakages were noticed")
    for control in unnoticed:
        print(f"  NOT NOTICED: {control}")
    return int(bool(unnoticed) or not chosen)


def clone(target: Path) -> Path:
    """Clone the last commit; what is not committed is not tested here, as in CI."""
    git(ROOT, "clone", "--quiet", "--local", str(ROOT), str(target))
    return target


def is_noticed(control: Control, checkout: Path) -> bool:
    """Try one control, print its row, and leave the checkout as it was."""
    try:
        if control.prepares is not None:
            control.prepares(checkout)
        sound = make(control, checkout, broken=False)
        if sound.status != 0:
            report(control, "FAILS UNBROKEN", sound)
            return False
        control.breaks(checkout)
        broken = make(control, checkout, broken=True)
    finally:
        git(checkout, "checkout", "--quiet", "--", ".")
        git(checkout, "clean", "--quiet", "--force", "-d")
    return is_as_expected(control, broken)


def is_as_expected(control: Control, broken: Outcome) -> bool:
    """Print the row of a control; say whether its breakage was noticed for the right reason."""
    if broken.status == 0:
        report(control, "PASSES BROKEN", broken)
    elif control.expected not in broken.output:
        report(control, "FAILS FOR ANOTHER REASON", broken)
    else:
        report(control, "noticed", broken)
        return True
    return False


def make(control: Control, checkout: Path, *, broken: bool) -> Outcome:
    """Call a target in the clone, with the tools that are installed here and the clone's code."""
    surroundings = control.surroundings if broken else NOTHING
    environment = {
        **os.environ,
        **control.environment,
        **surroundings,
        "PYTHONPATH": f"{checkout}:{checkout / 'clients' / 'python'}",
        "BINDERY_SHARED": os.environ.get("BINDERY_SHARED", str(ROOT.parent / "shared")),
        "NO_COLOR": "1",
        "COLUMNS": "240",
    }
    tools = (f"VENV={ROOT / '.venv'}", f"NODE_TOOLS={ROOT / 'requirements' / 'node_modules'}")
    # The clone's files are new; that is no reason to install the linters again.
    old = ("--old-file=requirements/package.json", "--old-file=requirements/package-lock.json")
    command = [shutil.which("make") or "make", control.target, "PREPARE=:", "JOBS=0", *tools, *old]
    started = time.monotonic()
    done = subprocess.run(  # noqa: S603 - the project's own make, in a clone of this test's own
        [*command, *control.variables],
        cwd=checkout, env=environment, capture_output=True, text=True, check=False,
    )  # fmt: skip
    return Outcome(done.returncode, done.stdout + done.stderr, time.monotonic() - started)


def report(control: Control, answer: str, outcome: Outcome) -> None:
    """Print one row, and the end of the output where it is not what it should be."""
    print(f"{answer:<26} {outcome.seconds:5.1f} s  make {control.target:<24} {control.name}")
    if answer != "noticed":
        print(f"    expected to read: {control.expected}")
        for line in outcome.output.splitlines()[-LAST_LINES:]:
            print(f"    | {line}")
    sys.stdout.flush()


def git(folder: Path, *arguments: str) -> None:
    """Call git in a folder."""
    program = shutil.which("git") or "git"
    subprocess.run([program, *arguments], cwd=folder, check=True)  # noqa: S603 - fixed arguments


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
