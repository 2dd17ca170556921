"""Does the link of an invitation lead people in, without giving its secret away?"""

import json
import re
from html import unescape
from urllib.parse import urlsplit

import pytest
from flask import Flask

from tests.factories.identities import OTHER_PASSWORD
from tests.factories.world import World
from tests.http_api.log_lines import log_lines

TO_ACME = {"email": "bob@example.com", "group": "acme", "role": "publisher"}


@pytest.fixture
def setting_values() -> dict[str, object]:
    """Return settings by which requests are logged."""
    return {"log_level": "INFO"}


@pytest.fixture
def link(world: World) -> str:
    """Return the link of an invitation, without the server's address."""
    alice = world.user("alice")
    world.group("acme", owner=alice)
    sent = world.client(alice).post("/invitations", json=TO_ACME)
    return urlsplit(str(sent.json["link"])).path


def test_who_follows_the_page_comes_in(app: Flask, world: World, link: str) -> None:
    pages = [app.test_client().get(link) for _ in range(2)]
    address, body, *_ = map(unescape, re.findall("<pre>(.*?)</pre>", pages[0].text, re.DOTALL))

    path = urlsplit(re.findall("'(http[^']*)'", address)[0]).path.removeprefix("/api/v1")
    values = {**json.loads(body), "username": "bob", "password": OTHER_PASSWORD}
    accepted = world.anonymous().post(path, json=values)

    assert [page.status_code for page in pages] == [200, 200]
    assert accepted.status_code == 201


def test_the_page_is_neither_kept_nor_named_to_others(app: Flask, link: str) -> None:
    with log_lines() as lines:
        page = app.test_client().get(link)

    assert page.headers["Cache-Control"] == "no-store"
    assert page.headers["Referrer-Policy"] == "no-referrer"
    assert "default-src 'none'" in page.headers["Content-Security-Policy"]
    assert [line["route"] for line in lines.values] == ["/invitations/<string(length=43):secret>"]
    assert link.rsplit("/", 1)[1] not in lines.text


def test_the_page_looks_the_same_for_whatever_could_be_a_secret(app: Flask, link: str) -> None:
    secret = link.rsplit("/", 1)[1]

    good = app.test_client().get(link)
    unknown = app.test_client().get("/invitations/" + "x" * 43)

    assert unknown.status_code == 200
    assert good.text.replace(secret, "x" * 43) == unknown.text


@pytest.mark.parametrize("secret", ["x", "x" * 44, "<b>" + "x" * 40, "'" * 43])
def test_what_is_no_secret_has_no_page(app: Flask, secret: str) -> None:
    answer = app.test_client().get(f"/invitations/{secret}")

    assert answer.status_code == 404
