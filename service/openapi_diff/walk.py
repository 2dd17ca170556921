"""In which order are definitions compared, each pair once, and what reaches them?

The walk builds a graph. A node is a pair of definitions, one of each document; it holds facts
that know no direction. An edge says which directions pass from a definition to what it uses.
Operations put their bits in at the top, and bits flow along the edges until nothing moves: so a
cycle of definitions is just a cycle of edges, and no call ever nests.
"""

from collections.abc import Callable, Hashable, Iterable
from copy import copy
from dataclasses import dataclass, field
from typing import Any, NamedTuple, TypeVar

from service.openapi_diff.description import Description, Site
from service.openapi_diff.equality import Identities
from service.openapi_diff.options import Calendar
from service.openapi_diff.patterns import PatternJudge
from service.openapi_diff.schema_reading import SchemaReader
from service.openapi_diff.unchanged import Unchanged
from service.openapi_diff.verdicts import Assumption, Cause, Effect
from service.openapi_diff.work import Work

_Answer = TypeVar("_Answer")

REQUEST, RESPONSE = 1, 2
BOTH = REQUEST | RESPONSE
TURNED = 4  # requests become responses: the provider sends those of callbacks and webhooks


class Fact(NamedTuple):
    """One edit, without direction. `subject` names what was edited; it is part of identity."""

    rule: str
    base: str | None
    revision: str | None
    before: Any = None
    after: Any = None
    subject: str = ""
    effect: Effect | None = None
    cause: Cause | None = None
    assumes: Assumption | None = None


@dataclass(slots=True, eq=False)
class Node:
    """A pair of definitions: what differs between them, what they use, who reaches them."""

    facts: list[tuple[Fact, int]] = field(default_factory=list)
    edges: list[tuple["Node", int]] = field(default_factory=list)
    request: int = 0
    response: int = 0


@dataclass(slots=True, eq=False)  # not frozen: one is made per node, and freezing costs as much
class Desk:
    """What a comparer works with: where to report facts and where to hand over what lies below."""

    walk: "Walk"
    node: Node
    turned: bool = False  # the provider calls: what is a request here is sent by it

    @property
    def base(self) -> Description:
        return self.walk.base

    @property
    def revision(self) -> Description:
        return self.walk.revision

    def report(self, fact: Fact, passes: int = BOTH) -> None:
        self.node.facts.append((fact, passes | TURNED if self.turned else passes))

    def enter(
        self, comparer: "Comparer", base: Site, revision: Site, *, passes: int = BOTH
    ) -> None:
        """Have two definitions compared, unless they are the same; once for all who use them."""
        if not self.walk.unchanged.holds(base.value, revision.value):
            key = (comparer, base.pointer, revision.pointer)
            self.link(key, lambda desk: comparer(desk, base, revision), passes=passes)

    def link(self, key: Hashable, task: "Task", *, passes: int = BOTH) -> None:
        """Depend on the node of this key; the first who asks has its task done."""
        node = self.walk.node(key, task)
        self.node.edges.append((node, passes | TURNED if self.turned else passes))


@dataclass(slots=True, eq=False)
class Oracle:
    """What has been asked about pairs of definitions, and how much more may be asked."""

    answers: dict[Hashable, Effect] = field(default_factory=dict)
    open: set[Hashable] = field(default_factory=set)
    leaned_on: set[Hashable] = field(default_factory=set)
    tentative: dict[Hashable, Effect] = field(default_factory=dict)
    matches: dict[Hashable, Any] = field(default_factory=dict)
    steps_left: int = 1_500


Comparer = Callable[[Desk, Site, Site], None]
Task = Callable[[Desk], None]


class Walk:
    """A work list over pairs of definitions."""

    def __init__(
        self,
        base: Description,
        revision: Description,
        unchanged: Unchanged,
        calendar: Calendar | None = None,
    ) -> None:
        self.calendar = calendar
        self.base = base
        self.revision = revision
        self.unchanged = unchanged
        self.base_schemas = SchemaReader(base)
        self.revision_schemas = SchemaReader(revision)
        self.identities = Identities()
        self.work = Work(base.document, revision.document)
        self.oracle = Oracle()
        self.patterns = PatternJudge()
        self.operations: list[str] = []
        self.nodes: dict[Hashable, Node] = {}
        self.waiting: list[tuple[Task, Node]] = []
        self._answers: dict[Hashable, Any] = {}

    def once(self, key: Hashable, ask: Callable[[], _Answer]) -> _Answer:
        """What `ask` answers about the two documents; asked the first time only."""
        if key not in self._answers:
            self._answers[key] = ask()
        answer: _Answer = self._answers[key]
        return answer

    def fork(self) -> "Walk":
        """A walk of its own over the same documents, for a question asked on the way."""
        fork = copy(self)
        fork.nodes, fork.waiting = {}, []
        return fork

    def node(self, key: Hashable, task: Task) -> Node:
        """The node of this key, made and put on the work list before its content is looked at."""
        node = self.nodes.get(key)
        if node is None:
            node = self.nodes[key] = Node()
            self.waiting.append((task, node))
        return node

    def operation(self, label: str, key: Hashable, task: Task) -> Node:
        """A node that is reached by an operation of its own."""
        node = self.node(key, task)
        bit = 1 << len(self.operations)
        self.operations.append(label)
        node.request |= bit
        node.response |= bit
        return node

    def run(self) -> None:
        """Compare until nothing waits."""
        while self.waiting:
            self._step()

    def run_at_most(self, steps: int) -> bool:
        """Compare for a while, out of what the oracle has left; answer whether nothing waits."""
        while self.waiting and steps > 0 and self.oracle.steps_left > 0:
            steps -= 1
            self.oracle.steps_left -= 1
            self._step()
        return not self.waiting

    def _step(self) -> None:
        task, node = self.waiting.pop()
        task(Desk(self, node))

    def spread(self) -> None:
        """Let the bits of the operations flow to everything they reach.

        In the order in which they flow one round does for all but cycles, and few do for these.
        """
        order = _in_order_of_flow(self.nodes.values())
        moving = {id(node) for node in order}
        while moving:
            for node in order:
                if id(node) in moving:
                    moving.discard(id(node))
                    _flow(node, moving)


def _in_order_of_flow(nodes: Iterable[Node]) -> list[Node]:
    """All that operations reach, each node before those it leads to where there is no cycle."""
    left: list[Node] = []
    seen: set[int] = set()
    for start in nodes:
        if not (start.request or start.response) or id(start) in seen:
            continue
        seen.add(id(start))
        path = [(start, iter(start.edges))]
        while path:
            node, edges = path[-1]
            for child, _ in edges:
                if id(child) not in seen:
                    seen.add(id(child))
                    path.append((child, iter(child.edges)))
                    break
            else:
                left.append(node)
                path.pop()
    return left[::-1]


def _flow(node: Node, moving: set[int]) -> None:
    """Pass the bits of a node on, and note who got some that it had not."""
    for child, passes in node.edges:
        request, response = through(node.request, node.response, passes)
        if request & ~child.request or response & ~child.response:
            child.request |= request
            child.response |= response
            moving.add(id(child))


def through(request: int, response: int, passes: int) -> tuple[int, int]:
    """What of the bits of a node passes on, as requests and as responses."""
    request = request if passes & REQUEST else 0
    response = response if passes & RESPONSE else 0
    return (response, request) if passes & TURNED else (request, response)
