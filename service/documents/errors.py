"""Which refusals come from documents?"""

from service.errors import InvalidInput, NotFound


class DocumentInvalid(InvalidInput):
    """The bytes are no acceptable OpenAPI document; `details.problems` says where and why."""

    code = "document_invalid"


class DocumentWithheld(NotFound):
    """The document was taken back; its digest and checksum are still told."""

    code = "document_withheld"
