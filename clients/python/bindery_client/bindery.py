"""What does a program hold to talk to a registry? One object, for all operations."""

import asyncio
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

from bindery_client.api.jobs import get_job
from bindery_client.api.publications import check_version, publish_version
from bindery_client.api.versions import compare_versions
from bindery_client.client import Client
from bindery_client.models import Check, Comparison, Job, Version
from bindery_client.types import UNSET, Response, Unset

Document: TypeAlias = bytes | Path
"""An OpenAPI document: its bytes, or the file that holds them."""

_LARGEST_PAGE = 100
_OPEN = frozenset({"queued", "running"})
_LONGEST_WAIT = 600.0
_LONGEST_PAUSE = 10.0


def _ignore(_job: Job) -> None:
    """Do nothing about how far a job is."""


class Bindery(Client):
    """A registry, as its callers see it: `Bindery("https://bindery.example.com", token="bnd_...")`.

    Every operation of the API is a module in `bindery_client.api` and takes this as `client`. The
    methods here are short ways to those that publishers call; `api` is a full name such as
    `acme/orders`. For async code, their names end with `_async`.
    """

    def publish(
        self, api: str, document: Document, *, version: str | None = None, base: str | None = None
    ) -> Version:
        """Publish a document as a version, named by its `info.version` unless told otherwise.

        Raises `ApiError`; with the code `publication_refused` where the policy forbids it.
        """
        group, name = _parts(api)
        return publish_version.sync(
            group,
            name,
            client=self,
            body=_content(document),
            version=_given(version),
            base=_given(base),
        )

    async def publish_async(
        self, api: str, document: Document, *, version: str | None = None, base: str | None = None
    ) -> Version:
        """Do what `publish` does, in async code."""
        group, name = _parts(api)
        return await publish_version.asyncio(
            group,
            name,
            client=self,
            body=_content(document),
            version=_given(version),
            base=_given(base),
        )

    def check(
        self, api: str, document: Document, *, version: str | None = None, base: str | None = None
    ) -> Check:
        """Return what publishing the document would come to; nothing is published."""
        group, name = _parts(api)
        return check_version.sync(
            group,
            name,
            client=self,
            body=_content(document),
            version=_given(version),
            base=_given(base),
        )

    async def check_async(
        self, api: str, document: Document, *, version: str | None = None, base: str | None = None
    ) -> Check:
        """Do what `check` does, in async code."""
        group, name = _parts(api)
        return await check_version.asyncio(
            group,
            name,
            client=self,
            body=_content(document),
            version=_given(version),
            base=_given(base),
        )

    def wait_for_job(
        self,
        job_id: str,
        *,
        timeout: float = _LONGEST_WAIT,
        on_progress: Callable[[Job], None] = _ignore,
    ) -> Job:
        """Wait until a job is over, however it ended: see its `state` and `failure`.

        `on_progress` is told of the job whenever it was asked about. Raises `ApiError`, and
        `TimeoutError` if the job is still open after so many seconds.
        """
        deadline = time.monotonic() + timeout
        while True:
            answer = get_job.sync_detailed(job_id, client=self)
            on_progress(answer.parsed)
            if answer.parsed.state not in _OPEN:
                return answer.parsed
            time.sleep(_pause(answer, deadline))

    async def wait_for_job_async(
        self,
        job_id: str,
        *,
        timeout: float = _LONGEST_WAIT,  # noqa: ASYNC109 - as in sync code, and it tells of the job
        on_progress: Callable[[Job], None] = _ignore,
    ) -> Job:
        """Do what `wait_for_job` does, in async code."""
        deadline = time.monotonic() + timeout
        while True:
            answer = await get_job.asyncio_detailed(job_id, client=self)
            on_progress(answer.parsed)
            if answer.parsed.state not in _OPEN:
                return answer.parsed
            await asyncio.sleep(_pause(answer, deadline))

    def compare(self, api: str, base: str, revision: str) -> Comparison:
        """Return what changed between two versions of an API, with all changes in `items`."""
        group, name = _parts(api)
        found = compare_versions.sync(
            group, name, client=self, base=base, revision=revision, limit=_LARGEST_PAGE
        )
        while found.next_cursor is not None:
            following = compare_versions.sync(
                group,
                name,
                client=self,
                base=base,
                revision=revision,
                limit=_LARGEST_PAGE,
                cursor=found.next_cursor,
            )
            _append(found, following)
        return found

    async def compare_async(self, api: str, base: str, revision: str) -> Comparison:
        """Do what `compare` does, in async code."""
        group, name = _parts(api)
        found = await compare_versions.asyncio(
            group, name, client=self, base=base, revision=revision, limit=_LARGEST_PAGE
        )
        while found.next_cursor is not None:
            following = await compare_versions.asyncio(
                group,
                name,
                client=self,
                base=base,
                revision=revision,
                limit=_LARGEST_PAGE,
                cursor=found.next_cursor,
            )
            _append(found, following)
        return found


def _parts(api: str) -> tuple[str, str]:
    """Return the names of the group and of the API; raises `ValueError` if it is not both."""
    group, _, name = api.partition("/")
    if not group or not name or "/" in name:
        raise ValueError(f"{api!r} must look like acme/orders: a group, a slash, an API.")
    return group, name


def _pause(answer: Response[Job], deadline: float) -> float:
    """Return how long to wait before asking again; raises `TimeoutError` if that is too long."""
    said = answer.headers.get("retry-after", "")
    pause = min(float(said), _LONGEST_PAUSE) if said.isdecimal() else 1.0
    if time.monotonic() + pause > deadline:
        raise TimeoutError(f"The job {answer.parsed.id} is still {answer.parsed.state}.")
    return pause


def _content(document: object) -> bytes:
    """Return the bytes of a `Document`; raises `TypeError` for a file's name, which is text."""
    match document:
        case Path():
            return document.read_bytes()
        case bytes():
            return document
        case _:
            raise TypeError("A document is bytes or a Path; of a file's name make one: Path(name).")


def _given(value: str | None) -> str | Unset:
    return UNSET if value is None else value


def _append(found: Comparison, following: Comparison) -> None:
    """Add one more page to those before it."""
    found.items.extend(following.items)
    found.next_cursor = following.next_cursor
