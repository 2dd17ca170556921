"""Do the pages keep their promises to browsers?"""

import pytest
from flask import Flask

from service.groups.models import Visibility
from service.unit_of_work import UnitsOfWork
from service.web import routes
from service.web.repository import CONTRACTS_SHOWN
from tests.browser.public_version import add_public_version
from tests.factories.world import World

DOCUMENT = {
    "openapi": "3.0.3",
    "info": {"title": "Orders", "version": "1.0.0", "contact": {"url": "javascript:x"}},
    "paths": {},
}
ORIGIN = "http://localhost"
DOCS = "/groups/acme/apis/orders/versions/1.0.0"


def test_pages_are_html_under_a_policy_without_inline_scripts(app: Flask) -> None:
    for address in ("/", "/redoc"):
        answer = app.test_client().get(address)

        assert answer.status_code == 200
        assert answer.content_type == "text/html; charset=utf-8"
        policy = answer.headers["Content-Security-Policy"]
        assert "default-src 'none'" in policy
        assert "unsafe-eval" not in policy
        assert "script-src 'self' 'unsafe-inline'" not in policy


def test_static_files_are_kept_for_ever_and_old_addresses_are_gone(app: Flask) -> None:
    client = app.test_client()
    redirect = client.get("/favicon.ico")

    icon = client.get(redirect.headers["Location"])
    old = client.get("/static/0000000000000000/icon.svg")
    outside = client.get("/static/0000000000000000/../routes.py")

    assert icon.status_code == 200
    assert icon.headers["Cache-Control"] == "public, max-age=31536000, immutable"
    assert [old.status_code, outside.status_code] == [404, 404]
    icon.close()


def test_our_own_document_is_served_and_revalidated(app: Flask) -> None:
    client = app.test_client()
    first = client.get("/openapi.json")

    again = client.get("/openapi.json", headers={"If-None-Match": first.headers["ETag"]})

    assert first.json is not None
    assert first.json["openapi"] == "3.1.0"
    assert again.status_code == 304


@pytest.mark.both_databases
def test_a_public_version_is_shown_and_its_copy_is_harmless(app: Flask, units: UnitsOfWork) -> None:
    add_public_version(units, DOCUMENT)
    client = app.test_client()

    home, page, document = (client.get(a) for a in ("/", f"{DOCS}/docs", f"{DOCS}/document.json"))
    again = client.get(f"{DOCS}/document.json", headers={"If-None-Match": document.headers["ETag"]})

    assert "acme/orders" in home.text
    assert "Orders 1.0.0" in page.text
    assert document.json is not None
    assert document.json["info"]["contact"] == {"url": "about:blank"}
    assert again.status_code == 304


def test_what_is_not_public_has_no_page(app: Flask) -> None:
    answer = app.test_client().get(f"{DOCS}/docs")

    assert answer.status_code == 404
    assert answer.content_type == "text/html; charset=utf-8"
    assert "There is no such page" in answer.text


@pytest.mark.parametrize("setting_values", [{"url_prefix": "/bindery"}])
def test_below_a_prefix_every_address_has_it(app: Flask) -> None:
    client = app.test_client()

    home = client.get("/bindery/", base_url=ORIGIN)
    document = client.get("/bindery/openapi.json", base_url=ORIGIN)
    outside = client.get("/", base_url=ORIGIN)

    assert 'href="/bindery/static/' in home.text
    assert 'href="/bindery/redoc"' in home.text
    assert document.json is not None
    assert document.json["servers"] == [{"url": "/bindery"}]
    assert outside.status_code == 404


@pytest.mark.both_databases
def test_a_long_catalogue_goes_on_on_the_next_page(app: Flask, world: World) -> None:
    group = world.group("acme", visibility=Visibility.PUBLIC)
    for number in range(CONTRACTS_SHOWN + 2):
        world.api(group, f"api-{number:03}")
    client = app.test_client()

    first = client.get("/").text
    second = client.get(f"/?after=acme/api-{CONTRACTS_SHOWN - 1:03}").text

    assert first.count("<h2>") == CONTRACTS_SHOWN
    assert f"/?after=acme/api-{CONTRACTS_SHOWN - 1:03}" in first
    assert second.count("<h2>") == 2
    assert "More contracts" not in second


def test_one_large_document_at_a_time_is_prepared_for_the_viewer(
    app: Flask, units: UnitsOfWork, monkeypatch: pytest.MonkeyPatch
) -> None:
    add_public_version(units, DOCUMENT)
    monkeypatch.setattr(routes, "VIEWER_WAIT_SECONDS", 0.05)
    state: routes.WebState = app.extensions[routes.EXTENSION_NAME]

    with state.viewer_slot():
        busy = app.test_client().get(f"{DOCS}/document.json")
    free = app.test_client().get(f"{DOCS}/document.json")

    assert busy.status_code == 503
    assert busy.headers["Retry-After"]
    assert free.status_code == 200
