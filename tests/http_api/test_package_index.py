"""Is the package index what installers expect, and does it keep what is not for everybody?"""

import base64
import hashlib
from typing import Any
from urllib.parse import urljoin

import pytest
from flask import Flask

from service.authorization import Scope
from service.groups.models import Visibility
from service.sdks.models import SdkBuild
from service.versions.models import VersionState
from tests.factories.sdks import ready_build
from tests.factories.world import World

pytestmark = pytest.mark.both_databases

JSON = "application/vnd.pypi.simple.v1+json"
HTML = "application/vnd.pypi.simple.v1+html"
PIP_ACCEPTS = f"{JSON}, {HTML}; q=0.1, text/html; q=0.01"
PACKAGE = "acme-orders-client"


def basic(token: str, user: str = "x") -> dict[str, str]:
    """Return the header that installers make of `user:token@` in an address."""
    plain = base64.b64encode(f"{user}:{token}".encode()).decode()
    return {"Authorization": f"Basic {plain}"}


def get(app: Flask, path: str, **headers: str) -> Any:
    """Ask the index."""
    return app.test_client().get(path, headers=headers)


def files_of(app: Flask, **headers: str) -> list[dict[str, Any]]:
    """Return the files of the package, as the caller sees them."""
    answer = get(app, f"/simple/{PACKAGE}/", Accept=JSON, **headers)
    assert answer.status_code == 200
    files: list[dict[str, Any]] = answer.get_json()["files"]
    return files


def add_build(world: World, **values: Any) -> SdkBuild:
    """Make a ready client of a public API."""
    group = world.group("acme", visibility=Visibility.PUBLIC)
    return ready_build(world, world.version(world.api(group, "orders"), "1.0.0", **values))


def test_a_project_is_told_as_json_with_all_that_installers_ask_for(
    app: Flask, world: World
) -> None:
    build = add_build(world)

    answer = get(app, f"/simple/{PACKAGE}/", Accept=PIP_ACCEPTS)

    assert answer.content_type == JSON
    told = answer.get_json()
    assert told["meta"] == {"api-version": "1.1"}
    assert told["versions"] == ["1.0.0"]
    sdist, wheel = told["files"]
    assert sdist["filename"] == "acme_orders_client-1.0.0.tar.gz"
    assert f"sha256:{wheel['hashes']['sha256']}" == build.wheel_digest
    assert wheel["requires-python"] == ">=3.11"
    assert wheel["size"] == build.wheel_size
    assert wheel["yanked"] is False
    assert wheel["upload-time"].endswith("Z")
    metadata = get(app, urljoin(f"/simple/{PACKAGE}/", f"{wheel['url']}.metadata"))
    assert hashlib.sha256(metadata.data).hexdigest() == wheel["core-metadata"]["sha256"]
    assert b"Name: acme-orders-client" in metadata.data


def test_a_project_is_told_as_html_to_browsers_and_old_installers(app: Flask, world: World) -> None:
    build = add_build(world)

    answer = get(app, f"/simple/{PACKAGE}/", Accept="text/html")

    assert answer.content_type == "text/html; charset=utf-8"
    assert f"#sha256={(build.wheel_digest or '')[7:]}" in answer.text
    assert "data-requires-python=&quot;" not in answer.text
    assert 'data-requires-python="&gt;=3.11"' in answer.text
    assert "data-core-metadata=" in answer.text


@pytest.mark.parametrize(
    ("accept", "given"),
    [
        ("*/*", "text/html; charset=utf-8"),
        (f"text/html;q=0.5, {JSON};q=0.9", JSON),
        (f"{JSON};q=0.1, {HTML}", f"{HTML}; charset=utf-8"),
        ("application/vnd.pypi.simple.latest+json", JSON),
    ],
)
def test_the_kind_of_page_is_what_the_caller_likes_best(
    app: Flask, world: World, accept: str, given: str
) -> None:
    add_build(world)

    answer = get(app, "/simple/", Accept=accept)

    assert answer.content_type == given
    assert {"Accept", "Authorization"} <= set(answer.vary)


def test_a_page_that_is_not_acceptable_is_406(app: Flask) -> None:
    assert get(app, "/simple/", Accept="image/png").status_code == 406


def test_a_page_is_asked_for_anew_but_not_sent_anew(app: Flask, world: World) -> None:
    add_build(world)
    first = get(app, f"/simple/{PACKAGE}/", Accept=JSON)

    second = app.test_client().get(
        f"/simple/{PACKAGE}/", headers={"Accept": JSON, "If-None-Match": first.headers["ETag"]}
    )

    assert first.headers["Cache-Control"] == "private, no-cache"
    assert (second.status_code, second.data) == (304, b"")


@pytest.mark.parametrize(
    "name", ["Acme-Orders-Client", "acme_orders.client", "ACME__orders-client"]
)
def test_other_spellings_of_a_name_lead_to_the_one(app: Flask, world: World, name: str) -> None:
    add_build(world)

    answer = get(app, f"/simple/{name}/")

    assert answer.status_code == 301
    assert answer.headers["Location"] == f"/simple/{PACKAGE}/"


def test_a_file_is_sent_whole_in_part_and_not_at_all(app: Flask, world: World) -> None:
    build = add_build(world)
    path = f"/files/{(build.wheel_digest or '')[7:]}/{build.wheel_name}"

    whole = get(app, path)
    part = get(app, path, Range="bytes=2-5")
    tail = get(app, path, Range="bytes=-4")
    other = app.test_client().get(path, headers={"Range": "bytes=2-5", "If-Range": '"other"'})
    same = app.test_client().get(path, headers={"If-None-Match": whole.headers["ETag"]})
    beyond = get(app, path, Range="bytes=99999999-")
    head = app.test_client().head(path)

    assert f"sha256:{hashlib.sha256(whole.data).hexdigest()}" == build.wheel_digest
    assert whole.headers["Cache-Control"] == "public, max-age=86400, immutable"
    assert (part.status_code, part.data) == (206, whole.data[2:6])
    assert part.headers["Content-Range"] == f"bytes 2-5/{len(whole.data)}"
    assert (tail.status_code, tail.data) == (206, whole.data[-4:])
    assert (other.status_code, other.data) == (200, whole.data)
    assert (same.status_code, same.data) == (304, b"")
    assert (beyond.status_code, beyond.headers["Content-Range"]) == (
        416,
        f"bytes */{len(whole.data)}",
    )
    assert (head.status_code, head.data) == (200, b"")
    assert int(head.headers["Content-Length"]) == len(whole.data)


@pytest.mark.parametrize(
    ("state", "is_there"),
    [
        (VersionState.PUBLISHED, True),
        (VersionState.DEPRECATED, True),
        (VersionState.SUNSET, True),
        (VersionState.PENDING, False),
        (VersionState.REJECTED, False),
        (VersionState.DISABLED, False),
    ],
)
def test_only_what_may_be_used_can_be_installed(
    app: Flask, world: World, *, state: VersionState, is_there: bool
) -> None:
    build = add_build(world, state=state)

    listed = files_of(app)
    names = [project["name"] for project in get(app, "/simple/", Accept=JSON).json["projects"]]
    file = get(app, f"/files/{(build.wheel_digest or '')[7:]}/{build.wheel_name}")

    assert bool(listed) is is_there
    assert (PACKAGE in names) is is_there
    assert file.status_code == (200 if is_there else 404)


def test_a_deprecated_version_is_for_exact_pins_and_says_why(app: Flask, world: World) -> None:
    add_build(world, state=VersionState.DEPRECATED, state_reason='Use <2.0> & "later".')

    wheel = files_of(app)[1]
    page = get(app, f"/simple/{PACKAGE}/", Accept="text/html").text

    assert wheel["yanked"] == 'Version 1.0.0 of the API is deprecated. Use <2.0> & "later".'
    assert "Use &lt;2.0&gt; &amp; &quot;later&quot;." in page


@pytest.mark.parametrize("visibility", [Visibility.PRIVATE, Visibility.INTERNAL])
def test_what_is_not_for_the_caller_is_as_if_it_were_not(
    app: Flask, world: World, visibility: Visibility
) -> None:
    reader, stranger = world.user(), world.user()
    group = world.group("acme", visibility=visibility, reader=reader)
    build = ready_build(world, world.version(world.api(group, "orders"), "1.0.0"))
    file = f"/files/{(build.wheel_digest or '')[7:]}/{build.wheel_name}"
    member = basic(world.token(reader, Scope.READ))
    other = basic(world.token(stranger, Scope.READ)) if visibility is Visibility.PRIVATE else {}

    for path in (f"/simple/{PACKAGE}/", file, f"{file}.metadata"):
        assert get(app, path, **member).status_code == 200
        hidden = get(app, path, **other)
        missing = get(app, "/simple/there-is-no-such-client/", **other)
        assert hidden.status_code == missing.status_code == 404
    assert get(app, "/simple/", Accept=JSON, **other).get_json()["projects"] == []
    assert get(app, file, **member).headers["Cache-Control"].startswith("private")


@pytest.mark.parametrize("user", ["x", "", "__token__", "reader@example.com"])
def test_the_token_is_the_password_whatever_the_user_name(
    app: Flask, world: World, user: str
) -> None:
    reader = world.user()
    group = world.group("acme", reader=reader)
    ready_build(world, world.version(world.api(group, "orders"), "1.0.0"))

    assert files_of(app, **basic(world.token(reader, Scope.READ), user))


@pytest.mark.parametrize(
    "authorization",
    [
        basic("bnd_wrong")["Authorization"],
        basic("")["Authorization"],
        "Basic ???",
        "Basic",
        "Bearer bnd_wrong",
        "Digest x",
    ],
)
def test_credentials_that_are_no_good_are_asked_for_again(app: Flask, authorization: str) -> None:
    answer = get(app, "/simple/", Authorization=authorization)

    assert answer.status_code == 401
    assert answer.headers["WWW-Authenticate"].startswith('Basic realm="bindery"')


@pytest.mark.parametrize("name", ["..", "%2e%2e", "a%00b", "-", "a" * 200, "<script>"])
def test_what_is_no_name_of_a_package_is_not_found(app: Flask, name: str) -> None:
    assert get(app, f"/simple/{name}/").status_code in {404, 308}
    assert get(app, f"/files/{'0' * 64}/{name}").status_code in {404, 308}
