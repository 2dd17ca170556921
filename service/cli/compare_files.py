"""What does one OpenAPI document break for those who rely on another? Asked of two files."""

import json
import sys
from dataclasses import replace
from datetime import datetime
from typing import BinaryIO

import click

from service.cli.comparison_rendering import render_markdown, render_text
from service.cli.document_problems import told_problems
from service.openapi_diff import (
    PRESETS,
    STRICT,
    Calendar,
    Comparison,
    ComparisonOptions,
    Level,
    Verdict,
)
from service.openapi_diff import compare as compare_documents
from service.openapi_documents import InvalidDocument, OpenApiDocument, read_document

EXIT_YES, EXIT_NO, EXIT_USAGE, EXIT_UNDETERMINED = 0, 1, 2, 3


class UnreadableDocument(click.ClickException):
    """A file is no document that can be compared."""

    exit_code = EXIT_USAGE


@click.command()
@click.argument("base", type=click.File("rb"))
@click.argument("revision", type=click.File("rb"))
@click.option(
    "--format",
    "format_",
    type=click.Choice(["text", "json", "markdown"]),
    default="text",
    show_default=True,
    help="How to write the answer. JSON always holds everything.",
)
@click.option(
    "--fail-on",
    type=click.Choice(["breaking", "undetermined", "never"]),
    default="undetermined",
    show_default=True,
    help="The mildest verdict that is not answered with 0.",
)
@click.option(
    "--level",
    type=click.Choice([level.value for level in Level]),
    default=Level.WARNING.value,
    show_default=True,
    help="The quietest changes to list in text and Markdown.",
)
@click.option(
    "--policy",
    type=click.Choice(list(PRESETS)),
    default=STRICT.name,
    show_default=True,
    help="How to judge disputed points; docs/policies.md tells what each changes.",
)
@click.option(
    "--today",
    type=click.DateTime(["%Y-%m-%d"]),
    help="Judge sunset dates as of this day; without it they are not judged.",
)
@click.option(
    "--no-color",
    is_flag=True,
    flag_value="1",
    type=str,
    default="",
    envvar="NO_COLOR",
    help="Write without colours. The environment's NO_COLOR does the same.",
)
def compare(  # noqa: PLR0913 - click passes each option by its name
    *,
    base: BinaryIO,
    revision: BinaryIO,
    format_: str,
    fail_on: str,
    level: str,
    policy: str,
    today: datetime | None,
    no_color: str,
) -> None:
    """Compare two OpenAPI documents (2.0, 3.0 or 3.1; JSON or YAML).

    BASE is what clients rely on, REVISION what shall take its place; - reads standard input.
    No server is asked.

    \b
    Exit codes:
      0  nothing fails
      1  the revision breaks something
      2  wrong usage, or a document that cannot be read
      3  undetermined: the documents do not tell
      4  the server cannot be reached (commands that ask a server)
    """
    if base is revision or (base.name == revision.name == "<stdin>"):
        raise click.UsageError("Only one of the two documents can come from standard input.")
    options = _options(policy, today)
    comparison = compare_documents(_read(base).content, _read(revision).content, policy=options)
    quietest = Level(level)
    colour = sys.stdout.isatty() and not no_color
    if format_ == "json":
        click.echo(json.dumps(comparison.to_dict(), indent=2, ensure_ascii=False))
    elif format_ == "markdown":
        click.echo(render_markdown(comparison, least=quietest))
    else:
        click.echo(render_text(comparison, least=quietest, colour=colour), color=colour)
    sys.exit(_exit_code(comparison, fail_on))


def _options(policy: str, today: datetime | None) -> ComparisonOptions:
    calendar = Calendar(today.date()) if today else None
    return replace(PRESETS[policy], calendar=calendar)


def _read(file: BinaryIO) -> OpenApiDocument:
    try:
        return read_document(file.read())
    except InvalidDocument as refusal:
        raise UnreadableDocument(told_problems(file.name, refusal.problems)) from None


def _exit_code(comparison: Comparison, fail_on: str) -> int:
    if fail_on == "never":
        return EXIT_YES
    if comparison.verdict is Verdict.BREAKING:
        return EXIT_NO
    if comparison.verdict is Verdict.UNDETERMINED and fail_on == "undetermined":
        return EXIT_UNDETERMINED
    return EXIT_YES
