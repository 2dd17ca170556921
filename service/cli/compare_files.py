"""What does one OpenAPI document break for those who rely on another? Asked of two files."""

import sys
from dataclasses import replace
from datetime import datetime
from typing import BinaryIO

import click

from service.cli.comparison_formats import Format, render
from service.cli.comparison_report import ComparedFile, Report
from service.cli.document_problems import told_problems
from service.collector import collector_paused
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
from service.openapi_documents import InvalidDocument, read_document
from service.openapi_witnesses import prove

EXIT_YES, EXIT_NO, EXIT_USAGE, EXIT_UNDETERMINED = 0, 1, 2, 3


class UnwritableAnswer(click.ClickException):
    """The answer cannot be written to the file that was named."""

    exit_code = EXIT_USAGE


class UnreadableDocument(click.ClickException):
    """A file is no document that can be compared."""

    exit_code = EXIT_USAGE


def _print_schema(ctx: click.Context, _option: click.Parameter, is_asked: bool) -> None:  # noqa: FBT001 - click's own signature
    if is_asked:
        from service.cli.comparison_json import json_schema  # noqa: PLC0415 - asked for rarely

        click.echo(json_schema())
        ctx.exit()


@click.command()
@click.argument("base", type=click.File("rb"))
@click.argument("revision", type=click.File("rb"))
@click.option(
    "--format",
    "format_",
    type=click.Choice([format_.value for format_ in Format]),
    default=Format.TEXT.value,
    show_default=True,
    help="How to write the answer. JSON always holds everything.",
)
@click.option(
    "-o",
    "--output",
    type=click.Path(dir_okay=False, allow_dash=True),
    default="-",
    help="The file to write the answer to, instead of standard output.",
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
    help="The quietest changes to list; JSON lists all, and finds the lines of these.",
)
@click.option(
    "--lines/--no-lines",
    "has_lines",
    default=True,
    show_default=True,
    help="Find the lines of changes in both files.",
)
@click.option(
    "--rules-page",
    default="",
    envvar="BINDERY_RULES_PAGE",
    help="The address of the page of rules (docs/rules.md), for the help links of SARIF.",
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
    "--proof/--no-proof",
    "is_proved",
    default=True,
    show_default=True,
    help="Look for a message that shows each finding. Without, it is faster.",
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
@click.option(
    "--json-schema",
    is_flag=True,
    expose_value=False,
    is_eager=True,
    callback=_print_schema,
    help="Print the JSON Schema of --format json, and do nothing else.",
)
@collector_paused()
def compare(  # noqa: PLR0913 - click passes each option by its name
    *,
    base: BinaryIO,
    revision: BinaryIO,
    format_: str,
    output: str,
    fail_on: str,
    level: str,
    has_lines: bool,
    rules_page: str,
    policy: str,
    today: datetime | None,
    is_proved: bool,
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
    has_colour = output == "-" and sys.stdout.isatty() and not no_color
    report = replace(
        _compared(base, revision, _options(policy, today), is_proved=is_proved),
        least=Level(level),
        has_lines=has_lines,
        has_colour=has_colour,
        rules_page=rules_page,
    )
    _write(render(report, Format(format_)), output, has_colour=has_colour)
    sys.exit(_exit_code(report.comparison, fail_on))


def _compared(
    base: BinaryIO, revision: BinaryIO, options: ComparisonOptions, *, is_proved: bool
) -> Report:
    before, after = _read(base), _read(revision)
    documents = before.document.content, after.document.content
    comparison = compare_documents(*documents, policy=options)
    if is_proved:
        comparison = prove(comparison, *documents, policy=options)
    return Report(comparison, before, after, Level.WARNING)


def _options(policy: str, today: datetime | None) -> ComparisonOptions:
    calendar = Calendar(today.date()) if today else None
    return replace(PRESETS[policy], calendar=calendar)


def _read(file: BinaryIO) -> ComparedFile:
    raw = file.read()
    try:
        return ComparedFile(file.name, raw, read_document(raw))
    except InvalidDocument as refusal:
        raise UnreadableDocument(told_problems(file.name, refusal.problems)) from None


def _write(answer: str, output: str, *, has_colour: bool) -> None:
    try:
        with click.open_file(output, "w", encoding="utf-8") as file:
            click.echo(answer, file=file, color=has_colour)
    except OSError as fault:
        raise UnwritableAnswer(f"{output}: {fault.strerror}") from None


def _exit_code(comparison: Comparison, fail_on: str) -> int:
    if fail_on == "never":
        return EXIT_YES
    if comparison.verdict is Verdict.BREAKING:
        return EXIT_NO
    if comparison.verdict is Verdict.UNDETERMINED and fail_on == "undetermined":
        return EXIT_UNDETERMINED
    return EXIT_YES
