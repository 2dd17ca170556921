"""Who takes what webhooks send? Real receivers on loopback, and a deliverer to try them with."""

import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from ipaddress import ip_network

from service.outgoing_http import AddressGuard, OutgoingHttp
from service.unit_of_work import UnitsOfWork
from service.webhooks.deliverer import Deliverer, DelivererPace
from service.webhooks.retry_schedule import RetrySchedule
from tests.app_settings import make_settings

LOOPBACK = AddressGuard([ip_network("127.0.0.0/8")])
QUICK = DelivererPace(poll=0.02, lease=45, pause_after_fault=0.1)


@dataclass(frozen=True, slots=True)
class Heard:
    """A request as it came."""

    headers: Mapping[str, str]
    body: bytes
    at: float

    @property
    def id(self) -> str:
        """The event's id."""
        return self.headers["webhook-id"]


@dataclass(slots=True)
class Receiver:
    """What a receiver has heard, and what it answers next."""

    url: str = ""
    heard: list[Heard] = field(default_factory=list)
    status: int = 204
    answer: bytes = b""
    headers: dict[str, str] = field(default_factory=dict)
    moment_of: dict[str, datetime] = field(default_factory=dict)

    @property
    def ids(self) -> list[str]:
        """The ids of the events, as they came."""
        return [one.id for one in self.heard]


@contextmanager
def receiving() -> Iterator[Receiver]:
    """Serve on loopback; yield the receiver."""
    receiver = Receiver()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            headers = {name.lower(): value for name, value in self.headers.items()}
            receiver.heard.append(Heard(headers, body, time.monotonic()))
            self.send_response(receiver.status)
            for name, value in receiver.headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(receiver.answer)))
            self.end_headers()
            self.wfile.write(receiver.answer)

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    receiver.url = f"http://127.0.0.1:{server.server_address[1]}/hook"
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield receiver
    finally:
        server.shutdown()
        server.server_close()


def deliverer(
    units: UnitsOfWork, *, guard: AddressGuard = LOOPBACK, places: int = 8, pace: float = 1.0
) -> Deliverer:
    """Return a deliverer; `pace` makes its waits shorter."""
    return Deliverer(
        units,
        OutgoingHttp(guard, user_agent="Bindery"),
        secret_key=make_settings().secret_key,
        places=places,
        schedule=RetrySchedule(pace=pace),
        pace=QUICK,
    )
