"""What does publishing real documents over HTTP cost, as a multiple of parsing them?

Each pair is published to a server of its own: gunicorn with one worker on an SQLite file in a
temporary folder, so that the worker's peak memory is that pair's. Base and revision become 1.0.0
and 1.1.0; the second is compared with the first. The figure to trust is the ratio of the worker's
processor time to that of orjson.loads of the same document, taken in the same run.
"""

import argparse
import gc
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx
import orjson

from benchmarks.shared_data import need_folder
from service.app import create_app
from service.commands import with_commands
from service.local_instance import ensure_administrator, local_environment, migrate_with_backup
from service.openapi_documents import ReadLimits, read_document
from service.settings import load_settings

ROOT = Path(__file__).resolve().parents[1]
API = "/api/v1/groups/bench/apis/real"
PARSES = 5
MEGABYTE = 1_000_000
TICKS = os.sysconf("SC_CLK_TCK")
LARGE = {"BINDERY_MAX_YAML_BYTES": "20000000", "BINDERY_RATE_LIMITS_ENABLED": "false"}


@dataclass(frozen=True, slots=True)
class Server:
    """A running server with one worker, and a client that may do everything there."""

    client: httpx.Client
    worker: int

    def processor_seconds(self) -> float:
        """How long the worker has computed so far."""
        fields = (
            Path(f"/proc/{self.worker}/stat").read_text(encoding="ascii").rsplit(")")[1].split()
        )
        return (int(fields[11]) + int(fields[12])) / TICKS

    def peak_megabytes(self) -> float:
        """How much memory the worker has used at most."""
        lines = Path(f"/proc/{self.worker}/status").read_text(encoding="ascii").splitlines()
        (peak,) = (line.split()[1] for line in lines if line.startswith("VmHWM"))
        return int(peak) * 1024 / MEGABYTE


def main() -> None:
    """Print the cost of publishing each pair of the shared folder, or of those that are named."""
    arguments = _parser().parse_args()
    folder = need_folder(arguments.shared) / "real"
    names = arguments.pairs or sorted(path.name for path in folder.iterdir() if path.is_dir())
    print(
        f"{'pair':26}{'version':>8}{'MB':>7}{'parse s':>9}{'worker s':>9}{'ratio':>7}"
        f"{'answer s':>9}{'peak MB':>9}{'changes':>9}  outcome"
    )
    for name in names:
        with _server() as server:
            for version, role in (("1.0.0", "base"), ("1.1.0", "revision")):
                (path,) = (folder / name).glob(f"{role}.*")
                print(f"{name:26}{version:>8}{_row(_publish(server, path, version))}")


def _publish(server: Server, path: Path, version: str) -> dict[str, Any]:
    raw = path.read_bytes()
    parse = _parse_seconds(raw, is_json=path.suffix == ".json")
    before, start = server.processor_seconds(), time.perf_counter()
    answer = server.client.post(
        f"{API}/versions",
        params={"version": version},
        content=raw,
        headers={"Content-Type": "application/octet-stream"},
    )
    waited = time.perf_counter() - start
    spent = server.processor_seconds() - before
    body = answer.json()
    counts = body.get("counts") or {}
    return {
        "bytes": len(raw),
        "parse": parse,
        "spent": spent,
        "waited": waited,
        "peak": server.peak_megabytes(),
        "changes": sum(counts.values()),
        "outcome": f"{answer.status_code} {body.get('verdict') or body.get('verdict_reason')}"
        if answer.is_success
        else f"{answer.status_code} {body['error']['code']}: {body['error']['message'][:60]}",
    }


def _row(figures: dict[str, Any]) -> str:
    return (
        f"{figures['bytes'] / MEGABYTE:7.1f}{figures['parse']:9.3f}{figures['spent']:9.2f}"
        f"{figures['spent'] / figures['parse']:7.1f}{figures['waited']:9.2f}{figures['peak']:9.0f}"
        f"{figures['changes']:9}  {figures['outcome']}"
    )


def _parse_seconds(raw: bytes, *, is_json: bool) -> float:
    """How long orjson needs for the document, or for the JSON form of a YAML one; the best."""
    limits = ReadLimits(yaml_bytes=100 * MEGABYTE, yaml_nodes=10 * MEGABYTE)
    data = raw if is_json else orjson.dumps(read_document(raw, limits=limits).content)
    times = []
    for _ in range(PARSES):
        gc.collect()
        start = time.process_time()
        orjson.loads(data)
        times.append(time.process_time() - start)
    return max(min(times), 1e-6)


@contextmanager
def _server() -> Iterator[Server]:
    with tempfile.TemporaryDirectory() as name:
        environment = local_environment(LARGE, Path(name))
        token = _prepared(environment)
        command = [sys.executable, "-m", "gunicorn", "--config", "deploy/gunicorn.conf.py"]
        command += ["--workers", "1", "--bind", "127.0.0.1:0"]
        kept = {key: value for key, value in os.environ.items() if not key.startswith("BINDERY_")}  # noqa: TID251 - what a subprocess inherits
        process = subprocess.Popen(  # noqa: S603 - our own command
            command, cwd=ROOT, env={**kept, **environment}, stderr=subprocess.PIPE
        )
        try:
            yield _connected(process, token)
        finally:
            process.terminate()
            process.wait(timeout=60)


def _prepared(environment: dict[str, str]) -> str:
    """Migrate the database and make an administrator; return a token."""
    settings = load_settings({**environment, "BINDERY_LOG_LEVEL": "ERROR"})
    app = with_commands(create_app(settings))
    migrate_with_backup(app, settings)
    administrator = ensure_administrator(app)
    if administrator is None:
        raise SystemExit("The new database has an administrator already.")
    return administrator.token


def _connected(process: subprocess.Popen[bytes], token: str) -> Server:
    """Wait until the server says where it listens; make the group and the API."""
    url = _url_of(process)
    client = httpx.Client(base_url=url, headers={"Authorization": f"Bearer {token}"}, timeout=120)
    client.post(
        "/api/v1/groups", json={"name": "bench", "display_name": "Bench"}
    ).raise_for_status()
    made = client.post(
        "/api/v1/groups/bench/apis", json={"name": "real", "display_name": "Real documents"}
    )
    made.raise_for_status()
    children = Path(f"/proc/{process.pid}/task/{process.pid}/children")
    return Server(client, int(children.read_text(encoding="ascii").split()[0]))


def _url_of(process: subprocess.Popen[bytes]) -> str:
    if process.stderr is None:
        raise SystemExit("The server's log is not read.")
    for line in process.stderr:
        message = json.loads(line).get("message", "") if line.startswith(b"{") else line.decode()
        if "Listening at: " in message:
            return str(message.split("Listening at: ")[1].split()[0])
    raise SystemExit("The server did not start.")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        description=(
            "Publish pairs of real documents to a server of their own and print the worker's"
            " processor time as a multiple of orjson.loads of the document, and its peak memory."
        )
    )
    parser.add_argument("pairs", nargs="*", help="folders of real/ (all of them)")
    parser.add_argument("--shared", type=Path, help="the shared folder (BINDERY_SHARED, ../shared)")
    return parser


if __name__ == "__main__":
    main()
