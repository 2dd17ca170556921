"""How does the proof read that a service tells of a change?"""

from dataclasses import fields

from bindery_client.models import Change
from service.cli.witness_rendering import sentence_of_witness
from service.openapi_diff import Direction, Side, Witness, WitnessKind

_LONGEST_TOLD = 10_000  # characters of an instance; a service leaves a longer one out


def proof_told_by(change: Change) -> str | None:
    """Return the proof on one line; None where there is none to show.

    The service may be newer than this command: a kind of proof that is unknown here is not shown.
    """
    told = change.witness
    kinds = {kind.value: kind for kind in WitnessKind}
    if told is None or told.kind not in kinds or told.instance_length > _LONGEST_TOLD:
        return None
    known = {field.name for field in fields(Witness)}
    plain = {name: value for name, value in told.to_dict().items() if name in known}
    enums = {
        "kind": kinds[told.kind],
        "direction": Direction(told.direction),
        "accepted_by": Side(told.accepted_by),
        "refused_by": Side(told.refused_by),
    }
    return sentence_of_witness(Witness(**{**plain, **enums}))
