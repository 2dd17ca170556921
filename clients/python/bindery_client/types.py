"""Which types do all operations and models share?"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import Generic, Literal, Self, TypeAlias, TypeVar

T = TypeVar("T")

File: TypeAlias = bytes
"""A document or another body that is passed on exactly as it is."""

FilePart: TypeAlias = tuple[str | None, bytes, str]
RequestFiles: TypeAlias = list[tuple[str, FilePart]]


class NamedFile(bytes):
    """A file of a multipart body whose receiver wants to know its name or its media type."""

    name: str | None
    media_type: str

    def __new__(
        cls, content: bytes, name: str, media_type: str = "application/octet-stream"
    ) -> Self:
        """Return the content with its name."""
        file = super().__new__(cls, content)
        file.name, file.media_type = name, media_type
        return file


def part_of(file: File) -> FilePart:
    """Return a file as a multipart body carries it; one without a name is called `file`."""
    if isinstance(file, NamedFile):
        return file.name, bytes(file), file.media_type
    return "file", file, "application/octet-stream"


class Unset:
    """The type of `UNSET`: a value that is not sent at all, unlike `None`."""

    def __bool__(self) -> Literal[False]:
        """Return False, so that `if value:` reads as one expects."""
        return False

    def __repr__(self) -> str:
        """Return the name under which it is imported."""
        return "UNSET"


UNSET: Unset = Unset()


@dataclass(frozen=True, slots=True)
class Response(Generic[T]):
    """A successful answer with what `sync` and `asyncio` leave out: status and headers."""

    status_code: HTTPStatus
    headers: Mapping[str, str] = field(repr=False)
    """Their names are found in upper and lower case alike."""
    content: bytes = field(repr=False)
    parsed: T

    @property
    def etag(self) -> str:
        """What to send as `if_match` with a change of this resource.

        Raises `LookupError` if the answer has no ETag: what it is about never changes.
        """
        etag = self.headers.get("ETag")
        if etag is None:
            raise LookupError("The answer has no ETag.")
        return etag


__all__ = ["UNSET", "File", "NamedFile", "RequestFiles", "Response", "Unset", "part_of"]
