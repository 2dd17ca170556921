"""Which builds of clients are stored?"""

from collections.abc import Sequence

from sqlalchemy import Select, func, select, update
from sqlalchemy.orm import Session, joinedload, undefer

from service.apis.models import Api
from service.jobs.models import Job, JobState
from service.pagination import Order, Page, PageRequest, fetch_page
from service.sdks.models import INSTALLABLE, SdkBuild, SdkState
from service.versions.models import ApiVersion

_OVER_IN_VAIN = (JobState.FAILED, JobState.CANCELLED)


class SdkRepository:
    """All SQL about builds."""

    def __init__(self, session: Session) -> None:
        self._session = session

    # --- what is built

    def find_version(self, version_id: str) -> ApiVersion | None:
        """Return a version with its API and group."""
        return self._session.scalar(
            select(ApiVersion)
            .where(ApiVersion.id == version_id)
            .options(joinedload(ApiVersion.api).joinedload(Api.group))
        )

    # --- one build

    def add(self, build: SdkBuild) -> SdkBuild:
        """Add a build."""
        self._session.add(build)
        self._session.flush()
        return build

    def find(self, build_id: str) -> SdkBuild | None:
        """Return a build with its version, API and group."""
        return self._session.scalar(_with_version().where(SdkBuild.id == build_id))

    def lock(self, build_id: str) -> SdkBuild | None:
        """Return a build as it is now; nobody else changes it until the transaction ends."""
        statement = _with_version().where(SdkBuild.id == build_id)
        return self._session.scalar(
            statement.with_for_update(of=SdkBuild).execution_options(populate_existing=True)
        )

    def lock_version(self, version_id: str) -> None:
        """Let nobody else lock the version, so that its builds are counted one by one."""
        row = select(ApiVersion.id).where(ApiVersion.id == version_id)
        self._session.scalar(row.with_for_update(key_share=True))

    def find_latest(self, version_id: str) -> SdkBuild | None:
        """Return the version's newest build, whatever came of it."""
        return self._session.scalar(
            _with_version()
            .where(SdkBuild.version_id == version_id)
            .order_by(SdkBuild.regeneration.desc())
            .limit(1)
        )

    def find_ready(self, version_id: str | None) -> SdkBuild | None:
        """Return the version's ready build with its surface."""
        return self._session.scalar(
            _with_version()
            .where(SdkBuild.ready_version_id == version_id)
            .options(undefer(SdkBuild.surface))
        )

    def find_job(self, job_id: str | None) -> Job | None:
        """Return the job of a build."""
        return self._session.scalar(select(Job).where(Job.id == job_id))

    def find_changes(self, build_id: str) -> Sequence[dict[str, object]]:
        """Return the changes since the build's base."""
        return self._session.scalar(select(SdkBuild.changes).where(SdkBuild.id == build_id)) or []

    # --- several

    def list_of_version(self, version_id: str, *, page: PageRequest) -> Page[SdkBuild]:
        """Return a page of the version's builds, the newest first."""
        statement = _with_version().where(SdkBuild.version_id == version_id)
        order = Order([SdkBuild.regeneration], descending=True)
        return fetch_page(self._session, statement, order=order, page=page)

    def list_all_of(self, version_id: str) -> Sequence[SdkBuild]:
        """Return all builds of a version, locked."""
        statement = select(SdkBuild).where(SdkBuild.version_id == version_id)
        return self._session.scalars(statement.with_for_update()).all()

    def list_followers(self, version_id: str) -> Sequence[SdkBuild]:
        """Return the ready builds of the versions whose base is this one, with their surfaces."""
        api_id = select(ApiVersion.api_id).where(ApiVersion.id == version_id).scalar_subquery()
        return self._session.scalars(
            _with_version()
            .join(ApiVersion, ApiVersion.id == SdkBuild.ready_version_id)
            .where(SdkBuild.api_id == api_id, ApiVersion.base_id == version_id)
            .options(undefer(SdkBuild.surface))
        ).all()

    def list_abandoned(self, *, limit: int) -> Sequence[SdkBuild]:
        """Return builds that are waited for although their job has ended without them."""
        return self._session.scalars(
            _with_version()
            .join(Job, Job.id == SdkBuild.job_id)
            .where(SdkBuild.state == SdkState.QUEUED, Job.state.in_(_OVER_IN_VAIN))
            .limit(limit)
        ).all()

    def replace_ready(self, version_id: str) -> None:
        """Let the version's ready build, if any, be one that was ready before."""
        self._session.execute(
            update(SdkBuild)
            .where(SdkBuild.ready_version_id == version_id)
            .values(state=SdkState.REPLACED, ready_version_id=None)
        )

    def list_used_digests(self, digests: Sequence[str]) -> set[str]:
        """Return which of the digests are those of files of builds."""
        wheels = select(SdkBuild.wheel_digest).where(SdkBuild.wheel_digest.in_(digests))
        sdists = select(SdkBuild.sdist_digest).where(SdkBuild.sdist_digest.in_(digests))
        return {digest for digest in self._session.scalars(wheels.union(sdists)) if digest}

    def count_installable(self) -> int:
        """Return how many packages can be installed."""
        statement = select(func.count()).select_from(SdkBuild)
        return self._session.scalar(statement.where(SdkBuild.state.in_(INSTALLABLE))) or 0


def _with_version() -> Select[SdkBuild]:
    loaded = joinedload(SdkBuild.version).joinedload(ApiVersion.api).joinedload(Api.group)
    return select(SdkBuild).options(loaded)
