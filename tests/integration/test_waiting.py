"""Do those who wait for a job learn how it ended, in programs, in a shell and at an operator's?"""

import asyncio
import threading
import time
from typing import Any

import httpx
import pytest
from click.testing import CliRunner, Result
from flask import Flask

from bindery_client import Bindery
from bindery_client.models import Job as ClientJob
from service.authorization import Scope
from service.cli.exit_codes import ExitCode
from service.cli.main import bindery
from service.cli.waiting import wait_with_bar
from service.commands import with_commands
from service.jobs import leases
from service.jobs.kinds import JobKind
from service.jobs.performing import perform
from service.unit_of_work import UnitsOfWork
from tests.app_settings import make_settings
from tests.contract.test_generated_client import InProcess
from tests.factories import jobs
from tests.factories.jobs import HANDLERS, caused
from tests.factories.world import World


@pytest.fixture
def server(app: Flask, world: World) -> Bindery:
    """Return a client with an administrator's token."""
    token = world.token(world.user(is_admin=True), Scope.ADMIN)
    transport = InProcess(app)
    return Bindery("http://bindery", token=token, transport=transport, async_transport=transport)


def do_soon(units: UnitsOfWork, kind: JobKind, seconds: float = 0.3) -> threading.Thread:
    """Do the one job of the kind in a moment, in this process."""

    def act() -> None:
        time.sleep(seconds)
        job = leases.take_job(units, [kind.name], lease_seconds=60, worker="somebody")
        assert job is not None
        perform(job, kind, HANDLERS[kind], units=units, settings=make_settings())

    helper = threading.Thread(target=act)
    helper.start()
    return helper


def run_wait(app: Flask, server: Bindery, *arguments: str) -> Result:
    """Run `bindery wait`."""
    return CliRunner().invoke(
        bindery,
        ["wait", *arguments],
        obj=httpx.WSGITransport(app),
        env={"BINDERY_URL": "http://bindery", "BINDERY_TOKEN": server.token},
    )


def run_flask(app: Flask, *arguments: str, **options: Any) -> Result:
    """Run a command as `flask` does."""
    return with_commands(app).test_cli_runner().invoke(args=["jobs", *arguments], **options)


def test_a_program_waits_and_is_told_how_far_it_is(server: Bindery, units: UnitsOfWork) -> None:
    job = caused(units, jobs.GREET, name="world")
    helper = do_soon(units, jobs.GREET)
    seen: list[ClientJob] = []

    done = server.wait_for_job(job.id, on_progress=seen.append)
    helper.join()
    same = asyncio.run(server.wait_for_job_async(job.id))

    assert (done.state, seen[0].state, same.state) == ("succeeded", "queued", "succeeded")
    assert seen[-1].progress.message == "hello world"
    assert done.result.additional_properties == {"greeted": "world"}


def test_a_program_does_not_wait_for_ever(server: Bindery, units: UnitsOfWork) -> None:
    job = caused(units, jobs.GREET, name="world")

    with pytest.raises(TimeoutError, match="still queued"):
        server.wait_for_job(job.id, timeout=0.5)
    with pytest.raises(TimeoutError, match="still queued"):
        asyncio.run(server.wait_for_job_async(job.id, timeout=0.5))


def test_a_shell_learns_that_it_succeeded(app: Flask, server: Bindery, units: UnitsOfWork) -> None:
    job = caused(units, jobs.GREET, name="world")
    helper = do_soon(units, jobs.GREET)

    result = run_wait(app, server, job.id)
    helper.join()

    assert (result.exit_code, result.stdout) == (ExitCode.YES, "test.greet succeeded\n")


def test_a_shell_learns_why_it_failed(app: Flask, server: Bindery, units: UnitsOfWork) -> None:
    job = caused(units, jobs.REFUSE)
    helper = do_soon(units, jobs.REFUSE)

    result = run_wait(app, server, job.id)
    helper.join()

    assert result.exit_code == ExitCode.NO
    assert result.stdout == "test.refuse failed: Move the moon first.\n"


def test_a_shell_is_told_that_it_takes_longer(
    app: Flask, server: Bindery, units: UnitsOfWork
) -> None:
    job = caused(units, jobs.GREET, name="world")

    result = run_wait(app, server, job.id, "--timeout", "1")

    assert result.exit_code == ExitCode.UNREACHABLE
    assert "still queued" in result.stderr


def test_people_see_a_bar(
    server: Bindery, units: UnitsOfWork, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Terminal:
        """Standard error, as a person has it."""

        encoding = "utf-8"

        def __init__(self) -> None:
            self.text = ""

        def write(self, text: str) -> int:
            """Keep what is shown."""
            self.text += text
            return len(text)

        def flush(self) -> None:
            """Show it."""

        def isatty(self) -> bool:
            """Say that somebody looks."""
            return True

    terminal = Terminal()
    monkeypatch.setattr("sys.stderr", terminal)
    job = caused(units, jobs.GREET, name="world")
    helper = do_soon(units, jobs.GREET)

    wait_with_bar(server, job.id, timeout=20)
    helper.join()

    assert "queued" in terminal.text
    assert "hello world" in terminal.text
    assert "100%" in terminal.text


def test_operators_list_show_cancel_and_retry(app: Flask, units: UnitsOfWork) -> None:
    job = caused(units, jobs.GREET, name="world")

    listed = run_flask(app, "list", "--state", "queued", "--kind", "test.greet")
    shown = run_flask(app, "show", job.id)
    cancelled = run_flask(app, "cancel", job.id)
    again = run_flask(app, "cancel", job.id)
    retried = run_flask(app, "retry", job.id)
    none = run_flask(app, "list", "--state", "failed")

    assert job.id in listed.output
    assert "{'name': 'world'}" in shown.output
    assert "cancelled" in cancelled.output
    assert (again.exit_code, again.output) == (1, "Error: The job is over.\n")
    assert "queued" in retried.output
    assert none.output == "There is none.\n"


def test_operators_cause_what_is_due_once(app: Flask) -> None:
    first = run_flask(app, "sweep")
    second = run_flask(app, "sweep")

    assert (first.exit_code, second.exit_code) == (0, 0)
    assert "instance.sweep: caused" in first.output
    assert second.output == ""
