"""Which edits of documents break by what they are, whatever schemas they hold?

A row is an edit at one place and what it means, forth and back: the verdict follows from the
construction, not from the engine. B breaks; C does not, in the strict reading of the rules, where a
warning is inside the contract. Words of a place are keys, numbers are places in lists.
"""

from dataclasses import dataclass
from typing import Any

from tests.fuzz.hosts import TEXT, THING

Json = Any

GONE: Json = object()
_LIST = "paths /things get"
_MAKE = "paths /things post"
_ONE = "paths /things/{id}"
_JSON = f"{_MAKE} requestBody content"
_FORM = f"{_JSON} multipart/form-data encoding file"
_DONE = f"{_LIST} responses 200"
_SCHEMES = "components securitySchemes"
_CALL = f"{_MAKE} callbacks told https://example.com/told"
_LASTING = {"deprecated": True, "x-sunset": "2030-01-01", "responses": {}}
_WHOLE = {"description": "done", "content": {"application/json": {"schema": THING}}}


@dataclass(frozen=True, slots=True)
class Row:
    """At `place` stands `before`, then `after`; `verdicts` are those forth and back."""

    place: str
    before: Json
    after: Json
    verdicts: str
    only: str = ""  # a version of OpenAPI, if the others have no such thing

    @property
    def path(self) -> tuple[str | int, ...]:
        return tuple(int(word) if _is_place_in_list(word) else word for word in self.place.split())


def _is_place_in_list(word: str) -> bool:
    return word.isdigit() and len(word) == 1


def _parameter(name: str, place: str = "query", **more: Json) -> Json:
    return {"name": name, "in": place, "schema": TEXT, **more}


_SWAGGER = "2.0"
_GET = "paths /things get"

DOCUMENT_ROWS = (
    Row("info version", "1", "2", "CC"),
    Row("info description", GONE, "All about things", "CC"),
    Row("tags", GONE, [{"name": "things"}], "CC"),
    Row("x-owner", "a", "b", "CC"),
    Row("servers 1", {"url": "https://third.example.com/v1"}, GONE, "CC", "3"),
    Row(
        "servers", [{"url": "https://a.example.com"}], [{"url": "https://b.example.com"}], "BB", "3"
    ),
    Row("servers 0 variables region enum", ["eu", "us"], ["eu"], "BC", "3"),
    Row("servers 0 variables region enum", ["eu"], GONE, "CB", "3"),
    Row("servers 0 variables region default", "eu", "us", "CC", "3"),
    Row(
        "servers",
        [{"url": "https://example.com"}, {"url": "http://example.com"}],
        [{"url": "https://example.com"}],
        "BC",
        "3",
    ),
    Row(f"{_MAKE} servers", GONE, [{"url": "https://other.example.com"}], "BB", "3"),
    Row("schemes", ["https", "http"], ["https"], "BC", _SWAGGER),
    Row("paths /more", {"get": {"responses": {"200": {"description": "x"}}}}, GONE, "BC"),
    Row("paths /more", {"get": {"deprecated": True, "responses": {}}}, GONE, "BC"),
    Row("paths /more", GONE, {"$ref": "#/components/pathItems/Gone"}, "CB", "3.1"),
    Row("paths /things/{other}", {"get": {"responses": {}}}, GONE, "BC", "3"),
    Row(f"{_ONE} patch", {"responses": {"200": {"description": "x"}}}, GONE, "BC", "3"),
    Row(f"{_ONE} patch", {"deprecated": True, "responses": {}}, GONE, "BC", "3"),
    Row(f"{_LIST} operationId", "listThings", "list", "CC"),
    Row(f"{_LIST} tags", ["things"], ["other"], "CC"),
    Row(f"{_LIST} summary", "List", "List things", "CC"),
    Row(f"{_LIST} x-ms-long-running-operation", True, GONE, "CC"),
    Row(f"{_LIST} deprecated", GONE, True, "CC"),
    Row(f"{_LIST} x-sunset", "2030-01-01", "2029-01-01", "CC"),
    Row(f"{_LIST} x-sunset", "2030-01-01", "soon", "CC"),
    Row(f"{_LIST} x-sunset", "2030-01-01", "2025-01-01", "CC"),
    Row(f"{_LIST} x-sunset", "2030-01-01", "2026-02-01", "CC"),
    Row("paths /more", {"get": _LASTING}, GONE, "BC"),
    Row(f"{_ONE} patch", _LASTING, GONE, "BC", "3"),
    Row(f"{_ONE} delete x-sunset", "2030-01-01", GONE, "CC", "3"),
    Row(f"{_LIST} x-stability-level", "stable", "beta", "BC"),
    Row(f"{_LIST} x-stability-level", "stable", "rock", "CC"),
    Row("webhooks more", {"post": {"responses": {}}}, GONE, "BC", "3.1"),
    Row(f"{_MAKE} callbacks more", {"https://x": {"post": {"responses": {}}}}, GONE, "BC", "3"),
    Row(f"{_CALL} put", {"responses": {}}, GONE, "BC", "3"),
)

MESSAGE_ROWS = (
    Row(f"{_LIST} parameters 4", GONE, _parameter("q"), "CC", "3"),
    Row(f"{_LIST} parameters 4", GONE, _parameter("q", deprecated=True), "CC", "3"),
    Row(f"{_LIST} parameters 4", GONE, _parameter("q", required=True), "BC", "3"),
    Row(
        f"{_LIST} parameters 4",
        GONE,
        {"name": "q", "in": "query", "required": True, "schema": {"default": "a"}},
        "BC",
        "3",
    ),
    Row(f"{_LIST} parameters 4", _parameter("q"), _parameter("q", "header"), "BB", "3"),
    Row(f"{_LIST} parameters 4", _parameter("q"), _parameter("p"), "BB", "3"),
    Row(f"{_LIST} parameters 0 required", GONE, True, "BC", "3"),
    Row(f"{_LIST} parameters 0 deprecated", GONE, True, "CC", "3"),
    Row(f"{_LIST} parameters 0 description", GONE, "How many", "CC", "3"),
    Row(f"{_LIST} parameters 0 schema", {"type": "integer"}, TEXT, "CB", "3"),
    Row(f"{_LIST} parameters 1 style", "form", "pipeDelimited", "BB", "3"),
    Row(f"{_LIST} parameters 1 explode", GONE, False, "BB", "3"),
    Row(f"{_LIST} parameters 1 explode", GONE, True, "CC", "3"),
    Row(f"{_LIST} parameters 0 allowReserved", True, GONE, "BC", "3"),
    Row(f"{_LIST} parameters 0 allowEmptyValue", True, GONE, "BC", "3"),
    Row(
        f"{_LIST} parameters 4",
        _parameter("q"),
        {"name": "q", "in": "query", "content": {"application/json": {"schema": TEXT}}},
        "BB",
        "3",
    ),
    Row(
        f"{_LIST} parameters 3 content",
        {"application/json": {"schema": TEXT}},
        {"application/xml": {"schema": TEXT}},
        "BB",
        "3",
    ),
    Row(f"{_ONE} put parameters", GONE, [_parameter("zz", "path", required=True)], "BC", "3"),
    Row(f"{_GET} parameters 0 collectionFormat", "csv", "pipes", "BB", _SWAGGER),
    Row(f"{_MAKE} requestBody required", GONE, True, "BC", "3"),
    Row(f"{_ONE} put requestBody", GONE, {"content": {"application/json": {}}}, "CB", "3"),
    Row(
        f"{_ONE} put requestBody",
        GONE,
        {"required": True, "content": {"application/json": {}}},
        "BB",
        "3",
    ),
    Row(f"{_JSON} application/xml", GONE, {"schema": TEXT}, "CB", "3"),
    Row(f"{_ONE} put requestBody content application/json schema", GONE, THING, "BC", "3"),
    Row(f"{_FORM} contentType", "image/png", "image/jpeg", "BB", "3"),
    Row(f"{_FORM} style", GONE, "pipeDelimited", "BB", "3"),
    Row(f"{_FORM} headers", GONE, {"X-Part": {"schema": TEXT}}, "CC", "3"),
    Row(f"{_FORM} headers", GONE, {"X-Part": {"required": True, "schema": TEXT}}, "BC", "3"),
    Row(
        f"{_ONE} put requestBody content",
        {"image/png": {}},
        {"image/*": {}},
        "CB",
        "3",
    ),
    Row(
        f"{_ONE} put requestBody content",
        {"text/csv": {}},
        {"text/csv; header=present": {}},
        "CC",
        "3",
    ),
    Row(f"{_LIST} responses 202", GONE, {"description": "later"}, "CB"),
    Row(f"{_LIST} responses 409", GONE, {"description": "no"}, "CC"),
    Row(f"{_LIST} responses 5XX", {"description": "a"}, GONE, "CC", "3"),
    Row(
        f"{_MAKE} responses",
        {"201": _WHOLE, "404": {"description": "no"}},
        {"201": _WHOLE, "4XX": {"description": "no"}},
        "CC",
        "3",
    ),
    Row(f"{_DONE} description", "done", "Done.", "CC"),
    Row(f"{_DONE} content application/xml", GONE, {"schema": TEXT}, "CB", "3"),
    Row(f"{_ONE} put responses 200 content", {"image/png": {}}, {"image/*": {}}, "BC", "3"),
    Row(f"{_ONE} put responses 200 content application/json schema", GONE, THING, "CB", "3"),
    Row(f"{_LIST} responses 404 content", {"application/json": {}}, GONE, "BC", "3"),
    Row(f"{_DONE} headers X-More", {"required": True, "schema": TEXT}, GONE, "BC", "3"),
    Row(f"{_DONE} headers X-More", {"schema": TEXT}, GONE, "CC", "3"),
    Row(f"{_DONE} headers X-Page required", True, GONE, "BC", "3"),
    Row(f"{_DONE} headers X-Page deprecated", GONE, True, "CC", "3"),
    Row(f"{_DONE} headers X-Hint explode", GONE, True, "CC", "3"),
    Row(f"{_DONE} headers", {"X-A": {"schema": TEXT}}, {"x-a": {"schema": TEXT}}, "CC", "3"),
    Row(f"{_DONE} links next operationId", "listThings", "getThing", "CC", "3"),
)

SECURITY_ROWS = (
    Row(f"{_ONE} get security", [], [{"key": []}], "BC", "3"),
    Row(f"{_ONE} get security", [{"key": []}, {}], [{"key": []}], "BC", "3"),
    Row(f"{_ONE} get security", [{"key": []}], [{"key": []}, {"basic": []}], "CB", "3"),
    Row(f"{_ONE} get security", [{"key": []}], [{"key": [], "basic": []}], "BC", "3"),
    Row(f"{_MAKE} security", [{"oauth": ["read"]}], [{"oauth": ["read", "write"]}], "BC", "3"),
    Row(f"{_SCHEMES} key name", "X-Key", "X-Api-Key", "BB", "3"),
    Row(f"{_SCHEMES} key", {"type": "http", "scheme": "digest"}, {"type": "oauth2"}, "BB", "3"),
    Row(f"{_SCHEMES} basic scheme", "basic", "digest", "BB", "3"),
    Row(f"{_SCHEMES} bearer bearerFormat", "JWT", "opaque", "CC", "3"),
    Row(f"{_SCHEMES} more", {"type": "http", "scheme": "digest"}, GONE, "CC", "3"),
    Row(f"{_SCHEMES} oidc openIdConnectUrl", "https://a.example.com", "https://b", "CC", "3"),
    Row(f"{_SCHEMES} oauth flows implicit", {"authorizationUrl": "https://i"}, GONE, "BC", "3"),
    Row(
        f"{_SCHEMES} oauth flows authorizationCode tokenUrl",
        "https://login.example.com/t",
        "https://login.example.com/token",
        "CC",
        "3",
    ),
    Row(f"{_SCHEMES} oauth flows authorizationCode scopes admin", GONE, "All", "CC", "3"),
)

ROWS = (*DOCUMENT_ROWS, *MESSAGE_ROWS, *SECURITY_ROWS)
