"""On what does the decision about a publication rest?"""

from collections.abc import Iterable
from dataclasses import dataclass, field

from service.apis.models import Api, CompatibilityLevel
from service.apis.policies import EffectivePolicy
from service.apis.use_cases import approvals_in_force, load_effective_policy
from service.errors import InvalidInput
from service.unit_of_work import UnitOfWork
from service.versions.models import ApiVersion, VersionState
from service.versions.repository import VersionRepository
from service.versions.standing import Standing
from service.versions.version_names import major_of

MOST_COMPARED = 50
"""How many versions of its line a new one is compared with, at most."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Grounds:
    """What was true when a decision was made; if it is true under the lock, too, it holds.

    The first of `bases` is the named base or the previous version: the changes are told against
    it, unless another one gives a worse verdict. What the policy asks to be compatible with is
    always among them, too: the previous version or the whole line. `existing` is the version that
    has the name already, as it was found; what counts of it are its digest and its state.
    """

    policy: EffectivePolicy
    approvals: frozenset[str]
    bases: tuple[Standing, ...]
    is_complete: bool
    existing_digest: str | None
    existing_state: VersionState | None
    existing: ApiVersion | None = field(compare=False, repr=False)

    @property
    def base(self) -> Standing | None:
        """The named base or the previous version; None for the first version."""
        return self.bases[0] if self.bases else None


def load_grounds(work: UnitOfWork, api: Api, *, name: str, base_name: str | None) -> Grounds:
    """Return what a decision about a version of that name rests on now.

    Raises `InvalidInput` if the named base is no accepted version of the API, `NameTaken` if
    another version's name is too alike.
    """
    versions = VersionRepository(work.session, api)
    existing = versions.find(name)
    if existing is None:
        versions.require_no_twin(name)
    policy = load_effective_policy(work, api)
    named = _named_base(versions, base_name)
    previous = _previous(versions, name)
    line = _line(versions, policy, name=name)
    wanted = (named, previous, *line[:MOST_COMPARED])
    return Grounds(
        policy=policy,
        approvals=approvals_in_force(work, api),
        bases=_distinct(standing for standing in wanted if standing is not None),
        is_complete=len(line) <= MOST_COMPARED,
        existing_digest=existing.digest if existing else None,
        existing_state=existing.state if existing else None,
        existing=existing,
    )


def _named_base(versions: VersionRepository, base_name: str | None) -> Standing | None:
    """Return the version that the publisher wants the changes told against, if one is named.

    It is one more to compare with, never one instead of another: or who names an old version
    walks around what the policy asks for.
    """
    if base_name is None:
        return None
    if named := versions.find_accepted(base_name):
        return named
    raise InvalidInput(
        f"There is no accepted version '{base_name}' to compare with.",
        details={"query": {"base": ["No accepted version of this API."]}},
    )


def _previous(versions: VersionRepository, name: str) -> Standing | None:
    """Return the last accepted version on the same line; for a new line the last of all.

    Names that tell no major version are passed over for one that does, as long as there are others:
    one stray name would otherwise be in the way of every new major version.
    """
    major = major_of(name)
    if major is None:
        return versions.last_accepted()
    on_line = versions.last_accepted(major=major)
    return on_line or versions.last_accepted(has_major=True) or versions.last_accepted()


def _line(versions: VersionRepository, policy: EffectivePolicy, *, name: str) -> list[Standing]:
    """Return all versions that the policy wants compared beside the base, and one too many."""
    if policy.level is not CompatibilityLevel.BACKWARD_TRANSITIVE:
        return []
    return versions.accepted_of_line(major=major_of(name), limit=MOST_COMPARED + 1)


def _distinct(standings: Iterable[Standing]) -> tuple[Standing, ...]:
    """Return the versions without those whose content came before on the same line.

    On another line the same content may be told apart: there it may be allowed to break.
    """
    found: dict[tuple[str, int | None], Standing] = {}
    for standing in standings:
        found.setdefault((standing.digest, major_of(standing.name)), standing)
    return tuple(found.values())
