"""What does the instance look like over HTTP?"""

from service.http_api.fields import Integer, ResponseSchema, String


class InstanceSchema(ResponseSchema):
    """What runs here, and where it is described."""

    name = String(metadata={"example": "Bindery"})
    version = String(metadata={"description": "Of the service.", "example": "0.1.0"})
    engine_version = String(metadata={"description": "Of the comparison engine."})
    ruleset_digest = String(
        metadata={"description": "Changes when a rule of the comparison engine does."}
    )
    document = String(
        metadata={"description": "Path of this API's OpenAPI document.", "example": "/openapi.json"}
    )


class StatisticsSchema(ResponseSchema):
    """How much of everything there is."""

    users = Integer()
    active_users = Integer()
    active_administrators = Integer()
    open_invitations = Integer()
    active_access_tokens = Integer()
    service_accounts = Integer()
    groups = Integer()
    apis = Integer()
    versions = Integer()
    documents = Integer()
    document_bytes = Integer()
    audit_events = Integer()
