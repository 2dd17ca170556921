"""Which commands do operators have for people, tokens and data?"""

import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click
from flask.cli import with_appcontext

from service.admin.backup import BackupFailed, back_up
from service.admin.use_cases import sweep
from service.authorization import SYSTEM, Scope
from service.errors import ServiceError
from service.http_api.state import service_state
from service.identities.passwords import Passwords
from service.identities.use_cases import create_administrator, set_password
from service.names import NAME_PATTERN
from service.tokens.use_cases import Lifetimes, TokenWish, create_token_for


@click.command("create-admin")
@click.argument("username")
@click.option("--password-stdin", is_flag=True, help="Read the password from standard input.")
@with_appcontext
def create_admin(username: str, *, password_stdin: bool) -> None:
    """Create an administrator, unless USERNAME is one already.

    Asks for the password, unless it comes from standard input.
    """
    if not re.fullmatch(NAME_PATTERN, username):
        raise click.BadParameter("lower-case letters, digits, and . _ - between them")
    state = service_state()
    with _refusals_told():
        created = create_administrator(
            state.units,
            SYSTEM,
            username=username,
            read_password=_password_from_stdin if password_stdin else _password_from_prompt,
            passwords=Passwords.from_settings(state.settings),
        )
    if created:
        click.echo(f"Created the administrator {username}.")
    else:
        click.echo(f"{username} is an administrator already; nothing was changed.")


@click.command("set-password")
@click.argument("username")
@click.option("--password-stdin", is_flag=True, help="Read the password from standard input.")
@click.option("--keep-access-tokens", is_flag=True, help="Let the user's access tokens go on.")
@with_appcontext
def set_password_command(username: str, *, password_stdin: bool, keep_access_tokens: bool) -> None:
    """Give USERNAME, who has lost the password, another one.

    Asks for it, unless it comes from standard input. The user's access tokens end.
    """
    state = service_state()
    with _refusals_told():
        set_password(
            state.units,
            SYSTEM,
            username=username,
            read_password=_password_from_stdin if password_stdin else _password_from_prompt,
            keep_access_tokens=keep_access_tokens,
            passwords=Passwords.from_settings(state.settings),
        )
    ended = "go on" if keep_access_tokens else "have ended"
    click.echo(f"{username} has a new password; the access tokens {ended}.")


@click.command("create-token")
@click.argument("username")
@click.option(
    "--scope",
    "scopes",
    multiple=True,
    type=click.Choice([str(scope) for scope in Scope]),
    default=[str(Scope.MANAGE)],
    show_default=True,
    help="What the token may be used for; each includes the ones before it.",
)
@click.option("--name", default="command line", show_default=True, help="What it is for.")
@click.option("--days", type=click.IntRange(min=1), help="Days until it expires.")
@click.option("--group", help="Bind it to this group.")
@click.option("--api", help="Bind it to this API of the group.")
@with_appcontext
def create_token(
    username: str,
    *,
    scopes: tuple[str, ...],
    name: str,
    days: int | None,
    group: str | None,
    api: str | None,
) -> None:
    """Make an access token of USERNAME; print it on standard output, this once."""
    state = service_state()
    with _refusals_told(), state.units.writing() as work:
        issued = create_token_for(
            work,
            SYSTEM,
            username=username,
            wish=TokenWish(
                name=name, scopes=tuple(map(Scope, scopes)), days=days, group=group, api=api
            ),
            lifetimes=Lifetimes.from_settings(state.settings),
        )
    click.echo(issued.token)


@click.command("backup")
@click.argument("path", type=click.Path(path_type=Path, dir_okay=False))
@with_appcontext
def backup(path: Path) -> None:
    """Copy the database into the new file PATH while the service runs.

    An embedded database is copied as such; of PostgreSQL, pg_dump makes an archive for pg_restore.
    """
    try:
        back_up(service_state().settings, path)
    except BackupFailed as failure:
        raise click.ClickException(str(failure)) from None
    click.echo(f"Copied the database to {path}.")


@click.command("sweep")
@with_appcontext
def sweep_command() -> None:
    """Delete expired idempotency keys, and tokens, invitations and jobs that ended 90 days ago."""
    with service_state().units.writing() as work:
        counts = sweep(work, SYSTEM)
    for name, count in counts.items():
        click.echo(f"{name}: {count} deleted")


OPERATOR_COMMANDS = (create_admin, set_password_command, create_token, backup, sweep_command)


@contextmanager
def _refusals_told() -> Iterator[None]:
    """Tell a refusal in one line, as the operator can act on it."""
    try:
        yield
    except ServiceError as refusal:
        details = "".join(f"\n  {name}: {value}" for name, value in refusal.details.items())
        raise click.ClickException(refusal.message + details) from None


def _password_from_stdin() -> str:
    return sys.stdin.readline().rstrip("\r\n")


def _password_from_prompt() -> str:
    return str(click.prompt("Password", hide_input=True, confirmation_prompt=True))
