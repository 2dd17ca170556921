"""How do the dependencies of clients come through our index? Fetched when asked for, then kept."""

import importlib.metadata
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from ipaddress import ip_network
from typing import Any

import structlog

from service.blobs import BlobMissing, Blobs, store_from_settings
from service.errors import NotFound, Unavailable
from service.index.models import MirroredProject
from service.index.repository import MirrorRepository
from service.index.upstream import UpstreamFailed, fetch_bytes, fetch_project
from service.outgoing_http import AddressGuard, OutgoingHttp
from service.settings import Settings
from service.unit_of_work import UnitsOfWork

FRESH = timedelta(minutes=10)
AT_ONCE = 2
"""Of one process: whoever waits for another index holds one of its threads."""
WAIT_SECONDS = 5
_log = structlog.get_logger("service.index")


@dataclass(frozen=True, slots=True)
class Kept:
    """Bytes of a mirrored file that are here: their digest and how many they are."""

    digest: str
    size: int


@dataclass(slots=True)
class Mirror:
    """The mirror of one process."""

    settings: Settings
    places: threading.BoundedSemaphore = field(
        default_factory=lambda: threading.BoundedSemaphore(AT_ONCE)
    )

    @property
    def names(self) -> tuple[str, ...]:
        """Which projects are mirrored: none where there is no other index."""
        return self.settings.index_mirrored if self.settings.index_upstream else ()

    def list_files(self, units: UnitsOfWork, name: str) -> list[dict[str, Any]]:
        """Return the files of a mirrored project; those of before where the other index fails.

        Raises `NotFound` if it is not mirrored, `Unavailable` if nothing is known of it.
        """
        if name not in self.names:
            raise NotFound("There is no such package.")
        with units.reading() as work:
            kept = MirrorRepository(work.session).find_project(name)
            is_fresh = kept is not None and work.now - kept.fetched_at < FRESH
        if kept is not None and is_fresh:
            return kept.files
        try:
            with self._place() as http:
                files = fetch_project(http, self.settings.index_upstream, name)
        except UpstreamFailed as failure:
            _log.warning("the upstream index failed", project=name, reason=str(failure))
            if kept is not None:
                return kept.files
            raise Unavailable("The index that this is mirrored from does not answer.") from None
        with units.writing() as work:
            found = MirroredProject(name=name, files=files, fetched_at=work.now)
            MirrorRepository(work.session).keep_project(found)
        return files

    def provide(self, units: UnitsOfWork, name: str, *, digest: str, file: str) -> Kept:
        """Return a file of a mirrored project, or its metadata, once the bytes are here.

        Raises `NotFound`, `Unavailable`.
        """
        wanted, is_metadata = file.removesuffix(".metadata"), file.endswith(".metadata")
        entry = self._find(units, name, digest=digest, file=wanted)
        expected = entry["metadata_digest"] if is_metadata else digest
        if expected is None:
            raise NotFound("There is no such file.")
        stored, blobs = f"sha256:{expected}", Blobs(store_from_settings(self.settings))
        try:
            with units.reading() as work:
                return Kept(stored, blobs.size_of(work, stored))
        except BlobMissing:
            pass
        try:
            with self._place() as http:
                url = f"{entry['url']}{'.metadata' if is_metadata else ''}"
                content = fetch_bytes(http, url, digest=expected)
        except UpstreamFailed as failure:
            _log.warning("the upstream index failed", file=file, reason=str(failure))
            raise Unavailable("The index that this is mirrored from does not give it.") from None
        with units.writing() as work:
            return Kept(blobs.keep(work, content), len(content))

    def _find(self, units: UnitsOfWork, name: str, *, digest: str, file: str) -> dict[str, Any]:
        for entry in self.list_files(units, name):
            if entry["digest"] == digest and entry["name"] == file:
                return entry
        raise NotFound("There is no such file.")

    @contextmanager
    def _place(self) -> Iterator[OutgoingHttp]:
        """Hold a place to ask elsewhere; raises `Unavailable` if none becomes free."""
        if not self.places.acquire(timeout=WAIT_SECONDS):
            raise Unavailable("Too much is being fetched at once; try again.")
        try:
            opened = [ip_network(text) for text in self.settings.outgoing_networks]
            version = importlib.metadata.version("bindery")
            yield OutgoingHttp(AddressGuard(opened), user_agent=f"Bindery/{version}")
        finally:
            self.places.release()
