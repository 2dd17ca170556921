"""Which examples does the API's document show of versions?"""

from types import MappingProxyType
from typing import Any

BREAKING_REASON = MappingProxyType(
    {
        "id": "breaking_change",
        "message": "Breaking changes since 1.1.0, 1 in all.",
        "facts": {"versions": ["1.1.0"], "changes": 1},
    }
)
_WITNESS = MappingProxyType(
    {
        "kind": "refused",
        "instance": {"item": "bolts", "amount": 500},
        "instance_length": 32,
        "operation": "POST /orders",
        "direction": "request",
        "place": "body",
        "name": None,
        "status": None,
        "media_type": "application/json",
        "accepted_by": "base",
        "refused_by": "revision",
        "pointer": "/amount",
        "reason": "500 is greater than the maximum of 100",
    }
)
CHANGE = MappingProxyType(
    {
        "rule": "path.removed",
        "level": "error",
        "judgement": "breaks",
        "direction": None,
        "location": "paths/~1orders~1{id}",
        "operations": ["GET /orders/{id}"],
        "operation_count": 1,
        "base_pointer": "/paths/~1orders~1{id}",
        "revision_pointer": None,
        "before": "/orders/{id}",
        "after": None,
        "fingerprint": "8012cd6383c2a4a0f887cad0",
        "message": "Clients can no longer call GET /orders/{id}: the path is gone.",
        "cause": None,
        "assumption": None,
        "witness": None,
        "unproved": "not-a-schema-change",
        "is_approved": False,
    }
)
PROVED_CHANGE = MappingProxyType(
    {
        "rule": "schema.maximum-tightened",
        "level": "error",
        "judgement": "breaks",
        "direction": "request",
        "location": "components/schemas/Order/properties/amount",
        "operations": ["POST /orders"],
        "operation_count": 1,
        "base_pointer": "/components/schemas/Order/properties/amount",
        "revision_pointer": "/components/schemas/Order/properties/amount",
        "before": 1000,
        "after": 100,
        "fingerprint": "8012cd6383c2a4a0f887cad0",
        "message": "The maximum is smaller.",
        "cause": None,
        "assumption": None,
        "witness": dict(_WITNESS),
        "unproved": None,
        "is_approved": False,
    }
)
_ASSUMPTION = MappingProxyType(
    {
        "id": "readers-handle-any-status",
        "statement": "Clients cope with any status code, also with undeclared ones.",
    }
)
_JUDGED_BY = MappingProxyType(
    {
        "engine": "4",
        "ruleset_digest": "eb82797cd08421b0",
        "options": "strict",
        "options_digest": "4f53cda18c2baa0c",
    }
)
_COUNTS = MappingProxyType({"error": 1, "warning": 0, "info": 2})
_DIGEST = "bindery1:a8e5b50119506cfe9238bcea004f0ddf0e38aa49072d8ff8eb439e522588f8fa"
VERSION_SUMMARY = MappingProxyType(
    {
        "id": "3f6c1e0a-7d2b-4a52-9a3f-3f4f3b0f8a55",
        "group": "acme",
        "api": "orders",
        "name": "1.2.0",
        "state": "published",
        "digest": _DIGEST,
        "checksum": "sha256:3e8065e9059605343c997b736154b12f7f2bb2b8f409b1a6b40b16b6728c2eaa",
        "size": 18342,
        "format": "yaml",
        "specification": "3.1",
        "title": "Orders",
        "info_version": "1.2.0",
        "base": "1.1.0",
        "verdict": "breaking",
        "verdict_reason": None,
        "counts": dict(_COUNTS),
        "proved_count": 1,
        "judged_by": dict(_JUDGED_BY),
        "published_by": "alice",
        "published_at": "2026-11-20T10:00:00Z",
        "state_changed_at": "2026-11-20T10:00:00Z",
        "deprecated_at": None,
        "sunset_at": None,
        "withheld_at": None,
    }
)
VERSION = MappingProxyType(
    {
        **VERSION_SUMMARY,
        "state_reason": None,
        "withheld_reason": None,
        "reasons": [dict(BREAKING_REASON)],
        "assumptions": [dict(_ASSUMPTION)],
        "warnings": [],
    }
)
CHECK = MappingProxyType(
    {
        "version": "1.2.0",
        "decision": "refused",
        "reasons": [dict(BREAKING_REASON)],
        "base": "1.1.0",
        "verdict": "breaking",
        "verdict_reason": None,
        "counts": dict(_COUNTS),
        "proved_count": 1,
        "judged_by": dict(_JUDGED_BY),
        "assumptions": [dict(_ASSUMPTION)],
        "change_count": 3,
        "changes": [dict(PROVED_CHANGE)],
        "digest": _DIGEST,
        "warnings": [],
    }
)
OPERATION = MappingProxyType(
    {
        "method": "get",
        "path": "/orders/{id}",
        "operation_id": "getOrder",
        "summary": "Get an order",
        "tags": ["orders"],
        "deprecated": False,
    }
)
REFUSED_PUBLICATION = MappingProxyType(
    {
        "id": "5b1f7a9e-3c1f-4c55-9d0b-6f6f3a3a0c11",
        "version": "1.2.0",
        "digest": _DIGEST,
        "verdict": "breaking",
        "reasons": [dict(BREAKING_REASON)],
        "refused_by": "alice",
        "refused_at": "2026-11-20T10:00:00Z",
    }
)
COMPARISON = MappingProxyType(
    {
        "base": "1.1.0",
        "revision": "2.0.0",
        "verdict": "breaking",
        "counts": dict(_COUNTS),
        "proved_count": 1,
        "judged_by": dict(_JUDGED_BY),
        "assumptions": [dict(_ASSUMPTION)],
        "causes": [],
        "engine_version": "4-eb82797cd08421b0",
        "items": [dict(PROVED_CHANGE)],
        "next_cursor": None,
    }
)


def page_of(example: MappingProxyType[str, Any]) -> dict[str, Any]:
    """Return an example of a page that holds the example of an item."""
    return {"items": [dict(example)], "next_cursor": None}
