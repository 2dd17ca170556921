"""Does a request go only where it may, and does it end in time whoever answers?"""

import itertools
import shutil
import socket
import ssl
import subprocess
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from ipaddress import ip_network
from pathlib import Path

import httpx
import pytest

from service.outgoing_http import (
    AddressGuard,
    Answer,
    Failure,
    OutgoingHttp,
    Undelivered,
    UnusableUrl,
    read_target,
)
from tests.hostile_receivers import HOSTILE, read_request, receiver
from tests.requirements import absent

_LOOPBACK = AddressGuard([ip_network("127.0.0.0/8")])
_SECONDS = 1.0
_PATIENCE = 10.0  # generous: the machine may be busy


def _client(guard: AddressGuard = _LOOPBACK, addresses: Sequence[str] = ()) -> OutgoingHttp:
    if not addresses:
        return OutgoingHttp(guard, user_agent="Bindery")
    return OutgoingHttp(guard, user_agent="Bindery", resolver=lambda _host, _port: addresses)


def _post(client: OutgoingHttp, url: str, *, seconds: float = _SECONDS) -> Answer:
    return client.post(read_target(url), body=b'{"a": 1}', headers={"X-Id": "7"}, seconds=seconds)


class _Canary:
    """A server that counts who reaches it, and remembers what it was told last."""

    def __init__(self) -> None:
        self.hits = 0
        self.heard = b""

    def answer(self, connection: socket.socket, _: object) -> None:
        self.hits += 1
        connection.sendall(b"HTTP/1.1 204 No Content\r\nX-Seen: yes\r\n\r\n")


@contextmanager
def _canary() -> Iterator[tuple[_Canary, int]]:
    canary = _Canary()
    with receiver(canary.answer) as port:
        yield canary, port


def test_a_request_arrives_and_the_answer_comes_back() -> None:
    with _canary() as (canary, port):
        answer = _post(_client(), f"http://127.0.0.1:{port}/hook")

    assert (answer.status, answer.headers["x-seen"], canary.hits) == (204, "yes", 1)


@pytest.mark.parametrize(
    "host",
    ["127.0.0.1", "127.0.0.2", "localhost", "[::1]", "[::ffff:127.0.0.1]", "0.0.0.0"],  # noqa: S104 - dialled, not bound
)
def test_what_is_not_public_is_never_dialled(host: str) -> None:
    with _canary() as (canary, port):
        for scheme in ("http", "https"):
            with pytest.raises(Undelivered) as refused:
                _post(_client(AddressGuard()), f"{scheme}://{host}:{port}/")
            assert refused.value.failure is Failure.FORBIDDEN_ADDRESS

    assert canary.hits == 0


@pytest.mark.parametrize("host", ["127.1", "0x7f000001", "2130706433", "0177.0.0.1"])
def test_other_spellings_of_loopback_are_no_urls_but_lead_others_there(host: str) -> None:
    with _canary() as (canary, port):
        with pytest.raises(UnusableUrl):
            read_target(f"http://{host}:{port}/")
        assert canary.hits == 0

        with socket.create_connection((host, port)) as connection:
            connection.sendall(b"GET / HTTP/1.1\r\n\r\n")
            connection.recv(100)
        assert canary.hits == 1, "the control: who dials without the check arrives there"


def test_a_name_that_has_one_closed_address_beside_a_public_one_is_refused() -> None:
    with _canary() as (canary, port), pytest.raises(Undelivered) as refused:
        _post(_client(AddressGuard(), ["1.1.1.1", "127.0.0.1"]), f"https://two.example:{port}/")

    assert refused.value.failure is Failure.FORBIDDEN_ADDRESS
    assert canary.hits == 0


def test_a_name_that_changes_its_address_after_the_check_is_not_followed() -> None:
    """Rebinding: the first look finds an open address, the next one the canary's."""
    guard = AddressGuard([ip_network("127.0.0.2/32")])
    answers = itertools.cycle([["127.0.0.2"], ["127.0.0.1"]])
    client = OutgoingHttp(guard, user_agent="Bindery", resolver=lambda _host, _port: next(answers))
    with _canary() as (canary, port):
        for _ in range(1_000):
            with pytest.raises(Undelivered):
                _post(client, f"http://rebinding.example:{port}/")
        assert canary.hits == 0

        (checked,), (dialled,) = next(answers), next(answers)
        assert guard.allows(checked)
        httpx.get(f"http://{dialled}:{port}/")
        assert canary.hits == 1, "the control: who checks and then asks again arrives there"


def test_a_redirect_is_an_answer_and_is_not_followed() -> None:
    with receiver(HOSTILE["redirects inside"]) as port:
        answer = _post(_client(), f"http://127.0.0.1:{port}/")

    assert answer.status == httpx.codes.TEMPORARY_REDIRECT


@pytest.mark.parametrize("name", HOSTILE)
def test_whoever_answers_a_request_ends_in_time_and_holds_little(name: str) -> None:
    with receiver(HOSTILE[name]) as port:
        start = time.monotonic()
        try:
            answer = _post(_client(), f"http://127.0.0.1:{port}/")
        except Undelivered as failed:
            ending = failed.failure in {Failure.TIMED_OUT, Failure.BROKEN}
        else:
            ending = len(answer.body) <= 64 * 1024

    assert ending
    assert time.monotonic() - start < _SECONDS + _PATIENCE


def test_a_handshake_that_never_ends_is_cut_off() -> None:
    with receiver(HOSTILE["silent"]) as port, pytest.raises(Undelivered) as failed:
        _post(_client(), f"https://127.0.0.1:{port}/")

    assert failed.value.failure is Failure.TIMED_OUT


def test_a_certificate_that_nobody_vouches_for_is_not_trusted(tmp_path: Path) -> None:
    key, certificate = tmp_path / "key.pem", tmp_path / "certificate.pem"
    _make_certificate(key, certificate)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)

    def secure(connection: socket.socket, _: object) -> None:
        with suppress(OSError), context.wrap_socket(connection, server_side=True) as stream:
            read_request(stream)
            stream.sendall(b"HTTP/1.1 204 No Content\r\n\r\n")

    trusting = ssl.create_default_context(cafile=str(certificate))
    with receiver(secure, reads_first=False) as port:
        url = f"https://localhost:{port}/"
        with pytest.raises(Undelivered) as failed:
            _post(_client(_LOOPBACK, ["127.0.0.1"]), url)
        client = OutgoingHttp(
            _LOOPBACK,
            user_agent="Bindery",
            resolver=lambda _host, _port: ["127.0.0.1"],
            certificates=trusting,
        )
        assert _post(client, url, seconds=_PATIENCE).status == httpx.codes.NO_CONTENT

    assert failed.value.failure is Failure.UNTRUSTED


def _make_certificate(key: Path, certificate: Path) -> None:
    program = shutil.which("openssl")
    if program is None:
        absent("openssl", "There is no openssl here to make a certificate with.")
    options = ["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=localhost"]
    names = ("-addext", "subjectAltName=DNS:localhost")
    files = ("-keyout", str(key), "-out", str(certificate))
    subprocess.run([str(program), *options, *names, *files], check=True, capture_output=True)  # noqa: S603 - openssl


def test_plain_http_is_for_named_networks() -> None:
    with pytest.raises(Undelivered) as refused:
        _post(_client(AddressGuard(), ["1.1.1.1"]), "http://public.example/")

    assert refused.value.failure is Failure.NOT_ENCRYPTED


def test_a_name_without_an_address_is_told() -> None:
    with pytest.raises(Undelivered) as failed:
        _post(_client(), "https://nowhere.invalid/", seconds=_PATIENCE)

    assert failed.value.failure is Failure.UNKNOWN_HOST


def test_a_resolver_that_hangs_is_not_waited_for() -> None:
    def hanging(_host: str, _port: int) -> list[str]:
        time.sleep(3)
        return []

    client = OutgoingHttp(_LOOPBACK, user_agent="Bindery", resolver=hanging)
    start = time.monotonic()

    with pytest.raises(Undelivered) as failed:
        _post(client, "https://slow.example/", seconds=0.2)

    assert failed.value.failure is Failure.TIMED_OUT
    assert time.monotonic() - start < 2.5  # before the resolver returns


def test_nobody_listening_is_told() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]

    with pytest.raises(Undelivered) as failed:
        _post(_client(), f"http://127.0.0.1:{port}/")

    assert failed.value.failure is Failure.NOT_CONNECTED
