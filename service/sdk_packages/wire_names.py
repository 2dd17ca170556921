"""How does a name carry another one through the generator?

The generator derives the name in Python from the name on the wire, and fails where two of them
meet or where the result is a word it uses itself. So the prepared document names each property and
parameter as it shall be called in Python, followed by its name on the wire in private characters,
which the generator drops from identifiers; the templates' filters take them out again. That way a
name may be chosen freely, and what is sent and read stays letter by letter what the document says.
"""

_PRIVATE = 0xF_0000
_LAST_OF_PLANE = 0xFFFD
"""The two last places of each plane are no characters; what would get there goes a plane up."""
_NEXT_PLANE = 0x1_0000 - 2


def carrying(python_name: str, wire_name: str) -> str:
    """Return the name for the prepared document that says both."""
    halves = wire_name.encode("utf-16-be", "surrogatepass")
    codes = (int.from_bytes(halves[at : at + 2], "big") for at in range(0, len(halves), 2))
    return python_name + "".join(_hidden(code) for code in codes)


def carries_wire_name(name: str) -> bool:
    """Whether the name was made by `carrying`; no text of a prepared document is otherwise so."""
    return any(ord(character) >= _PRIVATE for character in name)


def wire_name_in(name: str) -> str:
    """Return the name on the wire that a name carries."""
    codes = [_shown(character) for character in name if ord(character) >= _PRIVATE]
    raw = b"".join(code.to_bytes(2, "big") for code in codes)
    return raw.decode("utf-16-be", "surrogatepass")


def without_private_characters(text: str) -> str:
    """Return the text without what could be taken for a carried name."""
    return "".join(character for character in text if ord(character) < _PRIVATE)


def _hidden(code: int) -> str:
    return chr(_PRIVATE + code + (_NEXT_PLANE if code > _LAST_OF_PLANE else 0))


def _shown(character: str) -> int:
    code = ord(character) - _PRIVATE
    return code - _NEXT_PLANE if code > _LAST_OF_PLANE else code
