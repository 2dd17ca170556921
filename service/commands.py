"""Which flask commands do operators have? `flask --app service.commands`."""

import os
from collections.abc import Mapping
from pathlib import Path

import click
from flask import Flask
from flask_migrate import Migrate

from service.admin.commands import OPERATOR_COMMANDS
from service.admin.verdict_drift import recompute_verdicts
from service.app import create_app as application_of  # Flask would call a `create_app` first
from service.extensions import database
from service.job_commands import jobs_group
from service.local_instance import SECRET_KEY_FILE, local_environment
from service.migration_head import MIGRATIONS
from service.rules.page import rules_page
from service.settings import InvalidSettings, load_settings, read_env_file
from service.settings_page import settings_reference


def make_app() -> Flask:
    """Return the application with its commands; web processes do not pay for importing these."""
    given = {**read_env_file(Path(os.environ.get("BINDERY_ENV_FILE", ".env"))), **os.environ}  # noqa: TID251 - an entry point, as wsgi is
    try:
        settings = load_settings(operators_environment(given))
    except InvalidSettings as complaints:
        # Flask shows an exception, click's own too, as a traceback above its help.
        raise SystemExit(f"Error: {complaints}") from None
    return with_commands(application_of(settings))


def operators_environment(given: Mapping[str, str]) -> Mapping[str, str]:
    """Return the given environment; beside a local instance, what that instance fills in, too.

    Nothing is created: where `bindery serve` has kept no secret, there is no local instance.
    """
    folder = Path(given.get("BINDERY_DATA_DIR", ".local")).absolute()
    is_told = "BINDERY_PROFILE" in given or "BINDERY_SECRET_KEY" in given
    if is_told or not (folder / SECRET_KEY_FILE).is_file():
        return given
    return local_environment(given, folder)


def with_commands(app: Flask) -> Flask:
    """Return the application after adding the commands to it."""
    Migrate(app, database, directory=str(MIGRATIONS), compare_type=True)
    for command in (*OPERATOR_COMMANDS, recompute_verdicts, *PAGE_COMMANDS, jobs_group):
        app.cli.add_command(command)
    return app


@click.command("settings-reference")
@click.option("--check", is_flag=True, help="Write nothing; exit 1 if the page is stale.")
@click.argument("path", type=click.Path(path_type=Path), default=Path("docs/settings.md"))
def settings_reference_command(path: Path, *, check: bool) -> None:
    """Write the page that documents every setting."""
    _keep_page(path, settings_reference(), target="settings-reference", check=check)


@click.command("rules-page")
@click.option("--check", is_flag=True, help="Write nothing; exit 1 if the page is stale.")
@click.argument("path", type=click.Path(path_type=Path), default=Path("docs/rules.md"))
def rules_page_command(path: Path, *, check: bool) -> None:
    """Write the page that documents every rule of comparison."""
    _keep_page(path, rules_page(), target="rules-doc", check=check)


PAGE_COMMANDS = (settings_reference_command, rules_page_command)


def _keep_page(path: Path, text: str, *, target: str, check: bool) -> None:
    if check and (not path.exists() or path.read_text(encoding="utf-8") != text):
        raise click.ClickException(f"{path} is stale; run make {target}")
    if not check:
        path.write_text(text, encoding="utf-8")
