"""Do the pages work in a real browser, offline, under their policy?"""

import json
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Route

from service.unit_of_work import UnitsOfWork
from service.web.assets import STATIC
from tests.browser.conftest import Watched
from tests.browser.public_version import add_public_version
from tests.live_server import LiveServer

DRAWN = 'h2:has-text("Create a group")'


def hostile_document() -> dict[str, Any]:
    """Return a valid document with a trap in each place that ReDoc turns into HTML."""
    markup = (
        "<script>alert(1)</script><img src=x onerror=alert(2)>"
        "<iframe src='javascript:alert(3)'></iframe><a href='javascript:alert(4)'>link</a>"
        "<form action='https://evil.example/'><button>send</button></form>"
        "[click](javascript:alert(5)) ![picture](https://evil.example/p.png)"
    )
    run = "javascript:alert(6)"
    return {
        "openapi": "3.0.3",
        "info": {
            "title": "Orders <script>alert(7)</script>",
            "version": "1.0.0",
            "description": markup,
            "termsOfService": run,
            "contact": {"name": "Somebody", "url": run},
            "license": {"name": "Own", "url": run},
            "x-logo": {"url": "https://evil.example/logo.png", "href": run},
        },
        "externalDocs": {"url": run, "description": markup},
        "servers": [{"url": run}],
        "tags": [
            {"name": "orders", "description": markup, "externalDocs": {"url": run}},
        ],
        "paths": {
            "/orders": {
                "get": {
                    "tags": ["orders"],
                    "summary": "List the orders",
                    "description": markup,
                    "externalDocs": {"url": run},
                    "responses": {"200": {"description": markup}},
                }
            }
        },
    }


def test_the_catalogue_lists_public_contracts(
    watched: Watched, server: LiveServer, units: UnitsOfWork, tmp_path: Path
) -> None:
    add_public_version(units, hostile_document())

    watched.page.goto(server.url)
    watched.page.screenshot(path=tmp_path / "catalogue.png", full_page=True)

    assert watched.page.locator("h2").all_inner_texts() == ["acme/orders"]
    assert watched.page.locator("tbody th").all_inner_texts() == ["1.0.0"]
    assert watched.violations == []
    assert watched.outside_requests(server.url) == []


def test_redoc_shows_our_own_api_offline_and_breaks_no_rule(
    watched: Watched, server: LiveServer, tmp_path: Path
) -> None:
    watched.page.goto(f"{server.url}/redoc")
    watched.page.locator(DRAWN).first.wait_for(timeout=30_000)
    watched.page.screenshot(path=tmp_path / "redoc.png")

    assert watched.violations == []
    assert watched.outside_requests(server.url) == []
    assert watched.errors == []


def test_redoc_finds_operations_in_its_search(watched: Watched, server: LiveServer) -> None:
    watched.page.goto(f"{server.url}/redoc")
    watched.page.locator(DRAWN).first.wait_for(timeout=30_000)

    watched.page.get_by_placeholder("Search...").fill("member")

    watched.page.locator("[data-role='search:results'] label").first.wait_for(timeout=10_000)
    assert watched.violations == []


def test_a_hostile_document_runs_nothing(
    watched: Watched, server: LiveServer, units: UnitsOfWork
) -> None:
    add_public_version(units, hostile_document())

    watched.page.goto(f"{server.url}/groups/acme/apis/orders/versions/1.0.0/docs")
    watched.page.locator('h2:has-text("List the orders")').first.wait_for(timeout=30_000)

    assert watched.dialogs == []
    assert watched.page.locator("a[href^='javascript:' i]").count() == 0
    assert watched.page.locator("iframe").count() == 0
    assert watched.page.locator("[onerror], [onclick], [onload]").count() == 0
    assert [a for a in watched.outside_requests(server.url) if "evil.example/logo" in a] == []


def test_without_the_viewer_copy_addresses_would_run(
    watched: Watched, server: LiveServer, units: UnitsOfWork, tmp_path: Path
) -> None:
    """The control: given the stored document itself, ReDoc makes links of `javascript:`."""
    del units
    (tmp_path / "raw.json").write_text(json.dumps(hostile_document()))
    bundle = (STATIC / "redoc" / "redoc.standalone.js").read_text(encoding="utf-8")
    (tmp_path / "redoc.js").write_text(bundle, encoding="utf-8")
    page = (
        "<meta charset=utf-8><redoc spec-url='raw.json' sanitize='true'></redoc>"
        "<script src='redoc.js'></script>"
    )
    (tmp_path / "page.html").write_text(page)

    def answer(route: Route) -> None:
        file = tmp_path / route.request.url.rsplit("/", 1)[1]
        if file.is_file():
            route.fulfill(path=file)
        else:
            route.abort()

    watched.page.route("**/*", answer)
    watched.page.goto(f"{server.url}/control/page.html")
    watched.page.locator('h2:has-text("List the orders")').first.wait_for(timeout=30_000)

    assert watched.page.locator("a[href^='javascript:' i]").count() >= 3


@pytest.mark.parametrize("address", ["/redoc", "/"])
def test_a_page_that_breaks_its_policy_is_noticed(
    watched: Watched, server: LiveServer, address: str
) -> None:
    """The control: what the watch reports is really reported."""
    watched.page.goto(server.url + address)

    watched.page.evaluate(
        "() => { const image = document.createElement('img');"
        " image.src = 'https://evil.example/x.png'; document.body.append(image); }"
    )
    for _ in range(100):
        if watched.violations:
            break
        watched.page.wait_for_timeout(100)

    assert any("img-src" in violation for violation in watched.violations)
