"""What do service accounts look like over HTTP?"""

from service.http_api.fields import (
    Boolean,
    RequestSchema,
    ResponseSchema,
    String,
    Timestamp,
    Uuid,
    enum_field,
    name_field,
    text_field,
)
from service.http_api.pagination import page_schema
from service.service_accounts.models import MachineRole

NAME = {"example": "ci"}


class ServiceAccountCreateSchema(RequestSchema):
    """A machine to add to a group."""

    name = name_field(required=True, metadata=NAME)
    description = text_field(2000, load_default="")
    role = enum_field(MachineRole, load_default=MachineRole.PUBLISHER)


class ServiceAccountUpdateSchema(RequestSchema):
    """What to change of a service account."""

    description = text_field(2000)
    role = enum_field(MachineRole)
    is_active = Boolean(metadata={"description": "False: its access tokens do not work."})


class ServiceAccountSchema(ResponseSchema):
    """A machine of a group, such as its CI."""

    id = Uuid()
    name = name_field(metadata=NAME)
    description = String()
    role = enum_field(MachineRole)
    is_active = Boolean()
    created_at = Timestamp()


ServiceAccountPage = page_schema(ServiceAccountSchema, name="ServiceAccountPageSchema")
