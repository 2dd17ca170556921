"""Which messages does an operation have on both sides, and which schema does each follow?"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from service.openapi_diff.description import Description, Site
from service.openapi_diff.media_types import match_media_types
from service.openapi_diff.names import shape_of
from service.openapi_diff.operation_views import (
    MediaView,
    OperationView,
    contents,
    schema_of,
    views_of_item,
)
from service.openapi_diff.verdicts import Direction

_DEFAULT = "DEFAULT"


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a message that has a schema: a body, a parameter, a header.

    `owner` points to the object that has the schema. `is_text`: it is written as plain text.
    """

    place: str
    owner: str
    schema: Site | None
    name: str | None = None
    status: str | None = None
    media_type: str | None = None
    is_text: bool = False


@dataclass(frozen=True, slots=True)
class Exchange:
    """The same part of a message in both documents, and the operation that it travels on."""

    operation: str
    direction: Direction
    base: Part
    revision: Part


class Messages:
    """Finds the parts of messages by the label of their operation, each operation once."""

    def __init__(self, base: Description, revision: Description) -> None:
        self._base = base
        self._revision = revision
        self._exchanges: dict[str, list[Exchange]] = {}
        self._by_shape: dict[str, list[str]] | None = None

    def of(self, operation: str) -> list[Exchange]:
        """What is sent and answered, in both directions; callbacks last."""
        if operation not in self._exchanges:
            self._exchanges[operation] = list(self._find(operation))
        return self._exchanges[operation]

    def _find(self, operation: str) -> Iterator[Exchange]:
        method, _, path = operation.partition(" ")
        if path.startswith("webhook "):
            name = path.removeprefix("webhook ")
            sites = [d.root.child("webhooks", name) for d in (self._base, self._revision)]
            yield from self._of_items(operation, (name, sites[0]), (name, sites[1]), method)
        else:
            old = (path, self._base.root.child("paths", path))
            for other in self._partners(path):
                new = (other, self._revision.root.child("paths", other))
                yield from self._of_items(operation, old, new, method)

    def _of_items(
        self, operation: str, old: tuple[str, Site], new: tuple[str, Site], method: str
    ) -> Iterator[Exchange]:
        before = views_of_item(self._base, *old).get(method.lower())
        after = views_of_item(self._revision, *new).get(method.lower())
        if before is not None and after is not None:
            turned = " webhook " in operation
            yield from exchanges_of(operation, before, after, is_turned=turned)

    def _partners(self, path: str) -> list[str]:
        """The paths of the revision that may be this one: by name, else by shape."""
        paths = self._revision.root.entries("paths")
        if path in paths:
            return [path]
        if self._by_shape is None:
            self._by_shape = {}
            for other in paths:
                self._by_shape.setdefault(shape_of(other), []).append(other)
        return self._by_shape.get(shape_of(path), [])


def exchanges_of(
    operation: str, base: OperationView, revision: OperationView, *, is_turned: bool
) -> Iterator[Exchange]:
    """The parts that both sides have; `is_turned`: the provider calls, the client answers."""
    asked, answered = Direction.REQUEST, Direction.RESPONSE
    if is_turned:
        asked, answered = answered, asked
    for old, new in (*_bodies(base, revision), *_parameters(base, revision)):
        yield Exchange(operation, asked, old, new)
    for old, new in _answers(base, revision):
        yield Exchange(operation, answered, old, new)
    for name, before, after in _callbacks(base, revision):
        label = f"{operation} callback {name}"
        yield from exchanges_of(label, before, after, is_turned=not is_turned)


def _bodies(base: OperationView, revision: OperationView) -> Iterator[tuple[Part, Part]]:
    old, new = base.body(), revision.body()
    if old is not None and new is not None:
        yield from _by_media_type(Part("body", old.pointer, None), old.content, new.content)


def _by_media_type(
    part: Part, base: dict[str, MediaView], revision: dict[str, MediaView]
) -> Iterator[tuple[Part, Part]]:
    for old, new, _ in match_media_types(list(base), list(revision)):
        if old is not None and new is not None:
            before, after = base[old], revision[new]
            shown = replace(part, media_type=new if "*" in old else old)
            yield (
                replace(shown, owner=before.pointer, schema=before.schema),
                replace(shown, owner=after.pointer, schema=after.schema),
            )


def _parameters(base: OperationView, revision: OperationView) -> Iterator[tuple[Part, Part]]:
    others = revision.parameters()
    for key, site in base.parameters().items():
        if key in others:
            name = f"{site.get('name')} in {key[0]}"
            part = Part("parameter", site.pointer, None, name=name, is_text=True)
            yield from _written(part, (base, site), (revision, others[key]))


def _written(
    part: Part, base: tuple[OperationView, Site], revision: tuple[OperationView, Site]
) -> Iterator[tuple[Part, Part]]:
    """What a parameter or a header carries, as text or as a media type."""
    (old_view, old), (new_view, new) = base, revision
    before, after = contents(old_view.description, old), contents(new_view.description, new)
    if before and after:
        yield from _by_media_type(replace(part, is_text=False), before, after)
    elif not before and not after:
        yield (
            replace(part, schema=schema_of(old, old_view.dialect)),
            replace(part, owner=new.pointer, schema=schema_of(new, new_view.dialect)),
        )


def _answers(base: OperationView, revision: OperationView) -> Iterator[tuple[Part, Part]]:
    others = revision.responses()
    statuses = list(dict.fromkeys((*base.responses(), *others)))
    for status in statuses:
        old, new = _covering(status, base.responses()), _covering(status, others)
        if old is None or new is None:
            continue
        before, after = base.response(old), revision.response(new)
        part = Part("response", before.pointer, None, status=status)
        yield from _by_media_type(part, before.content, after.content)
        headers = {name.lower(): site for name, site in after.headers.items()}
        for name, site in before.headers.items():
            if name.lower() in headers:
                header = Part("header", site.pointer, None, name=name, status=status, is_text=True)
                yield from _written(header, (base, site), (revision, headers[name.lower()]))


def _covering(status: str, responses: dict[str, Site]) -> Site | None:
    """The response to a status: its own, that of its range, or the default."""
    block = f"{status[:1]}XX"
    for name in (status, block, _DEFAULT):
        site = responses.get(name)
        if site is not None and isinstance(site.value, dict):
            return site
    return None


def _callbacks(
    base: OperationView, revision: OperationView
) -> Iterator[tuple[str, OperationView, OperationView]]:
    others = dict(_called(revision))
    for key, view in _called(base):
        if key in others:
            yield key[0], view, others[key]


def _called(view: OperationView) -> Iterator[tuple[tuple[str, str, str], OperationView]]:
    """The operations that are called back, by callback, address and method."""
    for name, site in view.operation.entries("callbacks").items():
        callback = view.description.follow(site)
        for address in callback.value if isinstance(callback.value, dict) else ():
            item = callback.child(address)
            for method, called in views_of_item(view.description, address, item).items():
                yield (name, address, method), called
