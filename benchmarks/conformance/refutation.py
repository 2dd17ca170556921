"""Does a JSON Schema validator refute what a source says of a case?

A source that says "compatible" is refuted by an instance that one side accepts and the other one
refuses. A source that says "breaking" is refuted by a proof, for every operation and direction,
that whatever may be sent is accepted; and by nothing less. In documents of APIs nobody sends what
is not declared, as every source has it that lets an optional property come; of a schema alone
nothing is assumed. Where a case is about something that no schema says (servers, credentials,
names and orders in code, extensions), or where no proof is found, there is no refutation.
"""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from benchmarks.conformance.answers import Agreement, Answer
from benchmarks.conformance.declared import closed, declared_names
from benchmarks.conformance.differences import Difference, differences
from benchmarks.conformance.disagreement_classes import DisagreementClass, Side
from benchmarks.conformance.documents import Pair
from benchmarks.conformance.messages import Messages, Unsayable, Writing
from service.openapi_diff import Judgement, Witness, WitnessKind, compare
from service.openapi_diff.pointers import MISSING
from service.openapi_witnesses import prove
from tests.fuzz.dialects import Role
from tests.fuzz.inclusion import InclusionOracle

Json = Any

_DISAGREEING = (Agreement.MISSED, Agreement.ALARM, Agreement.UNDETERMINED)
# What is told of an operation beyond the form of its messages.
_BEYOND = frozenset(
    (
        *("security", "securitySchemes", "securityDefinitions", "servers", "host", "basePath"),
        *("schemes", "callbacks", "webhooks", "links", "discriminator", "encoding", "xml"),
        *("operationId", "tags", "deprecated", "default", "allowReserved", "allowEmptyValue"),
        *("patternProperties", "dependentSchemas", "additionalProperties", "propertyNames"),
        *("unevaluatedProperties", "minProperties", "maxProperties"),
        *("$dynamicRef", "contentMediaType", "contentEncoding", "contentSchema"),
    )
)
# Formats that the validator asserts, or the reading turns into bounds.
_CHECKED = {
    MISSING,
    *("date", "date-time", "time", "duration", "email", "hostname", "ipv4", "ipv6"),
    *("uri", "uri-reference", "uuid", "int32", "int64"),
}
_NAMING = frozenset(("properties", "patternProperties", "schemas", "definitions", "headers"))


@dataclass(frozen=True, slots=True)
class Refutation:
    """Why a source's answer cannot be, in the words of what a validator was asked."""

    why: str
    witness: Witness | None = None


def refutations_of(
    answers: Iterable[Answer], classes: dict[str, DisagreementClass]
) -> dict[str, Refutation]:
    """What a validator has against sources that disagree on more than policy, by case."""
    found = {}
    with InclusionOracle() as oracle:
        judge = Judge(oracle)
        for answer in answers:
            kind = classes.get(answer.case.id)
            if kind is not None and kind.side is not Side.POLICY:
                found[answer.case.id] = judge.refutation(answer)
    return {case: refutation for case, refutation in found.items() if refutation is not None}


class Judge:
    """Looks for refutations, with a second opinion that works beside it."""

    def __init__(self, oracle: InclusionOracle) -> None:
        self._oracle = oracle

    def refutation(self, answer: Answer) -> Refutation | None:
        """What speaks against the source, where it and the engine disagree; None if nothing."""
        pair = answer.pair
        if pair is None or answer.agreement not in _DISAGREEING:
            return None
        if answer.case.breaking:
            return self.of_breaking(pair, is_open=answer.case.kind == "json-schema")
        return _of_compatible(answer, pair)

    def of_breaking(self, pair: Pair, *, is_open: bool = False) -> Refutation | None:
        """A proof that every message is accepted as it was; None where one is missing.

        `is_open`: also those that hold what nobody declares.
        """
        if any(_is_beyond(found) for found in differences(pair.base, pair.revision)):
            return None
        try:
            exchanges = list(_exchanges(pair))
        except Unsayable:
            return None
        if not exchanges:
            return None
        if not all(self._is_accepted(*exchange, is_open=is_open) for exchange in exchanges):
            return None
        return Refutation(f"each of {len(exchanges)} kinds of messages is accepted as it was")

    def _is_accepted(self, sent: Json, accepted: Json, *, is_open: bool) -> bool:
        """Whether what is sent is accepted; what is declared even by who takes nothing else.

        The latter tells an alternative that has gone from one that another, open one swallows.
        """
        if sent == accepted:
            return True
        included = self._oracle.is_included
        if is_open:
            return bool(included(sent, accepted))
        declared = closed(sent)
        if not included(declared, closed(accepted)):
            return False
        return bool(included(sent, accepted) or included(declared, accepted))


def _of_compatible(answer: Answer, pair: Pair) -> Refutation | None:
    comparison = prove(compare(pair.base, pair.revision), pair.base, pair.revision)
    seen = {change.fingerprint for change in answer.seen}
    for change in comparison.changes:
        witness = change.witness
        if (
            change.fingerprint in seen
            and change.judgement is Judgement.BREAKS
            and witness is not None
            and witness.kind is WitnessKind.REFUSED
            and "json" in (witness.media_type or "json")
        ):
            return Refutation(_told(witness), witness)
    return None


def _told(witness: Witness) -> str:
    instance = json.dumps(witness.instance, ensure_ascii=False)
    return f"{instance} is accepted by the {witness.accepted_by}, not by the {witness.refused_by}"


def _exchanges(pair: Pair) -> Iterator[tuple[Json, Json]]:
    """For each operation what is sent and what is accepted, as requests and as answers."""
    base, revision = Messages(pair.base), Messages(pair.revision)
    before, after = base.operations(), revision.operations()
    for label, old in before.items():
        new = after.get(label)
        if new is None:
            raise Unsayable(f"{label} is gone")
        _check_writing(base.parameters(old), revision.parameters(new))
        sent = base.request(old, Role.REQUEST_SENDER)
        accepted = revision.request(new, Role.REQUEST_RECEIVER)
        if "body" in sent["properties"] and "body" not in accepted["properties"]:
            raise Unsayable("a body is gone")
        yield sent, accepted
        if not base.types_of_answers(old) <= revision.types_of_answers(new):
            raise Unsayable("a status or a type of answers is gone")
        known = old.content.get("responses") or {}
        statuses = [status for status in new.content.get("responses") or {} if status in known]
        answered = revision.answers(new, statuses, Role.RESPONSE_SENDER)
        read = base.answers(old, statuses, Role.RESPONSE_RECEIVER)
        if not declared_names(read) <= declared_names(answered):
            raise Unsayable("a property that is read is gone")
        yield answered, read


def _check_writing(before: dict[str, Writing], after: dict[str, Writing]) -> None:
    """Raise Unsayable where a parameter goes or is written otherwise, and at another order."""
    if not before.keys() <= after.keys():
        raise Unsayable("a parameter is gone")
    if [key for key in before if key in after] != [key for key in after if key in before]:
        raise Unsayable("the parameters stand in another order")
    for key, old in before.items():
        new = after.get(key)
        if new is None:
            continue
        is_scalar = old.is_scalar and new.is_scalar
        if old.style != new.style or (old.explode is not new.explode and not is_scalar):
            raise Unsayable(f"{key} is written otherwise")


def _is_beyond(found: Difference) -> bool:
    """Whether a difference is about what no schema of a message says, or nobody can check."""
    path = found.path
    if path[-1] == "format" and not {found.base, found.revision} <= _CHECKED:
        return True
    return any(
        (token in _BEYOND or str(token).startswith("x-"))
        and (not place or path[place - 1] not in _NAMING)
        for place, token in enumerate(path)
    )
