"""Does the service work below a path of somebody else's host?"""

import pytest
from flask import Flask

from service.groups.models import Visibility
from tests.factories.world import World


class TestBelowAPrefix:
    """Everything is below /bindery, and knows it."""

    @pytest.fixture
    def setting_values(self) -> dict[str, object]:
        return {"url_prefix": "/bindery"}

    @pytest.mark.parametrize(
        "path", ["/", "/redoc", "/openapi.json", "/health/ready", "/api/v1/groups"]
    )
    def test_everything_is_there(self, app: Flask, path: str) -> None:
        # `base_url` as WSGI servers see it: nothing has been taken off the path yet
        answer = app.test_client().get(f"/bindery{path}", base_url="http://localhost")

        assert answer.status_code == 200

    @pytest.mark.parametrize("path", ["/", "/api/v1/groups", "/binderyx/api/v1/groups"])
    def test_nothing_is_elsewhere(self, app: Flask, path: str) -> None:
        answer = app.test_client().get(path, base_url="http://localhost")

        assert (answer.status_code, answer.mimetype) == (404, "text/plain")

    def test_the_document_names_the_prefix(self, app: Flask) -> None:
        answer = app.test_client().get("/bindery/openapi.json", base_url="http://localhost")

        assert answer.get_json()["servers"] == [{"url": "/bindery"}]

    def test_errors_below_it_come_in_the_envelope(self, app: Flask) -> None:
        answer = app.test_client().get("/bindery/api/v1/nothing", base_url="http://localhost")

        assert (answer.status_code, answer.get_json()["error"]["code"]) == (404, "not_found")

    def test_the_link_to_the_next_page_has_it(self, app: Flask, world: World) -> None:
        for name in ("one", "two"):
            world.group(name, visibility=Visibility.PUBLIC)

        answer = app.test_client().get(
            "/bindery/api/v1/groups?limit=1", base_url="http://localhost"
        )

        assert answer.headers["Link"].startswith("<http://localhost/bindery/api/v1/groups?limit=1&")
