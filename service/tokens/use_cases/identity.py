"""Who is asking, in the words of the API?"""

from dataclasses import dataclass

from service.authorization import Actor, ActorKind, Role, Scope
from service.tokens.repository import TokenRepository
from service.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupRole:
    """A role in the group of that name."""

    group: str
    role: Role


@dataclass(frozen=True, slots=True, kw_only=True)
class Identity:
    """Who an access token stands for, and what it can do at this moment."""

    kind: ActorKind
    id: str | None
    name: str
    is_admin: bool
    scopes: list[Scope]
    token_id: str | None
    group: str | None
    api: str | None
    memberships: list[GroupRole]


def describe_actor(work: UnitOfWork, actor: Actor) -> Identity:
    """Return who the actor is."""
    tokens = TokenRepository(work.session)
    roles = {key: role for key, role in actor.roles.items() if actor.has_role(key, Role.READER)}
    bound_to = [actor.bound_group_id] if actor.bound_group_id else []
    names = tokens.group_names([*roles, *bound_to])
    memberships = [GroupRole(group=names[key], role=role) for key, role in roles.items()]
    return Identity(
        kind=actor.kind,
        id=actor.id,
        name=actor.name,
        is_admin=actor.is_admin,
        scopes=[scope for scope in Scope if scope in actor.scopes],
        token_id=actor.token_id,
        group=names.get(actor.bound_group_id or ""),
        api=tokens.find_api_name(actor.bound_api_id) if actor.bound_api_id else None,
        memberships=sorted(memberships, key=lambda membership: membership.group),
    )
