"""What does celery load? `celery --app service.worker worker`, and one `beat`."""

import ctypes
import multiprocessing
import os
from pathlib import Path

from celery import signals

from service.doorbell import WORK, Bell, create_celery
from service.job_worker import create_worker
from service.observability import configure_logging
from service.settings import InvalidSettings, load_settings, read_env_file

WORK_SECONDS = 300
"""A worker that has been busy for so long lets its message go: brokers suspect the others."""

settings = load_settings(
    {**read_env_file(Path(os.environ.get("BINDERY_ENV_FILE", ".env"))), **os.environ}
)
if not settings.broker_url:
    raise InvalidSettings(["BINDERY_BROKER_URL: needed here; without a broker: bindery worker"])
app = create_celery(settings)
stops = multiprocessing.RawValue(ctypes.c_bool)  # shared by all processes of this worker
doorbell = Bell(settings)


@signals.setup_logging.connect
def log_as_the_service_does(**_: object) -> None:
    """Keep Celery from logging in its own way."""
    configure_logging(settings)


@signals.worker_shutting_down.connect
def stop(**_: object) -> None:
    """Let those who work end what they do, or hand it back."""
    stops.value = True


@app.task(name=WORK, shared=False)
def work() -> None:
    """Do what is due. The message says nothing more than that there may be something."""
    worker = create_worker(settings, places=1, doorbell=doorbell)
    worker.work_off(lambda: bool(stops.value), seconds=WORK_SECONDS)
