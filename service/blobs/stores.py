"""Where can blobs be kept outside of the database? In a folder, or behind the S3 protocol."""

import os
import re
import secrets
from collections.abc import Iterable, Iterator
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import BinaryIO, Protocol
from urllib.parse import urlsplit

import obstore
from obstore.exceptions import NotFoundError
from obstore.store import S3Store

from service.settings import Settings

PIECE = 256 * 1024
"""Bytes that are read at once."""

_DIGEST = re.compile(r"sha256:([0-9a-f]{64})")


class BlobMissing(Exception):
    """The bytes of a blob are not where they should be; the message names its digest."""


class Store(Protocol):
    """Keeps bytes by digest. Keeping the same bytes twice does no harm."""

    def keep(self, digest: str, content: bytes) -> None:
        """Store the bytes for good before returning."""

    def read(self, digest: str, *, start: int, end: int) -> Iterator[bytes]:
        """Yield the bytes from `start` up to `end`. Raises `BlobMissing` at once."""

    def address(self, digest: str, *, lifetime: timedelta) -> str | None:
        """Return a URL that anybody may load the bytes from for a while; None if there is none."""

    def list_kept(self) -> Iterator[tuple[str, datetime]]:
        """Yield each digest and since when it is there."""

    def remove(self, digests: Iterable[str]) -> None:
        """Remove the bytes; those that are not there are no fault."""


def store_from_settings(settings: Settings) -> Store | None:
    """Return the store that the settings name; None where blobs are kept in the database."""
    if not settings.blob_store:
        return None
    place = urlsplit(settings.blob_store)
    if place.scheme == "file":
        return FolderStore(Path(place.path))
    return ObjectStore(
        S3Store(
            place.netloc,
            prefix=place.path.strip("/") or None,
            endpoint=settings.s3_endpoint or None,
            region=settings.s3_region,
            access_key_id=settings.s3_access_key_id or None,
            secret_access_key=settings.s3_secret_access_key or None,
            virtual_hosted_style_request=False,
            client_options={
                "allow_http": settings.s3_endpoint.startswith("http://"),
                "connect_timeout": timedelta(seconds=3),
                "timeout": timedelta(seconds=60),
            },
            retry_config={"max_retries": 2, "retry_timeout": timedelta(seconds=20)},
        )
    )


class FolderStore:
    """A folder on a file system that all processes share."""

    def __init__(self, root: Path) -> None:
        self._root = root

    def keep(self, digest: str, content: bytes) -> None:
        """Write beside, then rename: readers find all of it or nothing, also after a crash."""
        target = self._path(digest)
        if target.exists():
            return
        target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        draft = target.with_name(f".{secrets.token_hex(8)}")
        try:
            with draft.open("xb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            draft.rename(target)
        finally:
            draft.unlink(missing_ok=True)
        _sync_folder(target.parent)

    def read(self, digest: str, *, start: int, end: int) -> Iterator[bytes]:
        """Yield pieces of the file."""
        try:
            file = self._path(digest).open("rb")
        except FileNotFoundError:
            raise BlobMissing(digest) from None
        return _pieces(file, start=start, end=end)

    def address(self, digest: str, *, lifetime: timedelta) -> str | None:  # noqa: ARG002 - the protocol's
        """A folder has no address."""
        return None

    def list_kept(self) -> Iterator[tuple[str, datetime]]:
        """Yield what is in the folder, but not the drafts that a crash may have left."""
        for path in self._root.glob("??/*"):
            digest = f"sha256:{path.parent.name}{path.name}"
            if _DIGEST.fullmatch(digest):
                with suppress(FileNotFoundError):
                    yield digest, datetime.fromtimestamp(path.stat().st_mtime, UTC)

    def remove(self, digests: Iterable[str]) -> None:
        """Remove the files."""
        for digest in digests:
            self._path(digest).unlink(missing_ok=True)

    def _path(self, digest: str) -> Path:
        name = _name_of(digest)
        return self._root / name[:2] / name[2:]


class ObjectStore:
    """A bucket of an object storage that speaks the S3 protocol."""

    def __init__(self, bucket: S3Store) -> None:
        self._bucket = bucket

    def keep(self, digest: str, content: bytes) -> None:
        """Put the object."""
        obstore.put(self._bucket, _name_of(digest), content)

    def read(self, digest: str, *, start: int, end: int) -> Iterator[bytes]:
        """Stream a range of the object."""
        try:
            found = obstore.get(self._bucket, _name_of(digest), options={"range": (start, end)})
        except (NotFoundError, FileNotFoundError):
            raise BlobMissing(digest) from None
        return (bytes(piece) for piece in found.stream(min_chunk_size=PIECE))

    def address(self, digest: str, *, lifetime: timedelta) -> str | None:
        """Return a pre-signed URL."""
        return obstore.sign(self._bucket, "GET", _name_of(digest), lifetime)

    def list_kept(self) -> Iterator[tuple[str, datetime]]:
        """Yield what is in the bucket."""
        for page in obstore.list(self._bucket):
            for entry in page:
                yield f"sha256:{entry['path']}", entry["last_modified"]

    def remove(self, digests: Iterable[str]) -> None:
        """Delete the objects."""
        for digest in digests:
            with suppress(NotFoundError, FileNotFoundError):
                obstore.delete(self._bucket, _name_of(digest))


def _pieces(file: BinaryIO, *, start: int, end: int) -> Iterator[bytes]:
    with file:
        file.seek(start)
        left = end - start
        while left > 0 and (piece := file.read(min(PIECE, left))):
            left -= len(piece)
            yield piece


def _sync_folder(folder: Path) -> None:
    """Make a rename last: without it the entry may be lost with the power."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _name_of(digest: str) -> str:
    """The digest's hexadecimal digits: no other text ever becomes a path."""
    matched = _DIGEST.fullmatch(digest)
    if matched is None:
        raise ValueError(f"not a digest: {digest!r}")
    return matched[1]
