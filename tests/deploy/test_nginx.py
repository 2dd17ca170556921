"""Does the shipped nginx configuration protect the threads behind it, and can it be believed?"""

import contextlib
import json
import re
import socket
import ssl
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from service.settings import Settings
from tests.deploy.servers import DEPLOY, Gunicorn, Nginx, nginx_before
from tests.live_server import free_port

STALLED_CALLERS = 4  # twice as many as there are threads behind
SPOOFED = {
    "X-Forwarded-For": "203.0.113.9",
    "X-Forwarded-Proto": "https",
    "X-Forwarded-Host": "evil.example",
    "X-Forwarded-Prefix": "/evil",
}


def ask(port: int, **options: Any) -> httpx.Response:
    """Send one request over a connection of its own."""
    return httpx.post(f"http://127.0.0.1:{port}/", timeout=10, **options)


def environ_of(answer: httpx.Response) -> dict[str, str]:
    """What the application behind saw."""
    seen: dict[str, str] = answer.json()["environ"]
    return seen


@contextlib.contextmanager
def stalled_callers(port: int) -> Iterator[None]:
    """Hold connections that announce a body and never finish it."""
    with contextlib.ExitStack() as stack:
        for _ in range(STALLED_CALLERS):
            caller = stack.enter_context(socket.create_connection(("127.0.0.1", port)))
            caller.sendall(b"POST / HTTP/1.1\r\nHost: slow\r\nContent-Length: 1000\r\n\r\nx")
        time.sleep(0.3)  # until each has its thread, where there is nothing in between
        yield


def test_the_plain_configuration_is_valid(front: Nginx) -> None:
    answer = ask(front.port, content=b"hello")

    assert (answer.status_code, answer.json()["bytes"]) == (200, 5)


def test_stalled_callers_do_not_take_the_threads_behind(front: Nginx) -> None:
    with stalled_callers(front.port):
        answer = ask(front.port, content=b"hello")

    assert answer.status_code == 200


def test_without_nginx_stalled_callers_take_every_thread(behind: Gunicorn) -> None:
    with stalled_callers(behind.port), pytest.raises(httpx.ReadTimeout):
        httpx.post(f"http://127.0.0.1:{behind.port}/", content=b"hello", timeout=2)


def test_a_caller_cannot_say_where_it_comes_from(front: Nginx) -> None:
    seen = environ_of(ask(front.port, headers=SPOOFED))

    forwarded = {name: seen.get(name) for name in sorted(seen) if "FORWARDED" in name}
    assert forwarded == {
        "HTTP_X_FORWARDED_FOR": "127.0.0.1",
        "HTTP_X_FORWARDED_HOST": f"127.0.0.1:{front.port}",
        "HTTP_X_FORWARDED_PROTO": "http",
    }


@pytest.mark.parametrize("offered", ["my-request.1", "a" * 128])
def test_an_acceptable_request_id_is_passed_on(front: Nginx, offered: str) -> None:
    seen = environ_of(ask(front.port, headers={"X-Request-ID": offered}))

    assert seen["HTTP_X_REQUEST_ID"] == offered


@pytest.mark.parametrize("offered", ["no spaces", "a" * 129, '"quoted"', "<b>"])
def test_an_unacceptable_request_id_is_replaced(front: Nginx, offered: str) -> None:
    seen = environ_of(ask(front.port, headers={"X-Request-ID": offered}))

    assert re.fullmatch(r"[0-9a-f]{32}", seen["HTTP_X_REQUEST_ID"])


def test_a_body_that_is_too_large_is_refused_in_the_envelope(front: Nginx) -> None:
    answer = ask(front.port, content=b"x" * 22_100_000, headers={"X-Request-ID": "large"})

    assert answer.status_code == 413
    assert answer.headers["X-Request-ID"] == "large"
    assert {**answer.json()["error"], "message": ""} == {
        "code": "too_large",
        "message": "",
        "details": {},
        "request_id": "large",
    }


def test_the_largest_document_of_the_settings_passes(front: Nginx) -> None:
    answer = ask(front.port, content=b"x" * Settings().max_json_bytes)

    assert answer.json()["bytes"] == 20_000_000


def test_nginx_does_not_let_much_more_through_than_the_application_takes() -> None:
    text = (DEPLOY / "bindery-locations.conf").read_text("utf-8")

    megabytes = int(re.findall(r"client_max_body_size (\d+)m;", text)[0])

    assert 1.0 < megabytes * 1024 * 1024 / Settings().max_json_bytes < 1.2


def test_a_dead_application_is_a_503_in_the_envelope(nginx_program: str, tmp_path: Path) -> None:
    with nginx_before(free_port(), program=nginx_program, folder=tmp_path) as front:
        answer = ask(front.port)

    assert (answer.status_code, answer.headers["Retry-After"]) == (503, "5")
    assert answer.json()["error"]["code"] == "unavailable"


def test_a_flood_from_one_address_is_a_429_in_the_envelope(front: Nginx) -> None:
    with httpx.Client(base_url=f"http://127.0.0.1:{front.port}") as client:
        answers = [client.get("/") for _ in range(600)]

    refused = [answer for answer in answers if answer.status_code != 200]
    assert {answer.status_code for answer in refused} == {429}
    assert {json.loads(answer.content)["error"]["code"] for answer in refused} == {
        "too_many_requests"
    }


def test_the_example_for_tls_serves_https_with_hsts_once(
    nginx_program: str, behind: Gunicorn, certificate: Path, tmp_path: Path
) -> None:
    trust = ssl.create_default_context(cafile=certificate / "fullchain.pem")
    trust.check_hostname = False  # it is reached by its address here

    with nginx_before(
        behind.port, program=nginx_program, folder=tmp_path, certificate=certificate
    ) as front:
        secure = httpx.get(f"https://127.0.0.1:{front.tls_port}/", verify=trust)
        plain = httpx.get(
            f"http://127.0.0.1:{front.port}/a?b=c", headers={"Host": "bindery.example.com"}
        )

    assert secure.headers.get_list("Strict-Transport-Security") == ["max-age=31536000"]
    assert environ_of(secure)["HTTP_X_FORWARDED_PROTO"] == "https"
    assert (plain.status_code, plain.headers["Location"]) == (
        308,
        "https://bindery.example.com/a?b=c",
    )


def test_nginx_refuses_a_broken_configuration(nginx_program: str, tmp_path: Path) -> None:
    broken = tmp_path / "nginx.conf"
    broken.write_text("events {}\nhttp { proxy_request_buffring on; }\n", "utf-8")

    outcome = subprocess.run(  # noqa: S603 - the real nginx, on a file of this test
        [nginx_program, "-t", "-c", broken, "-e", "stderr"], capture_output=True, check=False
    )

    assert outcome.returncode == 1
