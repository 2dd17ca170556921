"""Where do pip, uv and Poetry find packages?

What is not usable, or not for the caller, does not exist: whether a package of a private group is
there cannot be told from the answers.
"""

import re
from functools import wraps
from typing import Any, cast
from urllib.parse import quote

from flask import Blueprint, Flask, Response, current_app, g, redirect, request, url_for
from werkzeug.exceptions import NotAcceptable, NotFound
from werkzeug.wrappers import Response as PlainResponse

from service.authorization import Actor, Scope
from service.blobs import Blobs, store_from_settings
from service.errors import NotAuthenticated
from service.http_api.state import current_settings, current_units, service_state
from service.index import pages
from service.index.callers import bearer_of
from service.index.file_answers import BINARY, answer_bytes, answer_file
from service.index.mirroring import Mirror
from service.index.pages import IndexFile
from service.index.releases import told_release
from service.index.repository import Release, ReleaseRepository
from service.settings import Settings

blueprint = Blueprint("index", __name__)

_PRODUCED = (pages.PLAIN_HTML, pages.JSON, pages.HTML, *pages.LATEST)
_PROJECT = re.compile(r"[A-Za-z0-9]([A-Za-z0-9._-]{0,126}[A-Za-z0-9])?")
_FILE = re.compile(r"[A-Za-z0-9][A-Za-z0-9._+!-]{0,399}")
_DIGEST = re.compile(r"[0-9a-f]{64}")
EXTENSION_NAME = "bindery-index"
_MISSING = (
    "What they need themselves, such as httpx, is not here: an operator can let this index mirror"
    " it (BINDERY_INDEX_UPSTREAM)."
)
_NOTE = "These are the clients of the APIs that you may see."


def _for_caller(view: Any) -> Any:
    """Let a view be called for whoever asks; bad credentials are answered with a 401."""

    @wraps(view)
    def calling(**values: str) -> PlainResponse:
        try:
            authorization = bearer_of(request.headers.get("Authorization"))
            actor = service_state().identify_actor(current_units(), authorization)
        except NotAuthenticated as refusal:
            g.error_code = refusal.code
            return _ask_for_token(refusal.message)
        if not actor.has_scope(Scope.READ):
            raise NotFound
        return cast("PlainResponse", view(actor, **values))

    return calling


@blueprint.get("/simple/")
@_for_caller
def projects(actor: Actor) -> Response:
    """List the packages that the caller may install."""
    mirrored = _mirror().names
    with current_units().reading() as work:
        names = [*ReleaseRepository(work.session, actor).list_packages(), *mirrored]
    kind = _acceptable()
    if kind == pages.JSON:
        return _page(pages.projects_as_json(names), kind)
    return _page(pages.projects_as_html(names, _NOTE if mirrored else f"{_NOTE} {_MISSING}"), kind)


@blueprint.get("/simple/<project>/")
@_for_caller
def project(actor: Actor, project: str) -> PlainResponse:
    """List the files of a package."""
    name = _normalised(project)
    if name != project:
        return redirect(url_for("index.project", project=name), 301)
    with current_units().reading() as work:
        releases = ReleaseRepository(work.session, actor)
        found = releases.list_releases(name)
        is_ours = bool(found) or releases.exists(name)
    kind = _acceptable()
    if not is_ours:
        return _mirrored_project(name, kind)
    files = [file for release in found for file in _files(release, _successor(found))]
    if kind == pages.JSON:
        versions = [release.version for release in found]
        return _page(pages.project_as_json(name, versions, files), kind)
    return _page(pages.project_as_html(name, files), kind)


@blueprint.get("/files/<digest>/<name>")
@_for_caller
def file(actor: Actor, digest: str, name: str) -> PlainResponse:
    """Return a file of a package, or the metadata of one."""
    if not _DIGEST.fullmatch(digest) or not _FILE.fullmatch(name):
        raise NotFound
    units, stored = current_units(), f"sha256:{digest}"
    wanted, is_metadata = name.removesuffix(".metadata"), name.endswith(".metadata")
    with units.reading() as work:
        releases = ReleaseRepository(work.session, actor)
        release = releases.find_file(stored, wanted)
        if release is None:
            raise NotFound
        metadata = releases.find_metadata(release) if is_metadata else None
    if not is_metadata:
        size = release.wheel_size if wanted == release.wheel_name else release.sdist_size
        blobs = Blobs(store_from_settings(current_settings()))
        return answer_file(units, blobs, digest=stored, size=size, is_public=release.is_public)
    if metadata is None or wanted != release.wheel_name:
        raise NotFound
    return answer_bytes(
        metadata,
        digest=release.metadata_digest,
        content_type=BINARY,
        is_public=release.is_public,
    )


@blueprint.get("/mirror/<project>/<digest>/<name>")
@_for_caller
def mirrored_file(_actor: Actor, project: str, digest: str, name: str) -> PlainResponse:
    """Return a file of a package that is mirrored, or the metadata of one."""
    if not _DIGEST.fullmatch(digest) or not _FILE.fullmatch(name):
        raise NotFound
    units = current_units()
    kept = _mirror().provide(units, project, digest=digest, file=name)
    blobs = Blobs(store_from_settings(current_settings()))
    return answer_file(units, blobs, digest=kept.digest, size=kept.size, is_public=True)


def _mirrored_project(name: str, kind: str) -> Response:
    told = _mirror().list_files(current_units(), name)
    files = [
        IndexFile(
            **{
                **entry,
                "url": f"../../mirror/{name}/{entry['digest']}/{quote(entry['name'], safe='')}",
            }
        )
        for entry in told
    ]
    if kind != pages.JSON:
        return _page(pages.project_as_html(name, files), kind)
    return _page(pages.project_as_json(name, None, files), kind)


def install_index(app: Flask, settings: Settings) -> None:
    """Add the index to the application."""
    app.extensions[EXTENSION_NAME] = Mirror(settings)
    app.register_blueprint(blueprint)


def _mirror() -> Mirror:
    return cast("Mirror", current_app.extensions[EXTENSION_NAME])


def _files(release: Release, successor: str | None) -> list[IndexFile]:
    return [
        told_release(release, kind=kind, url=_file_url, successor=successor)
        for kind in ("sdist", "wheel")
    ]


def _file_url(digest: str, name: str) -> str:
    """Return where a file is, seen from the page of its project.

    Relative, so that it holds behind any proxy, and installers go on with the credentials that
    stand in the address of the index.
    """
    return f"../../files/{digest.partition(':')[2]}/{quote(name, safe='')}"


def _successor(releases: list[Release]) -> str | None:
    """Return the version to move to from one that is being retired: the newest in good standing."""
    current = [release for release in releases if release.state == "published"]
    return current[-1].api_version if current else None


def _normalised(project: str) -> str:
    if not _PROJECT.fullmatch(project):
        raise NotFound
    return re.sub(r"[-_.]+", "-", project).lower()


def _acceptable() -> str:
    """Return the kind of page that the caller likes best. Raises `NotAcceptable`."""
    if "Accept" not in request.headers:
        return pages.PLAIN_HTML
    best = request.accept_mimetypes.best_match(_PRODUCED)
    if best is None:
        raise NotAcceptable
    return pages.LATEST.get(best, best)


def _page(text: str, kind: str) -> Response:
    """Return a page, to be asked for anew each time: what is usable may change at any moment."""
    full_kind = f"{kind}; charset=utf-8" if kind != pages.JSON else kind
    response = Response(text, content_type=full_kind)
    response.headers["Cache-Control"] = "private, no-cache"
    response.vary.update(["Accept", "Authorization"])
    response.add_etag()
    return cast("Response", response.make_conditional(request))


def _ask_for_token(message: str) -> Response:
    response = Response(f"{message}\n", 401, content_type="text/plain; charset=utf-8")
    response.headers["WWW-Authenticate"] = 'Basic realm="bindery", charset="UTF-8"'
    response.headers["Cache-Control"] = "no-store"
    return response
