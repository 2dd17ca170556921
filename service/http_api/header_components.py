"""Which response headers does the document know? Shared components, one for each header."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

HEADER_COMPONENTS: Mapping[str, Mapping[str, Any]] = MappingProxyType(
    {
        "RequestId": {
            "description": "The request's id: the caller's, or one made by the service.",
            "required": True,
            "schema": {"type": "string", "pattern": "^[A-Za-z0-9._:-]{1,128}$"},
            "example": "1f7a9e9c-3c1f-4c55-9d0b-6f6f3a3a0c11",
        },
        "ETag": {
            "description": "Changes whenever the resource does; send it back in If-Match.",
            "required": True,
            "schema": {"type": "string"},
            "example": '"0d9c1c0e-3"',
        },
        "NextPage": {
            "description": (
                "Where the next page is, as `rel=next` (RFC 8288); absent on the last page."
            ),
            "schema": {"type": "string"},
            "example": '<https://bindery.example.com/api/v1/groups?cursor=WyJhY21lIl0>; rel="next"',
        },
        "WWWAuthenticate": {
            "description": "How to sign in.",
            "required": True,
            "schema": {"type": "string"},
            "example": 'Bearer realm="bindery"',
        },
        "RetryAfter": {
            "description": "Seconds to wait.",
            "required": True,
            "schema": {"type": "integer", "minimum": 0},
            "example": 5,
        },
        "RetryAfterWhileOpen": {
            "description": "Seconds after which to ask again; only while there is more to come.",
            "schema": {"type": "integer", "minimum": 0},
            "example": 1,
        },
        "IdempotencyReplayed": {
            "description": "`true` if this is the answer to an earlier request with the same key.",
            "schema": {"type": "string", "enum": ["true"]},
            "example": "true",
        },
        "Location": {
            "description": "Where what was created can be read.",
            "schema": {"type": "string", "format": "uri-reference"},
            "example": "/api/v1/groups/acme/apis/orders/versions/1.2.0",
        },
        "OptionalETag": {
            "description": "Changes whenever the resource does; send it back in If-Match.",
            "schema": {"type": "string"},
            "example": '"0d9c1c0e-3"',
        },
        "Deprecation": {
            "description": (
                "Since when the version is deprecated, `@` and seconds since 1970 (RFC "
                "9745); only if it is."
            ),
            "schema": {"type": "string", "pattern": r"^@-?[0-9]+$"},
            "example": "@1795176000",
        },
        "Sunset": {
            "description": (
                "When the version goes away, an HTTP date (RFC 8594); only if that is known."
            ),
            "schema": {"type": "string"},
            "example": "Fri, 20 Nov 2026 12:00:00 GMT",
        },
        "LifecycleLink": {
            "description": (
                "Where to read about the deprecation and what comes after (RFC 8288); only "
                "if deprecated."
            ),
            "schema": {"type": "string"},
            "example": '</api/v1/groups/acme/apis/orders>; rel="deprecation"',
        },
        "ContentDigest": {
            "description": "sha-256 of the bytes of the body (RFC 9530).",
            "schema": {"type": "string"},
            "example": "sha-256=:RBNvo1WzZ4oRRq0W9+hknpT7T8If536DEMBg9hyq/4o=:",
        },
        "ContentDisposition": {
            "description": "The name to save the document under.",
            "schema": {"type": "string"},
            "example": 'attachment; filename="orders-1.2.0.json"',
        },
        "RateLimitLimit": {
            "description": (
                "How many requests are allowed in the window; where requests are counted."
            ),
            "schema": {"type": "integer", "minimum": 0},
            "example": 120,
        },
        "RateLimitRemaining": {
            "description": "How many are left.",
            "schema": {"type": "integer", "minimum": 0},
            "example": 118,
        },
        "RateLimitReset": {
            "description": "Seconds until the window begins anew.",
            "schema": {"type": "integer", "minimum": 0},
            "example": 42,
        },
    }
)

COMPONENT_OF_HEADER: Mapping[str, str] = MappingProxyType(
    {
        "Location": "Location",
        "ETag": "OptionalETag",
        "Retry-After": "RetryAfterWhileOpen",
        "Deprecation": "Deprecation",
        "Sunset": "Sunset",
        "Link": "LifecycleLink",
        "Content-Digest": "ContentDigest",
        "Content-Disposition": "ContentDisposition",
        "RateLimit-Limit": "RateLimitLimit",
        "RateLimit-Remaining": "RateLimitRemaining",
        "RateLimit-Reset": "RateLimitReset",
    }
)
"""Headers that an operation promises by name: `operation(headers=...)`."""

LIFECYCLE = ("Deprecation", "Sunset", "Link")
COUNTED = ("RateLimit-Limit", "RateLimit-Remaining", "RateLimit-Reset")
