"""What is a place called, so that it keeps its name when a list is reordered?"""

import re
from typing import Any

from service.openapi_diff.pointers import MISSING, escape, split

_TEMPLATE = re.compile(r"\{[^{}]*\}")


def shape_of(path: str) -> str:
    """A path with its parameters left unnamed: two paths of one shape answer the same URLs."""
    return _TEMPLATE.sub("{}", path)


def name_of(document: Any, pointer: str) -> tuple[str, str]:
    """A readable name of the place, and the part of a fingerprint that stands for it."""
    shown: list[str] = []
    kept: list[str] = []
    value = document
    for token in split(pointer):
        parent, value = value, _below(value, token)
        name = _list_name(value, token) if isinstance(parent, list) else token
        is_path = len(shown) == 1 and shown[0] == "paths"
        shown.append(name)
        kept.append(shape_of(name) if is_path else name)
    return "/".join(map(escape, shown)), "/".join(map(escape, kept))


def _below(value: Any, token: str) -> Any:
    if isinstance(value, dict):
        return value.get(token, MISSING)
    if isinstance(value, list) and token.isdigit() and int(token) < len(value):
        return value[int(token)]
    return MISSING


def _list_name(value: Any, token: str) -> str:
    """Members of a list go by their name, their reference or their title; else by their place."""
    if not isinstance(value, dict):
        return token
    if isinstance(value.get("name"), str) and isinstance(value.get("in"), str):
        return f"{value['in']}:{value['name']}"
    for keyword in ("$ref", "url", "title", "name"):
        if isinstance(value.get(keyword), str):
            return str(value[keyword]).rsplit("/", 1)[-1] if keyword == "$ref" else value[keyword]
    return token
