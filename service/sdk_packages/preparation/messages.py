"""Which media type does a body get, and how is it read? One per message, the one clients prefer."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

JSON = "application/json"
FORM = "application/x-www-form-urlencoded"
MULTIPART = "multipart/form-data"
TEXT = "text/plain"
BYTES = "application/octet-stream"
_SENT = (JSON, FORM, MULTIPART, BYTES, TEXT)
_READ = (JSON, TEXT, BYTES, FORM, MULTIPART)


@dataclass(frozen=True, slots=True)
class Content:
    """One media type of a message: as the document has it, and how the generator treats it."""

    media_type: str
    kind: str
    schema: Any
    pointer: str
    examples: tuple[Any, ...]


def sent(content: Any, pointer: str) -> Content | None:
    """Return the content that a client sends; None if there is none."""
    return _preferred(content, pointer, _SENT)


def read(content: Any, pointer: str) -> Content | None:
    """Return the content that a client reads; None if there is none."""
    return _preferred(content, pointer, _READ)


def _preferred(content: Any, pointer: str, order: tuple[str, ...]) -> Content | None:
    if not isinstance(content, Mapping) or not content:
        return None
    kinds = {media_type: _kind(media_type, entry) for media_type, entry in content.items()}
    media_type = min(kinds, key=lambda name: (order.index(kinds[name]), name != kinds[name]))
    entry = content[media_type] if isinstance(content[media_type], Mapping) else {}
    escaped = media_type.replace("~", "~0").replace("/", "~1")
    return Content(
        media_type=media_type,
        kind=kinds[media_type],
        schema=entry.get("schema", {}),
        pointer=f"{pointer}/{escaped}",
        examples=_examples(entry),
    )


def _kind(media_type: str, entry: Any) -> str:
    name = media_type.partition(";")[0].strip().lower()
    if name == JSON or name.endswith("+json"):
        return JSON
    if name in {FORM, MULTIPART}:
        return name
    if name.startswith("text/"):
        return TEXT
    is_file = isinstance(entry, Mapping) and _says_binary(entry.get("schema"))
    return JSON if name == "*/*" and not is_file else BYTES


def _says_binary(schema: Any) -> bool:
    return isinstance(schema, Mapping) and schema.get("format") == "binary"


def _examples(entry: Mapping[str, Any]) -> tuple[Any, ...]:
    found = [entry["example"]] if "example" in entry else []
    named = entry.get("examples")
    if isinstance(named, Mapping):
        found += [each["value"] for each in named.values()
                  if isinstance(each, Mapping) and "value" in each]  # fmt: skip
    return tuple(found[:3])
