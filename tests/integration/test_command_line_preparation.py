"""Do the commands that prepare publishing do it, and nothing twice?"""

import pytest
from click.testing import CliRunner, Result
from flask import Flask
from httpx import WSGITransport

from service.authorization import Scope
from service.cli.exit_codes import ExitCode
from service.cli.main import bindery
from tests.factories.documents import document_bytes
from tests.factories.world import World


class CommandLine:
    """Runs commands with a token."""

    def __init__(self, app: Flask, token: str | None) -> None:
        self._app = app
        self.token = token

    def __call__(self, *arguments: str, document: bytes = b"") -> Result:
        """Run a command; the document comes from standard input."""
        environment = {"BINDERY_URL": "http://bindery", "BINDERY_TOKEN": self.token}
        transport = WSGITransport(self._app)
        return CliRunner().invoke(
            bindery, arguments, input=document, obj=transport, env=environment
        )


@pytest.fixture
def run(app: Flask, world: World) -> CommandLine:
    """Return the command line of a user who may manage, and has nothing yet."""
    return CommandLine(app, world.token(world.user("alice"), Scope.MANAGE))


def test_an_api_is_created_with_its_group(run: CommandLine, world: World) -> None:
    done = run("create", "acme/orders", "--visibility", "public")

    assert done.exit_code == ExitCode.YES
    assert done.stdout == (
        "Created the group acme, which is public: everybody sees it.\n"
        "Created the API acme/orders.\n"
    )
    assert world.anonymous().get("/groups/acme/apis/orders").status_code == 200


def test_what_is_there_is_not_created_again(run: CommandLine) -> None:
    run("create", "acme/orders")

    second_api = run("create", "acme/invoices")
    again = run("create", "acme/orders", "--visibility", "public")

    assert second_api.stdout == "Created the API acme/invoices.\n"
    assert again.stdout == (
        "The API acme/orders is there already.\n"
        "The group acme was there before: its visibility is as it was.\n"
    )
    assert [second_api.exit_code, again.exit_code] == [ExitCode.YES, ExitCode.YES]


def test_a_name_that_is_none_is_wrong_usage(run: CommandLine) -> None:
    done = run("create", "acme/Not A Name")

    assert done.exit_code == ExitCode.USAGE
    assert done.stdout == ""


def test_a_policy_is_shown_with_the_origin_of_each_value(run: CommandLine) -> None:
    run("create", "acme/orders")

    done = run("policy", "--api", "acme/orders")

    assert done.exit_code == ExitCode.YES
    assert {tuple(line.split()[::3]) for line in done.stdout.splitlines()} == {
        ("breaking_needs_major", "default"),
        ("level", "default"),
        ("mode", "default"),
        ("undetermined", "default"),
    }


def test_a_policy_is_changed_where_told_and_kept_elsewhere(run: CommandLine) -> None:
    run("create", "acme/orders")
    run("policy", "--api", "acme/orders", "--mode", "enforce")

    done = run("policy", "--api", "acme/orders", "--breaking-is-forbidden")

    values = {line.split()[0]: line.split()[1::2] for line in done.stdout.splitlines()}
    assert values["mode"] == ["enforce", "api"]
    assert values["breaking_needs_major"] == ["no", "api"]
    assert values["level"][1] == "default"


def test_a_policy_that_is_set_refuses(run: CommandLine) -> None:
    run("create", "acme/orders")
    run("policy", "--api", "acme/orders", "--mode", "enforce")
    options = ["--api", "acme/orders"]
    run("publish", "-", *options, document=document_bytes("/orders", "/items"))

    done = run("publish", "-", *options, document=document_bytes("/orders", version="1.1.0"))

    assert done.exit_code == ExitCode.NO


def test_a_token_is_printed_alone_and_works(app: Flask, run: CommandLine) -> None:
    made = run("token", "--name", "laptop", "--scope", "read", "--days", "3")

    whoami = CommandLine(app, made.stdout.strip())("whoami")
    assert made.exit_code == ExitCode.YES
    assert made.stdout.startswith("bnd_")
    assert made.stdout.count("\n") == 1
    assert "it is not shown again" in made.stderr
    assert whoami.stdout == "user alice\nscopes: read\n"


def test_a_token_can_be_bound_to_an_api(app: Flask, run: CommandLine) -> None:
    run("create", "acme/orders")

    made = run("token", "--name", "ci", "--scope", "publish", "--api", "acme/orders")

    whoami = CommandLine(app, made.stdout.strip())("whoami")
    assert "bound to: acme/orders\n" in whoami.stdout


def test_a_token_has_no_more_rights_than_the_one_in_use(run: CommandLine) -> None:
    done = run("token", "--name", "more", "--scope", "admin")

    assert done.exit_code == ExitCode.USAGE
    assert done.stdout == ""


def test_a_token_is_bound_to_one_group_only(run: CommandLine) -> None:
    options = ["--scope", "read", "--group", "other", "--api", "acme/orders"]

    done = run("token", "--name", "x", *options)

    assert done.exit_code == ExitCode.USAGE
    assert "different groups" in done.stderr


def test_nothing_is_made_for_a_document_that_is_bad(app: Flask, world: World) -> None:
    run = CommandLine(app, world.client().token)
    fresh = ["--api", "fresh/orders"]

    done = run("publish", "-", *fresh, "--create", document=b'{"openapi": "3.1.0"}')
    made = run("create", "fresh/orders")

    assert done.exit_code == ExitCode.USAGE
    assert made.stdout.startswith("Created the group fresh")


def test_a_missing_api_is_named_with_the_way_to_make_it(run: CommandLine) -> None:
    done = run("publish", "-", "--api", "acme/new", document=document_bytes("/orders"))

    assert done.exit_code == ExitCode.USAGE
    assert "bindery publish - --api acme/new --create" in done.stderr


def test_what_is_missing_is_made_on_demand_and_only_once(app: Flask, world: World) -> None:
    run = CommandLine(app, world.client().token)
    content = document_bytes("/orders")

    first = run("publish", "-", "--api", "fresh/orders", "--create", document=content)
    again = run("publish", "-", "--api", "fresh/orders", "--create", document=content)
    other = run("publish", "-", "--api", "fresh/parcels", "--create", document=content)

    assert [first.exit_code, again.exit_code, other.exit_code] == [ExitCode.YES] * 3
    assert first.stderr == (
        "Created the group fresh, which is private: only its members and administrators see it.\n"
        "Created the API fresh/orders.\n"
    )
    assert again.stderr == ""
    assert other.stderr == "Created the API fresh/parcels.\n"


def test_a_name_that_hides_somebody_elses_group_is_not_published_to(
    app: Flask, world: World
) -> None:
    world.group("hidden")
    run = CommandLine(app, world.client().token)

    done = run("publish", "-", "--api", "hidden/orders", "--create", document=document_bytes("/o"))

    assert done.exit_code == ExitCode.USAGE
    assert "There is no group 'hidden'." in done.stderr
    assert "The name is taken by something that you may not see: choose another one.\n" in (
        done.stderr
    )
