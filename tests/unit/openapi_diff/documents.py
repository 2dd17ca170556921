"""What does a small document look like that tests put their fragment into?"""

from typing import Any

from service.openapi_diff import Comparison, compare

Json = Any


def with_schema(schema: Json, version: str = "3.1.0", /, **components: Json) -> dict[str, Json]:
    """The schema is both sent and answered by `POST /things`."""
    content = {"application/json": {"schema": schema}}
    return with_operation(
        {
            "requestBody": {"content": content},
            "responses": {"200": {"description": "done", "content": content}},
        },
        version,
        **components,
    )


def with_operation(
    operation: Json, version: str = "3.1.0", /, **components: Json
) -> dict[str, Json]:
    return {
        "openapi": version,
        "info": {"title": "Things", "version": "1"},
        "paths": {"/things": {"post": operation}},
        "components": {"schemas": components},
    }


def reported(comparison: Comparison) -> list[tuple[str, str, str]]:
    """Rule, direction and judgement of each change, in order."""
    return [
        (change.rule, change.direction.value if change.direction else "", change.judgement.value)
        for change in comparison.changes
    ]


def compared(base: Json, revision: Json) -> list[tuple[str, str, str]]:
    """What is reported where one schema replaces another, in both directions."""
    return reported(compare(with_schema(base), with_schema(revision)))
