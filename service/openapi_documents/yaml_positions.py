"""On which line of a YAML text does a value stand?"""

import yaml

from service.openapi_documents.positions import PositionTree
from service.openapi_documents.problems import InvalidDocument
from service.openapi_documents.yaml_events import events_of, place_of

_LEAVES = frozenset((yaml.ScalarEvent, yaml.AliasEvent))
_STARTS = frozenset((yaml.MappingStartEvent, yaml.SequenceStartEvent))
_ENDS = frozenset((yaml.MappingEndEvent, yaml.SequenceEndEvent))
# libyaml slows down with the depth of flow collections: 100,000 levels took half a minute.
_DEEPEST = 250


class _Open:
    """A container on the way to a wanted place; `node` is the member that comes next."""

    __slots__ = ("count", "is_mapping", "node", "tree")

    def __init__(self, tree: PositionTree, *, is_mapping: bool) -> None:
        self.tree = tree
        self.is_mapping = is_mapping
        self.count = 0
        self.node: PositionTree | None = None


def yaml_positions(text: str, wanted: PositionTree) -> dict[str, tuple[int, int]]:
    """Lines and columns of the wanted places, as far as the text can be parsed.

    Nothing is looked for in what is deeper than any document that is read. Places inside an
    aliased value have no position of their own, and are left out.
    """
    places: dict[str, tuple[int, int]] = {}
    walk = _Walk(wanted, places)
    try:
        for event in events_of(text.encode()):
            kind = event.__class__
            if kind in _LEAVES:
                if not walk.skipped:
                    walk.enter(event)
            elif kind in _STARTS:
                walk.enter(event)
                if walk.depth > _DEEPEST:
                    break
            elif kind in _ENDS:
                walk.leave()
    except InvalidDocument:
        # What was found before the text breaks stays true.
        return places
    return places


class _Walk:
    """Follows the events; below what was not asked for it only counts how deep it is."""

    def __init__(self, wanted: PositionTree, places: dict[str, tuple[int, int]]) -> None:
        self._wanted = wanted
        self._places = places
        self._open: list[_Open] = []
        self.skipped = 0  # containers open below what was not asked for

    @property
    def depth(self) -> int:
        """How many containers are open."""
        return len(self._open) + self.skipped

    def enter(self, event: yaml.Event) -> None:
        if self.skipped:
            self.skipped += event.__class__ in _STARTS
            return
        tree = self._tree_of(event)
        if event.__class__ not in _STARTS:
            return
        if tree is None or not tree.below:
            self.skipped = 1
        else:
            self._open.append(_Open(tree, is_mapping=isinstance(event, yaml.MappingStartEvent)))

    def leave(self) -> None:
        if self.skipped:
            self.skipped -= 1
        else:
            self._open.pop()

    def _tree_of(self, event: yaml.Event) -> PositionTree | None:
        """What was asked for at this node; None for a key, which is noted instead of its value."""
        place = place_of(event)
        if not self._open:
            self._wanted.note(self._places, place)
            return self._wanted
        parent = self._open[-1]
        if not parent.is_mapping:
            tree = parent.tree.child(str(parent.count))
            parent.count += 1
            tree.note(self._places, place)
            return tree
        if parent.node is None:
            parent.node = parent.tree.child(getattr(event, "value", ""))
            parent.node.note(self._places, place)
            return None
        tree, parent.node = parent.node, None
        return tree
