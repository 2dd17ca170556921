"""Do documents come back as they went in, safely, and only while nobody withheld them?"""

import base64
import hashlib
import json

import pytest
from sqlalchemy import select

from service.comparisons.models import StoredComparison
from service.comparisons.use_cases import compute_comparison
from service.documents.models import StoredDocument
from service.groups.models import Visibility
from service.openapi_documents import OpenApiDocument
from service.unit_of_work import UnitsOfWork
from service.versions.use_cases import comparing
from tests.factories.documents import (
    JSON_TYPE,
    Publisher,
    a_publisher,
    document,
    document_bytes,
)
from tests.factories.world import World

pytestmark = pytest.mark.both_databases

YAML = b"""\xef\xbb\xbf# an API   \r
openapi: 3.0.3
info: {title: Orders, version: 1.0.0}
paths: {}
"""
SECRET = "hunter2-the-password"  # noqa: S105 - what a document may leak


@pytest.fixture
def publisher(world: World) -> Publisher:
    """Return a maintainer of acme/orders."""
    return a_publisher(world)


def leaking(*paths: str) -> dict[str, object]:
    """Return a document with a secret in a default that other documents do not have."""
    content = document(*(paths or ("/orders",)))
    content["info"] = {"title": f"Orders {SECRET}", "version": f"1 {SECRET}"}
    content["tags"] = [{"name": SECRET}]
    schema = {"type": "string", "default": SECRET}
    content["paths"]["/orders"] = {
        "get": {
            "operationId": f"get-{SECRET}",
            "summary": f"Sign in with {SECRET}",
            "tags": [SECRET],
            "parameters": [{"name": "q", "in": "query", "schema": schema}],
            "responses": {"200": {"description": "All is well."}},
        }
    }
    content["paths"][f"/{SECRET}"] = {"get": {"responses": {"200": {"description": "Fine."}}}}
    content["servers"] = [{"url": f"https://alice:{SECRET}@example.com"}]
    return content


def withhold(publisher: Publisher, version: str) -> int:
    """Withhold a version's document; return the status."""
    return int(publisher.withhold(version).status_code)


def test_the_original_bytes_come_back(publisher: Publisher) -> None:
    publisher.client.post(
        f"{publisher.path}/versions", data=YAML, headers={"Content-Type": "application/yaml"}
    )

    answer = publisher.get("/versions/1.0.0/document")

    assert answer.data == YAML
    assert answer.headers["Content-Type"] == "application/yaml"
    digest = base64.b64encode(hashlib.sha256(YAML).digest()).decode()
    assert answer.headers["Content-Digest"] == f"sha-256=:{digest}:"


def test_a_document_never_runs_in_a_browser(publisher: Publisher) -> None:
    publisher.publish(document("/orders"))

    headers = publisher.get("/versions/1.0.0/document").headers

    assert headers["Content-Disposition"] == 'attachment; filename="acme-orders-1.0.0.json"'
    assert headers["Content-Security-Policy"].startswith("sandbox; default-src 'none'")
    assert headers["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize(
    ("visibility", "expected"),
    [(Visibility.PUBLIC, "public"), (Visibility.INTERNAL, "private")],
)
def test_only_public_documents_are_kept_by_shared_caches(
    world: World, visibility: Visibility, expected: str
) -> None:
    publisher = a_publisher(world, visibility=visibility)
    publisher.publish(document("/orders"))

    answer = publisher.get("/versions/1.0.0/document")
    again = publisher.get(
        "/versions/1.0.0/document", headers={"If-None-Match": answer.headers["ETag"]}
    )

    assert answer.headers["Cache-Control"] == f"{expected}, max-age=3600, immutable"
    assert (again.status_code, again.data) == (304, b"")


def test_a_document_is_written_anew_as_json_or_yaml(publisher: Publisher) -> None:
    publisher.client.post(
        f"{publisher.path}/versions", data=YAML, headers={"Content-Type": "application/yaml"}
    )

    as_json = publisher.get("/versions/1.0.0/document?format=json")
    as_yaml = publisher.get("/versions/1.0.0/document?format=yaml")

    assert json.loads(as_json.data)["info"] == {"title": "Orders", "version": "1.0.0"}
    assert as_json.headers["Content-Type"] == "application/json"
    assert b"title: Orders" in as_yaml.data
    assert as_json.headers["ETag"] != as_yaml.headers["ETag"]


@pytest.mark.parametrize(
    "media_type",
    [
        "application/json",
        "application/yaml",
        "application/x-yaml",
        "text/yaml; charset=utf-8",
        "application/octet-stream",
        "application/vnd.oai.openapi+json",
        "application/vnd.oai.openapi+yaml;version=3.0",
    ],
)
def test_media_types_of_documents_are_accepted(publisher: Publisher, media_type: str) -> None:
    answer = publisher.client.post(
        f"{publisher.path}/versions",
        data=document_bytes("/orders"),
        headers={"Content-Type": media_type},
    )

    assert answer.status_code == 201


@pytest.mark.parametrize(
    "headers",
    [
        {"Content-Type": "text/html"},
        {"Content-Type": "application/x-www-form-urlencoded"},
        {},
        {**JSON_TYPE, "Content-Encoding": "gzip"},
    ],
)
def test_other_media_types_and_encodings_are_not(
    publisher: Publisher, headers: dict[str, str]
) -> None:
    answer = publisher.client.post(
        f"{publisher.path}/versions", data=document_bytes("/orders"), headers=headers
    )

    assert answer.status_code == 415
    assert answer.json["error"]["code"] == "unsupported_media_type"


def test_a_content_digest_is_verified(publisher: Publisher) -> None:
    body = document_bytes("/orders")
    right = base64.b64encode(hashlib.sha256(body).digest()).decode()
    wrong = base64.b64encode(hashlib.sha256(b"").digest()).decode()

    def publish(digest: str) -> int:
        headers = {**JSON_TYPE, "Content-Digest": digest}
        answer = publisher.client.post(f"{publisher.path}/checks", data=body, headers=headers)
        return int(answer.status_code)

    assert publish(f"sha-256=:{right}:") == 200
    assert publish(f"sha-512=:AAAA:, sha-256=:{right}:") == 200
    assert publish(f"sha-256=:{wrong}:") == 400
    assert publish("sha-256=nonsense") == 400


def test_an_invalid_document_is_told_where(publisher: Publisher) -> None:
    answer = publisher.publish(
        b'{\n  "openapi": "3.1.0",\n  "info": {"title": "x"},\n  "paths": {}}'
    )

    assert answer.status_code == 400
    error = answer.json["error"]
    assert error["code"] == "document_invalid"
    problem = error["details"]["problems"][0]
    assert (problem["pointer"], problem["line"]) == ("/info", 3)


def test_a_withheld_document_is_gone_and_its_digest_stays(
    publisher: Publisher, units: UnitsOfWork
) -> None:
    published = publisher.publish(leaking(), version="1.0.0").json

    status = withhold(publisher, "1.0.0")
    answer = publisher.get("/versions/1.0.0/document")
    version = publisher.get("/versions/1.0.0").json

    assert (status, answer.status_code) == (200, 404)
    error = answer.json["error"]
    assert (error["code"], error["details"]["digest"]) == (
        "document_withheld",
        published["digest"],
    )
    assert (version["digest"], version["checksum"]) == (
        published["digest"],
        published["checksum"],
    )
    assert version["withheld_reason"] == "A password is in it."
    with units.reading() as work:
        stored = work.session.get(StoredDocument, published["checksum"])
        assert stored is not None
        assert (stored.content, stored.text, stored.text_by) == (None, None, None)


def test_nothing_of_a_withheld_document_is_quoted_any_more(publisher: Publisher) -> None:
    publisher.set_policy(mode="observe")
    publisher.publish(document("/orders"), version="1.0.0")
    publisher.publish(leaking(), version="1.1.0")
    publisher.publish(document("/orders"), version="1.2.0")
    paths = [
        "/versions",
        "/versions/1.1.0",
        "/versions/1.1.0/changes",
        "/versions/1.2.0/changes",
        "/versions/1.1.0/operations",
        "/comparisons?base=1.0.0&revision=1.1.0",
    ]
    quoted = [path for path in paths if SECRET in publisher.get(path).text]

    withhold(publisher, "1.1.0")
    operations = publisher.get("/versions/1.1.0/operations")

    assert quoted == paths
    assert [path for path in paths if SECRET in publisher.get(path).text] == []
    assert publisher.get("/versions/1.1.0").json["title"] == "(withheld)"
    assert (operations.status_code, operations.json["error"]["code"]) == (404, "document_withheld")


def test_a_check_against_a_withheld_base_quotes_nothing_of_it(publisher: Publisher) -> None:
    publisher.publish(leaking(), version="1.0.0")
    publisher.publish(document("/orders"), version="2.0.0")
    publisher.publish(leaking(), version="3.0.0")  # the stored comparison stays as it is
    told = publisher.check(document("/orders"), version="2.0.1", base="1.0.0").text

    withhold(publisher, "1.0.0")
    checked = publisher.check(document("/orders"), version="2.0.1", base="1.0.0")
    publisher.set_policy(mode="enforce", breaking_needs_major=True)
    refused = publisher.publish(document("/orders"), version="1.0.1")

    assert SECRET in told
    assert checked.json["change_count"] > 0
    assert SECRET not in checked.text
    assert (refused.status_code, refused.json["error"]["code"]) == (409, "publication_refused")
    assert SECRET not in refused.text


@pytest.mark.parametrize("withheld", ["1.0.0", "2.0.0"])
def test_a_comparison_that_runs_while_a_document_is_withheld_is_not_kept(
    publisher: Publisher,
    units: UnitsOfWork,
    monkeypatch: pytest.MonkeyPatch,
    withheld: str,
) -> None:
    publisher.publish(leaking(), version="1.0.0")
    publisher.publish(document("/orders"), version="2.0.0")

    def compute_slowly(base: OpenApiDocument, revision: OpenApiDocument) -> StoredComparison:
        result = compute_comparison(base, revision)
        withhold(publisher, withheld)
        return result

    monkeypatch.setattr(comparing, "compute_comparison", compute_slowly)

    answer = publisher.get("/comparisons?base=2.0.0&revision=1.0.0")

    assert (answer.status_code, answer.json["error"]["code"]) == (409, "not_comparable")
    with units.reading() as work:
        kept = work.session.scalars(select(StoredComparison.id))
        assert len(kept.all()) == 1


def test_bytes_that_another_version_holds_are_withheld_from_one_only(
    publisher: Publisher,
) -> None:
    publisher.publish(leaking(), version="1.0.0")
    publisher.publish(leaking(), version="1.0.1")

    withhold(publisher, "1.0.0")
    one, other = (publisher.get(f"/versions/1.0.{n}/document") for n in (0, 1))
    withhold(publisher, "1.0.1")

    assert (one.status_code, other.status_code) == (404, 200)
    assert publisher.get("/versions/1.0.1/document").status_code == 404


def test_after_a_withheld_version_the_verdict_is_undetermined(publisher: Publisher) -> None:
    publisher.publish(leaking(), version="1.0.0")
    withhold(publisher, "1.0.0")

    answer = publisher.publish(document("/orders"), version="1.1.0")
    compared = publisher.get("/comparisons?base=1.0.0&revision=1.1.0")

    assert (answer.status_code, answer.json["verdict"], answer.json["verdict_reason"]) == (
        202,
        "undetermined",
        "base_withheld",
    )
    assert (compared.status_code, compared.json["error"]["code"]) == (409, "not_comparable")


def test_withheld_bytes_that_are_published_again_are_there_again(publisher: Publisher) -> None:
    publisher.publish(leaking(), version="1.0.0")
    withhold(publisher, "1.0.0")

    publisher.publish(leaking(), version="1.0.1", base="1.0.0")
    publisher.review("1.0.1", "release", reason="It was no secret.")

    assert publisher.get("/versions/1.0.0/document").status_code == 404
    assert publisher.get("/versions/1.0.1/document").status_code == 200


def test_only_maintainers_withhold(world: World, publisher: Publisher) -> None:
    publisher.publish(document("/orders"))
    stranger = Publisher(world.client(), publisher.path)

    assert withhold(stranger, "1.0.0") == 404


def test_withholding_twice_is_withholding_once(world: World, publisher: Publisher) -> None:
    publisher.publish(document("/orders"))

    statuses = [withhold(publisher, "1.0.0"), withhold(publisher, "1.0.0")]
    events = world.admin().get("/audit-events").json["items"]

    assert statuses == [200, 200]
    assert [event["action"] for event in events].count("version.document_withheld") == 1


@pytest.mark.parametrize(
    ("content", "reason"), [(None, "base_withheld"), (b"no document", "base_unreadable")]
)
def test_a_base_that_cannot_be_read_leaves_the_verdict_undetermined(
    publisher: Publisher, units: UnitsOfWork, content: bytes | None, reason: str
) -> None:
    checksum = publisher.publish(document("/orders"), version="1.0.0").json["checksum"]
    with units.writing() as work:
        stored = work.session.get_one(StoredDocument, checksum)
        stored.content, stored.text_by = content, "an earlier release"

    answer = publisher.publish(document("/orders", "/items"), version="1.1.0")

    assert (answer.status_code, answer.json["verdict"], answer.json["verdict_reason"]) == (
        202,
        "undetermined",
        reason,
    )
    assert answer.json["reasons"][0]["facts"]["causes"] == [reason]
