"""How does the outcome of a check or a publication read, to people and to programs?"""

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import Any

from bindery_client.models import (
    Change,
    Check,
    DocumentWarning,
    LevelCounts,
    PublicationReason,
    Version,
)
from service.cli.api_names import ApiName
from service.cli.change_rendering import definition, direction, place, plain_line, reach, step
from service.cli.document_problems import problem_line
from service.cli.refusal_advice import VIOLATIONS, Advice, advice_on, advice_on_held
from service.cli.told_proofs import proof_told_by

_MARKDOWN = re.compile(r"([\\`*_\[\]<>|~])")


class Decision(StrEnum):
    """What a check or a publication came to."""

    ACCEPTED = "accepted"
    HELD = "held"
    REFUSED = "refused"
    UNCHANGED = "unchanged"


_DONE = MappingProxyType(
    {
        Decision.ACCEPTED: "is published",
        Decision.HELD: "is held until a maintainer releases it",
        Decision.REFUSED: "is refused by the compatibility policy",
        Decision.UNCHANGED: "is there already, with this content",
    }
)
_WOULD_BE = MappingProxyType(
    {
        **_DONE,
        Decision.ACCEPTED: "would be published",
        Decision.HELD: "would be held until a maintainer releases it",
        Decision.REFUSED: "would be refused by the compatibility policy",
    }
)


_CAUSES = MappingProxyType(
    {
        "base_withheld": "the document of a version to compare with was withheld",
        "base_unreadable": "the document of a version to compare with cannot be read any more",
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What a check or a publication came to, whichever of the two it was."""

    api: ApiName
    version: str
    decision: Decision
    is_dry: bool
    base: str | None
    verdict: str | None
    verdict_reason: str | None
    counts: LevelCounts | None
    reasons: Sequence[PublicationReason]
    changes: Sequence[Change]
    change_count: int
    warnings: Sequence[DocumentWarning]
    digest: str

    @classmethod
    def of_check(cls, api: ApiName, found: Check, *, is_dry: bool) -> "Outcome":
        """Return what the service says that publishing would come, or came, to."""
        return cls(
            api=api,
            version=found.version,
            decision=Decision(found.decision),
            is_dry=is_dry,
            base=found.base,
            verdict=found.verdict,
            verdict_reason=found.verdict_reason,
            counts=found.counts,
            reasons=found.reasons,
            changes=found.changes,
            change_count=found.change_count,
            warnings=found.warnings,
            digest=found.digest,
        )

    @classmethod
    def of_version(
        cls, api: ApiName, made: Version, *, decision: Decision, changes: Sequence[Change]
    ) -> "Outcome":
        """Return what publishing came to, from the version that is there now."""
        counts = made.counts
        return cls(
            api=api,
            version=made.name,
            decision=decision,
            is_dry=False,
            base=made.base,
            verdict=made.verdict,
            verdict_reason=made.verdict_reason,
            counts=counts,
            reasons=made.reasons,
            changes=changes,
            change_count=counts.error + counts.warning + counts.info if counts else 0,
            warnings=made.warnings,
            digest=made.digest,
        )


def render(outcome: Outcome, *, format_: str) -> str:
    """Return the outcome as text, JSON or Markdown."""
    match format_:
        case "json":
            return json.dumps(_as_plain(outcome), indent=2, ensure_ascii=False)
        case "markdown":
            return _readable(_markdown_lines(outcome))
        case _:
            return _readable(_text_lines(outcome))


def change_lines(change: Change) -> Iterator[str]:
    """Yield what a change is, by which rule and where, and whom it reaches."""
    yield f"{change.level:<8} {_message(change)}"
    at = f" at {place(change)}" if change.location else ""
    yield f"         {change.rule}{direction(change)}{at}"
    if reached := reach(change, place=definition(change.location)):
        yield f"         {reached}"
    if proof := proof_told_by(change):
        yield f"         {proof}"


def _readable(lines: Iterator[str]) -> str:
    """Return the lines without what could steer a terminal: documents and servers are others'."""
    return "\n".join(map(plain_line, lines))


def _as_plain(outcome: Outcome) -> dict[str, Any]:
    return {
        "api": str(outcome.api),
        "version": outcome.version,
        "decision": outcome.decision.value,
        "base": outcome.base,
        "verdict": outcome.verdict,
        "verdict_reason": outcome.verdict_reason,
        "counts": outcome.counts.to_dict() if outcome.counts else None,
        "reasons": [reason.to_dict() for reason in outcome.reasons],
        "change_count": outcome.change_count,
        "changes": [change.to_dict() for change in outcome.changes],
        "warnings": [warning.to_dict() for warning in outcome.warnings],
        "digest": outcome.digest,
    }


def _text_lines(outcome: Outcome) -> Iterator[str]:
    yield _headline(outcome)
    yield from (f"- {reason}" for reason in _reasons(outcome))
    if outcome.verdict is not None:
        yield ""
        yield _summary(outcome)
    for change in _loud(outcome):
        yield ""
        yield from (f"  {line}" for line in change_lines(change))
    if (advice := _advice(outcome)) is not None:
        yield ""
        yield advice.sentence
        yield from (f"  {command}" for command in advice.commands)
    yield from _remarks(outcome)


def _markdown_lines(outcome: Outcome) -> Iterator[str]:
    yield f"## {_escaped(_headline(outcome))}"
    yield ""
    yield from (f"- {_escaped(reason)}" for reason in _reasons(outcome))
    if outcome.verdict is not None:
        yield ""
        yield _escaped(_summary(outcome))
        yield ""
    for change in _loud(outcome):
        where = _escaped(_where(change))
        yield f"- **{change.level}** {_escaped(_message(change))} `{change.rule}`{where}"
    if (advice := _advice(outcome)) is not None:
        yield ""
        yield _escaped(advice.sentence)
        yield ""
        yield from (f"- `{command}`" for command in advice.commands)
    yield from map(_escaped, _remarks(outcome))


def _headline(outcome: Outcome) -> str:
    said = (_WOULD_BE if outcome.is_dry else _DONE)[outcome.decision]
    return f"{outcome.api} {outcome.version} {said}."


def _reasons(outcome: Outcome) -> Iterator[str]:
    yield from (reason.message for reason in outcome.reasons)
    is_violated = any(reason.id in VIOLATIONS for reason in outcome.reasons)
    if is_violated and outcome.decision is Decision.ACCEPTED:
        done = "would be" if outcome.is_dry else "was"
        yield f"The policy only warns, so it {done} published all the same."


def _advice(outcome: Outcome) -> Advice | None:
    match outcome.decision:
        case Decision.REFUSED:
            return advice_on(outcome.api, reasons=outcome.reasons, changes=outcome.changes)
        case Decision.HELD if not outcome.is_dry:
            return advice_on_held(outcome.api, outcome.version)
        case _:
            return None


def _summary(outcome: Outcome) -> str:
    against = f"Compared with {outcome.base}" if outcome.base else "Not compared"
    reason = outcome.verdict_reason
    because = f" ({_CAUSES.get(reason, reason)})" if reason else ""
    said = f"{against}: {outcome.verdict}{because}"
    if (counts := outcome.counts) is None:
        return f"{said}."
    return f"{said}. Errors: {counts.error}, warnings: {counts.warning}, remarks: {counts.info}."


def _loud(outcome: Outcome) -> list[Change]:
    """Return what is shown to people: errors and warnings."""
    return [change for change in outcome.changes if change.level != "info"]


def _message(change: Change) -> str:
    return f"{change.message}{step(change)}{' (approved)' if change.is_approved else ''}"


def _where(change: Change) -> str:
    at = f" at {place(change)}" if change.location else ""
    reached = reach(change, place=definition(change.location))
    return f"{direction(change)}{at}{f', {reached}' if reached else ''}"


def _remarks(outcome: Outcome) -> Iterator[str]:
    unseen = outcome.change_count - len(_loud(outcome))
    is_there = outcome.decision is not Decision.REFUSED and not outcome.is_dry
    if unseen > 0:
        hint = f"; bindery changes {outcome.version} --api {outcome.api} lists all"
        yield ""
        yield f"Not shown: {unseen} of {outcome.change_count} changes{hint if is_there else ''}."
    for warning in outcome.warnings:
        told = problem_line(warning.message, line=warning.line, pointer=warning.pointer)
        yield f"Warning: {told}"


def _escaped(text: str) -> str:
    return _MARKDOWN.sub(r"\\\1", text)
