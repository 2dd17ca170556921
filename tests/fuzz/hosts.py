"""What does a whole document look like, with one of everything that an edit can be about?"""

from typing import Any

Json = Any

TEXT: Json = {"type": "string"}
THING: Json = {
    "type": "object",
    "required": ["id"],
    "properties": {"id": TEXT, "size": {"type": "integer"}},
}
_CONTENT: Json = {"application/json": {"schema": THING}}
_FLOW: Json = {
    "authorizationUrl": "https://login.example.com/a",
    "tokenUrl": "https://login.example.com/t",
    "scopes": {"read": "Read", "write": "Write"},
}


def _response() -> Json:
    return {
        "description": "done",
        "content": {"application/json": {"schema": THING}},
        "headers": {
            "X-Page": {"description": "page", "required": True, "schema": {"type": "integer"}},
            "X-Hint": {"schema": {"type": "array", "items": TEXT}},
        },
        "links": {"next": {"operationId": "listThings"}},
    }


def _list() -> Json:
    return {
        "operationId": "listThings",
        "tags": ["things"],
        "summary": "List",
        "parameters": [
            {"name": "limit", "in": "query", "schema": {"type": "integer"}},
            {"name": "ids", "in": "query", "schema": {"type": "array", "items": TEXT}},
            {"name": "X-Trace", "in": "header", "required": True, "schema": TEXT},
            {"name": "filter", "in": "query", "content": {"application/json": {"schema": THING}}},
        ],
        "responses": {
            "200": _response(),
            "404": {"description": "nothing", "content": _CONTENT},
            "503": {"description": "later"},
        },
    }


def _create() -> Json:
    call = {
        "requestBody": {"required": True, "content": _CONTENT},
        "responses": {"200": {"description": "heard"}},
    }
    return {
        "operationId": "createThing",
        "requestBody": {
            "required": True,
            "content": {
                "application/json": {"schema": THING},
                "multipart/form-data": {
                    "schema": {"type": "object", "properties": {"file": TEXT, "tags": THING}},
                    "encoding": {"file": {"contentType": "image/png"}},
                },
                "text/plain": {"schema": TEXT},
            },
        },
        "responses": {"201": {"description": "made", "content": _CONTENT}},
        "callbacks": {"told": {"https://example.com/told": {"post": call}}},
        "security": [{"oauth": ["read"]}],
    }


def modern_host(version: str) -> dict[str, Json]:
    """A fresh document of OpenAPI 3.0 or 3.1."""
    one = {
        "parameters": [{"name": "id", "in": "path", "required": True, "schema": TEXT}],
        "get": {"operationId": "getThing", "responses": {"200": {"description": "it"}}},
        "put": {
            "operationId": "replaceThing",
            "requestBody": {"content": {"application/json": {}}},
            "responses": {"200": {"description": "it", "content": {"application/json": {}}}},
        },
        "delete": {
            "deprecated": True,
            "security": [{"oidc": []}, {"bearer": []}],
            "responses": {"204": {"description": "gone"}},
        },
    }
    old = {"get": {"deprecated": True, "responses": {"200": {"description": "old"}}}}
    hook = {"post": {"requestBody": {"content": _CONTENT}, "responses": {}}}
    found: dict[str, Json] = {
        "openapi": version,
        "info": {"title": "Things", "version": "1"},
        "servers": [
            {
                "url": "https://{region}.example.com/v1",
                "variables": {"region": {"default": "eu", "enum": ["eu", "us"]}},
            },
            {"url": "https://second.example.com/v1"},
        ],
        "tags": [{"name": "things"}],
        "security": [{"key": []}, {"basic": []}],
        "paths": {
            "/things": {"get": _list(), "post": _create()},
            "/things/{id}": one,
            "/old": old,
        },
        "components": {"securitySchemes": _schemes()},
    }
    if version.startswith("3.1"):
        found["webhooks"] = {"thing": hook}
    return found


def _schemes() -> Json:
    return {
        "key": {"type": "apiKey", "name": "X-Key", "in": "header"},
        "basic": {"type": "http", "scheme": "basic"},
        "bearer": {"type": "http", "scheme": "bearer", "bearerFormat": "JWT"},
        "oauth": {
            "type": "oauth2",
            "flows": {
                "authorizationCode": _FLOW,
                "clientCredentials": {"tokenUrl": "https://t", "scopes": {"read": "Read"}},
            },
        },
        "oidc": {"type": "openIdConnect", "openIdConnectUrl": "https://login.example.com/o"},
    }


def swagger_host(_: str) -> dict[str, Json]:
    """A fresh document of Swagger 2.0."""
    ids = {
        "name": "ids",
        "in": "query",
        "type": "array",
        "items": {"type": "string"},
        "collectionFormat": "csv",
    }
    body = {"name": "thing", "in": "body", "required": True, "schema": THING}
    field = {"name": "label", "in": "formData", "type": "string"}
    return {
        "swagger": "2.0",
        "info": {"title": "Things", "version": "1"},
        "host": "example.com",
        "basePath": "/v1",
        "schemes": ["https", "http"],
        "paths": {
            "/things": {
                "get": {
                    "parameters": [ids],
                    "responses": {"200": {"description": "done", "schema": THING}},
                },
                "post": {"parameters": [body], "responses": {"201": {"description": "made"}}},
                "put": {"parameters": [field], "responses": {"200": {"description": "kept"}}},
            }
        },
        "security": [{"basic": []}],
        "securityDefinitions": {"basic": {"type": "basic"}},
    }
