"""What does the index say of a file of ours, above all of one that is being retired?"""

from collections.abc import Callable
from datetime import UTC, datetime

from service.index.pages import IndexFile
from service.index.repository import Release
from service.versions.models import VersionState


def told_release(
    release: Release, *, kind: str, url: Callable[[str, str], str], successor: str | None
) -> IndexFile:
    """Return the `wheel` or the `sdist` of a release."""
    is_wheel = kind == "wheel"
    name = release.wheel_name if is_wheel else release.sdist_name
    digest = release.wheel_digest if is_wheel else release.sdist_digest
    return IndexFile(
        name=name,
        url=url(digest, name),
        digest=digest.partition(":")[2],
        size=release.wheel_size if is_wheel else release.sdist_size,
        uploaded_at=_moment(release.uploaded_at),
        requires_python=release.requires_python,
        metadata_digest=release.metadata_digest.partition(":")[2] if is_wheel else None,
        yanked=_why_yanked(release, successor),
    )


def _why_yanked(release: Release, successor: str | None) -> str:
    """Return why nobody should begin with this release; empty if anybody may.

    A version that is being retired is yanked (PEP 592): installers choose it for nobody new, and
    install it with this text as a warning for those who name it exactly.
    """
    if release.state is VersionState.PUBLISHED:
        return ""
    sentences = [f"Version {release.api_version} of the API is {release.state}."]
    if release.state_reason:
        sentences.append(release.state_reason)
    if successor is not None:
        sentences.append(f"The newest version is {successor}.")
    return " ".join(" ".join(sentences).split())


def _moment(at: datetime) -> str:
    """Return a time as PEP 700 writes it."""
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")
