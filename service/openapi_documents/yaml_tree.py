"""Which value do the events of a YAML parser build, and where do they ask for too much?"""

from typing import TYPE_CHECKING, Any, NoReturn

import yaml

from service.openapi_documents.limits import ReadLimits
from service.openapi_documents.plain_values import too_deep
from service.openapi_documents.pointers import pointer_to
from service.openapi_documents.problems import refusal
from service.openapi_documents.yaml_events import place_of
from service.openapi_documents.yaml_scalars import (
    UnusableScalar,
    key_text,
    plain_value,
    tagged_value,
)

if TYPE_CHECKING:
    from collections.abc import Callable

_MERGE = "<<"
_NO_TAG = (None, "!")
_MAPPING_TAGS = (*_NO_TAG, "tag:yaml.org,2002:map")
_SEQUENCE_TAGS = (*_NO_TAG, "tag:yaml.org,2002:seq")


class _Frame:
    """A container that is being filled. `key` is None while a mapping waits for one."""

    __slots__ = ("anchor", "before", "is_merge", "items", "key", "members", "merged")

    def __init__(self, *, is_mapping: bool, anchor: str | None, before: int) -> None:
        self.members: dict[str, Any] | None = {} if is_mapping else None
        self.items: list[Any] = []
        self.key: str | None = None
        self.is_merge = False
        self.merged: list[dict[str, Any]] = []
        self.anchor = anchor
        self.before = before


class TreeBuilder:
    """Builds one document from its events; refuses at the first event that goes too far.

    An anchored value is shared, not copied, where an alias names it; but it is counted as if it
    had been copied, because whoever writes or walks the document pays for the copies.
    """

    def __init__(self, limits: ReadLimits) -> None:
        self._limits = limits
        self._stack: list[_Frame] = []
        self._root: list[Any] = []
        self._count = 0
        self._aliased = 0
        self._anchors: dict[str, tuple[Any, int] | None] = {}
        self._keys: dict[str, str] = {}
        self._documents = 0
        self.handlers: dict[type[Any], Callable[[Any], None]] = {
            yaml.StreamStartEvent: _ignore,
            yaml.DocumentStartEvent: self._start_document,
            yaml.DocumentEndEvent: _ignore,
            yaml.ScalarEvent: self._take_scalar,
            yaml.AliasEvent: self._take_alias,
            yaml.MappingStartEvent: self._start_mapping,
            yaml.MappingEndEvent: self._end,
            yaml.SequenceStartEvent: self._start_sequence,
            yaml.SequenceEndEvent: self._end,
        }

    def result(self) -> Any:
        """The value of the document, once all events were handled."""
        if not self._root:
            raise refusal("empty-document", "The document is empty.")
        return self._root[0]

    def _start_document(self, event: yaml.DocumentStartEvent) -> None:
        self._documents += 1
        if self._documents > 1:
            self._refuse(event, "several-documents", "The file holds several YAML documents.")

    def _take_scalar(self, event: yaml.ScalarEvent) -> None:
        self._count_node(event)
        text: str = event.value
        frame = self._stack[-1] if self._stack else None
        try:
            if frame is not None and frame.members is not None and frame.key is None:
                self._take_key(event, frame, text)
                return
            value = self._value_of(event, text)
        except UnusableScalar as fault:
            self._refuse(event, fault.code, str(fault))
        if event.anchor:
            self._anchors[event.anchor] = (value, 1)
        self._add(event, value)

    def _value_of(self, event: yaml.ScalarEvent, text: str) -> Any:
        is_plain, is_text = event.implicit
        if is_plain:
            return plain_value(text, self._limits)
        if is_text:
            return text
        return tagged_value(event.tag or "", text, self._limits)

    def _take_key(self, event: yaml.ScalarEvent, frame: _Frame, text: str) -> None:
        key = text
        is_plain, is_text = event.implicit
        if is_plain:
            known = self._keys.get(text)
            if known is None:
                known = self._keys[text] = key_text(text, self._limits)
            key = known
        elif not is_text:
            value = self._value_of(event, text)
            key = value if isinstance(value, str) else key_text(text, self._limits)
        if event.anchor:
            self._anchors[event.anchor] = (key, 1)
        frame.is_merge = is_plain and key == _MERGE
        self._set_key(event, frame, key)

    def _set_key(self, event: yaml.Event, frame: _Frame, key: str) -> None:
        is_repeated = bool(frame.merged) if frame.is_merge else key in (frame.members or ())
        frame.key = key
        if is_repeated:
            self._refuse(event, "duplicate-key", "The object has this key more than once.")

    def _take_alias(self, event: yaml.AliasEvent) -> None:
        self._count_node(event)
        anchored = self._anchors.get(event.anchor or "")
        if anchored is None:
            message = "The alias names a value that is not defined before it."
            self._refuse(event, "unknown-alias", message)
        value, size = anchored
        self._aliased += size
        self._count += size - 1
        if self._aliased > self._limits.alias_nodes:
            message = f"Aliases stand for more than {self._limits.alias_nodes} values."
            self._refuse(event, "alias-expansion", message)
        frame = self._stack[-1] if self._stack else None
        if frame and frame.members is not None and frame.key is None:
            if not isinstance(value, str):
                self._refuse(event, "ambiguous-key", "The key is not text.")
            self._set_key(event, frame, value)
        else:
            self._add(event, value)

    def _start_mapping(self, event: yaml.MappingStartEvent) -> None:
        self._start(event, is_mapping=True, tags=_MAPPING_TAGS)

    def _start_sequence(self, event: yaml.SequenceStartEvent) -> None:
        self._start(event, is_mapping=False, tags=_SEQUENCE_TAGS)

    def _start(
        self, event: yaml.CollectionStartEvent, *, is_mapping: bool, tags: tuple[str | None, ...]
    ) -> None:
        parent = self._stack[-1] if self._stack else None
        if parent and parent.members is not None and parent.key is None:
            self._refuse(event, "ambiguous-key", "The key is not text but a collection.")
        if event.tag not in tags:
            message = "Only the tags of YAML's core schema are understood."
            self._refuse(event, "unknown-tag", message)
        if event.anchor:
            # Until it is complete it cannot be named: a value that holds itself has no end.
            self._anchors[event.anchor] = None
        frame = _Frame(is_mapping=is_mapping, anchor=event.anchor, before=self._count)
        self._count_node(event)
        self._stack.append(frame)
        if len(self._stack) > self._limits.depth:
            line, column = place_of(event)
            raise too_deep(self._limits, line=line, column=column)

    def _end(self, event: yaml.CollectionEndEvent) -> None:
        frame = self._stack.pop()
        value: Any = frame.items if frame.members is None else frame.members
        for merged in frame.merged:
            for key, member in merged.items():
                value.setdefault(key, member)
        if frame.anchor:
            self._anchors[frame.anchor] = (value, self._count - frame.before)
        self._add(event, value)

    def _add(self, event: yaml.Event, value: Any) -> None:
        if not self._stack:
            self._root.append(value)
            return
        frame = self._stack[-1]
        if frame.members is None:
            frame.items.append(value)
            return
        if frame.is_merge:
            self._merge(event, frame, value)
            frame.is_merge = False
        else:
            frame.members[frame.key or ""] = value
        frame.key = None

    def _merge(self, event: yaml.Event, frame: _Frame, value: Any) -> None:
        """`<<`: members of other mappings; what stands first, and in the mapping itself, wins."""
        sources = value if isinstance(value, list) else [value]
        if not all(isinstance(source, dict) for source in sources):
            self._refuse(event, "malformed-yaml", "Only mappings can be merged with `<<`.")
        frame.merged.extend(sources or [{}])

    def _count_node(self, event: yaml.Event) -> None:
        self._count += 1
        if self._count > self._limits.yaml_nodes:
            message = f"The document has more than {self._limits.yaml_nodes} values."
            self._refuse(event, "too-many-values", message)

    def _refuse(self, event: yaml.Event, code: str, message: str) -> NoReturn:
        tokens: list[str | int] = []
        for frame in self._stack:
            if frame.members is None:
                tokens.append(len(frame.items))
            elif frame.key is not None:
                tokens.append(frame.key)
        line, column = place_of(event)
        raise refusal(code, message, pointer=pointer_to(tokens), line=line, column=column)


def _ignore(_event: yaml.Event) -> None:
    """Nothing to build."""
