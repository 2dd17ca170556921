"""What can be done with compatibility policies?"""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass

from service.apis.events import PolicySet
from service.apis.models import Api, CompatibilityPolicy
from service.apis.permissions import (
    can_administer_policy,
    can_change_api,
    can_set_group_policy,
)
from service.apis.policies import (
    VALUE_NAMES,
    EffectivePolicy,
    PolicyOrigin,
    PolicyValues,
    effective_policy,
)
from service.apis.repository import ApiRepository, PolicyRepository
from service.authorization import Actor, require
from service.database import require_etag
from service.groups.models import Group
from service.groups.repository import GroupRepository
from service.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True, kw_only=True)
class PolicyView:
    """What one level sets itself, and what holds there; the tag changes with either."""

    own: PolicyValues
    effective: EffectivePolicy
    etag: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Place:
    """One level of inheritance: where its row is, and what the audit calls it."""

    origin: PolicyOrigin
    subject_id: str
    subject: str
    group_id: str | None = None
    api_id: str | None = None

    @property
    def scope_key(self) -> str:
        if self.origin is PolicyOrigin.INSTANCE:
            return "instance"
        return f"{self.origin}:{self.subject_id}"


def load_effective_policy(work: UnitOfWork, api: Api) -> EffectivePolicy:
    """Return the policy that holds for an API, whose group must have been loaded."""
    return _look(work, _places_of_api(api)).effective


def get_instance_policy(work: UnitOfWork, actor: Actor) -> PolicyView:
    """Return the policy that everything inherits; raises `NotPermitted`."""
    require(actor, can_administer_policy(actor))
    return _look(work, [_INSTANCE])


def set_instance_policy(
    work: UnitOfWork, actor: Actor, *, expected: frozenset[str], values: PolicyValues
) -> PolicyView:
    """Set the policy that everything inherits; raises `NotPermitted`, `PreconditionFailed`."""
    require(actor, can_administer_policy(actor))
    return _set(work, actor, [_INSTANCE], expected=expected, values=values)


def get_group_policy(work: UnitOfWork, actor: Actor, *, group_name: str) -> PolicyView:
    """Return the policy of a group; raises `NotFound`."""
    group = GroupRepository(work.session).get_visible(group_name, actor)
    return _look(work, _places_of_group(group))


def set_group_policy(
    work: UnitOfWork,
    actor: Actor,
    *,
    group_name: str,
    expected: frozenset[str],
    values: PolicyValues,
) -> PolicyView:
    """Set what a group's APIs inherit; raises `NotFound`, `NotPermitted`, `PreconditionFailed`."""
    group = GroupRepository(work.session).get_visible(group_name, actor)
    require(actor, can_set_group_policy(actor, group))
    return _set(work, actor, _places_of_group(group), expected=expected, values=values)


def get_api_policy(work: UnitOfWork, actor: Actor, *, group_name: str, api_name: str) -> PolicyView:
    """Return the policy of an API; raises `NotFound`."""
    api = ApiRepository(work.session).get_visible(group_name, api_name, actor)
    return _look(work, _places_of_api(api))


def set_api_policy(
    work: UnitOfWork,
    actor: Actor,
    *,
    group_name: str,
    api_name: str,
    expected: frozenset[str],
    values: PolicyValues,
) -> PolicyView:
    """Set the policy of an API; raises `NotFound`, `NotPermitted`, `PreconditionFailed`."""
    api = ApiRepository(work.session).get_visible(group_name, api_name, actor)
    require(actor, can_change_api(actor, api))
    return _set(work, actor, _places_of_api(api), expected=expected, values=values)


_INSTANCE = _Place(origin=PolicyOrigin.INSTANCE, subject_id="instance", subject="instance")


def _places_of_group(group: Group) -> list[_Place]:
    place = _Place(
        origin=PolicyOrigin.GROUP, subject_id=group.id, subject=group.name, group_id=group.id
    )
    return [_INSTANCE, place]


def _places_of_api(api: Api) -> list[_Place]:
    place = _Place(
        origin=PolicyOrigin.API,
        subject_id=api.id,
        subject=api.full_name,
        group_id=api.group_id,
        api_id=api.id,
    )
    return [*_places_of_group(api.group), place]


def _look(work: UnitOfWork, places: Sequence[_Place]) -> PolicyView:
    """Return what the last of the places, from the instance downwards, sets and has."""
    return _view(places, _rows_at(work, places))


def _rows_at(work: UnitOfWork, places: Sequence[_Place]) -> dict[str, CompatibilityPolicy]:
    return PolicyRepository(work.session).find_set([place.scope_key for place in places])


def _view(places: Sequence[_Place], rows: Mapping[str, CompatibilityPolicy]) -> PolicyView:
    layers = [(place.origin, _values_of(rows.get(place.scope_key))) for place in places]
    tags = [row.etag if (row := rows.get(place.scope_key)) else "unset" for place in places]
    return PolicyView(
        own=layers[-1][1], effective=effective_policy(layers), etag=".".join(reversed(tags))
    )


def _set(
    work: UnitOfWork,
    actor: Actor,
    places: Sequence[_Place],
    *,
    expected: frozenset[str],
    values: PolicyValues,
) -> PolicyView:
    rows = _rows_at(work, places)
    before = _view(places, rows)
    require_etag(before, expected)
    if values == before.own:
        return before
    place = places[-1]
    stored = _store(work, place, rows.get(place.scope_key), values)
    work.record(
        PolicySet(
            actor=actor,
            subject_type=place.origin,
            subject_id=place.subject_id,
            subject=place.subject,
            group_id=place.group_id,
            api_id=place.api_id,
            details=asdict(values),
        )
    )
    return _view(places, {**rows, place.scope_key: stored})


def _store(
    work: UnitOfWork, place: _Place, row: CompatibilityPolicy | None, values: PolicyValues
) -> CompatibilityPolicy:
    """Write the values into `row`, the very one whose tag was checked, or into a first one."""
    if row is None:
        return PolicyRepository(work.session).add(
            CompatibilityPolicy(
                **asdict(values),
                scope_key=place.scope_key,
                group_id=place.group_id,
                api_id=place.api_id,
                updated_at=work.now,
                revision=1,
            )
        )
    for name in VALUE_NAMES:
        setattr(row, name, getattr(values, name))
    row.updated_at = work.now
    work.session.flush()
    return row


def _values_of(row: CompatibilityPolicy | None) -> PolicyValues:
    if row is None:
        return PolicyValues()
    return PolicyValues(**{name: getattr(row, name) for name in VALUE_NAMES})
