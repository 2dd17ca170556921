"""May this document become a version? `bindery check` asks, `bindery publish` does it."""

import functools
from http import HTTPStatus
from types import MappingProxyType
from typing import Any, BinaryIO

import click

from bindery_client import UNSET, ApiError, Bindery
from bindery_client.api.publications import check_version, publish_version
from bindery_client.api.versions import list_version_changes
from bindery_client.models import Check
from service.cli.api_names import API_NAME, ApiName
from service.cli.built_clients import client_lines
from service.cli.connection import View, WrongUsage, asks_server
from service.cli.document_problems import STANDARD_INPUT
from service.cli.exit_codes import HELP, ExitCode
from service.cli.missing_api import create_if_missing
from service.cli.publication_rendering import Decision, Outcome, render
from service.cli.submissions import Submission, refusals_told, require_readable

_MOST_CHANGES = 100
_DECISION_OF_STATUS = MappingProxyType(
    {
        HTTPStatus.CREATED: Decision.ACCEPTED,
        HTTPStatus.ACCEPTED: Decision.HELD,
        HTTPStatus.OK: Decision.UNCHANGED,
    }
)


_WITH_CLIENT = (Decision.ACCEPTED, Decision.UNCHANGED)


def takes_submission(view: View) -> View:
    """Give a command what checking and publishing have in common, and a `Submission` of it."""

    @click.argument("document", metavar="FILE", type=click.File("rb"))
    @click.option("--api", type=API_NAME, required=True, help="Group and API: acme/orders.")
    @click.option("--version", metavar="NAME", help="Its name; else the document's info.version.")
    @click.option(
        "--base",
        metavar="NAME",
        help="Version to compare with as well, and to tell the changes against.",
    )
    @click.option(
        "--format",
        "format_",
        type=click.Choice(["text", "json", "markdown"]),
        default="text",
        show_default=True,
        help="How to write the answer; json is for programs.",
    )
    @functools.wraps(view)
    def taking(
        server: Bindery,
        *,
        document: BinaryIO,
        api: ApiName,
        version: str | None,
        base: str | None,
        **options: Any,
    ) -> None:
        file = getattr(document, "name", None) or STANDARD_INPUT
        submission = Submission(
            api=api,
            file=file,
            document=_read(document, file),
            version=UNSET if version is None else version,
            base=UNSET if base is None else base,
        )
        view(server, submission, **options)

    return taking


@click.command(epilog=HELP)
@click.option(
    "--fail-on",
    type=click.Choice(["refused", "breaking", "undetermined"]),
    default="refused",
    show_default=True,
    help="`refused`: the policy decides. The others fail on the verdict, too.",
)
@asks_server
@takes_submission
def check(server: Bindery, submission: Submission, *, format_: str, fail_on: str) -> None:
    """Ask what publishing FILE (- for standard input) would come to; publish nothing.

    Takes an access token with the scope `publish`, as publishing does.

    \b
    Examples:
      bindery check openapi.yaml --api acme/orders
      bindery check openapi.yaml --api acme/orders --format markdown > comment.md
      make-openapi | bindery check - --api acme/orders --version 1.3.0
    """
    with refusals_told(server, submission, is_created=False):
        found = check_version.sync(
            submission.api.group,
            submission.api.api,
            client=server,
            body=submission.document,
            version=submission.version,
            base=submission.base,
        )
    _answer(Outcome.of_check(submission.api, found, is_dry=True), format_=format_, fail_on=fail_on)


@click.command(epilog=HELP)
@click.option(
    "--create", is_flag=True, help="Make the group (private) and the API, if they are not there."
)
@click.option("--wait", is_flag=True, help="Wait for the Python client, and say how to install it.")
@asks_server
@takes_submission
def publish(
    server: Bindery, submission: Submission, *, format_: str, create: bool, wait: bool
) -> None:
    """Publish FILE (- for standard input) as a version of an API.

    To publish the same again is harmless: it is there already.

    \b
    Examples:
      bindery publish openapi.yaml --api acme/orders
      bindery publish openapi.yaml --api acme/orders --create
      bindery publish openapi.yaml --api acme/orders --wait
      bindery publish openapi.json --api acme/orders --version 1.3.0 --base 1.1.0
    """
    if create:
        require_readable(submission.file, submission.document)
        for sentence in create_if_missing(server, submission.api):
            click.echo(sentence, err=True)
    with refusals_told(server, submission, is_created=create):
        outcome = _published(server, submission)
    if wait and outcome.decision in _WITH_CLIENT:
        for line in client_lines(server, submission.api, outcome.version):
            click.echo(line, err=True)
    _answer(outcome, format_=format_, fail_on="refused")


def exit_code_of(outcome: Outcome, *, fail_on: str) -> ExitCode:
    """Return what the outcome comes to; `fail_on` names the mildest thing that is no yes."""
    if outcome.decision is Decision.REFUSED:
        return ExitCode.NO
    if fail_on != "refused" and outcome.verdict == "breaking":
        return ExitCode.NO
    is_unsure = fail_on == "undetermined" and outcome.verdict == "undetermined"
    return ExitCode.UNDETERMINED if is_unsure or outcome.decision is Decision.HELD else ExitCode.YES


def _published(server: Bindery, submission: Submission) -> Outcome:
    api = submission.api
    try:
        answer = publish_version.sync_detailed(
            api.group,
            api.api,
            client=server,
            body=submission.document,
            version=submission.version,
            base=submission.base,
        )
    except ApiError as refusal:
        if refusal.code != "publication_refused":
            raise
        return _refused(api, refusal)
    made, decision = answer.parsed, _DECISION_OF_STATUS[answer.status_code]
    page = list_version_changes.sync(
        api.group, api.api, made.name, client=server, limit=_MOST_CHANGES
    )
    return Outcome.of_version(api, made, decision=decision, changes=page.items)


def _refused(api: ApiName, refusal: ApiError) -> Outcome:
    """Return the outcome that a refusal tells of; raises it again if it tells of none."""
    try:
        return Outcome.of_check(api, Check.from_dict(refusal.details), is_dry=False)
    except (KeyError, TypeError, ValueError):  # a service of another version
        raise refusal from None


def _answer(outcome: Outcome, *, format_: str, fail_on: str) -> None:
    """Print the outcome, and end the program with it as its exit status."""
    click.echo(render(outcome, format_=format_))
    status = exit_code_of(outcome, fail_on=fail_on)
    if status is not exit_code_of(outcome, fail_on="refused"):
        click.echo(f"Status {status.value} because of --fail-on {fail_on}.", err=True)
    click.get_current_context().exit(status)


def _read(document: BinaryIO, file: str) -> bytes:
    content = document.read()
    if not content.strip():
        raise WrongUsage(f"{file}: The document is empty.")
    return content
