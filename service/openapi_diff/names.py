"""What is a place called, so that it keeps its name when a list is reordered?"""

import re
from typing import Any, NamedTuple

from service.openapi_diff.branch_names import UNORDERED, names_of_branches
from service.openapi_diff.pointers import MISSING, below, escape, unescape

_TEMPLATE = re.compile(r"\{[^{}]*\}")


def shape_of(path: str) -> str:
    """A path with its parameters left unnamed: two paths of one shape answer the same URLs."""
    return _TEMPLATE.sub("{}", path) if "{" in path else path


class Place(NamedTuple):
    """A value of a document, a readable name of it, and the part of a fingerprint that names it."""

    value: Any
    shown: str
    kept: str


class Places:
    """The places of one document; those above them are named once for all below."""

    def __init__(self, document: Any) -> None:
        self._known = {"": Place(document, "", "")}
        self._branches: dict[str, list[str]] = {}

    def at(self, pointer: str) -> Place:
        """The place a pointer leads to."""
        unnamed = []
        while pointer not in self._known:
            unnamed.append(pointer)
            pointer = pointer.rpartition("/")[0]
        place = self._known[pointer]
        for further in reversed(unnamed):
            place = self._known[further] = self._named(place, pointer, further)
            pointer = further
        return place

    def _named(self, parent: Place, holder: str, pointer: str) -> Place:
        place = _below(parent, holder, pointer)
        if type(parent.value) is not list or holder.rpartition("/")[2] not in UNORDERED:
            return place
        token = pointer[len(holder) + 1 :]
        if _list_name(place.value, token) != token or not token.isdecimal():
            return place
        if holder not in self._branches:
            self._branches[holder] = names_of_branches(parent.value)
        names = self._branches[holder]
        if int(token) >= len(names):
            return place
        return place._replace(kept=f"{parent.kept}/{escape(names[int(token)])}")


def _below(parent: Place, holder: str, pointer: str) -> Place:
    token = pointer[len(holder) + 1 :]
    if type(parent.value) is dict and "~" not in token and holder != "/paths":  # as most are
        shown = f"{parent.shown}/{token}" if holder else token
        is_kept_alike = parent.kept is parent.shown or not holder
        kept = shown if is_kept_alike else f"{parent.kept}/{token}"
        return Place(parent.value.get(token, MISSING), shown, kept)
    token = unescape(token)
    value = below(parent.value, token)
    name = _list_name(value, token) if isinstance(parent.value, list) else token
    kept = shape_of(name) if holder == "/paths" else name
    if not holder:
        return Place(value, escape(name), escape(kept))
    return Place(value, f"{parent.shown}/{escape(name)}", f"{parent.kept}/{escape(kept)}")


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
