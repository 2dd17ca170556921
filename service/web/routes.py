"""Which pages are there? The catalogue, ReDoc for our own API and for each public version."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from threading import BoundedSemaphore
from typing import Any, cast

import orjson
from flask import (
    Blueprint,
    Flask,
    Response,
    current_app,
    redirect,
    render_template,
    request,
    send_from_directory,
    url_for,
)
from werkzeug.wrappers import Response as PlainResponse

from service.authorization import ANONYMOUS
from service.documents.use_cases import read_stored
from service.errors import NotFound, Unavailable
from service.http_api.state import current_settings, current_units
from service.invitations.secret_text import SECRET_PATTERN
from service.sdks.schemas import told_sdk
from service.sdks.use_cases import describe_sdk
from service.versions.use_cases import Place
from service.web.assets import STATIC, Assets, load_assets
from service.web.repository import find_public_document, find_public_title, list_public_contracts
from service.web.viewer import viewer_copy

EXTENSION_NAME = "bindery-web"

PAGE_POLICY = (
    "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none';"
    " frame-ancestors 'none'"
)
REDOC_POLICY = (
    "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self' 'unsafe-inline';"
    " img-src 'self' data:; worker-src blob:; base-uri 'none'; form-action 'none';"
    " frame-ancestors 'none'"
)
"""ReDoc writes its styles into the page and searches in a worker; it gets nothing beyond that."""

VIEWER_WAIT_SECONDS = 15
KEEP_FOR_EVER = "public, max-age=31536000, immutable"

blueprint = Blueprint("web", __name__, template_folder="templates")


@dataclass(frozen=True, slots=True)
class WebState:
    """What the pages share: the assets, our own document, and the place to prepare others' at.

    Strangers may ask for large documents as often as they like; one at a time bounds what that
    costs a process, and leaves the places for publishing alone.
    """

    assets: Assets
    own_document: dict[str, Any]
    preparing: BoundedSemaphore

    @contextmanager
    def viewer_slot(self) -> Iterator[None]:
        """Hold the place; raises `Unavailable` if it does not become free."""
        if not self.preparing.acquire(timeout=VIEWER_WAIT_SECONDS):
            raise Unavailable("Too many large documents at once; try again.")
        try:
            yield
        finally:
            self.preparing.release()


def install_pages(app: Flask, *, own_document: dict[str, Any]) -> None:
    """Add the pages to the application; `own_document` is the OpenAPI document of the API."""
    assets = load_assets()
    app.extensions[EXTENSION_NAME] = WebState(assets, own_document, BoundedSemaphore(1))
    app.register_blueprint(blueprint)
    app.jinja_env.globals["asset"] = lambda name: url_for(
        "web.asset", digest=assets.digests[name], name=name
    )


@blueprint.get("/")
def home() -> Response:
    """List the public contracts."""
    group, _, api = request.args.get("after", "").partition("/")
    with current_units().reading() as work:
        page = list_public_contracts(work.session, after=(group, api))
    return _page(render_template("home.html", page=page), PAGE_POLICY)


@blueprint.get("/redoc")
def redoc() -> Response:
    """Show our own API in ReDoc."""
    return _redoc_page("Bindery's API", url_for("web.openapi_document"))


@blueprint.get("/openapi.json")
def openapi_document() -> Response:
    """Return our own OpenAPI document."""
    document = {**_state().own_document, "servers": [{"url": request.script_root or "/"}]}
    response = Response(orjson.dumps(document), content_type="application/json")
    response.headers["Cache-Control"] = "public, max-age=60"
    response.add_etag()
    return cast("Response", response.make_conditional(request))


@blueprint.get("/groups/<name:group>/apis/<name:api>/versions/<version:version>/docs")
def version_redoc(group: str, api: str, version: str) -> Response:
    """Show a public version in ReDoc."""
    with current_units().reading() as work:
        title = find_public_title(work.session, group=group, api=api, version=version)
    if title is None:
        raise _no_such_page()
    target = url_for("web.version_document", group=group, api=api, version=version)
    return _redoc_page(f"{title} {version}", target)


@blueprint.get("/groups/<name:group>/apis/<name:api>/versions/<version:version>/client")
def version_client(group: str, api: str, version: str) -> Response:
    """Say how the client of a public version is installed, or why there is none."""
    place = Place(group=group, api=api, version=version)
    with current_units().reading() as work:
        told = describe_sdk(work, ANONYMOUS, place=place)
    root = (current_settings().public_url or request.url_root).rstrip("/")
    sdk = told_sdk(told, index_url=f"{root}/simple/")
    return _page(render_template("client.html", sdk=sdk), PAGE_POLICY)


@blueprint.get("/groups/<name:group>/apis/<name:api>/versions/<version:version>/document.json")
def version_document(group: str, api: str, version: str) -> Response:
    """Return the copy of a public version's document that ReDoc may be given."""
    with current_units().reading() as work:
        found = find_public_document(work.session, group=group, api=api, version=version)
    if found is None:
        raise _no_such_page()
    response = Response(content_type="application/json")
    response.headers["Cache-Control"] = "public, no-cache"
    response.set_etag(found.checksum.replace(":", "-"))
    if request.if_none_match.contains(response.get_etag()[0] or ""):
        return cast("Response", response.make_conditional(request))
    with _state().viewer_slot():
        response.set_data(orjson.dumps(viewer_copy(read_stored(found.content).content)))
    return response


@blueprint.get("/static/<digest>/<path:name>")
def asset(digest: str, name: str) -> Response:
    """Return a static file, to be kept for ever: other content has another address."""
    if not _state().assets.is_current(name, digest):
        raise _no_such_page()
    response = send_from_directory(STATIC, name, conditional=True)
    response.headers["Cache-Control"] = KEEP_FOR_EVER
    return response


@blueprint.get("/favicon.ico")
def favicon() -> PlainResponse:
    """Lead browsers that ask by habit to the icon."""
    digests = _state().assets.digests
    return redirect(url_for("web.asset", digest=digests["icon.svg"], name="icon.svg"))


@blueprint.get("/invitations/<string(length=43):secret>")
def invitation(secret: str) -> Response:
    """Say how an invitation is accepted; it is not looked up, and nothing is used up."""
    if not re.fullmatch(SECRET_PATTERN, secret):
        raise _no_such_page()
    root = (current_settings().public_url or request.url_root).rstrip("/")
    page = _page(render_template("invitation.html", root=root, secret=secret), PAGE_POLICY)
    page.headers["Cache-Control"] = "no-store"
    page.headers["Referrer-Policy"] = "no-referrer"  # the address of this page is the secret
    return page


def _redoc_page(title: str, document_url: str) -> Response:
    page = render_template("redoc.html", title=title, document_url=document_url)
    return _page(page, REDOC_POLICY)


def _page(text: str, policy: str) -> Response:
    response = Response(text, content_type="text/html; charset=utf-8")
    response.headers["Content-Security-Policy"] = policy
    response.headers["Cache-Control"] = "no-cache"
    return response


def _state() -> WebState:
    return cast("WebState", current_app.extensions[EXTENSION_NAME])


def _no_such_page() -> NotFound:
    return NotFound("There is no such page, or not for everybody.")
