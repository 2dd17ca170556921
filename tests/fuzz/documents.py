"""Where in a document does a schema stand, and who sends what it describes?"""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from service.openapi_diff import Direction

Json = Any


class Place(StrEnum):
    """Where a schema is used."""

    REQUEST = "request body"
    RESPONSE = "response body"
    BOTH = "both bodies"
    PARAMETER = "parameter"
    HEADER = "response header"
    CALLBACK = "body of a callback"
    WEBHOOK = "body of a webhook"

    @property
    def directions(self) -> tuple[Direction, ...]:
        """In which directions instances of the schema travel."""
        match self:
            case Place.REQUEST | Place.PARAMETER:
                return (Direction.REQUEST,)
            case Place.BOTH:
                return (Direction.REQUEST, Direction.RESPONSE)
            case Place.RESPONSE | Place.HEADER | Place.CALLBACK | Place.WEBHOOK:
                return (Direction.RESPONSE,)

    @property
    def is_text(self) -> bool:
        return self in (Place.PARAMETER, Place.HEADER)


BODIES = (Place.REQUEST, Place.RESPONSE, Place.BOTH)
OF_VERSION = {
    "2.0": BODIES,
    "3.0.3": (*BODIES, Place.PARAMETER, Place.HEADER, Place.CALLBACK),
    "3.1.0": (*BODIES, Place.PARAMETER, Place.HEADER, Place.CALLBACK, Place.WEBHOOK),
}


@dataclass(frozen=True, slots=True)
class Side:
    """A schema, what it refers to, and the version of the document that it stands in."""

    schema: Json
    components: dict[str, Json]
    version: str

    def document(self, place: Place) -> dict[str, Json]:
        if self.version == "2.0":
            return self._swagger(place)
        item: Json = {"post": _operation(self.schema, place)}
        found: dict[str, Json] = {
            "openapi": self.version,
            "info": {"title": "Things", "version": "1"},
            "paths": {} if place is Place.WEBHOOK else {"/things": item},
            "components": {"schemas": self.components},
        }
        if place is Place.WEBHOOK:
            found["webhooks"] = {"thing": item}
        return found

    def _swagger(self, place: Place) -> dict[str, Json]:
        operation: Json = {"responses": {"200": {"description": "done"}}}
        if place in (Place.REQUEST, Place.BOTH):
            body = {"name": "body", "in": "body", "required": True, "schema": self.schema}
            operation["parameters"] = [body]
        if place in (Place.RESPONSE, Place.BOTH):
            operation["responses"]["200"]["schema"] = self.schema
        return {
            "swagger": "2.0",
            "info": {"title": "Things", "version": "1"},
            "paths": {"/things": {"post": operation}},
            "definitions": self.components,
        }


def _operation(schema: Json, place: Place) -> Json:
    body = {"required": True, "content": {"application/json": {"schema": schema}}}
    done: Json = {"description": "done"}
    operation: Json = {"responses": {"200": done}}
    match place:
        case Place.REQUEST | Place.WEBHOOK:
            operation["requestBody"] = body
        case Place.RESPONSE:
            done["content"] = body["content"]
        case Place.BOTH:
            operation["requestBody"] = body
            done["content"] = body["content"]
        case Place.PARAMETER:
            operation["parameters"] = [{"name": "q", "in": "query", "schema": schema}]
        case Place.HEADER:
            done["headers"] = {"X-Thing": {"schema": schema}}
        case Place.CALLBACK:
            call = {"post": {"requestBody": body, "responses": {"200": {"description": "ok"}}}}
            operation["callbacks"] = {"told": {"https://example.com/told": call}}
    return operation
