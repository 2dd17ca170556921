"""Which small document do the tests of packages build?"""

import copy
import json
from typing import Any

from service.openapi_documents import OpenApiDocument, read_document
from service.sdk_packages import PackageIdentity

_DOCUMENT: dict[str, Any] = {
    "openapi": "3.0.3",
    "info": {"title": "Pets", "version": "1.2.0"},
    "paths": {
        "/pets/{petId}": {
            "get": {
                "operationId": "getPet",
                "tags": ["pets"],
                "summary": "Find a pet",
                "parameters": [
                    {"name": "petId", "in": "path", "required": True, "schema": {"type": "string"}},
                    {"name": "verbose", "in": "query", "schema": {"type": "boolean"}},
                ],
                "responses": {
                    "200": {
                        "description": "The pet",
                        "content": {
                            "application/json": {"schema": {"$ref": "#/components/schemas/Pet"}}
                        },
                    }
                },
            }
        },
        "/pets": {
            "post": {
                "operationId": "addPet",
                "tags": ["pets"],
                "requestBody": {
                    "required": True,
                    "content": {
                        "application/json": {"schema": {"$ref": "#/components/schemas/Pet"}}
                    },
                },
                "responses": {"201": {"description": "Added"}},
            }
        },
    },
    "components": {
        "schemas": {
            "Pet": {
                "type": "object",
                "required": ["name"],
                "properties": {
                    "name": {"type": "string"},
                    "kind": {"type": "string", "enum": ["cat", "dog"]},
                    "friend": {"$ref": "#/components/schemas/Pet"},
                },
            }
        }
    },
}


def petstore() -> dict[str, Any]:
    """Return the document, to be changed at will."""
    return copy.deepcopy(_DOCUMENT)


def read(content: dict[str, Any]) -> OpenApiDocument:
    """Return a document as the reader gives it."""
    return read_document(json.dumps(content).encode())


def identity_of(document: OpenApiDocument, version: str = "1.2.0") -> PackageIdentity:
    """Return what a package of the document is called."""
    return PackageIdentity("acme", "pets", version, document.digest)
