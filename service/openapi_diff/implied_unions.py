"""Do alternatives that came or went ask for anything that the rest of the schema does not?"""

from typing import NamedTuple

from service.openapi_diff import json_types
from service.openapi_diff.branch_matching import MAX_QUESTIONS, list_apart
from service.openapi_diff.description import Site
from service.openapi_diff.object_views import ObjectView
from service.openapi_diff.relations import relate_definitions
from service.openapi_diff.schema_pairs import SchemaPair
from service.openapi_diff.schema_reading import SchemaReader
from service.openapi_diff.schema_views import UNIONS, SchemaView
from service.openapi_diff.unions import Union
from service.openapi_diff.verdicts import Assumption, Effect

# What else may declare a property than the schema itself.
_DECLARING = frozenset((*UNIONS, "then", "else", "dependentSchemas"))


class Implied(NamedTuple):
    """Whether all that the rest accepts is accepted by the alternatives, and what that rests on."""

    holds: bool
    assumes: Assumption | None = None


_OPEN = Implied(holds=False)


class _Question(NamedTuple):
    """The alternatives, and the schema on the other side that may ask for them anyway."""

    pair: SchemaPair
    union: Union
    rest: SchemaView
    readers: tuple[SchemaReader, SchemaReader]  # of the rest, and of the alternatives
    is_added: bool

    def accepts(self, branch: Site) -> bool:
        """Whether a branch accepts all that the rest accepts."""
        rest, other = self.rest.definition, (branch,)
        old, new = (rest, other) if self.is_added else (other, rest)
        effect = relate_definitions(self.pair, old, new, as_instances=True)
        return effect in (Effect.NONE, Effect.WIDENED if self.is_added else Effect.NARROWED)


def held_before(pair: SchemaPair, union: Union) -> Implied:
    """Whether the base accepted nothing that alternatives added to it refuse."""
    walk = pair.desk.walk
    readers = walk.base_schemas, walk.revision_schemas
    return _answer(_Question(pair, union, pair.old, readers, is_added=True))


def holds_still(pair: SchemaPair, union: Union) -> Implied:
    """Whether the revision accepts nothing that alternatives taken from it refused."""
    walk = pair.desk.walk
    readers = walk.revision_schemas, walk.base_schemas
    return _answer(_Question(pair, union, pair.new, readers, is_added=False))


def _answer(question: _Question) -> Implied:
    branches = question.union.branches
    if len(branches) > MAX_QUESTIONS:
        return _OPEN
    accepting = [branch for branch in branches if question.accepts(branch)]
    if not accepting:
        return _OPEN
    if question.union.keyword == "anyOf":
        return Implied(holds=True)
    assumes = None
    for branch in branches:
        if branch is not accepting[0]:
            excluded = _exclusion(question, branch)
            if not excluded.holds:
                return _OPEN
            assumes = assumes or excluded.assumes
    return Implied(holds=True, assumes=assumes)


def _exclusion(question: _Question, branch: Site) -> Implied:
    """Whether nothing that the rest accepts is of the branch as well."""
    own, other = question.readers
    types = own.reachable_types(question.rest.definition)
    if not types & other.reachable_types((branch,)):
        return Implied(holds=True)
    if types & ~json_types.OBJECT:
        return _OPEN
    judge = question.pair.desk.walk.patterns
    rest, asked = ObjectView(question.rest, judge), ObjectView(other.view((branch,)), judge)
    for name in rest.required.keys() | asked.required.keys():
        if name in rest.properties and name in asked.properties:
            told, wanted = own.view(rest.properties[name]), other.view(asked.properties[name])
            if list_apart(told, wanted):
                return Implied(holds=True)
    if question.is_added and any(not _is_declared(rest, name) for name in asked.required):
        return Implied(holds=True, assumes=Assumption.CLIENTS_SEND_DECLARED)
    return _OPEN


def _is_declared(rest: ObjectView, name: str) -> bool:
    """Whether somebody who keeps to the schema may send the property."""
    return (
        name in rest.properties
        or name in rest.required
        or not _DECLARING.isdisjoint(rest.view.keywords)
        or bool(rest.schema_for_undeclared(name))
    )
