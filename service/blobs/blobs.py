"""How are bytes kept, read and dropped, wherever the settings want them to be?"""

import hashlib
from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta

from service.blobs.models import StoredBlob
from service.blobs.repository import BlobRepository
from service.blobs.stores import PIECE, BlobMissing, Store
from service.unit_of_work import UnitOfWork, UnitsOfWork

_MANY = 500


class Blobs:
    """Bytes by digest; each has a row, and its bytes are in that row unless there is a store."""

    def __init__(self, store: Store | None) -> None:
        self._store = store

    def keep(self, work: UnitOfWork, content: bytes) -> str:
        """Keep the bytes and return their digest.

        A store has them for good before the transaction that names them commits. If it does not
        commit they are left over there, until `drop_strays` finds them.
        """
        digest = f"sha256:{hashlib.sha256(content).hexdigest()}"
        if self._store is not None:
            self._store.keep(digest, content)
        BlobRepository(work.session).keep(
            StoredBlob(
                digest=digest,
                size=len(content),
                content=content if self._store is None else None,
                created_at=work.now,
            )
        )
        return digest

    def size_of(self, work: UnitOfWork, digest: str) -> int:
        """Return how many bytes there are. Raises `BlobMissing`."""
        size = BlobRepository(work.session).find_size(digest)
        if size is None:
            raise BlobMissing(digest)
        return size

    def read(
        self, units: UnitsOfWork, digest: str, *, start: int = 0, end: int | None = None
    ) -> Iterator[bytes]:
        """Return the bytes from `start` up to `end` in pieces, none of them held for long.

        Raises `BlobMissing`, before the first piece.
        """
        with units.reading() as work:
            size = self.size_of(work, digest)
            stop = size if end is None else min(end, size)
            if start >= stop:
                return iter(())
            first = BlobRepository(work.session).find_part(
                digest, start=start, length=min(PIECE, stop - start)
            )
        if first is not None:
            return self._rest(units, digest, first, start=start, end=stop)
        if self._store is None:
            raise BlobMissing(digest)
        return self._store.read(digest, start=start, end=stop)

    def address(self, digest: str, *, lifetime: timedelta) -> str | None:
        """Return where anybody may load the bytes for a while; None where only we can give them."""
        return self._store.address(digest, lifetime=lifetime) if self._store else None

    def list_old(
        self, work: UnitOfWork, *, kept_before: datetime, after: str = "", limit: int = _MANY
    ) -> list[str]:
        """Return digests of blobs that nobody has kept since, in their order, after one of them."""
        return BlobRepository(work.session).list_digests(
            kept_before=kept_before, after=after, limit=limit
        )

    def drop(self, work: UnitOfWork, digests: Sequence[str], *, kept_before: datetime) -> None:
        """Forget blobs that nothing names any more, unless somebody has kept them again since.

        `drop_strays` removes their bytes from a store.
        """
        BlobRepository(work.session).drop(digests, kept_before=kept_before)

    def drop_strays(self, units: UnitsOfWork, *, kept_before: datetime) -> int:
        """Remove bytes that no row names from the store; return how many blobs that were.

        Only what is older than `kept_before` goes: newer ones may be named in a moment.
        """
        if self._store is None:
            return 0
        old = [digest for digest, since in self._store.list_kept() if since < kept_before]
        count = 0
        for first in range(0, len(old), _MANY):
            some = old[first : first + _MANY]
            with units.reading() as work:
                known = BlobRepository(work.session).list_known(some)
            strays = [digest for digest in some if digest not in known]
            self._store.remove(strays)
            count += len(strays)
        return count

    def _rest(
        self, units: UnitsOfWork, digest: str, piece: bytes, *, start: int, end: int
    ) -> Iterator[bytes]:
        while True:
            yield piece
            start += len(piece)
            if start >= end or not piece:
                return
            with units.reading() as work:
                found = BlobRepository(work.session).find_part(
                    digest, start=start, length=min(PIECE, end - start)
                )
            if found is None:
                raise BlobMissing(digest)
            piece = found
