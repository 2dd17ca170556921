"""Can a second version of the API live beside the first without touching it?"""

import json
from typing import Any

from flask import Flask

from service.http_api.blueprint import Blueprint
from service.http_api.field_documents import Plugin
from service.http_api.fields import ResponseSchema, String
from service.http_api.openapi import BinderyApi, document_of, schema_name


class GroupSchema(ResponseSchema):
    """Another shape under a name that the first version uses too."""

    slug = String()


def add_second_version(app: Flask) -> BinderyApi:
    """Register `/api/v2/groups`, which answers in another shape than v1."""
    app.config.update(V2_API_TITLE="Bindery", V2_API_VERSION="2.0.0", V2_OPENAPI_VERSION="3.1.0")
    v2 = BinderyApi(
        app,
        spec_kwargs={"marshmallow_plugin": Plugin(schema_name_resolver=schema_name)},
        config_prefix="V2_",
    )
    blueprint = Blueprint("groups-v2", __name__)

    @blueprint.route("/groups", methods=["GET"])  # type: ignore[untyped-decorator]  # flask-smorest has no types
    @blueprint.operation("listGroups", anonymous=True)
    @blueprint.response(200, GroupSchema(many=True))  # type: ignore[untyped-decorator]  # as above
    def list_groups() -> list[dict[str, Any]]:
        """List groups

        In another shape.
        """
        return [{"slug": "acme"}]

    v2.register_blueprint(blueprint, url_prefix="/api/v2")
    return v2


def v1_document(app: Flask) -> str:
    """Return the first version's document, as text."""
    return json.dumps(document_of(app.extensions["flask-smorest"]["apis"]["V1_"]["ext_obj"]))


def test_both_answer_and_the_first_documents_itself_as_before(app: Flask) -> None:
    before = v1_document(app)

    second = add_second_version(app)
    old = app.test_client().get("/api/v1/groups")
    new = app.test_client().get("/api/v2/groups")

    assert (old.status_code, old.json) == (200, {"items": [], "next_cursor": None})
    assert (new.status_code, new.json) == (200, [{"slug": "acme"}])
    assert v1_document(app) == before
    assert list(document_of(second)["paths"]) == ["/api/v2/groups"]


def test_errors_of_the_second_carry_the_same_envelope(app: Flask) -> None:
    add_second_version(app)

    answer = app.test_client().get("/api/v2/groups?unknown=1")

    assert answer.status_code == 400
    assert answer.json is not None
    assert answer.json["error"]["code"] == "validation_error"
