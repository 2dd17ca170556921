"""How does a proof read: what was sent, what accepts it, what refuses it and why?"""

import json

from service.openapi_diff import Change, Direction, Side, Unproved, Witness, WitnessKind

_MAX_INSTANCE = 400
_MAX_REASON = 200

# What a proof rests on that does not speak for itself.
_CAVEATS = {
    WitnessKind.UNDECLARED: " Unless an open alternative takes it for its own.",
    WitnessKind.INTERPRETED: " Where that is read as a rule.",
    WitnessKind.PART: " No whole message that was accepted is known.",
}


def proof_of(change: Change) -> str | None:
    """The proof of a change on one line, or why there is none; None where nobody looked."""
    if change.witness is not None:
        return sentence_of_witness(change.witness)
    if change.unproved is None or change.unproved is Unproved.NOT_A_SCHEMA_CHANGE:
        return None
    return f"Not proved: {change.unproved.statement}"


def sentence_of_witness(witness: Witness) -> str:
    """The proof on one line."""
    reason = _cut(witness.reason, _MAX_REASON) + _CAVEATS.get(witness.kind, "")
    return f"Proof: {_claim(witness)}: {_shown(witness)} ({reason})"


def _claim(witness: Witness) -> str:
    whole = "part of a " if witness.kind is WitnessKind.PART else ""
    travels = f"{whole}{_noun(witness)} of {witness.operation}"
    if witness.kind is WitnessKind.WITHHELD:
        return f"this {travels} was promised so far, and no longer comes"
    if witness.accepted_by is Side.REVISION:
        verb = "may come" if witness.direction is Direction.RESPONSE else "is accepted"
        return f"this {travels} {verb} now, and was ruled out"
    return f"this {travels} was accepted, and now is refused"


def _noun(witness: Witness) -> str:
    match witness.place:
        case "parameter":
            return f"parameter ({witness.name})"
        case "header":
            return f"header {witness.name}"
        case "response":
            return f"{witness.status or ''} response".strip()
        case _:
            return "request body"


def _shown(witness: Witness) -> str:
    return _cut(json.dumps(witness.instance, ensure_ascii=False), _MAX_INSTANCE)


def _cut(text: str, limit: int) -> str:
    return text if len(text) <= limit else text[: limit - 3] + "..."
