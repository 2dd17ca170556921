"""How is a request sent to an address that somebody else has named, without harm to us?

The name is resolved once; every answer is judged; what was judged is what is dialled; and the
address that the socket has in the end is judged again. Nothing is followed, unpacked or kept alive,
and one deadline bounds everything.
"""

import ssl
import time
from collections.abc import Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import KW_ONLY, dataclass
from enum import StrEnum
from typing import Any

import httpcore

from service.outgoing_http.addresses import AddressGuard, Resolve, resolve
from service.outgoing_http.urls import Target

_PIECE = 16 * 1024  # bytes written at once, before the deadline is looked at again
_BESIDE_BODY = 64 * 1024
"""Bytes of an answer beside its body and its framing: who sends interim answers without end would
otherwise have us parse until the deadline, with a processor that others need."""
_Options = Iterable[httpcore.SOCKET_OPTION] | None


class Failure(StrEnum):
    """Why there is no answer."""

    FORBIDDEN_ADDRESS = "forbidden_address"
    NOT_ENCRYPTED = "not_encrypted"
    UNKNOWN_HOST = "unknown_host"
    NOT_CONNECTED = "not_connected"
    UNTRUSTED = "untrusted_certificate"
    TIMED_OUT = "timed_out"
    BROKEN = "broken_answer"


class Undelivered(Exception):
    """There is no answer. The message is fit for who named the address; it tells no internals."""

    def __init__(self, failure: Failure, message: str) -> None:
        self.failure = failure
        super().__init__(message)


@dataclass(frozen=True, slots=True)
class Answer:
    """A status, the fields, as much of the body as was wanted, and how long it took in seconds."""

    status: int
    headers: Mapping[str, str]
    body: bytes
    seconds: float


class OutgoingHttp:
    """Sends requests; safe to share between threads."""

    def __init__(
        self,
        guard: AddressGuard,
        *,
        user_agent: str,
        resolver: Resolve = resolve,
        certificates: ssl.SSLContext | None = None,
    ) -> None:
        self._guard = guard
        self._user_agent = user_agent
        self._resolver = resolver
        self._certificates = certificates or ssl.create_default_context()

    def post(
        self,
        target: Target,
        *,
        body: bytes,
        headers: Mapping[str, str],
        seconds: float = 15.0,
        most_bytes: int = 64 * 1024,
    ) -> Answer:
        """Send a body; return the answer, whatever its status, with its first `most_bytes`.

        Raises `Undelivered`. `seconds` bound everything together: resolving, dialling, sending and
        reading. Where the deadline or the limit cuts the body off after the status was read, what
        has come of it is the answer.
        """
        sent = {**headers, "Content-Length": str(len(body))}
        wanted = _Wanted("POST", target, sent, body, seconds=seconds, most_bytes=most_bytes)
        return self._ask(wanted)

    def get(
        self,
        target: Target,
        *,
        headers: Mapping[str, str],
        seconds: float = 15.0,
        most_bytes: int = 64 * 1024,
    ) -> Answer:
        """Ask for what is there; return the answer as `post` does, and raise as it does.

        Whoever needs all of the body checks it: its digest, say.
        """
        wanted = _Wanted("GET", target, headers, b"", seconds=seconds, most_bytes=most_bytes)
        return self._ask(wanted)

    def _ask(self, wanted: "_Wanted") -> Answer:
        start = time.monotonic()
        target = wanted.target
        most_read = 2 * wanted.most_bytes + _BESIDE_BODY
        limits = _Limits(deadline=start + wanted.seconds, most_read=most_read)
        dialling = _Dialling(self._guard, self._resolver, target, limits)
        own = {"Host": target.authority, "User-Agent": self._user_agent, "Connection": "close"}
        fields = {**own, **wanted.headers}
        with httpcore.ConnectionPool(
            ssl_context=self._certificates, network_backend=dialling, max_connections=1
        ) as pool:
            try:
                return _exchange(pool, wanted, fields, start=start)
            except (httpcore.TimeoutException, TimeoutError):
                message = f"There was no answer within {wanted.seconds:g} seconds."
                raise Undelivered(Failure.TIMED_OUT, message) from None
            except httpcore.ConnectError as fault:
                raise _not_connected(fault) from None
            except (httpcore.NetworkError, httpcore.ProtocolError):
                message = "The connection broke, or what came was no HTTP."
                raise Undelivered(Failure.BROKEN, message) from None


@dataclass(frozen=True, slots=True)
class _Wanted:
    """A request, and within which bounds it is to be answered."""

    method: str
    target: Target
    headers: Mapping[str, str]
    body: bytes
    _: KW_ONLY
    seconds: float
    most_bytes: int


def _exchange(
    pool: httpcore.ConnectionPool, wanted: _Wanted, fields: Mapping[str, str], *, start: float
) -> Answer:
    target = wanted.target
    url = httpcore.URL(
        scheme=target.scheme.encode(),
        host=target.host.encode(),
        port=target.port,
        target=target.path.encode(),
    )
    sent, body = list(fields.items()), wanted.body or None
    with pool.stream(wanted.method, url, headers=sent, content=body) as response:
        received = _first(response, wanted.most_bytes)
        headers = {
            name.decode("latin-1").lower(): value.decode("latin-1")
            for name, value in response.headers
        }
        return Answer(response.status, headers, received, time.monotonic() - start)


def _first(response: httpcore.Response, most_bytes: int) -> bytes:
    received, count = [], 0
    try:
        for piece in response.iter_stream():
            received.append(piece)
            count += len(piece)
            if count >= most_bytes:
                break
    except (httpcore.TimeoutException, httpcore.NetworkError, httpcore.ProtocolError):
        pass  # the status says what the receiver made of it; the body is for people
    return b"".join(received)[:most_bytes]


def _not_connected(fault: httpcore.ConnectError) -> Undelivered:
    if isinstance(fault.__cause__, ssl.SSLError) or isinstance(fault.__context__, ssl.SSLError):
        message = "The certificate is not valid for this host, or TLS failed."
        return Undelivered(Failure.UNTRUSTED, message)
    return Undelivered(Failure.NOT_CONNECTED, "Nobody answers at this host and port.")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Limits:
    """What an exchange may take: until when, by the monotonic clock, and how many bytes to read."""

    deadline: float
    most_read: int


class _Dialling(httpcore.NetworkBackend):
    """Dials the one target, at addresses that were judged, until the deadline."""

    def __init__(
        self, guard: AddressGuard, resolver: Resolve, target: Target, limits: _Limits
    ) -> None:
        self._guard = guard
        self._resolver = resolver
        self._target = target
        self._limits = limits
        self._deadline = limits.deadline
        self._network = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,  # noqa: ARG002 - the deadline bounds it
        local_address: str | None = None,
        socket_options: _Options = None,
    ) -> httpcore.NetworkStream:
        fault: Exception | None = None
        for address in self._judged(host, port):
            try:
                stream = self._network.connect_tcp(
                    address, port, _left(self._deadline), local_address, socket_options
                )
            except httpcore.ConnectError as error:
                fault = error
                continue
            peer = stream.get_extra_info("server_addr")
            if not self._guard.allows(str(peer[0])):
                stream.close()
                raise _forbidden()
            return _Bounded(stream, self._limits)
        raise httpcore.ConnectError(str(fault))

    def connect_unix_socket(self, *_: Any, **__: Any) -> httpcore.NetworkStream:
        raise _forbidden()

    def sleep(self, seconds: float) -> None:
        self._network.sleep(seconds)

    def _judged(self, host: str, port: int) -> list[str]:
        addresses = self._resolved(host, port)
        if not all(map(self._guard.allows, addresses)):
            raise _forbidden()
        if not self._target.is_encrypted and not all(map(self._guard.is_opened, addresses)):
            message = "Plain http is for networks that the operator has named; use https."
            raise Undelivered(Failure.NOT_ENCRYPTED, message)
        return addresses

    def _resolved(self, host: str, port: int) -> list[str]:
        """Resolve in a thread of its own: the system's resolver knows no deadline."""
        helper = ThreadPoolExecutor(1, thread_name_prefix="resolve")
        try:
            answers = helper.submit(self._resolver, host, port).result(_left(self._deadline))
        except TimeoutError:
            raise
        except (OSError, UnicodeError):
            answers = []
        finally:
            helper.shutdown(wait=False)
        if not answers:
            raise Undelivered(Failure.UNKNOWN_HOST, "The host has no address.")
        return list(answers)


class _Bounded(httpcore.NetworkStream):
    """A stream on which nothing takes longer than until the deadline, nor brings too much."""

    def __init__(self, stream: httpcore.NetworkStream, limits: _Limits) -> None:
        self._stream = stream
        self._limits = limits
        self._deadline = limits.deadline
        self._read = 0

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:  # noqa: ARG002 - the deadline bounds it
        if self._read >= self._limits.most_read:
            raise httpcore.ReadError("more than an answer may be")
        piece = self._stream.read(max_bytes, _left(self._deadline))
        self._read += len(piece)
        return piece

    def write(self, buffer: bytes, timeout: float | None = None) -> None:  # noqa: ARG002 - the deadline bounds it
        for first in range(0, len(buffer), _PIECE):
            self._stream.write(buffer[first : first + _PIECE], _left(self._deadline))

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,  # noqa: ARG002 - the deadline bounds it
    ) -> httpcore.NetworkStream:
        secure = self._stream.start_tls(ssl_context, server_hostname, _left(self._deadline))
        return _Bounded(secure, self._limits)

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)


def _left(deadline: float) -> float:
    left = deadline - time.monotonic()
    if left <= 0:
        raise httpcore.TimeoutException("the deadline has passed")
    return left


def _forbidden() -> Undelivered:
    return Undelivered(
        Failure.FORBIDDEN_ADDRESS,
        "The host leads to an address that is not public. An operator can name networks that may be"
        " reached, in BINDERY_OUTGOING_NETWORKS.",
    )
