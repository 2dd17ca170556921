"""Which texts of a document can stand in a Python file?"""

import unicodedata

from service.sdk_packages.wire_names import without_private_characters

LONGEST_TEXT = 4000


def plain_text(text: object) -> str:
    """Return a description without what no file can hold, and not endlessly long."""
    if not isinstance(text, str):
        return ""
    kept = without_private_characters(text[:LONGEST_TEXT])
    return "".join(c for c in kept if c in "\n\t" or not unicodedata.category(c).startswith("C"))


def sayable(name: str, *, empty: bool = False) -> bool:
    """Whether a name or value survives the way into a string literal of the generated code."""
    if not name:
        return empty
    return not any(
        unicodedata.category(character) in {"Cc", "Cf", "Cs", "Cn", "Co", "Zl", "Zp"}
        for character in name
    )
