"""Does the index send files from wherever blobs are kept?"""

import hashlib
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from flask import Flask
from moto.server import ThreadedMotoServer

from service.blobs import Blobs, store_from_settings
from service.groups.models import Visibility
from service.http_api.state import EXTENSION_NAME
from service.sdks.models import SdkBuild
from tests.factories.sdks import ready_build
from tests.factories.world import World

_KEY = {"s3_access_key_id": "key", "s3_secret_access_key": "secret"}


@pytest.fixture
def object_storage() -> Iterator[str]:
    """Yield the URL of a server that speaks the S3 protocol, with a bucket."""
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    httpx.put(f"http://{host}:{port}/packages").raise_for_status()
    yield f"http://{host}:{port}"
    server.stop()


def add_build(app: Flask, world: World) -> SdkBuild:
    """Make a client of a public API, kept where the application's settings say."""
    blobs = Blobs(store_from_settings(app.extensions[EXTENSION_NAME].settings))
    group = world.group("acme", visibility=Visibility.PUBLIC)
    return ready_build(world, world.version(world.api(group, "orders")), blobs=blobs)


def path_of(build: SdkBuild) -> str:
    """Return where the wheel is."""
    return f"/files/{(build.wheel_digest or '')[7:]}/{build.wheel_name}"


class TestObjectStorage:
    """Files are loaded from object storage itself."""

    @pytest.fixture
    def setting_values(self, object_storage: str) -> dict[str, object]:
        """Return settings that name it."""
        return {"blob_store": "s3://packages", "s3_endpoint": object_storage, **_KEY}

    def test_a_file_is_loaded_by_an_address_that_is_kept_nowhere(
        self, app: Flask, world: World
    ) -> None:
        build = add_build(app, world)

        answer = app.test_client().get(path_of(build))
        loaded = httpx.get(answer.headers["Location"])

        assert (answer.status_code, answer.headers["Cache-Control"]) == (302, "no-store")
        assert f"sha256:{hashlib.sha256(loaded.content).hexdigest()}" == build.wheel_digest


class TestFolder:
    """Files in a folder are streamed."""

    @pytest.fixture
    def setting_values(self, tmp_path: Path) -> dict[str, object]:
        """Return settings that name it."""
        return {"blob_store": f"file://{tmp_path}/blobs"}

    def test_a_file_is_streamed_in_part(self, app: Flask, world: World) -> None:
        build = add_build(app, world)

        whole = app.test_client().get(path_of(build))
        part = app.test_client().get(path_of(build), headers={"Range": "bytes=1-3"})

        assert f"sha256:{hashlib.sha256(whole.data).hexdigest()}" == build.wheel_digest
        assert (part.status_code, part.data) == (206, whole.data[1:4])
