"""Do the image's build steps work where no container engine runs? They are done by hand here.

`python -m tests.deploy.image_steps` reads deploy/Dockerfile, performs its COPY and RUN steps in a
temporary folder with this machine's Python in the place of the base image, migrates an empty
database, starts the result as the image would (as an ordinary user, if this one may become another)
and asks its health check. What it cannot show: that the base image has what this machine has.
"""

import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.architecture.source_tree import ROOT
from tests.deploy.servers import running
from tests.live_server import free_port

IMAGE_PATHS = ("/opt/bindery", "/srv/bindery", "/var/lib/bindery")
USER_ID = 10001


@dataclass(frozen=True, slots=True)
class Step:
    """One instruction of a Dockerfile."""

    instruction: str
    arguments: str


def steps_of(dockerfile: str) -> list[list[Step]]:
    """Return the instructions of each stage; what stands before the first is left out."""
    without_comments = re.sub(r"^#.*\n", "", dockerfile, flags=re.MULTILINE)
    logical = without_comments.replace("\\\n", " ").splitlines()
    stages: list[list[Step]] = []
    for line in filter(None, map(str.strip, logical)):
        instruction, _, arguments = line.partition(" ")
        if instruction == "FROM":
            stages.append([])
        elif stages:
            stages[-1].append(Step(instruction, " ".join(arguments.split())))
    return stages


def inside(folder: Path, text: str) -> str:
    """Move the image's absolute paths into the folder."""
    for path in IMAGE_PATHS:
        text = text.replace(path, f"{folder}{path}")
    return text


def build(folder: Path, stage: list[Step]) -> None:
    """Perform the COPY and RUN steps of the build stage."""
    workdir, environment = folder, {**os.environ, "PIP_QUIET": "1"}
    for step in stage:
        print(f"   {step.instruction} {step.arguments[:90]}", flush=True)
        match step.instruction:
            case "WORKDIR":
                workdir = Path(inside(folder, step.arguments))
                workdir.mkdir(parents=True)
            case "ENV":
                environment |= dict(pair.split("=", 1) for pair in shlex.split(step.arguments))
            case "COPY":
                copy(step.arguments.split(), workdir)
            case "RUN":
                command = inside(folder, step.arguments).replace("python -m venv", _venv_command())
                subprocess.run(command, shell=True, check=True, cwd=workdir, env=environment)  # noqa: S602 - the Dockerfile's own shell command
            case other:
                raise ValueError(f"the build stage has a step that is not done by hand: {other}")


def _venv_command() -> str:
    """The base image's `python` is this interpreter, outside of the environment it runs in."""
    return f"{Path(sys.executable).resolve()} -m venv"


def copy(arguments: list[str], workdir: Path) -> None:
    """Copy files of the repository as COPY does: a folder's contents, several files into one."""
    *sources, target = arguments
    for source in sources:
        origin, destination = ROOT / source, workdir / target
        if origin.is_dir():
            ignored = shutil.ignore_patterns("__pycache__")
            shutil.copytree(origin, destination, ignore=ignored, dirs_exist_ok=True)
        else:
            destination.mkdir(parents=True, exist_ok=True)
            shutil.copy(origin, destination)


def runtime_environment(folder: Path, stage: list[Step]) -> dict[str, str]:
    """Return what the final stage's ENV makes of an empty environment, with a secret of our own."""
    environment = {"PATH": "/usr/bin:/bin", "BINDERY_SECRET_KEY": os.urandom(32).hex()}
    for step in stage:
        if step.instruction == "ENV":
            for pair in shlex.split(inside(folder, step.arguments)):
                name, value = pair.split("=", 1)
                environment[name] = value.replace("$PATH", environment["PATH"])
    return environment


def as_ordinary_user() -> Iterator[str]:
    """Yield the words that give up root for the image's user, where there is root to give up."""
    if os.geteuid() == 0 and shutil.which("setpriv"):
        yield from ("setpriv", f"--reuid={USER_ID}", f"--regid={USER_ID}", "--clear-groups")
        yield "--no-new-privs"


def start(folder: Path, stage: list[Step]) -> None:
    """Migrate, start what CMD starts, and ask what HEALTHCHECK asks."""
    environment = runtime_environment(folder, stage)
    workdir = folder / "srv/bindery"
    data = folder / "var/lib/bindery"
    data.mkdir(parents=True)
    if os.geteuid() == 0:
        os.chown(data, USER_ID, USER_ID)
    user = list(as_ordinary_user())
    migrate = [
        *user,
        *_program(environment, ["flask", "--app", "service.commands", "db", "upgrade"]),
    ]
    subprocess.run(migrate, check=True, cwd=workdir, env=environment)  # noqa: S603 - built above

    port = free_port()
    command = [word.replace("0.0.0.0:8000", f"127.0.0.1:{port}") for word in _command(stage)]
    server = [*user, *_program(environment, command)]
    with running(server, port=port, log=folder / "log", cwd=workdir, env=environment) as process:
        owner = Path(f"/proc/{process.pid}").stat().st_uid
        print(f"   runs as user {owner}", flush=True)
        check = (workdir / "deploy/healthcheck.py").read_text("utf-8").replace("8000", str(port))
        subprocess.run([sys.executable, "-c", check], check=True)  # noqa: S603 - the image's own check
    print(f"   {(folder / 'log').read_text('utf-8').splitlines()[-1][:200]}")


def _program(environment: dict[str, str], command: list[str]) -> list[str]:
    """Name a program of the image by its path, as the image's PATH would."""
    folder = environment["PATH"].partition(":")[0]
    return [f"{folder}/{command[0]}", *command[1:]]


def _command(stage: list[Step]) -> list[str]:
    """Return the words of CMD."""
    text = next(step.arguments for step in stage if step.instruction == "CMD")
    return [word.strip(' "') for word in text.strip("[]").split(",")]


def main() -> int:
    """Perform the steps; the exit status is that of the first that failed."""
    first, last = steps_of((ROOT / "deploy" / "Dockerfile").read_text("utf-8"))
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        print("== the build stage", flush=True)
        build(folder, first)
        print("== the image that runs", flush=True)
        start(folder, last)
    print("The image's steps work by hand; the image itself was not built here.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
