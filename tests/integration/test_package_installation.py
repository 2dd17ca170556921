"""Does publishing a version lead to a package that installers take, by the worker beside us?"""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import httpx
import pytest

from tests.fake_index import FakeIndex, fake_index
from tests.live_server import ROOT, free_port
from tests.serving import serving

BUILD_SECONDS = 180
"""Generous: a machine that is busy with other tests builds slowly."""
EXAMPLE = ROOT / "docs" / "example" / "orders-1.0.0.yaml"
FOLDER = "/api/v1/groups/demo/apis/orders"


@pytest.fixture(scope="module")
def public_index() -> Iterator[FakeIndex]:
    """Another index, where somebody has put a package by the name of ours."""
    with fake_index(
        ("httpx", "0.28.1", []), ("attrs", "26.1", []), ("demo-orders-client", "99.0", [])
    ) as index:
        yield index


@pytest.fixture(scope="module")
def instance(
    tmp_path_factory: pytest.TempPathFactory, public_index: FakeIndex
) -> Iterator[httpx.Client]:
    """Yield an administrator of an instance that was started by its one command."""
    port = free_port()
    mirroring = {
        "BINDERY_INDEX_UPSTREAM": public_index.url,
        "BINDERY_OUTGOING_NETWORKS": "127.0.0.0/8",
    }
    folder = tmp_path_factory.mktemp("instance") / "data"
    with serving(folder, port, **mirroring) as (said, _):
        token = next(word for word in said.split() if word.startswith("bnd_"))
        with httpx.Client(
            base_url=f"http://127.0.0.1:{port}",
            headers={"Authorization": f"Bearer {token}"},
            timeout=30,
        ) as client:
            client.post("/api/v1/groups", json={"name": "demo", "display_name": "Demo"})
            client.post(
                "/api/v1/groups/demo/apis", json={"name": "orders", "display_name": "Orders"}
            )
            policy = {"mode": "enforce"}
            any_revision = {"If-Match": "*"}
            client.put("/api/v1/groups/demo/policy", json=policy, headers=any_revision)
            assert publish(client, EXAMPLE.read_text("utf-8")).status_code == 201
            yield client


def publish(client: httpx.Client, document: str) -> httpx.Response:
    """Publish a document."""
    kind = {"Content-Type": "application/yaml"}
    return client.post(f"{FOLDER}/versions", content=document.encode(), headers=kind)


def built(client: httpx.Client, version: str) -> dict[str, Any]:
    """Wait until the client of the version is settled; return what is told of it."""
    deadline = time.monotonic() + BUILD_SECONDS
    while True:
        told: dict[str, Any] = client.get(f"{FOLDER}/versions/{version}/sdk").json()
        if told["state"] not in {"queued", "building"}:
            return told
        assert time.monotonic() < deadline, told
        time.sleep(0.3)


def index_of(client: httpx.Client, *, with_token: bool = True) -> str:
    """Return the address that installers are given."""
    place = urlsplit(str(client.base_url)).netloc
    token = client.headers["Authorization"].removeprefix("Bearer ")
    return f"http://{f'x:{token}@' if with_token else ''}{place}/simple/"


def pip_installs(
    index: str, requirement: str, target: Path, *options: str
) -> subprocess.CompletedProcess[str]:
    """Run pip as somebody with an empty environment would."""
    command = [sys.executable, "-m", "pip", "--isolated", "install", "--no-input", *options]
    command += ["--no-cache-dir", "--disable-pip-version-check", "--target", str(target)]
    environment = {"PATH": os.environ["PATH"], "HOME": str(target.parent)}
    return subprocess.run(  # noqa: S603 - our own command
        [*command, "--index" + "-url", index, requirement],
        capture_output=True,
        text=True,
        check=False,
        env=environment,
    )


def test_a_published_version_is_installed_by_pip_and_imported(
    instance: httpx.Client, tmp_path: Path
) -> None:
    told = built(instance, "1.0.0")

    installed = pip_installs(
        index_of(instance), "demo-orders-client==1.0.0", tmp_path / "there", "--no-deps"
    )

    assert told["state"] == "ready", told
    assert installed.returncode == 0, installed.stderr
    assert "1.0.0-py3-none-any.whl.metadata" in installed.stdout
    call = "from demo_orders_client import Client, DOCUMENT_DIGEST; print(DOCUMENT_DIGEST)"
    digest = subprocess.run(  # noqa: S603 - our own command
        [sys.executable, "-c", call],
        capture_output=True,
        text=True,
        check=True,
        cwd=tmp_path / "there",
    ).stdout.strip()
    assert digest == instance.get(f"{FOLDER}/versions/1.0.0").json()["digest"]


def test_a_refused_version_cannot_be_installed(instance: httpx.Client, tmp_path: Path) -> None:
    document = EXAMPLE.read_text("utf-8").replace("version: 1.0.0", "version: 1.1.0")
    refused = publish(instance, document.replace("/orders:", "/other:"))
    built(instance, "1.0.0")

    installed = pip_installs(index_of(instance), "demo-orders-client==1.1.0", tmp_path / "there")

    assert refused.status_code == 409
    assert installed.returncode != 0
    assert "(from versions: 1.0.0)" in installed.stderr


def test_a_private_package_does_not_exist_for_strangers(
    instance: httpx.Client, tmp_path: Path
) -> None:
    built(instance, "1.0.0")

    installed = pip_installs(
        index_of(instance, with_token=False), "demo-orders-client", tmp_path / "there"
    )

    assert installed.returncode != 0
    assert "(from versions: none)" in installed.stderr


def test_one_index_is_enough_and_gives_ours(
    instance: httpx.Client, public_index: FakeIndex, tmp_path: Path
) -> None:
    built(instance, "1.0.0")
    public_index.asked.clear()

    installed = pip_installs(index_of(instance), "demo-orders-client", tmp_path / "there")

    assert installed.returncode == 0, installed.stderr
    found = {path.name for path in (tmp_path / "there").glob("*.dist-info")}
    assert {"demo_orders_client-1.0.0.dist-info", "httpx-0.28.1.dist-info"} <= found
    assert not any("demo-orders-client" in path for path in public_index.asked)


def test_a_second_index_gives_somebody_elses(
    instance: httpx.Client, public_index: FakeIndex, tmp_path: Path
) -> None:
    """The control: what the documentation warns of is what pip does."""
    built(instance, "1.0.0")
    second = ["--no-deps", "--extra-index" + "-url", public_index.url]

    installed = pip_installs(index_of(instance), "demo-orders-client", tmp_path / "there", *second)

    assert installed.returncode == 0, installed.stderr
    assert (tmp_path / "there" / "demo_orders_client-99.0.dist-info").exists()
