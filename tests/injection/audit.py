"""Which positions are injectable: on our road, with a bare generator, with an old one?"""

import json
import subprocess
import sys
import tempfile
import venv
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from service.openapi_documents import InvalidDocument, read_document
from service.sdk_packages import BuildFailed, PackageIdentity
from service.sdk_packages.generation import generate_modules
from service.sdk_packages.inspection import inspect_files
from service.sdk_packages.limits import BuildLimits
from service.sdk_packages.preparation import prepare
from tests.injection.payloads import PAYLOADS, hostile
from tests.injection.positions import document, positions

WORKER = Path(__file__).with_name("worker.py")
OLD_GENERATOR = "openapi-python-client==0.29.0"
"""The last one before CVE-2026-105801 was mended: the control that must be found out."""


@dataclass(slots=True)
class Findings:
    """What was tried, and where text became code."""

    tried: int = 0
    refused: int = 0
    broken: int = 0
    injected: dict[str, set[str]] = field(default_factory=dict)
    """Position → payloads."""
    outside: list[str] = field(default_factory=list)

    def add(self, position: str, payload: str, answer: Mapping[str, Any]) -> None:
        """Count one case that planted one payload at one position."""
        self.tried += 1
        self.broken += bool(answer["broken"][0]) or bool(answer["trouble"])
        self.outside += answer["outside"]
        if answer["found"]:
            self.injected.setdefault(position, set()).add(payload)


def bare(python: Path, payloads: Iterable[str]) -> Findings:
    """Try each position with each payload on the generator of an environment."""
    cases = [
        (position, payload, document({position: hostile(PAYLOADS[payload], number)}))
        for number, position in enumerate(positions())
        for payload in payloads
    ]
    lines = "".join(
        json.dumps({"id": number, "document": case[2]}) + "\n" for number, case in enumerate(cases)
    )
    with tempfile.TemporaryDirectory() as folder:
        done = subprocess.run(  # noqa: S603 - our own worker, in an environment of our making
            [str(python), str(WORKER)],
            input=lines,
            cwd=folder,
            capture_output=True,
            text=True,
            check=True,
        )
        left = [path.name for path in Path(folder).iterdir()]
    findings = Findings(outside=left)
    for line in done.stdout.splitlines():
        answer = json.loads(line)
        position, payload, _ = cases[answer["id"]]
        findings.add(position, payload, answer)
    return findings


def old_generator(folder: Path) -> Path | None:
    """Install the old generator into a new environment; None where that is not possible."""
    venv.create(folder, with_pip=True)
    python = folder / "bin" / "python"
    done = subprocess.run(  # noqa: S603 - pip of that environment, a pinned version
        [str(python), "-m", "pip", "install", "--quiet", OLD_GENERATOR],
        capture_output=True,
        check=False,
    )
    return python if done.returncode == 0 else None


def whole_road(payloads: Iterable[str], *, one_by_one: bool) -> Findings:
    """Try our own road up to the gate: all positions of a payload at once, or one by one."""
    findings = Findings()
    names = positions()
    for payload in payloads:
        text = PAYLOADS[payload]
        planted = {name: hostile(text, number) for number, name in enumerate(names)}
        groups = [{name: planted[name]} for name in names] if one_by_one else [planted]
        for group in groups:
            _try_road(group, payload, findings)
    return findings


def _try_road(planted: Mapping[str, str], payload: str, findings: Findings) -> None:
    findings.tried += 1
    content = document(planted)
    try:
        read_document(json.dumps(content).encode())
    except InvalidDocument:
        findings.refused += 1  # by the reader; what stands behind it has to hold as well
    read = replace(read_document(json.dumps(document({})).encode()), content=content)
    identity = PackageIdentity("acme", "pets", "1.0.0", read.digest)
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        try:
            generated = generate_modules(
                prepare(read), identity, folder=folder, limits=BuildLimits()
            )
            inspect_files(generated.modules, generated.modules, prepare(read))
        except BuildFailed as failure:
            findings.broken += 1
            sentence = failure.reasons[0].sentence
            if "become code" in sentence:
                findings.injected.setdefault(" ".join(planted), set()).add(payload)
        known = {"task.json", "answer.json", "complaints.txt", "home", "package"}
        findings.outside += [path.name for path in folder.iterdir() if path.name not in known]
        findings.outside += [path.name for path in (folder / "home").iterdir()]


def this_python() -> Path:
    """Return the interpreter with the pinned generator."""
    return Path(sys.executable)
