"""Does `bindery` publish, refuse and read through the real application?"""

import json
from pathlib import Path
from typing import Any

import httpx
import pytest
from click.testing import CliRunner, Result
from flask import Flask

from service.cli.exit_codes import ExitCode
from service.cli.main import bindery
from tests.factories.documents import (
    Publisher,
    a_publisher,
    document,
    document_bytes,
    undetermined_pair,
)
from tests.factories.world import World

ORDERS = ["--api", "acme/orders"]


@pytest.fixture
def publisher(world: World) -> Publisher:
    """Return a maintainer of acme/orders, where the policy is enforced."""
    return a_publisher(world)


class CommandLine:
    """Runs commands with the publisher's token."""

    def __init__(self, app: Flask, token: str | None) -> None:
        self._transport = httpx.WSGITransport(app)
        self._environment = {"BINDERY_URL": "http://bindery", "BINDERY_TOKEN": token}

    def __call__(self, *arguments: str, document: bytes | dict[str, Any] = b"") -> Result:
        """Run a command; the document comes from standard input."""
        content = document if isinstance(document, bytes) else json.dumps(document).encode()
        return CliRunner().invoke(
            bindery, arguments, input=content, obj=self._transport, env=self._environment
        )


@pytest.fixture
def run(app: Flask, publisher: Publisher) -> CommandLine:
    """Return the command line of the publisher."""
    return CommandLine(app, publisher.client.token)


def test_a_first_version_is_published(run: CommandLine) -> None:
    done = run("publish", "-", *ORDERS, document=document_bytes("/orders"))

    assert done.exit_code == ExitCode.YES
    assert done.stdout == (
        "acme/orders 1.0.0 is published.\n"
        "- It is the first version; there is nothing to compare with.\n"
    )


def test_a_file_is_read_and_published(run: CommandLine, tmp_path: Path) -> None:
    file = tmp_path / "openapi.yaml"
    file.write_text("openapi: 3.1.0\ninfo: {title: Orders, version: 3.0.0}\npaths: {}\n")

    done = run("publish", str(file), *ORDERS, "--version", "0.1.0")

    assert done.exit_code == ExitCode.YES
    assert done.stdout.startswith("acme/orders 0.1.0 is published.\n")


def test_the_same_again_is_there_already(run: CommandLine) -> None:
    run("publish", "-", *ORDERS, document=document_bytes("/orders"))

    done = run("publish", "-", *ORDERS, document=document_bytes("/orders"))

    assert done.exit_code == ExitCode.YES
    assert done.stdout.startswith("acme/orders 1.0.0 is there already, with this content.\n")


def test_other_content_under_the_same_name_is_a_no(run: CommandLine) -> None:
    run("publish", "-", *ORDERS, document=document_bytes("/orders"))

    done = run("publish", "-", *ORDERS, document=document_bytes("/items"))

    assert done.exit_code == ExitCode.NO
    assert done.stderr.startswith("Error: ")


def test_a_break_is_refused_and_shown(run: CommandLine) -> None:
    run("publish", "-", *ORDERS, document=document_bytes("/orders", "/items"))
    broken = document_bytes("/orders", version="1.1.0")

    checked = run("check", "-", *ORDERS, document=broken)
    published = run("publish", "-", *ORDERS, document=broken)

    assert [checked.exit_code, published.exit_code] == [ExitCode.NO, ExitCode.NO]
    assert checked.stdout.splitlines()[0] == (
        "acme/orders 1.1.0 would be refused by the compatibility policy."
    )
    assert published.stdout.splitlines()[0] == (
        "acme/orders 1.1.0 is refused by the compatibility policy."
    )
    for told in (checked.stdout, published.stdout):
        assert "Compared with 1.0.0: breaking. Errors: 1, warnings: 0, remarks: 1." in told
        assert "Clients can no longer call GET /items: the path is gone." in told
        assert "Not shown: 1 of 2 changes." in told


def test_a_refusal_can_be_got_past_by_the_command_it_names(run: CommandLine) -> None:
    run("publish", "-", *ORDERS, document=document_bytes("/orders", "/items"))
    broken = document_bytes("/orders", version="1.1.0")
    refused = run("publish", "-", *ORDERS, document=broken)
    named = [line.split() for line in refused.stdout.splitlines() if "bindery approve" in line]

    approved = run(*named[0][1:-1], "Nobody uses it.")
    published = run("publish", "-", *ORDERS, document=broken)

    assert len(named) == 1
    assert approved.stdout == f"Approved for acme/orders: {named[0][2]}.\n"
    assert [approved.exit_code, published.exit_code] == [ExitCode.YES, ExitCode.YES]


@pytest.mark.parametrize(("way", "state"), [("--release", "published"), ("--reject", "rejected")])
def test_what_is_held_is_decided_by_the_command_it_names(
    run: CommandLine, way: str, state: str
) -> None:
    before, after = undetermined_pair()
    run("publish", "-", *ORDERS, document=before)
    held = run("publish", "-", *ORDERS, "--version", "1.1.0", document=after)
    named = [line.split() for line in held.stdout.splitlines() if "bindery review" in line]

    decided = run(*[way if part == "--release" else part for part in named[0][1:]])

    assert (held.exit_code, decided.exit_code) == (ExitCode.UNDETERMINED, ExitCode.YES)
    assert decided.stdout.endswith(f" is {state}.\n")


def test_a_near_miss_of_a_command_is_told_its_name(run: CommandLine) -> None:
    assert "Did you mean 'publish'?" in run("pulbish").stderr
    assert "Did you mean" not in run("xyzzy").stderr


def test_a_verdict_that_fails_a_check_says_so(run: CommandLine, publisher: Publisher) -> None:
    publisher.set_policy(mode="warn")
    run("publish", "-", *ORDERS, document=document_bytes("/orders", "/items"))

    broken = document_bytes("/orders", version="1.1.0")
    done = run("check", "-", *ORDERS, "--fail-on", "breaking", document=broken)

    assert done.exit_code == ExitCode.NO
    assert "would be published" in done.stdout
    assert done.stderr == "Status 1 because of --fail-on breaking.\n"


def test_a_visibility_that_is_not_set_is_told(run: CommandLine) -> None:
    done = run("create", "acme/orders", "--visibility", "public")

    assert "its visibility is as it was" in done.stdout


def test_changes_read_as_they_did_when_they_were_published(
    run: CommandLine, publisher: Publisher
) -> None:
    publisher.set_policy(mode="warn")
    run("publish", "-", *ORDERS, document=document_bytes("/orders", "/items"))
    broken = document_bytes("/orders", version="1.1.0")
    published = run("publish", "-", *ORDERS, document=broken)

    told = run("changes", "1.1.0", *ORDERS, "--level", "error").stdout.splitlines()

    assert "- The policy only warns, so it was published all the same." in (
        published.stdout.splitlines()
    )
    assert [f"  {line}" for line in told[:2]] == published.stdout.splitlines()[7:9]
    assert told[1] == "         path.removed at /items"
    assert told[2].startswith("         fingerprint ")


def test_a_check_publishes_nothing(run: CommandLine) -> None:
    checked = run("check", "-", *ORDERS, document=document_bytes("/orders"))

    assert checked.exit_code == ExitCode.YES
    assert checked.stdout.startswith("acme/orders 1.0.0 would be published.\n")
    assert run("versions", *ORDERS).stdout == ""


def test_what_nobody_can_tell_is_held(run: CommandLine, publisher: Publisher) -> None:
    publisher.set_policy(mode="enforce", undetermined="hold")
    before, after = undetermined_pair()
    run("publish", "-", *ORDERS, document=before)

    done = run("publish", "-", *ORDERS, "--version", "1.1.0", document=after)

    assert done.exit_code == ExitCode.UNDETERMINED
    assert done.stdout.startswith("acme/orders 1.1.0 is held until a maintainer releases it.\n")


def test_a_pipeline_that_runs_again_does_not_walk_past_the_review(
    run: CommandLine, publisher: Publisher
) -> None:
    before, after = undetermined_pair()
    run("publish", "-", *ORDERS, document=before)
    submission = ["-", *ORDERS, "--version", "1.1.0"]
    run("publish", *submission, document=after)

    held = [run(command, *submission, document=after) for command in ("check", "publish")]
    publisher.review("1.1.0", "reject", reason="Too risky.")
    refused = [run(command, *submission, document=after) for command in ("check", "publish")]

    assert [done.exit_code for done in held] == [ExitCode.UNDETERMINED] * 2
    assert [done.exit_code for done in refused] == [ExitCode.NO] * 2
    assert all("was rejected: Too risky." in done.stdout for done in refused)


@pytest.mark.parametrize(
    ("fail_on", "breaking", "unsure"),
    [
        ("refused", ExitCode.YES, ExitCode.YES),
        ("breaking", ExitCode.NO, ExitCode.YES),
        ("undetermined", ExitCode.NO, ExitCode.UNDETERMINED),
    ],
)
def test_a_check_can_be_stricter_than_the_policy(
    run: CommandLine, publisher: Publisher, fail_on: str, breaking: ExitCode, unsure: ExitCode
) -> None:
    publisher.set_policy(mode="warn")
    before, after = undetermined_pair()
    run("publish", "-", *ORDERS, document=before)
    options = [*ORDERS, "--version", "1.1.0", "--fail-on", fail_on]

    broken = run("check", "-", *options, document=document("/else"))
    doubtful = run("check", "-", *options, document=after)

    assert [broken.exit_code, doubtful.exit_code] == [breaking, unsure]


def test_json_tells_everything_alike_for_checks_and_publications(run: CommandLine) -> None:
    run("publish", "-", *ORDERS, document=document_bytes("/orders", "/items"))
    options = [*ORDERS, "--format", "json"]
    broken = document_bytes("/orders", version="1.1.0")
    wider = document_bytes("/orders", "/items", "/more", version="1.2.0")

    answers = [
        json.loads(run(command, "-", *options, document=content).stdout)
        for content in (broken, wider)
        for command in ("check", "publish")
    ]

    assert answers[0] == answers[1]
    assert answers[2] == answers[3]
    assert [(one["decision"], one["verdict"]) for one in answers[::2]] == [
        ("refused", "breaking"),
        ("accepted", "compatible"),
    ]
    assert len(answers[0]["changes"]) == answers[0]["change_count"] > 0


def test_markdown_is_for_comments(run: CommandLine) -> None:
    run("publish", "-", *ORDERS, document=document_bytes("/orders", "/items"))

    done = run(
        "check",
        "-",
        *ORDERS,
        "--format",
        "markdown",
        document=document_bytes("/orders", version="1.1.0"),
    )

    lines = done.stdout.splitlines()
    assert lines[0] == "## acme/orders 1.1.0 would be refused by the compatibility policy."
    assert "Compared with 1.0.0: breaking. Errors: 1, warnings: 0, remarks: 1." in lines
    assert [line.split()[:2] for line in lines if "no longer call GET /items" in line] == [
        ["-", "**error**"]
    ]


def test_an_invalid_document_is_wrong_usage_with_places(run: CommandLine) -> None:
    done = run("check", "-", *ORDERS, document=b'{"openapi": "3.1.0", "openapi": 1}')

    assert done.exit_code == ExitCode.USAGE
    assert done.stderr == (
        "Error: <stdin>:1:2: The object has this key more than once. (at /openapi)\n"
    )


@pytest.mark.parametrize("command", [["check"], ["publish"], ["publish", "--create"]])
def test_a_bad_file_is_told_of_as_compare_does(
    run: CommandLine, tmp_path: Path, command: list[str]
) -> None:
    file = tmp_path / "openapi.yaml"
    file.write_text("openapi: 3.1.0\npaths: {}\npaths: {}\n")

    compared = run("compare", str(file), str(file))
    done = run(*command, str(file), *ORDERS)

    assert done.exit_code == ExitCode.USAGE
    assert done.stderr == compared.stderr
    assert done.stderr.startswith(f"Error: {file}:3:")


def test_versions_and_changes_are_listed(run: CommandLine) -> None:
    run("publish", "-", *ORDERS, document=document_bytes("/orders"))
    run("publish", "-", *ORDERS, document=document_bytes("/orders", "/items", version="1.1.0"))

    versions = run("versions", *ORDERS)
    changes = run("changes", "1.1.0", *ORDERS)
    as_json = run("changes", "1.1.0", *ORDERS, "--level", "info", "--format", "json")

    assert [line.split()[0] for line in versions.stdout.splitlines()] == ["1.1.0", "1.0.0"]
    assert versions.stdout.splitlines()[0].endswith("published   compatible since 1.0.0")
    assert changes.stdout.startswith("info     ")
    assert json.loads(as_json.stdout.splitlines()[0])["level"] == "info"


def test_an_unknown_version_is_wrong_usage(run: CommandLine) -> None:
    done = run("changes", "9.9.9", *ORDERS)

    assert done.exit_code == ExitCode.USAGE


def test_who_one_is(run: CommandLine) -> None:
    done = run("whoami")

    assert done.stdout == "user alice\nscopes: manage\nmaintainer of acme\n"


def test_nobody_is_told_to_sign_in(app: Flask, publisher: Publisher) -> None:
    del publisher

    done = CommandLine(app, None)("whoami")

    assert done.exit_code == ExitCode.USAGE
    assert "Set BINDERY_TOKEN (or --token) to an access token of http://bindery." in done.stderr
