"""Do the dependencies of clients come through our index, and nothing else?"""

import hashlib
from collections.abc import Iterator
from typing import Any
from urllib.parse import urljoin

import pytest
from flask import Flask

from service.groups.models import Visibility
from service.settings import InvalidSettings
from tests.app_settings import make_settings
from tests.factories.sdks import ready_build
from tests.factories.world import World
from tests.fake_index import JSON, FakeIndex, fake_index

pytestmark = pytest.mark.both_databases


@pytest.fixture
def upstream() -> Iterator[FakeIndex]:
    """Another index, with what is allowed and what is not."""
    with fake_index(
        ("httpx", "0.28.1", ["h11"]), ("left-pad", "1.0", []), ("acme-orders-client", "99.0", [])
    ) as index:
        yield index


@pytest.fixture
def setting_values(upstream: FakeIndex) -> dict[str, object]:
    """Return settings with which that index is mirrored."""
    return {"index_upstream": upstream.url, "outgoing_networks": "127.0.0.0/8"}


def project(app: Flask, name: str) -> Any:
    """Ask for a project."""
    return app.test_client().get(f"/simple/{name}/", headers={"Accept": JSON})


def file_of(app: Flask, name: str) -> Any:
    """Ask for the first file of a project, as its page says where it is."""
    [file, *_] = project(app, name).get_json()["files"]
    return app.test_client().get(urljoin(f"/simple/{name}/", file["url"]))


def test_an_allowed_package_is_fetched_once_and_kept(app: Flask, upstream: FakeIndex) -> None:
    [file] = project(app, "httpx").get_json()["files"]
    answers = [file_of(app, "httpx") for _ in range(2)]

    for answer in answers:
        assert answer.status_code == 200
        assert hashlib.sha256(answer.data).hexdigest() == file["hashes"]["sha256"]
    assert upstream.asked == ["/simple/httpx/", "/files/httpx/httpx-0.28.1-py3-none-any.whl"]


@pytest.mark.parametrize("name", ["left-pad", "there-is-none", "acme-orders-client"])
def test_what_is_not_allowed_is_not_even_asked_for(
    app: Flask, upstream: FakeIndex, name: str
) -> None:
    assert project(app, name).status_code == 404
    assert upstream.asked == []


def test_a_name_of_ours_never_comes_from_elsewhere(
    app: Flask, world: World, upstream: FakeIndex
) -> None:
    group = world.group("acme", visibility=Visibility.PUBLIC)
    ready_build(world, world.version(world.api(group, "orders"), "1.0.0"))

    assert project(app, "acme-orders-client").get_json()["versions"] == ["1.0.0"]
    assert upstream.asked == []


def test_bytes_of_another_digest_are_not_passed_on(app: Flask, upstream: FakeIndex) -> None:
    upstream.lies = True

    assert file_of(app, "httpx").status_code == 503

    upstream.lies = False
    assert file_of(app, "httpx").status_code == 200


def test_a_mirrored_package_outlives_the_other_index(app: Flask, upstream: FakeIndex) -> None:
    kept = file_of(app, "httpx")
    upstream.projects.clear()

    assert file_of(app, "httpx").data == kept.data
    assert project(app, "h11").status_code == 503


class TestWithoutUpstream:
    """Nothing is mirrored unless an operator says from where."""

    @pytest.fixture
    def setting_values(self) -> dict[str, object]:
        """Return the usual settings."""
        return {}

    def test_nothing_is_mirrored_and_the_page_says_so(self, app: Flask) -> None:
        page = app.test_client().get("/simple/", headers={"Accept": "text/html"})

        assert project(app, "httpx").status_code == 404
        assert "BINDERY_INDEX_UPSTREAM" in page.text


class TestWithPrivateNetworksClosed:
    """An index on a network that nobody named is not reached."""

    @pytest.fixture
    def setting_values(self, upstream: FakeIndex) -> dict[str, object]:
        """Return settings that name the index only."""
        return {"index_upstream": upstream.url}

    def test_it_is_not_dialled(self, app: Flask, upstream: FakeIndex) -> None:
        assert project(app, "httpx").status_code == 503
        assert upstream.asked == []


@pytest.mark.parametrize("name", ["acme-orders-client", "acme-eu-orders-client-2", "Httpx", "a/b"])
def test_no_setting_lets_a_client_be_mirrored(backend: str, name: str) -> None:
    del backend
    with pytest.raises(InvalidSettings, match="BINDERY_INDEX_MIRRORED"):
        make_settings(index_mirrored=name)
