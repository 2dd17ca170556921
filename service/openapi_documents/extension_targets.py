"""Is what a reference finds in an extension valid as what it is used for?"""

from typing import Any

from service.openapi_documents.document import SpecificationVersion
from service.openapi_documents.official_schemas import schema_problems
from service.openapi_documents.structure import Kind

# Where an object of a kind can stand in a document.
_OPENAPI_3 = {
    Kind.PATH_ITEM: ("paths", "/a"),
    Kind.OPERATION: ("paths", "/a", "get"),
    Kind.SCHEMA: ("components", "schemas", "a"),
    Kind.RESPONSE: ("components", "responses", "a"),
    Kind.PARAMETER: ("components", "parameters", "a"),
    Kind.EXAMPLE: ("components", "examples", "a"),
    Kind.REQUEST_BODY: ("components", "requestBodies", "a"),
    Kind.HEADER: ("components", "headers", "a"),
    Kind.SECURITY_SCHEME: ("components", "securitySchemes", "a"),
    Kind.LINK: ("components", "links", "a"),
    Kind.CALLBACK: ("components", "callbacks", "a"),
}
_SWAGGER_2 = {
    Kind.PATH_ITEM: ("paths", "/a"),
    Kind.SCHEMA: ("definitions", "a"),
    Kind.RESPONSE: ("responses", "a"),
    Kind.PARAMETER: ("parameters", "a"),
}


def is_valid_as(target: Any, kind: Kind, specification: SpecificationVersion) -> bool:
    """Whether the official schema accepts `target` in a place of that kind.

    It leaves extensions unchecked, so what is referred to in one is checked where it is used.
    """
    is_swagger = specification is SpecificationVersion.SWAGGER_2_0
    version = {"swagger": "2.0"} if is_swagger else {"openapi": f"{specification}.0"}
    content: dict[str, Any] = {**version, "info": {"title": "", "version": ""}, "paths": {}}
    *sections, last = (_SWAGGER_2 if is_swagger else _OPENAPI_3)[kind]
    holder = content
    for section in sections:
        holder = holder.setdefault(section, {})
    holder[last] = target
    return not schema_problems(content, specification)


def count_values(target: Any, most: int) -> int:
    """How many values there are in `target`; counting stops soon after `most`."""
    count = 1
    level = [target]
    while level and count <= most:
        count += sum(map(len, level))
        level = [
            value
            for node in level
            for value in (node.values() if isinstance(node, dict) else node)
            if isinstance(value, dict | list)
        ]
    return count
