"""Who answers so that the sender suffers? Servers on loopback, one for each way."""

import gzip
import re
import socket
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from types import MappingProxyType

Behaviour = Callable[[socket.socket, threading.Event], None]

_OK = b"HTTP/1.1 200 OK\r\n"


def _silent(_: socket.socket, ended: threading.Event) -> None:
    ended.wait()


def _drips_headers(connection: socket.socket, ended: threading.Event) -> None:
    connection.sendall(_OK)
    while not ended.wait(0.05):
        connection.sendall(b"X-Drop: 1\r\n")


def _drips_status(connection: socket.socket, ended: threading.Event) -> None:
    for byte in _OK * 100:
        if ended.wait(0.05):
            return
        connection.sendall(bytes([byte]))


def _drips_body(connection: socket.socket, ended: threading.Event) -> None:
    connection.sendall(_OK + b"Content-Length: 100000\r\n\r\n")
    while not ended.wait(0.05):
        connection.sendall(b"x")


def _endless_body(connection: socket.socket, ended: threading.Event) -> None:
    connection.sendall(_OK + b"Content-Length: 1000000000\r\n\r\n")
    while not ended.is_set():
        connection.sendall(b"x" * 65_536)


def _endless_chunks(connection: socket.socket, ended: threading.Event) -> None:
    connection.sendall(_OK + b"Transfer-Encoding: chunked\r\n\r\n")
    while not ended.is_set():
        connection.sendall(b"1\r\nx\r\n" * 1_000)


def _header_flood(connection: socket.socket, ended: threading.Event) -> None:
    connection.sendall(_OK)
    while not ended.is_set():
        connection.sendall(b"X-Flood: " + b"y" * 8_000 + b"\r\n")


def _packed_bomb(connection: socket.socket, _: threading.Event) -> None:
    bomb = gzip.compress(b"\0" * 50_000_000)
    head = f"Content-Encoding: gzip\r\nContent-Length: {len(bomb)}\r\n\r\n".encode()
    connection.sendall(_OK + head + bomb)


def _endless_continue(connection: socket.socket, ended: threading.Event) -> None:
    while not ended.is_set():
        connection.sendall(b"HTTP/1.1 100 Continue\r\n\r\n" * 100)


def _no_http(connection: socket.socket, _: threading.Event) -> None:
    connection.sendall(b"\x00\xff" * 1_000 + b"\r\n\r\n")


def _hangs_up(connection: socket.socket, _: threading.Event) -> None:
    connection.close()


def _redirects(connection: socket.socket, _: threading.Event) -> None:
    place = b"Location: http://127.0.0.1:1/inside\r\nContent-Length: 0\r\n\r\n"
    connection.sendall(b"HTTP/1.1 307 Temporary Redirect\r\n" + place)


HOSTILE: MappingProxyType[str, Behaviour] = MappingProxyType(
    {
        "silent": _silent,
        "drips its status": _drips_status,
        "drips its headers": _drips_headers,
        "drips its body": _drips_body,
        "has an endless body": _endless_body,
        "has endless chunks": _endless_chunks,
        "floods with headers": _header_flood,
        "packs a bomb": _packed_bomb,
        "continues for ever": _endless_continue,
        "speaks no HTTP": _no_http,
        "hangs up": _hangs_up,
        "redirects inside": _redirects,
    }
)


def read_request(connection: socket.socket) -> bytes:
    """Return a whole request: who answers before that resets the connection by closing it."""
    heard = b""
    while True:
        head, end, body = heard.partition(b"\r\n\r\n")
        length = re.search(rb"(?i)content-length: *(\d+)", head)
        if end and len(body) >= (int(length[1]) if length else 0):
            return heard
        piece = connection.recv(65_536)
        if not piece:
            return heard
        heard += piece


@contextmanager
def receiver(behaviour: Behaviour, *, reads_first: bool = True) -> Iterator[int]:
    """Serve in this way, after having read a request or at once; yield the port."""
    ended = threading.Event()
    listener = socket.create_server(("127.0.0.1", 0))

    def answer(connection: socket.socket) -> None:
        with suppress(OSError), connection:
            connection.settimeout(5)
            if reads_first:
                read_request(connection)
            behaviour(connection, ended)

    def accept() -> None:
        with suppress(OSError):
            while True:
                connection, _ = listener.accept()
                threading.Thread(target=answer, args=(connection,), daemon=True).start()

    threading.Thread(target=accept, daemon=True).start()
    try:
        yield listener.getsockname()[1]
    finally:
        ended.set()
        with suppress(OSError):
            listener.shutdown(socket.SHUT_RDWR)
        listener.close()


@contextmanager
def all_of_them() -> Iterator[list[int]]:
    """Serve in every way from a process of its own, whose work is not ours; yield the ports."""
    with subprocess.Popen(
        [sys.executable, "-m", "tests.hostile_receivers"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout is not None
        try:
            yield [int(port) for port in process.stdout.readline().split()]
        finally:
            process.kill()


if __name__ == "__main__":
    with ExitStack() as stack:
        sys.stdout.write(
            " ".join(str(stack.enter_context(receiver(one))) for one in HOSTILE.values()) + "\n"
        )
        sys.stdout.flush()
        sys.stdin.read()
