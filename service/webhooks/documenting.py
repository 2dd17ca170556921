"""How do events come into the OpenAPI document? Each type is an entry below `webhooks`."""

from typing import Any

from service.http_api.openapi import BinderyApi
from service.webhooks.event_types import EventType
from service.webhooks.examples import PAYLOAD_EXAMPLES
from service.webhooks.payloads import DATA_SCHEMAS, PAYLOAD_SCHEMAS

_DESCRIPTION = (
    "Sent to the webhooks of the group, signed by Standard Webhooks. Any answer of 200 to 299 says"
    " that it was taken; 410 that nothing more is wanted. It may come more than once, with the same"
    " `webhook-id`."
)
_HEADERS = (
    ("webhook-id", "The event's id: the same each time it is sent.", "string"),
    ("webhook-timestamp", "When this attempt was made, in seconds since 1970.", "integer"),
    ("webhook-signature", "One or more of `v1,<base64>`, with spaces between them.", "string"),
)


def document_events(api: BinderyApi) -> None:
    """Add what is sent to receivers to the document of the API."""
    for kind, schema in PAYLOAD_SCHEMAS.items():
        api.spec.components.schema(_name(kind), schema=schema)
        told = api.spec.components.schemas[_name(kind)]["properties"]
        told["type"] = {"type": "string", "const": kind.value}  # apispec knows no `const`
    api.spec.options["webhooks"] = {kind.value: {"post": _operation(kind)} for kind in EventType}


def _operation(kind: EventType) -> dict[str, Any]:
    summary = str(DATA_SCHEMAS[kind].__doc__).split("\n", maxsplit=1)[0].rstrip(".")
    return {
        "operationId": "receive" + "".join(part.title() for part in kind.value.split(".")),
        "tags": ["webhooks"],
        "summary": summary,
        "description": _DESCRIPTION,
        "security": [],
        "parameters": [
            {
                "in": "header",
                "name": name,
                "required": True,
                "description": description,
                "schema": {"type": type_},
            }
            for name, description, type_ in _HEADERS
        ],
        "requestBody": {
            "required": True,
            "content": {
                "application/json": {
                    "schema": {"$ref": f"#/components/schemas/{_name(kind)}"},
                    "example": PAYLOAD_EXAMPLES[kind],
                }
            },
        },
        "responses": {"2XX": {"description": "Taken."}, "410": {"description": "Never again."}},
    }


def _name(kind: EventType) -> str:
    return PAYLOAD_SCHEMAS[kind].__name__.removesuffix("Schema")
