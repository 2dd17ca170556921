"""Where does a document hold text that reaches generated code, or may one day?"""

from collections.abc import Mapping
from typing import Any


class Texts:
    """Gives each position its text, and learns which positions there are."""

    def __init__(self, planted: Mapping[str, str]) -> None:
        self.positions: list[str] = []
        self._planted = planted

    def at(self, position: str, usual: str) -> str:
        """Return what stands at a position."""
        self.positions.append(position)
        return self._planted.get(position, usual)


def positions() -> list[str]:
    """Return the names of all positions."""
    texts = Texts({})
    _document(texts)
    return texts.positions


def document(planted: Mapping[str, str]) -> dict[str, Any]:
    """Return a document with texts planted at some positions (name → text)."""
    return _document(Texts(planted))


def _document(texts: Texts) -> dict[str, Any]:
    at = texts.at
    return {
        "openapi": "3.1.0",
        "info": {
            "title": at("info title", "Pets"),
            "version": at("info version", "1"),
            "summary": at("info summary", "short"),
            "description": at("info description", "long"),
            "termsOfService": at("terms of service", "https://pets.test/terms"),
            "contact": {"name": at("contact name", "Ann")},
            "license": {"name": at("licence name", "MIT")},
        },
        "servers": [{"url": "https://pets.test", "description": at("server", "main")}],
        "tags": [{"name": "pets", "description": at("tag description", "about pets")}],
        "paths": {
            "/list" + at("path", "").replace("{", "(").replace("}", ")"): {"get": _get(texts)},
            "/raw" + at("path with braces", ""): {
                "get": {"responses": {"204": {"description": "none"}}}
            },
            "/pets/{" + at("path parameter", "id") + "}": _item(texts),
            "/pets": {"post": _post(texts)},
            "/form": {"post": _form(texts, "form", "application/x-www-form-urlencoded")},
            "/upload": {"post": _form(texts, "upload", "multipart/form-data")},
        },
        "components": {"schemas": _schemas(texts)},
    }


def _get(texts: Texts) -> dict[str, Any]:
    at = texts.at
    return {
        "operationId": at("operation id", "listPets"),
        "tags": [at("tag", "pets")],
        "summary": at("operation summary", "List"),
        "description": at("operation description", "All of them"),
        "parameters": _parameters(texts),
        "responses": {
            "200": {
                "description": at("response description", "fine"),
                "content": {
                    "application/json": {"schema": {"$ref": "#/components/schemas/Pet"}},
                    "text/csv; a=" + at("response media type", "b"): {"schema": {"type": "string"}},
                },
            }
        },
    }


def _parameters(texts: Texts) -> list[dict[str, Any]]:
    at = texts.at
    return [
        {
            "name": at("query parameter", "limit"),
            "in": "query",
            "description": at("parameter description", "how many"),
            "schema": {
                "type": "string",
                "default": at("parameter default", "x"),
                "example": at("parameter example", "y"),
                "description": at("parameter schema description", "text"),
            },
        },
        {
            "name": at("header parameter", "X-Trace"),
            "in": "header",
            "schema": {"type": "string"},
        },
        {"name": at("cookie parameter", "sid"), "in": "cookie", "schema": {"type": "string"}},
        {
            "name": "kind",
            "in": "query",
            "schema": {
                "type": "string",
                "title": at("parameter enum title", "Kind"),
                "enum": [at("parameter enum value", "cat"), "dog"],
            },
        },
        {
            "name": "when",
            "in": "query",
            "schema": {"type": "string", "format": at("parameter format", "date")},
        },
        {"name": "exact", "in": "query", "schema": {"const": at("parameter const", "one")}},
    ]


def _item(texts: Texts) -> dict[str, Any]:
    name = texts._planted.get("path parameter", "id")  # noqa: SLF001 - the same text once more
    return {
        "get": {
            "tags": ["pets"],
            "parameters": [
                {"name": name, "in": "path", "required": True, "schema": {"type": "string"}}
            ],
            "responses": {"204": {"description": texts.at("empty response description", "none")}},
        }
    }


def _post(texts: Texts) -> dict[str, Any]:
    at = texts.at
    return {
        "operationId": "addPet",
        "tags": ["pets"],
        "requestBody": {
            "description": at("body description", "the pet"),
            "required": True,
            "content": {
                "application/json; a=" + at("request media type", "b"): {
                    "schema": {"$ref": "#/components/schemas/Pet"}
                },
            },
        },
        "responses": {
            "201": {
                "description": "added",
                "content": {
                    "application/json": {
                        "schema": {
                            "type": "object",
                            "title": at("inline title", "Added"),
                            "properties": {at("inline property", "id"): {"type": "string"}},
                        }
                    }
                },
            }
        },
    }


def _form(texts: Texts, name: str, media_type: str) -> dict[str, Any]:
    is_file = name == "upload"
    schema = {
        "type": "object",
        "properties": {
            texts.at(f"{name} field", "file"): (
                {"type": "string", "format": "binary"} if is_file else {"type": "string"}
            ),
            "count": {"type": "integer", "description": texts.at(f"{name} field text", "n")},
        },
    }
    return {
        "tags": ["pets"],
        "operationId": f"send_{name}",
        "requestBody": {"required": True, "content": {media_type: {"schema": schema}}},
        "responses": {"204": {"description": "sent"}},
    }


def _schemas(texts: Texts) -> dict[str, Any]:
    at = texts.at
    return {
        "Pet": _pet(texts),
        "Size": {
            "type": "string",
            "description": at("enum description", "how big"),
            "enum": [at("enum value", "small"), "large"],
            "x-enum-varnames": [at("enum name", "SMALL"), "LARGE"],
        },
        at("schema name", "Owner"): {
            "type": "object",
            "properties": {"id": {"type": "string"}},
        },
        at("enum schema name", "Colour"): {"type": "string", "enum": ["red", "green"]},
    }  # fmt: skip


def _pet(texts: Texts) -> dict[str, Any]:
    return {**_pet_itself(texts), "properties": _pet_properties(texts)}


def _pet_itself(texts: Texts) -> dict[str, Any]:
    at = texts.at
    return {
        "type": "object",
        "title": at("schema title", "Pet"),
        "description": at("schema description", "A pet"),
        "example": at("schema example", "{}"),
        "required": [at("required name", "name")],
        "additionalProperties": {
            "type": "string",
            "description": at("additional description", "more"),
        },
    }


def _pet_properties(texts: Texts) -> dict[str, Any]:
    at = texts.at
    return {
        "name": {
            "type": "string",
            "title": at("property title", "Name"),
            "description": at("property description", "its name"),
            "example": at("property example", "Rex"),
            "default": at("property default", "Tom"),
            "pattern": at("pattern", "^a"),
            "format": at("property format", "email"),
            "x-note": at("extension", "none"),
        },
        at("property name", "age"): {"type": "integer"},
        at("object property name", "home"): {
            "type": "object",
            "properties": {at("deep property name", "street"): {"type": "string"}},
        },
        at("list property name", "tags"): {
            "type": "array",
            "items": {"type": "string", "description": at("item description", "a tag")},
        },
        "size": {"$ref": "#/components/schemas/Size"},
        "fixed": {"type": "string", "const": at("const", "always")},
        at("const property name", "kept"): {"const": "k"},
        "mixed": {
            "oneOf": [
                {"type": "string", "title": at("branch title", "Text")},
                {
                    "type": "object",
                    "title": at("object branch title", "Thing"),
                    "properties": {at("branch property", "z"): {"type": "string"}},
                },
            ],
            "description": at("union description", "one of two"),
        },
        "born": {"type": "string", "format": "date", "default": at("date default", "2020-01-01")},
        "union": {"type": ["string", "null"], "default": at("union default", "u")},
    }
