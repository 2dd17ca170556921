"""What may something be called in Python, and by a generator that has names of its own?

All names are ASCII and come out of the generator's own rules unchanged, so that they are final.
"""

import builtins
import hashlib
import keyword
import re
import unicodedata

LONGEST_CLASS = 80
LONGEST_NAME = 60

_WORDS = re.compile(r"[A-Z]?[a-z]+|[A-Z0-9]+?(?=[A-Z]?[a-z])|[A-Z0-9]+")
_SEPARATORS = re.compile(r"[^A-Za-z0-9]+")
_CHECKSUM = 8
_BUILTINS = frozenset(name.lower() for name in dir(builtins)) - {"id"}
_TYPES = frozenset(
    {"any", "binaryio", "bytesio", "cast", "client", "error", "file", "filetypes", "generator"}
    | {"httpstatus", "literal", "mapping", "model", "response", "t", "textio", "type_checking"}
    | {"typevar", "unset", "uuid", "datetime", "harmless", "self"}
)
"""Classes with these names would hide what generated modules import."""
_VARIABLES = frozenset(
    {"additional_keys", "additional_properties", "answer_of", "body", "cast", "client", "cls"}
    | {"cookies", "d", "datetime", "false", "field_dict", "files", "form_fields", "from_dict"}
    | {"headers", "httpx", "json", "k", "kwargs", "new_idempotency_key", "params", "path_segment"}
    | {"prop", "prop_dict", "prop_name", "response", "self", "src_dict", "t", "to_dict"}
    | {"to_multipart", "true", "types", "undocumented", "url", "v"}
)
"""Fields and parameters with these names would meet variables or methods of generated code."""


class Taken:
    """The names given so far in one scope, without regard to case: files may not differ by it."""

    def __init__(self, reserved: frozenset[str] = frozenset()) -> None:
        self._taken = set(reserved)

    def give(self, wanted: str, *, joint: str = "") -> str:
        """Return the wanted name, or one with a number where it is taken."""
        name, number = wanted, 2
        while name.lower() in self._taken:
            name = f"{wanted}{joint}{number}"
            number += 1
        self._taken.add(name.lower())
        return name

    def is_free(self, name: str) -> bool:
        """Whether the name could be given as it is."""
        return name.lower() not in self._taken


def class_name(text: str) -> str:
    """Return a name for a class: `user-account` and `userAccount` give `UserAccount`."""
    words = [word if word.isupper() else word.capitalize() for word in _words(text)]
    name = _shortened("".join(words) or _spelled_out(text), LONGEST_CLASS)
    if name[0].isdecimal():
        name = f"Model{name}"
    if name.lower() in _TYPES | _BUILTINS or keyword.iskeyword(name):
        name = f"{name}Model"
    return _settled(name)


def snake_name(text: str, *, reserved: frozenset[str] = _VARIABLES, suffix: str = "value") -> str:
    """Return a name for a field, a parameter or a module: `userID` gives `user_id`."""
    words = [word.lower() for word in (_words(text) if _has_capital(text) else _parts(text))]
    name = _shortened("_".join(words) or _spelled_out(text), LONGEST_NAME)
    if name[0].isdecimal():
        name = f"field_{name}"
    if name in reserved or name in _BUILTINS or keyword.iskeyword(name):
        name = f"{name}_{suffix}"
    return name


def _words(text: str) -> list[str]:
    return [word for part in _parts(text) for word in _WORDS.findall(part)]


def _parts(text: str) -> list[str]:
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return [part for part in _SEPARATORS.split(plain) if part]


def _has_capital(text: str) -> bool:
    return any(character.isupper() for character in text)


def _spelled_out(text: str) -> str:
    """Return a name for what has no ASCII letter at all."""
    codes = "".join(f"u{ord(character):x}" for character in text[:8])
    return codes or "empty"


def _shortened(name: str, longest: int) -> str:
    if len(name) <= longest:
        return name
    checksum = hashlib.sha256(name.encode()).hexdigest()[:_CHECKSUM]
    return f"{name[: longest - _CHECKSUM - 1].rstrip('_')}x{checksum}"


def _settled(name: str) -> str:
    """Return the class's name in the form in which splitting it into words gives it back."""
    while True:
        words = (word if word.isupper() else word.capitalize() for word in _words(name))
        again = "".join(words)
        if again == name:
            return name
        name = again
