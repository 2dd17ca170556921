"""Which OpenAPI documents does a contract run publish?"""

from typing import Any


def order_document(version: str, *, breaking: bool = False) -> dict[str, Any]:
    """Return a small document; the breaking one asks for a parameter that the other does not."""
    parameter = {
        "name": "customer",
        "in": "query",
        "required": breaking,
        "schema": {"type": "string"},
    }
    return {
        "openapi": "3.1.0",
        "info": {"title": "Orders", "version": version},
        "paths": {
            "/orders": {
                "get": {
                    "operationId": "listOrders",
                    "parameters": [parameter],
                    "responses": {"200": {"description": "The orders."}},
                }
            }
        },
    }
