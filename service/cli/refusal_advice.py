"""What can be done about a publication that was refused, or is held?"""

from collections.abc import Sequence
from dataclasses import dataclass

from bindery_client.models import Change, PublicationReason
from service.cli.api_names import ApiName

VIOLATIONS = frozenset({"breaking_change", "major_not_raised", "not_semantic_versions"})
"""The reasons for which a policy that is enforced refuses; where it only warns, they are said."""

_DOUBT = "undetermined"
_MAJOR_HELPS = frozenset({"major_not_raised", _DOUBT})
_APPROVE = "et a maintainer approve the changes"


@dataclass(frozen=True, slots=True, kw_only=True)
class Advice:
    """The ways out, and the commands that go one of them."""

    sentence: str
    commands: Sequence[str]


def advice_on(
    api: ApiName, *, reasons: Sequence[PublicationReason], changes: Sequence[Change]
) -> Advice | None:
    """Return what can be done; None where neither a new major nor an approval would help."""
    ids = {reason.id for reason in reasons}
    if not ids & {*VIOLATIONS, _DOUBT}:
        return None
    judged = "breaks" if ids & VIOLATIONS else _DOUBT
    marks = dict.fromkeys(
        change.fingerprint
        for change in changes
        if change.judgement == judged and not change.is_approved
    )
    ways = f"Raise the major version, or l{_APPROVE}" if ids & _MAJOR_HELPS else f"L{_APPROVE}"
    if not marks:  # what stands against it is an older version than the one told about
        return Advice(sentence=f"{ways}.", commands=())
    commands = [f"bindery approve {mark} --api {api} --reason TEXT" for mark in marks]
    return Advice(sentence=f"{ways}:", commands=commands)


def advice_on_held(api: ApiName, version: str) -> Advice:
    """Return how a maintainer decides about a held version."""
    command = f"bindery review {version} --api {api} --release --reason TEXT"
    return Advice(sentence="A maintainer decides, by --release or --reject:", commands=[command])
