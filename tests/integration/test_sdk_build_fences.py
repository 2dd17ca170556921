"""Is there one ready client of a version, however often its job is taken up?"""

import pytest
from sqlalchemy import select, update

from service.blobs import Blobs
from service.database import DatabaseTime
from service.jobs.errors import LeaseLost
from service.jobs.leases import take_job
from service.jobs.models import Job
from service.jobs.performing import running_job
from service.sdk_packages import PackageIdentity
from service.sdks.kinds import BUILD_SDK
from service.sdks.models import SdkBuild, SdkState
from service.sdks.use_cases import keep_package
from tests.app_settings import make_settings
from tests.factories.sdks import EMPTY_SURFACE, queued_build, tiny_package
from tests.factories.world import World

pytestmark = pytest.mark.both_databases


def test_a_worker_that_lost_its_lease_makes_nothing_ready(world: World) -> None:
    group = world.group("acme")
    build = queued_build(world, world.version(world.api(group, "orders"), "1.0.0"))
    built = tiny_package(PackageIdentity("acme", "orders", "1.0.0", "x"), surface=EMPTY_SURFACE)
    settings = make_settings()
    first = take_job(world.units, [BUILD_SDK.name], lease_seconds=60, worker="first")
    with world.units.writing() as work:
        work.session.execute(update(Job).values(due_at=DatabaseTime(-1)))
    second = take_job(world.units, [BUILD_SDK.name], lease_seconds=60, worker="second")
    assert first is not None
    assert second is not None

    with (
        pytest.raises(LeaseLost),
        running_job(first, units=world.units, settings=settings).finishing() as work,
    ):
        keep_package(work, build.id, built=built, blobs=Blobs(None))
    with world.units.reading() as work:
        before = work.session.scalars(select(SdkBuild.state)).all()
    with running_job(second, units=world.units, settings=settings).finishing() as work:
        keep_package(work, build.id, built=built, blobs=Blobs(None))
    with world.units.writing() as work:
        keep_package(work, build.id, built=built, blobs=Blobs(None))
    with world.units.reading() as work:
        after = work.session.scalars(select(SdkBuild.state)).all()

    assert before == [SdkState.QUEUED]
    assert after == [SdkState.READY]
