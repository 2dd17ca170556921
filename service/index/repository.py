"""Which packages may an actor install? A read model over builds and what their versions allow."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Select, or_, select
from sqlalchemy.orm import Session

from service.apis.models import Api
from service.apis.repository import visible_apis
from service.authorization import Actor
from service.groups.models import Group, Visibility
from service.index.models import MirroredProject
from service.sdks.models import INSTALLABLE, SdkBuild
from service.versions.models import ACCEPTED_STATES, ApiVersion, VersionState


@dataclass(frozen=True, slots=True, kw_only=True)
class Release:
    """A package of a version that may be used, as the index tells of it."""

    package: str
    version: str
    api_version: str
    state: VersionState
    state_reason: str | None
    sequence: int
    is_public: bool
    requires_python: str | None
    wheel_name: str
    wheel_digest: str
    wheel_size: int
    sdist_name: str
    sdist_digest: str
    sdist_size: int
    metadata_digest: str
    uploaded_at: datetime


_COLUMNS: dict[str, Any] = {
    "package": SdkBuild.package,
    "version": SdkBuild.package_version,
    "api_version": ApiVersion.name,
    "state": ApiVersion.state,
    "state_reason": ApiVersion.state_reason,
    "sequence": ApiVersion.sequence,
    "is_public": Group.visibility == Visibility.PUBLIC,
    "requires_python": SdkBuild.requires_python,
    "wheel_name": SdkBuild.wheel_name,
    "wheel_digest": SdkBuild.wheel_digest,
    "wheel_size": SdkBuild.wheel_size,
    "sdist_name": SdkBuild.sdist_name,
    "sdist_digest": SdkBuild.sdist_digest,
    "sdist_size": SdkBuild.sdist_size,
    "metadata_digest": SdkBuild.metadata_digest,
    "uploaded_at": SdkBuild.finished_at,
}


class ReleaseRepository:
    """All SQL of the index about our own packages."""

    def __init__(self, session: Session, actor: Actor) -> None:
        self._session = session
        self._actor = actor

    def list_packages(self) -> Sequence[str]:
        """Return the names of all packages that have something to install."""
        statement = _joined(select(SdkBuild.package)).where(*self._usable()).distinct()
        return self._session.scalars(statement.order_by(SdkBuild.package)).all()

    def exists(self, package: str) -> bool:
        """Whether the actor may see an API whose package this is, usable now or not."""
        statement = _joined(select(SdkBuild.id)).where(
            SdkBuild.package == package, visible_apis(self._actor)
        )
        return self._session.scalar(statement.limit(1)) is not None

    def list_releases(self, package: str) -> list[Release]:
        """Return what can be installed under a name, in the order of publication."""
        statement = _joined(select(*_COLUMNS.values())).where(
            *self._usable(), SdkBuild.package == package
        )
        rows = self._session.execute(statement.order_by(ApiVersion.sequence, SdkBuild.regeneration))
        return [Release(**dict(zip(_COLUMNS, row, strict=True))) for row in rows]

    def find_file(self, digest: str, name: str) -> Release | None:
        """Return the release that a file of this digest and name belongs to."""
        statement = _joined(select(*_COLUMNS.values())).where(
            *self._usable(),
            or_(
                (SdkBuild.wheel_digest == digest) & (SdkBuild.wheel_name == name),
                (SdkBuild.sdist_digest == digest) & (SdkBuild.sdist_name == name),
            ),
        )
        row = self._session.execute(statement).one_or_none()
        return None if row is None else Release(**dict(zip(_COLUMNS, row, strict=True)))

    def find_metadata(self, release: Release) -> bytes | None:
        """Return the METADATA of a release."""
        return self._session.scalar(
            select(SdkBuild.core_metadata).where(
                SdkBuild.package == release.package, SdkBuild.package_version == release.version
            )
        )

    def _usable(self) -> tuple[Any, ...]:
        """Return the conditions under which the actor may install a build."""
        return (
            SdkBuild.state.in_(INSTALLABLE),
            SdkBuild.wheel_digest.is_not(None),
            ApiVersion.state.in_(ACCEPTED_STATES),
            ApiVersion.withheld_at.is_(None),
            visible_apis(self._actor),
        )


def _joined(statement: Select[Any]) -> Select[Any]:
    return (
        statement.join(ApiVersion, ApiVersion.id == SdkBuild.version_id)
        .join(Api, Api.id == SdkBuild.api_id)
        .join(Group, Group.id == Api.group_id)
    )


class MirrorRepository:
    """All SQL of the index about what it mirrors."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def find_project(self, name: str) -> MirroredProject | None:
        """Return a mirrored project."""
        return self._session.get(MirroredProject, name)

    def keep_project(self, project: MirroredProject) -> None:
        """Keep what the other index tells now."""
        self._session.merge(project)

    def list_digests(self) -> set[str]:
        """Return the digests of all files that installers may ask for, kept here or not."""
        pages = self._session.scalars(select(MirroredProject.files)).all()
        entries = [entry for files in pages for entry in files]
        digests = {entry[name] for entry in entries for name in ("digest", "metadata_digest")}
        return {f"sha256:{digest}" for digest in digests if digest}
