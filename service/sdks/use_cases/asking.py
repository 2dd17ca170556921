"""How is a client asked for, looked at and taken back?"""

import importlib.metadata
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from service.authorization import Actor, require
from service.blobs import Blobs
from service.jobs.models import Job, JobState
from service.jobs.use_cases import enqueue
from service.pagination import Page, PageRequest
from service.sdk_packages import distribution_name, python_version
from service.sdks.errors import SdkNotRebuildable
from service.sdks.events import SdkRequested, about_sdk
from service.sdks.kinds import BUILD_SDK
from service.sdks.models import INSTALLABLE, SdkBuild, SdkState
from service.sdks.permissions import can_rebuild_sdk
from service.sdks.repository import SdkRepository
from service.unit_of_work import UnitOfWork
from service.versions.models import ACCEPTED_STATES, ApiVersion
from service.versions.use_cases import Place, find_version

MOST_CHANGES_TOLD = 100
_ANY_AGE = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldSdk:
    """The client of a version as it stands; `build` is None where nobody has asked for one."""

    version: ApiVersion
    package: str
    build: SdkBuild | None
    state: SdkState
    reasons: Sequence[dict[str, Any]]
    changes: Sequence[dict[str, Any]]
    base_name: str | None


def queue_build(work: UnitOfWork, actor: Actor, *, version: ApiVersion) -> SdkBuild:
    """Add a build of a version, whose API is loaded, and the job that does it.

    The first build takes the version's own number, however often it fails. One after a build that
    could be installed is a post release: what was installable is never anything else.
    """
    builds = SdkRepository(work.session)
    builds.lock_version(version.id)
    build = builds.find_latest(version.id)
    if build is None or build.state in INSTALLABLE:
        regeneration = 0 if build is None else build.regeneration + 1
        build = builds.add(_new_build(work, version, regeneration=regeneration))
    else:
        build.state, build.finished_at = SdkState.QUEUED, None
        build.generator, build.reasons = current_generator(), []
    job = enqueue(
        work,
        BUILD_SDK,
        {"build_id": build.id},
        actor=actor,
        group_id=version.api.group_id,
        api_id=version.api_id,
    )
    build.job_id = job.id
    return build


def describe_sdk(work: UnitOfWork, actor: Actor, *, place: Place) -> ToldSdk:
    """Return the client of a version; raises `NotFound`, also where the actor may not see it."""
    version = find_version(work, actor, place=place).version
    builds = SdkRepository(work.session)
    build = builds.find_latest(version.id)
    if build is not None and build.state in {SdkState.QUEUED, SdkState.FAILED}:
        build = builds.find_ready(version.id) or build  # what can be installed counts
    return _told(builds, version, build)


def list_builds(
    work: UnitOfWork, actor: Actor, *, place: Place, page: PageRequest
) -> Page[ToldSdk]:
    """Return a page of all builds of a version, the newest first; raises `NotFound`."""
    version = find_version(work, actor, place=place).version
    builds = SdkRepository(work.session)
    found = builds.list_of_version(version.id, page=page)
    return Page([_told(builds, version, build) for build in found.items], found.next_cursor)


def rebuild_sdk(work: UnitOfWork, actor: Actor, *, place: Place) -> ToldSdk:
    """Queue another build of a version's client.

    Raises `NotFound`, `NotPermitted`, and `SdkNotRebuildable` unless there is none yet, the last
    one failed, or it was made by another generator.
    """
    version = find_version(work, actor, place=place).version
    require(actor, can_rebuild_sdk(actor, version.api))
    if version.state not in ACCEPTED_STATES or version.withheld_at is not None:
        raise SdkNotRebuildable("Only versions that can be used have a client.")
    builds = SdkRepository(work.session)
    builds.lock_version(version.id)
    told = _told(builds, version, builds.find_latest(version.id))
    if told.build is not None:
        _require_sense(told.build, told.state)
    build = queue_build(work, actor, version=version)
    details = {"package": build.package, "package_version": build.package_version}
    work.record(about_sdk(SdkRequested, actor, version=version, details=details))
    return _told(builds, version, build)


def withdraw_builds(work: UnitOfWork, version_id: str) -> None:
    """Forget all that was made of a version's document, except which names are used up.

    The bytes of its files go at once, too, as those of the document do.
    """
    builds = SdkRepository(work.session)
    for follower in builds.list_followers(version_id):
        follower.changes = []
    files: list[str] = []
    for build in builds.list_all_of(version_id):
        files += [digest for digest in (build.wheel_digest, build.sdist_digest) if digest]
        build.state, build.ready_version_id = SdkState.WITHDRAWN, None
        build.reasons, build.remarks, build.changes = [], [], []
        build.surface = build.core_metadata = build.metadata_digest = None
        build.wheel_digest = build.sdist_digest = None
    Blobs(None).drop(work, files, kept_before=work.now + _ANY_AGE)


def current_generator() -> str:
    """Return who makes clients here: other releases may make others of the same document."""
    generator = importlib.metadata.version("openapi-python-client")
    return f"bindery {importlib.metadata.version('bindery')}, openapi-python-client {generator}"


def abandoned_reason(job: Job) -> dict[str, str]:
    """Return why a build has not come to an end, as a reason of the build."""
    why = job.failure_message or "It was cancelled."
    return {
        "pointer": "",
        "sentence": f"The build was not brought to an end. {why}",
        "remedy": "Ask for another build; if that ends alike, report this with the document.",
    }


def _new_build(work: UnitOfWork, version: ApiVersion, *, regeneration: int) -> SdkBuild:
    api = version.api
    return SdkBuild(
        version_id=version.id,
        api_id=api.id,
        regeneration=regeneration,
        package=distribution_name(api.group.name, api.name),
        package_version=python_version(version.name, regeneration=regeneration),
        state=SdkState.QUEUED,
        generator=current_generator(),
        created_at=work.now,
    )


def _require_sense(build: SdkBuild, state: SdkState) -> None:
    if state in {SdkState.QUEUED, SdkState.BUILDING}:
        raise SdkNotRebuildable("It is being built.", details={"job_id": build.job_id})
    if state is not SdkState.FAILED and build.generator == current_generator():
        raise SdkNotRebuildable("The same generator would make the same client of it again.")


def _told(builds: SdkRepository, version: ApiVersion, build: SdkBuild | None) -> ToldSdk:
    state = SdkState.MISSING if build is None else build.state
    reasons: list[dict[str, Any]] = [] if build is None else build.reasons
    base = None
    if build is not None and state is SdkState.QUEUED:
        job = builds.find_job(build.job_id)
        if job is not None and job.state in {JobState.FAILED, JobState.CANCELLED}:
            state, reasons = SdkState.FAILED, [abandoned_reason(job)]
        elif job is not None and job.state is JobState.RUNNING:
            state = SdkState.BUILDING
    if build is not None and build.base_id is not None:
        base = builds.find(build.base_id)
    return ToldSdk(
        version=version,
        package=distribution_name(version.api.group.name, version.api.name),
        build=build,
        state=state,
        reasons=reasons,
        changes=builds.find_changes(build.id)[:MOST_CHANGES_TOLD] if build else [],
        base_name=base.version.name if base else None,
    )
