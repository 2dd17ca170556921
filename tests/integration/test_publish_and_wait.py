"""Does `bindery publish --wait` wait for the client, and say what came of it?"""

import threading
import time

import pytest
from flask import Flask

from service.cli.exit_codes import ExitCode
from service.job_handlers import JOB_HANDLERS
from service.jobs.leases import take_job
from service.jobs.performing import perform
from service.sdk_packages import BuildFailed, PackageIdentity, Reason
from service.sdks import tasks
from service.sdks.kinds import BUILD_SDK
from tests.app_settings import make_settings
from tests.factories.documents import Publisher, a_publisher, document_bytes
from tests.factories.sdks import EMPTY_SURFACE, tiny_package
from tests.factories.world import World
from tests.integration.test_command_line import ORDERS, CommandLine

REASON = Reason("/paths/~1orders", "Nothing can be made of it.", "Write it otherwise.")


def work_once(world: World, *, reasons: tuple[Reason, ...] = ()) -> None:
    """Do the one job that is about to be there, with a builder that takes no time."""

    def build(_document: object, identity: PackageIdentity, **_: object) -> object:
        if reasons:
            raise BuildFailed(reasons)
        return tiny_package(identity, surface=EMPTY_SURFACE)

    deadline = time.monotonic() + 60
    job = None
    while job is None and time.monotonic() < deadline:
        job = take_job(world.units, [BUILD_SDK.name], lease_seconds=60, worker="test")
        time.sleep(0.02)
    assert job is not None
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(tasks, "build_package", build)
        handler = JOB_HANDLERS[BUILD_SDK]
        perform(job, BUILD_SDK, handler, units=world.units, settings=make_settings())


@pytest.mark.parametrize(
    ("reasons", "told"),
    [
        ((), ["Its Python client is ready: pip install ", "acme-orders-client==1.0.0"]),
        ((REASON,), ["It has no Python client: failed.", "- /paths/~1orders: Nothing can be made"]),
    ],
)
def test_who_waits_is_told_what_came_of_the_client(
    app: Flask, world: World, reasons: tuple[Reason, ...], told: list[str]
) -> None:
    publisher: Publisher = a_publisher(world)
    run = CommandLine(app, publisher.client.token)
    worker = threading.Thread(target=lambda: work_once(world, reasons=reasons))
    worker.start()

    done = run("publish", "-", *ORDERS, "--wait", document=document_bytes("/orders"))
    worker.join()

    assert done.exit_code == ExitCode.YES
    assert "acme/orders 1.0.0 is published." in done.stdout
    for text in told:
        assert text in done.stderr
