"""Which JSON types does a schema allow, as a set of bits?"""

from typing import Any

NULL, BOOLEAN, OBJECT, ARRAY, STRING, INTEGER, FRACTION = (1 << place for place in range(7))
NUMBER = INTEGER | FRACTION
ANY = NULL | BOOLEAN | OBJECT | ARRAY | STRING | NUMBER
# In a parameter written as they are; a list or an object may take several keys, by its style.
SCALARS = STRING | NUMBER | BOOLEAN

_BITS = {
    "null": NULL,
    "boolean": BOOLEAN,
    "object": OBJECT,
    "array": ARRAY,
    "string": STRING,
    "integer": INTEGER,
    "number": NUMBER,
    "file": STRING,  # Swagger 2.0
}


_BY_CLASS = {type(None): NULL, bool: BOOLEAN, int: INTEGER, str: STRING, list: ARRAY}


def declared(value: Any) -> int:
    """The types of a `type` keyword; a value that means nothing restricts nothing."""
    if isinstance(value, str):
        return _BITS.get(value, ANY)
    if isinstance(value, list):
        bits = 0
        for name in value:
            bits |= _BITS.get(name, ANY) if isinstance(name, str) else ANY
        return bits
    return ANY


def type_of(value: Any) -> int:
    """The one type of a JSON value; 1.0 is an integer, as JSON Schema says."""
    if isinstance(value, float):
        return INTEGER if value.is_integer() else FRACTION
    return _BY_CLASS.get(type(value), OBJECT)


def names(bits: int) -> list[str]:
    """The types of a set, by their JSON Schema names."""
    found = [
        name for name in ("null", "boolean", "object", "array", "string") if _BITS[name] & bits
    ]
    if bits & FRACTION:
        found.append("number")
    elif bits & INTEGER:
        found.append("integer")
    return found
