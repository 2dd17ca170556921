"""Are bytes kept by their digest, whole and once, in each place that the settings may name?"""

import hashlib
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import httpx
import pytest
from moto.server import ThreadedMotoServer

from service.blobs import BlobMissing, Blobs, store_from_settings
from service.blobs.stores import PIECE, FolderStore
from service.unit_of_work import UnitsOfWork
from tests.app_settings import make_settings

_CONTENT = bytes(range(256)) * (PIECE // 256) * 2 + b"the end"
_KEY = {"s3_access_key_id": "key", "s3_secret_access_key": "secret"}


@pytest.fixture(scope="module")
def object_storage() -> Iterator[str]:
    """Yield the URL of a server that speaks the S3 protocol."""
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    yield f"http://{host}:{port}"
    server.stop()


@pytest.fixture(params=["", "file", "s3"])
def blobs(request: pytest.FixtureRequest, tmp_path: Path) -> Blobs:
    """Return blobs in the database, in a folder, behind the S3 protocol."""
    if request.param == "s3":
        endpoint = request.getfixturevalue("object_storage")
        _make_bucket(endpoint, bucket := f"bucket-{tmp_path.name.replace('_', '-').lower()[:40]}")
        settings = make_settings(blob_store=f"s3://{bucket}/blobs", s3_endpoint=endpoint, **_KEY)
    else:
        place = f"file://{tmp_path}/blobs" if request.param else ""
        settings = make_settings(blob_store=place)
    return Blobs(store_from_settings(settings))


def _make_bucket(endpoint: str, name: str) -> None:
    """The test server asks for no signature."""
    httpx.put(f"{endpoint}/{name}").raise_for_status()


@pytest.mark.both_databases
def test_bytes_come_back_whole_and_in_ranges(blobs: Blobs, units: UnitsOfWork) -> None:
    with units.writing() as work:
        digest = blobs.keep(work, _CONTENT)

    assert digest == f"sha256:{hashlib.sha256(_CONTENT).hexdigest()}"
    assert b"".join(blobs.read(units, digest)) == _CONTENT
    assert b"".join(blobs.read(units, digest, start=10, end=13)) == _CONTENT[10:13]
    assert (
        b"".join(blobs.read(units, digest, start=PIECE - 1, end=2 * PIECE + 1))
        == (_CONTENT[PIECE - 1 : 2 * PIECE + 1])
    )
    assert b"".join(blobs.read(units, digest, start=len(_CONTENT) + 5)) == b""


@pytest.mark.both_databases
def test_no_bytes_are_bytes_too(blobs: Blobs, units: UnitsOfWork) -> None:
    with units.writing() as work:
        digest = blobs.keep(work, b"")

    assert b"".join(blobs.read(units, digest)) == b""


@pytest.mark.both_databases
def test_the_same_bytes_are_kept_once(blobs: Blobs, units: UnitsOfWork) -> None:
    with units.writing() as work:
        digest = blobs.keep(work, _CONTENT)
    with units.writing() as work:
        assert blobs.keep(work, _CONTENT) == digest

    with units.reading() as work:
        later = work.now + timedelta(seconds=1)
        assert blobs.list_old(work, kept_before=later) == [digest]
        assert blobs.list_old(work, kept_before=later, after=digest) == []


def test_unknown_bytes_are_missing_before_the_first_piece(blobs: Blobs, units: UnitsOfWork) -> None:
    with pytest.raises(BlobMissing):
        blobs.read(units, f"sha256:{'0' * 64}")


@pytest.mark.both_databases
def test_what_is_kept_again_is_not_dropped_as_old(blobs: Blobs, units: UnitsOfWork) -> None:
    with units.writing() as work:
        digest = blobs.keep(work, b"old")
        moment = work.now
    with units.writing() as work:
        blobs.keep(work, b"old")

    with units.writing() as work:
        blobs.drop(work, [digest], kept_before=moment + timedelta(microseconds=1))
    assert b"".join(blobs.read(units, digest)) == b"old"

    with units.writing() as work:
        blobs.drop(work, [digest], kept_before=work.now + timedelta(days=1))
    with pytest.raises(BlobMissing):
        blobs.read(units, digest)


def _keep_and_fail(blobs: Blobs, units: UnitsOfWork) -> None:
    with units.writing() as work:
        blobs.keep(work, b"stray")
        raise ZeroDivisionError


def test_bytes_whose_transaction_failed_are_strays_once_they_are_old(
    blobs: Blobs, units: UnitsOfWork, request: pytest.FixtureRequest
) -> None:
    with pytest.raises(ZeroDivisionError):
        _keep_and_fail(blobs, units)
    with units.writing() as work:
        kept = blobs.keep(work, b"named")
        now = work.now
    strays = 0 if request.node.callspec.params["blobs"] == "" else 1

    assert blobs.drop_strays(units, kept_before=now - timedelta(days=1)) == 0
    assert blobs.drop_strays(units, kept_before=now + timedelta(days=1)) == strays
    assert b"".join(blobs.read(units, kept)) == b"named"


def test_object_storage_gives_an_address_that_works_without_a_key(
    object_storage: str, units: UnitsOfWork
) -> None:
    _make_bucket(object_storage, "signed")
    settings = make_settings(blob_store="s3://signed", s3_endpoint=object_storage, **_KEY)
    blobs = Blobs(store_from_settings(settings))
    with units.writing() as work:
        digest = blobs.keep(work, _CONTENT)

    address = blobs.address(digest, lifetime=timedelta(minutes=5))

    assert address is not None
    assert httpx.get(address).content == _CONTENT


def test_only_a_digest_becomes_the_name_of_a_file(tmp_path: Path) -> None:
    store = FolderStore(tmp_path / "blobs")

    for hostile in ("sha256:../../etc/passwd", "../x", f"sha256:{'A' * 64}", "sha256:"):
        with pytest.raises(ValueError, match="not a digest"):
            store.keep(hostile, b"x")
    assert list(tmp_path.rglob("*")) == []
