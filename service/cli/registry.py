"""What does the registry know? Commands that only read it."""

import json
from collections.abc import Callable, Iterator
from typing import Any, TypeVar

import click

from bindery_client import UNSET, Bindery, paginate
from bindery_client.api.sign_in import get_me
from bindery_client.api.versions import list_version_changes, list_versions
from bindery_client.models import Change, Identity, VersionSummary
from service.cli.api_names import API_NAME, ApiName
from service.cli.change_rendering import plain_line
from service.cli.connection import asks_server
from service.cli.exit_codes import HELP
from service.cli.publication_rendering import change_lines

Command = TypeVar("Command", bound=Callable[..., Any])

_FORMAT = click.option(
    "--format",
    "format_",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="How to write the answer; json is one object per line.",
)
_API = click.option("--api", type=API_NAME, required=True, help="Group and API: acme/orders.")


@click.command(epilog=HELP)
@_API
@_FORMAT
@asks_server
def versions(server: Bindery, *, api: ApiName, format_: str) -> None:
    """List the versions of an API, the newest first.

    \b
    Example:
      bindery versions --api acme/orders
    """
    found = paginate(list_versions.sync, api.group, api.api, client=server)
    count = 0
    for count, version in enumerate(found, 1):  # noqa: B007 - the last one tells whether there was any
        click.echo(_json_line(version) if format_ == "json" else _version_line(version))
    if not count:
        click.echo(f"{api} has no version yet.", err=True)


@click.command(epilog=HELP)
@click.argument("version")
@_API
@click.option(
    "--level",
    type=click.Choice(["error", "warning", "info"]),
    help="List the changes of this level only.",
)
@_FORMAT
@asks_server
def changes(server: Bindery, *, version: str, api: ApiName, level: Any, format_: str) -> None:
    """List what VERSION changed, compared with its base.

    \b
    Examples:
      bindery changes 1.3.0 --api acme/orders
      bindery changes 1.3.0 --api acme/orders --level error --format json
    """
    found = paginate(
        list_version_changes.sync, api.group, api.api, version, client=server, level=level or UNSET
    )
    for change in found:
        lines = [_json_line(change)] if format_ == "json" else _change_lines(change)
        click.echo("\n".join(lines))


@click.command(epilog=HELP)
@_FORMAT
@asks_server
def whoami(server: Bindery, *, format_: str) -> None:
    """Say whom the access token stands for, and what it may be used for.

    \b
    Example:
      bindery whoami
    """
    me = get_me.sync(client=server)
    click.echo(_json_line(me) if format_ == "json" else "\n".join(_identity_lines(me)))


def _json_line(thing: VersionSummary | Change | Identity) -> str:
    return json.dumps(thing.to_dict(), ensure_ascii=False)


def _version_line(version: VersionSummary) -> str:
    verdict = version.verdict or "first version"
    against = f" since {version.base}" if version.base else ""
    day = version.published_at.date()
    return plain_line(f"{version.name:<20} {day}  {version.state:<10}  {verdict}{against}")


def _change_lines(change: Change) -> Iterator[str]:
    yield from map(plain_line, change_lines(change))
    yield plain_line(f"         fingerprint {change.fingerprint}")


def _identity_lines(me: Identity) -> Iterator[str]:
    yield plain_line(f"{me.kind} {me.name}{', administrator' if me.is_admin else ''}")
    yield f"scopes: {', '.join(me.scopes)}"
    if me.group is not None:
        bound_to = me.group if me.api is None else f"{me.group}/{me.api}"
        yield plain_line(f"bound to: {bound_to}")
    yield from (plain_line(f"{held.role} of {held.group}") for held in me.memberships)
