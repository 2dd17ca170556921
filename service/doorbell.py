"""How do workers learn at once that there may be work? A message without content, through Celery.

The jobs themselves are rows. A bell that nobody hears costs time, never work: beat rings every few
seconds, and whoever does a job while another is due rings for the next worker.
"""

import os
import threading
from typing import TYPE_CHECKING, Any

import structlog

from service.settings import Settings
from service.unit_of_work import Doorbell, silent_doorbell

if TYPE_CHECKING:
    from celery import Celery

WORK = "bindery.work"
"""The name of the one task: there may be work."""
SWEEP_SECONDS = 15
BELL_LIVES_SECONDS = 60
"""A bell that no worker has heard by then is dropped: beat has rung again meanwhile."""
_PATIENCE = 0.5
"""Seconds for one step of ringing; nobody waits for it."""
_log = structlog.get_logger("service.doorbell")


def create_celery(settings: Settings, *, patience: float | None = None) -> "Celery":
    """Return a Celery application on the broker of the settings; it connects to nothing yet.

    With `patience`, no single step of talking to the broker takes longer: for those who ring.
    """
    from celery import Celery  # noqa: PLC0415 - without a broker, nobody pays for it

    celery = Celery("bindery", broker=settings.broker_url, set_as_current=False)
    is_redis = settings.broker_url.startswith("redis")
    if patience is not None:
        celery.conf.broker_connection_timeout = patience
    celery.conf.update(
        accept_content=["json"],
        task_serializer="json",
        task_ignore_result=True,
        task_default_queue=settings.broker_queue,
        task_default_queue_type="classic" if is_redis else "quorum",
        task_publish_retry=patience is None,  # or beat would go on with a dead connection
        task_acks_late=True,
        task_reject_on_worker_lost=True,
        task_acks_on_failure_or_timeout=True,
        worker_prefetch_multiplier=1,
        worker_hijack_root_logger=False,
        worker_redirect_stdouts=False,
        worker_enable_remote_control=False,  # a door that nobody watches
        broker_connection_retry_on_startup=True,
        broker_connection_max_retries=None,
        broker_transport_options=_transport_options(patience, is_redis=is_redis),
        beat_scheduler="celery.beat:Scheduler",  # nothing worth keeping in a file
        beat_schedule={
            "sweep": {
                "task": WORK,
                "schedule": SWEEP_SECONDS,
                "options": {"expires": SWEEP_SECONDS},
            }
        },
    )
    return celery


def _transport_options(patience: float | None, *, is_redis: bool) -> dict[str, Any]:
    options: dict[str, Any]
    if is_redis:
        options = {"visibility_timeout": 3600}
        timeouts = ("socket_timeout", "socket_connect_timeout")
    else:
        options = {"confirm_publish": True}
        timeouts = ("read_timeout", "write_timeout")
    return options if patience is None else options | dict.fromkeys(timeouts, patience)


def create_doorbell(settings: Settings) -> Doorbell:
    """Return what the web rings: nothing where there is no broker."""
    if not settings.broker_url:
        return silent_doorbell
    return BackgroundBell(settings)


class Bell:
    """Rings, which takes the time that the broker takes, within bounds; never raises.

    For one thread at a time. A process that was forked gets connections of its own.
    """

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._process: int | None = None
        self._used: list[Celery] = []

    def __call__(self) -> None:
        """Ring once; anew if the connection turns out to be a dead one."""
        if self._process != os.getpid() or not self._ring():
            self._process = os.getpid()
            self._used = [create_celery(self._settings, patience=_PATIENCE), *self._used[:1]]
            self._ring()

    def _ring(self) -> bool:
        try:
            self._used[0].send_task(WORK, retry=False, expires=BELL_LIVES_SECONDS)
        except Exception as fault:  # noqa: BLE001 - brokers fail in more ways than libraries name
            _log.warning("the bell was not heard", reason=type(fault).__name__)
            return False
        return True


class BackgroundBell:
    """Rings in a thread of its own, so that whoever wants it rung never waits.

    Many who ring at the same moment are one bell. The thread begins with the first ringing, and
    anew in each process, since gunicorn forks.
    """

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._lock = threading.Lock()
        self._process: int | None = None
        self._wanted = threading.Event()

    def __call__(self) -> None:
        """See to it that the bell is rung soon."""
        if self._process != os.getpid():
            self._begin()
        self._wanted.set()

    def _begin(self) -> None:
        with self._lock:
            if self._process == os.getpid():
                return
            self._wanted = threading.Event()
            ringer = threading.Thread(
                target=self._ring, args=(self._wanted,), name="doorbell", daemon=True
            )
            ringer.start()
            self._process = os.getpid()

    def _ring(self, wanted: threading.Event) -> None:
        bell = Bell(self._settings)
        while True:
            wanted.wait()
            wanted.clear()
            bell()
