"""How do tests open our pages in a real browser, and see what the browser refused or fetched?"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Dialog, Page, sync_playwright

from tests.live_server import LiveServer, live_server
from tests.requirements import need_chromium

LAUNCH_OPTIONS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


@dataclass  # without slots: Playwright keeps its wrapper of a method on the object
class Watched:
    """A page, with all that it asked for and all that its policy forbade."""

    page: Page
    requests: list[str] = field(default_factory=list)
    violations: list[str] = field(default_factory=list)
    dialogs: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)

    def note_dialog(self, dialog: Dialog) -> None:
        """Remember that a script asked for attention, and close it."""
        self.dialogs.append(dialog.message)
        dialog.dismiss()

    def note_violation(self, violation: str) -> None:
        """Remember what the page's policy forbade."""
        self.violations.append(violation)

    def outside_requests(self, origin: str) -> list[str]:
        """Return the requests that went anywhere but to `origin`."""
        inside = (origin, "data:", "blob:")
        return [address for address in self.requests if not address.startswith(inside)]


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    """Yield a headless Chromium.

    Playwright keeps an event loop running in this thread while it is open; left open for the
    session, it would be in the way of tests of asynchronous code.
    """
    path = need_chromium()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(LAUNCH_OPTIONS))
        yield browser
        browser.close()


@pytest.fixture
def watched(chromium: Browser) -> Iterator[Watched]:
    """Yield a new page that is watched; nothing outside loopback answers it."""
    page = chromium.new_page(viewport={"width": 1280, "height": 900})
    watch = Watched(page)
    page.on("request", lambda request: watch.requests.append(request.url))
    page.on("dialog", watch.note_dialog)
    page.on("pageerror", lambda error: watch.errors.append(str(error)))
    page.expose_function("reportViolation", watch.note_violation)
    page.add_init_script(
        "document.addEventListener('securitypolicyviolation', (event) =>"
        " window.reportViolation(`${event.violatedDirective} ${event.blockedURI}`))"
    )
    yield watch
    page.close()


@pytest.fixture
def server(database_url: str, tmp_path: Path) -> Iterator[LiveServer]:
    """Yield a server on the test's own database."""
    with live_server({"BINDERY_DATABASE_URL": database_url}, folder=tmp_path) as running:
        yield running
