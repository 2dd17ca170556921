"""What does celery find in `service.worker`?"""

import importlib
import os
import sys
from collections.abc import Iterator
from types import ModuleType

import pytest

from service.admin.tasks import SWEEP_INSTANCE
from service.doorbell import WORK
from service.jobs.models import JobState
from service.settings import InvalidSettings
from service.unit_of_work import UnitsOfWork
from tests.factories.jobs import caused, read


@pytest.fixture
def environment(database_url: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[pytest.MonkeyPatch]:
    """Yield the environment, with settings that lead to a broker that is not there."""
    values = {
        "PROFILE": "testing",
        "ENV_FILE": os.devnull,
        "DATABASE_URL": database_url,
        "BROKER_URL": "redis://127.0.0.1:1/0",
    }
    for name, value in values.items():
        monkeypatch.setenv(f"BINDERY_{name}", value)
    yield monkeypatch
    sys.modules.pop("service.worker", None)


def load() -> ModuleType:
    """Import the module as celery does."""
    return importlib.import_module("service.worker")


@pytest.mark.usefixtures("environment")
def test_its_one_task_does_what_is_due(units: UnitsOfWork) -> None:
    job = caused(units, SWEEP_INSTANCE)
    worker = load()

    worker.app.tasks[WORK]()

    assert read(units, job).state is JobState.SUCCEEDED


@pytest.mark.usefixtures("environment")
def test_it_begins_nothing_more_once_it_was_told_to_stop(units: UnitsOfWork) -> None:
    job = caused(units, SWEEP_INSTANCE)
    worker = load()

    worker.stop()
    worker.app.tasks[WORK]()

    assert read(units, job).state is JobState.QUEUED


@pytest.mark.parametrize("url", ["redis://127.0.0.1:1/0", "amqp://127.0.0.1:1//"])
def test_messages_are_json_and_acknowledged_late(environment: pytest.MonkeyPatch, url: str) -> None:
    environment.setenv("BINDERY_BROKER_URL", url)

    conf = load().app.conf

    assert (conf.accept_content, conf.task_serializer) == (["json"], "json")
    assert conf.task_acks_late
    assert conf.task_reject_on_worker_lost
    assert conf.worker_prefetch_multiplier == 1
    assert conf.task_ignore_result


def test_without_a_broker_it_says_what_to_do(environment: pytest.MonkeyPatch) -> None:
    environment.setenv("BINDERY_BROKER_URL", "")

    with pytest.raises(InvalidSettings, match="bindery worker"):
        load()


def test_it_logs_as_the_service_does(environment: pytest.MonkeyPatch) -> None:
    environment.setenv("BINDERY_LOG_LEVEL", "ERROR")
    worker = load()

    worker.log_as_the_service_does()
