"""Which commands does `bindery` have? Each is loaded only when it is called."""

import difflib
import importlib
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from typing import cast

import click

from service.cli.exit_codes import HELP, ExitCode


@dataclass(frozen=True, slots=True)
class CommandEntry:
    """Where a command is, and what the list of commands says about it."""

    name: str
    module: str
    summary: str


COMMANDS = (
    CommandEntry("check", "service.cli.publication", "Ask what publishing a document would do."),
    CommandEntry("publish", "service.cli.publication", "Publish a document as a version."),
    CommandEntry("compare", "service.cli.compare_files", "Compare two documents; asks no server."),
    CommandEntry("versions", "service.cli.registry", "List the versions of an API."),
    CommandEntry("changes", "service.cli.registry", "List what a version changed."),
    CommandEntry("whoami", "service.cli.registry", "Say whom the access token stands for."),
    CommandEntry("create", "service.cli.preparation", "Create an API, and its group if need be."),
    CommandEntry("policy", "service.cli.preparation", "Show or set an API's compatibility policy."),
    CommandEntry("approve", "service.cli.preparation", "Approve a change by its fingerprint."),
    CommandEntry("review", "service.cli.review", "Release or reject a version that is held."),
    CommandEntry("token", "service.cli.preparation", "Make an access token."),
    CommandEntry("wait", "service.cli.waiting", "Wait for a job, and say how it ended."),
    CommandEntry("serve", "service.cli.serve", "Start Bindery on this machine."),
    CommandEntry("deliver", "service.cli.deliver", "Deliver events to webhooks."),
    CommandEntry("worker", "service.cli.worker", "Do the jobs that outlive requests."),
)


class LazyGroup(click.Group):
    """A group of commands that imports a command's module when it is called, not before."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of the commands, in the order of the table."""
        del ctx
        return [entry.name for entry in COMMANDS]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return a command; None if there is none of that name."""
        del ctx
        for entry in COMMANDS:
            if entry.name == cmd_name:
                return cast(
                    "click.Command", getattr(importlib.import_module(entry.module), entry.name)
                )
        return None

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Return the command that the first argument names; a near miss is told the name."""
        try:
            return super().resolve_command(ctx, args)
        except click.UsageError as error:
            near = difflib.get_close_matches(args[0], self.list_commands(ctx), n=1)
            if not near:
                raise
            raise click.UsageError(f"{error.message} Did you mean {near[0]!r}?", ctx) from None

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the list of commands from the table, importing none of them."""
        del ctx
        with formatter.section("Commands"):
            formatter.write_dl([(entry.name, entry.summary) for entry in COMMANDS])


@click.group(
    cls=LazyGroup,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog=HELP,
)
@click.version_option(package_name="bindery", message="%(prog)s %(version)s")
def bindery() -> None:
    """A registry for API contracts: publish, compare, prove what breaks, decide.

    \b
    Commands that ask a server take its address and an access token from the
    options --url and --token, or from BINDERY_URL and BINDERY_TOKEN.

    \b
    Examples:
      bindery compare old.yaml new.yaml
      bindery check openapi.yaml --api acme/orders
      bindery publish openapi.yaml --api acme/orders --version 1.2.0
    """


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command and exit with its answer: see `ExitCode`."""
    try:
        answer = bindery.main(arguments, prog_name="bindery", standalone_mode=False)
    except click.ClickException as problem:
        problem.show()
        sys.exit(problem.exit_code)
    except (click.Abort, KeyboardInterrupt):
        click.echo("Stopped.", err=True)
        sys.exit(ExitCode.STOPPED)
    sys.exit(answer if isinstance(answer, int) else ExitCode.YES)
