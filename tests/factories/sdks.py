"""How does a test make a client that is ready, without the time that generating one takes?"""

from dataclasses import asdict
from typing import Any

from service.authorization import SYSTEM
from service.blobs import Blobs
from service.sdk_packages import BuiltPackage, PackageIdentity, Reason
from service.sdk_packages.archives import write_sdist, write_wheel
from service.sdk_packages.metadata import describe
from service.sdks.models import SdkBuild
from service.sdks.repository import SdkRepository
from service.sdks.use_cases import keep_failure, keep_package, queue_build
from service.versions.models import ApiVersion
from tests.factories.world import World

EMPTY_SURFACE: dict[str, Any] = {"scheme": 1, "operations": {}, "models": {}, "closed_sets": {}}


def queued_build(world: World, version: ApiVersion) -> SdkBuild:
    """Queue a build of a version, as publishing it does."""
    with world.units.writing() as work:
        loaded = SdkRepository(work.session).find_version(version.id)
        assert loaded is not None
        return queue_build(work, SYSTEM, version=loaded)


def tiny_package(identity: PackageIdentity, *, surface: dict[str, Any]) -> BuiltPackage:
    """Return a package that holds one empty module."""
    metadata = describe(identity, title="Orders", foreign=())
    files = {"__init__.py": b""}
    return BuiltPackage(
        wheel=write_wheel(metadata, files),
        sdist=write_sdist(metadata, files),
        metadata=metadata,
        surface=surface,
        remarks=(),
        proof={},
    )


def ready_build(
    world: World,
    version: ApiVersion,
    *,
    surface: dict[str, Any] | None = None,
    blobs: Blobs | None = None,
) -> SdkBuild:
    """Make the version's client ready, as its job does; return the build."""
    queued = queued_build(world, version)
    with world.units.writing() as work:
        builds = SdkRepository(work.session)
        loaded = builds.find(queued.id)
        assert loaded is not None
        api = loaded.version.api
        identity = PackageIdentity(
            api.group.name, api.name, version.name, version.digest, loaded.regeneration
        )
        built = tiny_package(identity, surface=surface or EMPTY_SURFACE)
        keep_package(work, queued.id, built=built, blobs=blobs or Blobs(None))
    return found_build(world, queued.id)


def failed_build(world: World, version: ApiVersion, *reasons: Reason) -> SdkBuild:
    """Let the version's client fail; return the build."""
    queued = queued_build(world, version)
    with world.units.writing() as work:
        keep_failure(work, queued.id, reasons=reasons)
    assert [asdict(reason) for reason in reasons] == found_build(world, queued.id).reasons
    return found_build(world, queued.id)


def found_build(world: World, build_id: str) -> SdkBuild:
    """Return a build as it is stored now."""
    with world.units.reading() as work:
        build = SdkRepository(work.session).find(build_id)
    assert build is not None
    return build
