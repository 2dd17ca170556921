"""How does Bindery start on one machine with nothing else installed? `bindery serve`."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from types import FrameType

import click
import httpx

from service.app import create_app
from service.cli.exit_codes import ExitCode
from service.cli.worker_beside import WorkerBeside
from service.commands import with_commands
from service.local_instance import (
    FirstAdministrator,
    ensure_administrator,
    local_environment,
    migrate_with_backup,
    only_instance,
    publish_own_contract,
)
from service.settings import InvalidSettings, LogFormat, load_settings, read_env_file

ROOT = Path(__file__).resolve().parents[2]
GUNICORN_CONFIGURATION = ROOT / "deploy" / "gunicorn.conf.py"
START_SECONDS = 60
_LOOK_SECONDS = 0.5
PROGRAM = Path(sys.executable).with_name("bindery")
_NEW_TOKEN = (
    f"{PROGRAM.with_name('flask')} --app service.commands"
    " create-token admin --name again --scope admin"
)


@click.command("serve")
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option(
    "--port", default=8080, show_default=True, type=click.IntRange(1, 65535), help="Port."
)
@click.option(
    "--data-dir",
    type=click.Path(file_okay=False, path_type=Path),
    help="Folder of the database, its backups and the secret key.  [default: .local]",
)
@click.option(
    "--workers", type=click.IntRange(1, 64), help="Web processes.  [default: by processors]"
)
def serve(host: str, port: int, data_dir: Path | None, workers: int | None) -> None:
    """Start Bindery on this machine.

    The first start creates the data folder with an embedded database, an administrator and an
    access token, which are shown once. Later starts go on with what is there; after an upgrade the
    database is migrated, and copied before. Settings come from the environment and from a .env file
    in the working folder: see docs/settings.md.
    """
    given = {**read_env_file(Path(os.environ.get("BINDERY_ENV_FILE", ".env"))), **os.environ}  # noqa: TID251 - an entry point, as wsgi is
    folder = (data_dir or Path(given.get("BINDERY_DATA_DIR", ".local"))).absolute()
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise click.ClickException(
            f"The data folder {folder} cannot be made ({error.strerror}); name another."
        ) from None
    with only_instance(folder) as lock:
        if lock is None:
            raise click.ClickException(f"Another process serves from {folder}; stop it first.")
        _require_free_port(host, port)
        environment = local_environment(given, folder)
        if sys.stderr.isatty():
            environment.setdefault("BINDERY_LOG_FORMAT", LogFormat.CONSOLE)
        first = _prepare(environment)
        _run_server(environment, address=(host, port), workers=workers, lock=lock, first=first)


def _require_free_port(host: str, port: int) -> None:
    try:
        with socket.create_server((host, port)):
            pass
    except OSError as error:
        raise click.ClickException(
            f"{host}:{port} cannot be listened on ({error.strerror}); choose another with --port."
        ) from None


def _prepare(environment: Mapping[str, str]) -> FirstAdministrator | None:
    """Migrate, make the first administrator, publish our own contract."""
    try:
        given = load_settings(environment)
    except InvalidSettings as invalid:
        raise click.ClickException(str(invalid)) from None
    settings = replace(given, log_level="WARNING", log_format=LogFormat.CONSOLE)
    app = with_commands(create_app(settings))
    migration = migrate_with_backup(app, settings)
    if migration.backup is not None:
        click.echo(f"Copied the database to {migration.backup} before migrating it.")
    if migration.before != migration.after:
        click.echo(
            f"Migrated the database from {migration.before or 'nothing'} to {migration.after}."
        )
    first = ensure_administrator(app)
    if first is not None:
        _introduce(first)
    click.echo(f"Bindery's own contract bindery/bindery {publish_own_contract(app)}.")
    return first


def _introduce(first: FirstAdministrator) -> None:
    """Show the first credentials as soon as they exist: what comes next may be interrupted."""
    click.echo(
        f"""
The first administrator, shown this once:
  user name       {first.username}
  password        {first.password}
  access token    {first.token}
"""
    )


def _run_server(
    environment: Mapping[str, str],
    *,
    address: tuple[str, int],
    workers: int | None,
    lock: int,
    first: FirstAdministrator | None,
) -> None:
    """Run gunicorn, and workers beside it, until gunicorn ends; it holds the lock while it lives.

    It has a session of its own, so that Ctrl-C reaches this process alone and gunicorn is told
    once: a worker that gets the terminal's signal and then its master's can lock itself up.
    """
    host, port = address
    command = _gunicorn_command(f"{host}:{port}", workers=workers)
    process: subprocess.Popen[bytes] | None = None
    beside = [WorkerBeside(name, environment, folder=ROOT) for name in ("worker", "deliver")]
    stops_early = False

    def stop(_number: int, _frame: FrameType | None) -> None:
        nonlocal stops_early
        if not stops_early:
            os.write(2, b"\nStopping; requests under way are answered first ...\n")  # reentrant
        stops_early = True
        for one in beside:
            one.tell_to_stop()
        if process is not None:
            process.terminate()

    for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
        signal.signal(number, stop)
    process = subprocess.Popen(  # noqa: S603 - our own command
        command, cwd=ROOT, env=dict(environment), pass_fds=(lock,), start_new_session=True
    )
    if stops_early:
        process.terminate()
    if _wait_until_ready(process, f"http://{_reachable(host)}:{port}{_prefix(environment)}"):
        _greet(_root_url(environment, host=host, port=port), first)
    status = _wait_for(process, beside)
    _tell_end(status)


def _wait_for(process: subprocess.Popen[bytes], beside: Sequence[WorkerBeside]) -> int:
    """Wait until the server ends, with workers beside it all the time; return its status."""
    while True:
        for one in beside:
            one.look_after()
        try:
            status = process.wait(timeout=_LOOK_SECONDS)
        except subprocess.TimeoutExpired:
            continue
        for one in beside:
            one.tell_to_stop()
        for one in beside:
            one.wait()
        return status


def _tell_end(status: int) -> None:
    if status not in {0, -signal.SIGTERM, -signal.SIGINT}:
        click.echo("The server ended; its last lines above say why.", err=True)
        sys.exit(ExitCode.UNREACHABLE)
    click.echo("Stopped.", err=True)


def _gunicorn_command(bind: str, *, workers: int | None) -> list[str]:
    command = [sys.executable, "-m", "gunicorn", "--config", str(GUNICORN_CONFIGURATION)]
    command += ["--bind", bind]
    return command if workers is None else [*command, "--workers", str(workers)]


def _wait_until_ready(process: subprocess.Popen[bytes], root: str) -> bool:
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline and process.poll() is None:
        try:
            if httpx.get(f"{root}/health/ready", timeout=5).status_code == httpx.codes.OK:
                return True
        except httpx.TransportError:
            pass
        time.sleep(0.1)
    return False


def _reachable(host: str) -> str:
    return "127.0.0.1" if host in {"0.0.0.0", "::"} else host  # noqa: S104 - compared, not bound


def _prefix(environment: Mapping[str, str]) -> str:
    return environment.get("BINDERY_URL_PREFIX", "")


def _root_url(environment: Mapping[str, str], *, host: str, port: int) -> str:
    return environment.get("BINDERY_PUBLIC_URL") or (
        f"http://{_reachable(host)}:{port}{_prefix(environment)}"
    )


def _greet(root: str, first: FirstAdministrator | None) -> None:
    """Say where things are and what to try."""
    click.echo(
        f"""
Bindery is ready:
  contracts       {root}/
  API reference   {root}/redoc
  OpenAPI         {root}/openapi.json
  API             {root}/api/v1/...
"""
    )
    click.echo(_try_it(root, first.token if first else "...your access token..."))
    if first is None:
        click.echo(f"Is the access token lost? {_NEW_TOKEN}\n")


def _try_it(root: str, token: str) -> str:
    example = ROOT / "docs" / "example"
    return f"""Publish two versions of an API and see what the second breaks, in another shell:
  export BINDERY_URL={root} BINDERY_TOKEN={token}
  {PROGRAM} publish --create {example}/orders-1.0.0.yaml --api demo/orders
  curl -H "Authorization: Bearer $BINDERY_TOKEN" -H "Content-Type: application/yaml" \\
    --data-binary @{example}/orders-1.1.0.yaml $BINDERY_URL/api/v1/groups/demo/apis/orders/versions
  {PROGRAM} changes 1.1.0 --api demo/orders

Stop with Ctrl-C.
"""
