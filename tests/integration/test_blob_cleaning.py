"""Does cleaning drop what nothing names, and nothing else?"""

from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import select, update

from service.authorization import SYSTEM
from service.blobs import Blobs, store_from_settings
from service.blobs.models import StoredBlob
from service.index.models import MirroredProject
from service.index.tasks import CLEAN_BLOBS, clean_blobs
from service.jobs.leases import take_job
from service.jobs.performing import perform
from service.jobs.use_cases import enqueue
from service.settings import Settings
from service.versions.models import VersionState
from tests.app_settings import make_settings
from tests.factories.sdks import ready_build
from tests.factories.world import World

pytestmark = pytest.mark.both_databases


def clean(world: World, settings: Settings) -> None:
    """Do the cleaning as a worker does."""
    with world.units.writing() as work:
        enqueue(work, CLEAN_BLOBS, {}, actor=SYSTEM)
    job = take_job(world.units, [CLEAN_BLOBS.name], lease_seconds=60, worker="test")
    assert job is not None
    perform(job, CLEAN_BLOBS, clean_blobs, units=world.units, settings=settings)


def keep(world: World, content: bytes, *, blobs: Blobs) -> str:
    """Keep bytes that nothing names."""
    with world.units.writing() as work:
        return blobs.keep(work, content)


def grow_old(world: World) -> None:
    """Let all blobs be two days old."""
    with world.units.writing() as work:
        old = work.now - timedelta(days=2)
        work.session.execute(update(StoredBlob).values(created_at=old))


def kept(world: World) -> set[str]:
    """Return the digests of all blobs."""
    with world.units.reading() as work:
        return set(work.session.scalars(select(StoredBlob.digest)))


@pytest.mark.parametrize("state", [VersionState.PUBLISHED, VersionState.DISABLED])
def test_what_was_published_stays_and_what_nothing_names_goes(
    world: World, state: VersionState
) -> None:
    version = world.version(world.api(world.group("acme"), "orders"), state=state)
    first = ready_build(world, version)
    second = ready_build(world, version)
    mirrored = keep(world, b"mirrored", blobs=Blobs(None))
    with world.units.writing() as work:
        entry = {"digest": mirrored.removeprefix("sha256:"), "metadata_digest": None}
        work.session.add(MirroredProject(name="httpx", files=[entry], fetched_at=work.now))
    left_over = keep(world, b"left over", blobs=Blobs(None))
    grow_old(world)
    young = keep(world, b"about to be named", blobs=Blobs(None))

    clean(world, make_settings())

    files = {first.wheel_digest, first.sdist_digest, second.wheel_digest, second.sdist_digest}
    assert kept(world) == {*files, mirrored, young}
    assert left_over not in kept(world)


def test_bytes_in_a_folder_go_with_the_blob_that_named_them(world: World, tmp_path: Path) -> None:
    settings = make_settings(blob_store=f"file://{tmp_path}/blobs")
    blobs = Blobs(store_from_settings(settings))
    keep(world, b"left over", blobs=blobs)
    grow_old(world)

    clean(world, settings)

    assert kept(world) == set()
    [file] = [path for path in (tmp_path / "blobs").rglob("*") if path.is_file()]
    assert file.read_bytes() == b"left over"  # younger than a day: the next round finds it
