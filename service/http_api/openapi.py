"""How does the API's own OpenAPI document come about? flask-smorest and apispec, with their traps
closed: same bytes on every Python, no blanket default response, exact types.
"""

from http import HTTPStatus
from typing import Any

from apispec import APISpec
from apispec.ext.marshmallow import MarshmallowPlugin
from flask import Flask
from flask_smorest import Api
from marshmallow import Schema

from service.http_api.converters import CONVERTERS
from service.http_api.field_documents import Plugin
from service.http_api.header_components import HEADER_COMPONENTS
from service.http_api.operation_document import RESPONSE_NAMES, SECURITY_SCHEME
from service.http_api.path_parameters import PathPlugin, path_parameter_schema
from service.http_api.problems import KNOWN_CODES, answer_http_exception
from service.http_api.request_context import REQUEST_ID_HEADER

OPENAPI_VERSION = "3.1.0"

_ERROR_DESCRIPTIONS = {
    400: ("The request is malformed or breaks a rule; `details` says where.", "validation_error"),
    401: ("No access token, or one that is not good.", "not_authenticated"),
    403: ("The access token or the role does not allow this.", "not_permitted"),
    404: ("Absent, or hidden from the caller.", "not_found"),
    406: ("No media type in Accept can be produced.", "not_acceptable"),
    409: ("Contradicts what is there.", "conflict"),
    412: ("It was changed since it was read.", "precondition_failed"),
    413: ("The body is larger than accepted.", "too_large"),
    415: ("The media type or encoding of the body is not accepted.", "unsupported_media_type"),
    428: ("A change must say what it is based on: If-Match.", "precondition_required"),
    429: ("Too many requests; Retry-After says when to come back.", "too_many_requests"),
    500: ("A fault of the service.", "internal_error"),
    503: ("Not available now; Retry-After says when to come back.", "unavailable"),
}
_RETRY_LATER = frozenset({429, 503})


class BinderyApi(Api):  # type: ignore[misc]  # flask-smorest carries no types
    """An `Api` whose document promises what the service does."""

    DEFAULT_ERROR_RESPONSE_NAME = None  # it would switch off the check of statuses
    ERROR_SCHEMA = None

    def handle_http_exception(self, error: Any) -> Any:
        """Answer in the envelope; flask-smorest registers this for every HTTPException."""
        return answer_http_exception(error)

    def _register_responses(self) -> None:
        """Register shared components under names that do not depend on Python's version."""
        components = self.spec.components
        components.schema("Error", _error_schema())
        for component, definition in HEADER_COMPONENTS.items():
            components.header(component, dict(definition))
        for status, name in RESPONSE_NAMES.items():
            components.response(name, _error_response(status))
        components.response(
            "NotModified",
            {
                "description": "The caller's copy is still right.",
                "headers": {
                    "ETag": {"$ref": "#/components/headers/ETag"},
                    REQUEST_ID_HEADER: {"$ref": "#/components/headers/RequestId"},
                },
            },
        )
        components.security_scheme(
            SECURITY_SCHEME,
            {
                "type": "http",
                "scheme": "bearer",
                "bearerFormat": "bnd_...",
                "description": "An access token, in `Authorization: Bearer bnd_...`.",
            },
        )

    def _register_etag_headers(self) -> None:
        """Leave out flask-smorest's own; ours are registered above."""

    def _register_pagination_header(self) -> None:
        """Leave out flask-smorest's own; lists say the cursor in their body."""


def create_v1(app: Flask, *, plugin: MarshmallowPlugin | None = None) -> BinderyApi:
    """Return version 1 of the API, to register blueprints with."""
    app.config.update(
        V1_API_TITLE="Bindery",
        V1_API_VERSION="1.0.0",
        V1_OPENAPI_VERSION=OPENAPI_VERSION,
    )
    app.url_map.converters.update(CONVERTERS)
    api = BinderyApi(
        app,
        spec_kwargs={
            "flask_plugin": PathPlugin(),
            "marshmallow_plugin": plugin or Plugin(schema_name_resolver=schema_name),
            "info": _INFO,
            "servers": [{"url": "/", "description": "This instance."}],
            "tags": [{"name": name, "description": text} for name, text in _TAGS],
        },
        config_prefix="V1_",
    )
    for converter in CONVERTERS.values():
        api.register_converter(converter, path_parameter_schema)
    return api


def schema_name(schema: type[Schema] | Schema) -> str:
    """Return a schema's name in the document: the class's, without `Schema` at its end."""
    kind = schema if isinstance(schema, type) else type(schema)
    return kind.__name__.removesuffix("Schema")


def document_of(api: BinderyApi) -> dict[str, Any]:
    """Return the API's OpenAPI document."""
    spec: APISpec = api.spec
    return spec.to_dict()


def _error_schema() -> dict[str, Any]:
    return {
        "type": "object",
        "description": "What every answer of 400 and above carries.",
        "required": ["error"],
        "properties": {
            "error": {
                "type": "object",
                "required": ["code", "message", "details", "request_id"],
                "properties": {
                    "code": {
                        "type": "string",
                        "description": "Stable, for programs; more may be added.",
                        "x-extensible-enum": sorted(set(KNOWN_CODES)),
                        "examples": ["validation_error"],
                    },
                    "message": {"type": "string", "description": "For people."},
                    "details": {
                        "type": "object",
                        "description": "For both; validation errors by location and field.",
                        "additionalProperties": {},
                    },
                    "request_id": {
                        "type": "string",
                        "description": "The same as in the X-Request-ID header.",
                    },
                },
            }
        },
    }


def _error_response(status: int) -> dict[str, Any]:
    description, code = _ERROR_DESCRIPTIONS[status]
    headers = {REQUEST_ID_HEADER: {"$ref": "#/components/headers/RequestId"}}
    if status == HTTPStatus.UNAUTHORIZED:
        headers["WWW-Authenticate"] = {"$ref": "#/components/headers/WWWAuthenticate"}
    if status in _RETRY_LATER:
        headers["Retry-After"] = {"$ref": "#/components/headers/RetryAfter"}
    example = {
        "error": {
            "code": code,
            "message": description,
            "details": {},
            "request_id": "1f7a9e9c-3c1f-4c55-9d0b-6f6f3a3a0c11",
        }
    }
    content = {"schema": {"$ref": "#/components/schemas/Error"}, "example": example}
    return {
        "description": description,
        "headers": headers,
        "content": {"application/json": content},
    }


_INFO = {
    "summary": "A registry for API contracts.",
    "description": (
        "Publish each version of an API's OpenAPI document, learn what breaks against the version"
        " before it, and let the team's policy decide.\n\nEvery answer of 400 and above carries"
        " the same envelope, `Error`. Lists are read with `limit` and `cursor`. Changes of what is"
        " mutable take `If-Match`. A POST that creates takes an `Idempotency-Key`."
    ),
    "contact": {"name": "The operators of this instance"},
    "license": {"name": "Apache 2.0", "identifier": "Apache-2.0"},
}
_TAGS = (
    ("access-tokens", "Secrets that stand for a user or a service account."),
    ("apis", "Named APIs of groups."),
    ("approvals", "Changes that maintainers accepted, by fingerprint."),
    ("audit", "Who did what, when."),
    ("deliveries", "Events on their way to webhooks, and how that went."),
    ("events", "What is told outside."),
    ("groups", "Namespaces of ownership, permission and policy."),
    ("identities", "Users and their passwords."),
    ("instance", "The instance itself."),
    ("invitations", "Links with which people join."),
    ("jobs", "Work that outlives a request."),
    ("policies", "Compatibility policies, inherited instance > group > API."),
    ("publications", "Publishing versions, checking first, and what was refused."),
    ("rules", "What comparisons judge by."),
    ("sdks", "Typed Python clients of versions, as packages."),
    ("service-accounts", "The machines of a group."),
    ("service-account-tokens", "The access tokens of a group's machines."),
    ("sign-in", "Passwords for access tokens, and who one is."),
    ("version-states", "Reviewing, retiring and withholding versions."),
    ("versions", "Published contracts, their changes and comparisons."),
    ("webhooks", "Who is told of what happens, and how that went."),
)
