"""What comes of a build: a package, or the reasons why there is none."""

import hashlib
from collections.abc import Sequence
from dataclasses import asdict, dataclass

from service.authorization import SYSTEM
from service.blobs import Blobs
from service.documents.use_cases import load_bytes
from service.sdk_packages import BuiltPackage, PackageIdentity, Reason, compare_surfaces
from service.sdks.events import SdkFailed, SdkReady, about_sdk
from service.sdks.models import SdkBuild, SdkState
from service.sdks.repository import SdkRepository
from service.sdks.use_cases.asking import abandoned_reason
from service.unit_of_work import UnitOfWork

MOST_CHANGES_KEPT = 1_000
_MOST_ABANDONED = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What is to be built: the identity of the package and the bytes of the document."""

    identity: PackageIdentity
    raw: bytes


def load_order(work: UnitOfWork, build_id: str) -> Order | None:
    """Return what is to be built; None if that is settled already."""
    build = SdkRepository(work.session).find(build_id)
    if build is None or build.state is not SdkState.QUEUED or build.version.withheld_at:
        return None
    version = build.version
    identity = PackageIdentity(
        group=version.api.group.name,
        api=version.api.name,
        version_name=version.name,
        digest=version.digest,
        regeneration=build.regeneration,
    )
    return Order(identity=identity, raw=load_bytes(work, version.document_checksum))


def keep_package(work: UnitOfWork, build_id: str, *, built: BuiltPackage, blobs: Blobs) -> None:
    """Make the build ready, in the transaction that ends its job.

    Does nothing if it was settled meanwhile, as when the document was withheld.
    """
    builds = SdkRepository(work.session)
    build = builds.lock(build_id)
    if build is None or build.state is not SdkState.QUEUED:
        return
    _fill(build, built)
    build.wheel_digest = blobs.keep(work, built.wheel)
    build.sdist_digest = blobs.keep(work, built.sdist)
    builds.replace_ready(build.version_id)
    build.state, build.ready_version_id = SdkState.READY, build.version_id
    build.finished_at = work.now
    _judge(build, builds.find_ready(build.version.base_id) if build.version.base_id else None)
    for follower in builds.list_followers(build.version_id):
        _judge(follower, build)
    details = {
        "package": build.package,
        "package_version": build.package_version,
        "wheel": build.wheel_digest,
        "verdict": build.verdict,
    }
    work.record(about_sdk(SdkReady, SYSTEM, version=build.version, details=details))


def keep_failure(work: UnitOfWork, build_id: str, *, reasons: Sequence[Reason]) -> None:
    """Let the build be one that failed, in the transaction that ends its job."""
    build = SdkRepository(work.session).lock(build_id)
    if build is None or build.state is not SdkState.QUEUED:
        return
    build.reasons = [asdict(reason) for reason in reasons]
    _fail(work, build)


def close_abandoned(work: UnitOfWork) -> int:
    """Let builds fail whose job ended without them; return how many there were."""
    builds = SdkRepository(work.session)
    abandoned = builds.list_abandoned(limit=_MOST_ABANDONED)
    for found in abandoned:
        build, job = builds.lock(found.id), builds.find_job(found.job_id)
        if build is not None and job is not None and build.state is SdkState.QUEUED:
            build.reasons = [abandoned_reason(job)]
            _fail(work, build)
    return len(abandoned)


def _fail(work: UnitOfWork, build: SdkBuild) -> None:
    build.state, build.finished_at = SdkState.FAILED, work.now
    details = {
        "package": build.package,
        "package_version": build.package_version,
        "pointers": [reason["pointer"] for reason in build.reasons[:10]],
    }
    work.record(about_sdk(SdkFailed, SYSTEM, version=build.version, details=details))


def _fill(build: SdkBuild, built: BuiltPackage) -> None:
    """Note what the index tells of the package."""
    metadata = built.metadata
    build.import_name = metadata.import_name
    build.requires_python = metadata.requires_python
    build.wheel_name, build.wheel_size = metadata.wheel_name, len(built.wheel)
    build.sdist_name, build.sdist_size = metadata.sdist_name, len(built.sdist)
    build.core_metadata = metadata.core_metadata
    digest = hashlib.sha256(metadata.core_metadata).hexdigest()
    build.metadata_digest = f"sha256:{digest}"
    build.surface = built.surface
    build.remarks = [asdict(remark) for remark in built.remarks]


def _judge(build: SdkBuild, base: SdkBuild | None) -> None:
    """Say what an upgrade from the base's client to this one breaks, once both are there."""
    if base is None or base.surface is None or build.surface is None:
        return
    if base.surface["scheme"] != build.surface["scheme"]:
        return
    found = compare_surfaces(base.surface, build.surface)
    build.base_id, build.verdict = base.id, found.verdict.value
    build.changes = [asdict(change) for change in found.changes[:MOST_CHANGES_KEPT]]
    build.change_count = len(found.changes)
    build.breaking_count = sum(change.breaking for change in found.changes)
