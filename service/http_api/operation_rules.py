"""What is promised about one operation, beside its schemas?"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

from service.authorization import Scope

JSON_MEDIA_TYPE = "application/json"


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A response leads on to another operation (OpenAPI Link Object).

    `parameters` and `request_body` map that operation's parameters, and fields of its body, to
    runtime expressions.
    """

    operation_id: str
    description: str
    parameters: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    request_body: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))


@dataclass(frozen=True, slots=True, kw_only=True)
class OperationRules:
    """The promises, as `Blueprint.operation` takes them down."""

    operation_id: str
    scope: Scope | None
    """What the access token must hold; None: anybody, even with no token."""
    anonymous: bool
    """Whether callers without a token are let in (they may still see less)."""
    errors: tuple[int, ...]
    idempotent: bool
    conditional: bool
    cacheable: bool
    takes_document: bool
    produces: tuple[str, ...]
    headers: tuple[str, ...]
    """Of successful answers, beside those that follow from the rest."""
    links: Mapping[str, Link]
    query_parameters: frozenset[str]

    def __deepcopy__(self, memo: Any) -> "OperationRules":
        """Return itself: it cannot change, and flask-smorest copies what it documents."""
        return self
