"""How is a place in a document named (RFC 6901), found and followed?"""

from collections.abc import Callable, Iterable
from typing import Any, TypeAlias

# A path as a chain (parent, token), None for the root: walks make one for every value, and only
# those that matter become text.
Place: TypeAlias = tuple["Place | None", str | int]


def pointer_to(tokens: Iterable[str | int]) -> str:
    """The JSON pointer of a path of keys and indices."""
    return "".join(f"/{_escaped(token)}" for token in tokens)


def tokens_of(pointer: str) -> tuple[str, ...]:
    """The unescaped reference tokens of a JSON pointer, which is empty or starts with a slash."""
    if not pointer:
        return ()
    return tuple(token.replace("~1", "/").replace("~0", "~") for token in pointer.split("/")[1:])


def child_of(node: Any, token: str) -> tuple[bool, Any]:
    """Whether `node` has the member or element that `token` names, and what it is."""
    if isinstance(node, dict):
        return token in node, node.get(token)
    if isinstance(node, list) and token.isascii() and token.isdigit() and len(token) < 10:  # noqa: PLR2004  # no array has 10^9 elements; spares int() of thousands of digits
        index = int(token)
        if index < len(node) and str(index) == token:
            return True, node[index]
    return False, None


def follow(content: Any, tokens: Iterable[str]) -> tuple[bool, Any]:
    """Whether the path leads anywhere in `content`, and to what."""
    node = content
    for token in tokens:
        exists, node = child_of(node, token)
        if not exists:
            return False, None
    return True, node


def value_at(content: Any, pointer: str) -> Any:
    """The value that a JSON pointer leads to; None where it leads nowhere."""
    return follow(content, tokens_of(pointer))[1]


def find_first(content: Any, wanted: Callable[[Any, int], bool]) -> str | None:
    """The pointer of the first value, in the document's order, that `wanted(value, depth)`.

    The slow way to learn where: used only when something is already known to be wrong.
    """
    stack: list[tuple[Any, int, Place | None]] = [(content, 0, None)]
    while stack:
        node, depth, place = stack.pop()
        if wanted(node, depth):
            return pointer_of(place)
        if isinstance(node, dict):
            stack.extend((node[key], depth + 1, (place, key)) for key in reversed(node))
        elif isinstance(node, list):
            stack.extend((node[i], depth + 1, (place, i)) for i in reversed(range(len(node))))
    return None


def pointer_of(place: "Place | None") -> str:
    """The JSON pointer of a place."""
    tokens: list[str | int] = []
    while place is not None:
        place, token = place
        tokens.append(token)
    return pointer_to(reversed(tokens))


def _escaped(token: str | int) -> str:
    return str(token).replace("~", "~0").replace("/", "~1")
