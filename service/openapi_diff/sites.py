"""What is a place of a document: its value, and the pointer that leads there?"""

from typing import Any, NamedTuple

from service.openapi_diff.pointers import MISSING, escape, join


class Site(NamedTuple):
    """A value of a document and the pointer to where it is defined."""

    value: Any
    pointer: str

    def child(self, *tokens: str | int) -> "Site":
        """The value below, or MISSING; never fails on odd documents."""
        value = self.value
        if len(tokens) == 1 and isinstance(value, dict) and isinstance(tokens[0], str):
            return Site(value.get(tokens[0], MISSING), f"{self.pointer}/{escape(tokens[0])}")
        for token in tokens:
            if isinstance(value, dict) and isinstance(token, str):
                value = value.get(token, MISSING)
            elif isinstance(value, list) and isinstance(token, int) and token < len(value):
                value = value[token]
            else:
                value = MISSING
        return Site(value, join(self.pointer, *tokens))

    def entries(self, name: str) -> "dict[str, Site]":
        """The members of the object called `name`; none where it is not an object."""
        value = self.value.get(name) if isinstance(self.value, dict) else None
        if not isinstance(value, dict):
            return {}
        pointer = join(self.pointer, name)
        return {key: Site(child, f"{pointer}/{escape(key)}") for key, child in value.items()}

    def items(self, name: str) -> "list[Site]":
        """The members of the list called `name`; none where it is not a list."""
        value = self.value.get(name) if isinstance(self.value, dict) else None
        if not isinstance(value, list):
            return []
        pointer = join(self.pointer, name)
        return [Site(child, f"{pointer}/{index}") for index, child in enumerate(value)]

    def get(self, name: str, default: Any = None) -> Any:
        return self.value.get(name, default) if isinstance(self.value, dict) else default
