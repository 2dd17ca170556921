"""May this document become a version? The rules of publication; pure.

A *violation* is what the policy forbids, a *doubt* is what could not be determined, a *note* says
why something that looks forbidden is not. The mode of the policy decides what they lead to:

    mode       violation         doubt                          note
    observe    accepted, unsaid  accepted, unsaid               said
    warn       accepted, said    accepted, said                 said
    enforce    refused           accepted, held or refused      said
"""

from collections.abc import Sequence
from dataclasses import dataclass

from service.apis.models import CompatibilityLevel, PolicyMode, UndeterminedAction
from service.apis.policies import EffectivePolicy
from service.versions.models import VersionState
from service.versions.publication_reasons import (
    Approved,
    AwaitsReview,
    BreakingChange,
    Doubt,
    MajorNotRaised,
    MajorRaised,
    NameWithoutMajor,
    NoBase,
    NotAllCompared,
    Note,
    NotSemanticVersions,
    Reason,
    TurnedDown,
    Undetermined,
    Violation,
)
from service.versions.version_names import Step, major_of, step_between


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparedWith:
    """What comparing with one earlier version gave.

    `breaking` and `undetermined` count the changes that are not approved; `causes` say why the
    latter could not be judged; `approved` are the fingerprints left out of both.
    """

    version: str
    breaking: int = 0
    undetermined: int = 0
    causes: tuple[str, ...] = ()
    approved: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Accepted:
    """It becomes a published version; `reasons` say what should be known about that."""

    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class Held:
    """It waits for a maintainer."""

    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Refused:
    """It does not become a version."""

    reasons: tuple[Reason, ...]


PublicationDecision = Accepted | Held | Refused


def decide_publication(
    policy: EffectivePolicy,
    name: str,
    *,
    compared: Sequence[ComparedWith],
    is_complete: bool = True,
) -> PublicationDecision:
    """Decide about a document named `name`, compared with what the policy's level asks for.

    `is_complete` is false where the line has more versions than were compared with.
    """
    if not compared:
        return Accepted((NoBase(),))
    notes = tuple(_notes(policy, name, compared))
    if policy.level is CompatibilityLevel.NONE:
        return Accepted(notes)
    violations = tuple(_violations(policy, name, compared))
    doubts = tuple(_doubts(policy, name, compared, is_complete=is_complete))
    match policy.mode:
        case PolicyMode.OBSERVE:
            return Accepted(notes)
        case PolicyMode.WARN:
            return Accepted((*violations, *doubts, *notes))
        case PolicyMode.ENFORCE:
            return _enforced(policy.undetermined, violations=violations, doubts=doubts, notes=notes)


def decide_repetition(name: str, *, state: VersionState, reason: str | None) -> PublicationDecision:
    """Decide about a document that the version of this name holds already.

    Asking again is no way past a review: what is held stays held, what was turned down is refused.
    """
    match state:
        case VersionState.PUBLISHED | VersionState.DEPRECATED | VersionState.SUNSET:
            return Accepted()
        case VersionState.PENDING:
            return Held((AwaitsReview(version=name),))
        case VersionState.REJECTED | VersionState.DISABLED:
            return Refused((TurnedDown(version=name, state=state.value, reason=reason),))


def _enforced(
    action: UndeterminedAction,
    *,
    violations: tuple[Violation, ...],
    doubts: tuple[Doubt, ...],
    notes: tuple[Note, ...],
) -> PublicationDecision:
    reasons = (*violations, *doubts, *notes)
    if violations:
        return Refused(reasons)
    if not doubts:
        return Accepted(notes)
    match action:
        case UndeterminedAction.ACCEPT:
            return Accepted(reasons)
        case UndeterminedAction.HOLD:
            return Held(reasons)
        case UndeterminedAction.REFUSE:
            return Refused(reasons)


def _violations(
    policy: EffectivePolicy, name: str, compared: Sequence[ComparedWith]
) -> list[Violation]:
    broken = [one for one in compared if one.breaking and _is_bound(policy, name, one)]
    if not broken:
        return []
    versions = tuple(one.version for one in broken)
    changes = max(one.breaking for one in broken)
    found: list[Violation] = [BreakingChange(versions=versions, changes=changes)]
    if policy.breaking_needs_major:
        steps = {one.version: step_between(one.version, name) for one in broken}
        unknown = [version for version, step in steps.items() if step is Step.UNKNOWN]
        known = tuple(version for version, step in steps.items() if step is not Step.UNKNOWN)
        found += [MajorNotRaised(versions=known)] if known else []
        if unknown:
            names = tuple(one for one in (name, *unknown) if major_of(one) is None)
            found.append(NotSemanticVersions(versions=tuple(unknown), names=names))
    return found


def _doubts(
    policy: EffectivePolicy, name: str, compared: Sequence[ComparedWith], *, is_complete: bool
) -> list[Doubt]:
    unsure = [
        one
        for one in compared
        if one.undetermined and not one.breaking and _is_bound(policy, name, one)
    ]
    found: list[Doubt] = []
    if unsure:
        causes = sorted({cause for one in unsure for cause in one.causes})
        versions = tuple(one.version for one in unsure)
        found.append(Undetermined(versions=versions, causes=tuple(causes)))
    if not is_complete:
        found.append(NotAllCompared(compared=len(compared)))
    return found


def _is_bound(policy: EffectivePolicy, name: str, one: ComparedWith) -> bool:
    """Whether the policy asks a version of this name to be compatible with that one.

    A raised major may break, where the policy does not forbid breaking altogether.
    """
    if not policy.breaking_needs_major:
        return True
    return step_between(one.version, name) is not Step.MAJOR_RAISED


def _notes(policy: EffectivePolicy, name: str, compared: Sequence[ComparedWith]) -> list[Note]:
    found: list[Note] = []
    raised = tuple(
        one.version
        for one in compared
        if (one.breaking or one.undetermined) and not _is_bound(policy, name, one)
    )
    if raised:
        found.append(MajorRaised(versions=raised))
    if policy.breaking_needs_major and _is_stray(name, compared):
        found.append(NameWithoutMajor(name=name))
    if approved := tuple(sorted({mark for one in compared for mark in one.approved})):
        found.append(Approved(fingerprints=approved))
    return found


def _is_stray(name: str, compared: Sequence[ComparedWith]) -> bool:
    """Whether the name is no semantic version, among others that are."""
    return major_of(name) is None and any(major_of(one.version) is not None for one in compared)
