"""Who is asking, and how is "may they?" answered?

Permissions are pure functions in each domain's `permissions.py`; they answer `Allowed` or
`Denied(reason)`. Rights come from live memberships, narrowed by what the access token was given:
its scopes, and the group or API it is bound to.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType

from service.errors import NotAuthenticated, NotPermitted


class Scope(StrEnum):
    """What an access token may be used for; each includes the ones before it."""

    READ = "read"
    PUBLISH = "publish"
    MANAGE = "manage"
    ADMIN = "admin"

    def includes(self, other: "Scope") -> bool:
        """Whether holding this scope satisfies `other`."""
        return _SCOPE_ORDER.index(self) >= _SCOPE_ORDER.index(other)


_SCOPE_ORDER = tuple(Scope)


class Role(StrEnum):
    """What a member may do in a group; each includes the ones before it."""

    READER = "reader"
    PUBLISHER = "publisher"
    MAINTAINER = "maintainer"
    OWNER = "owner"

    def includes(self, other: "Role") -> bool:
        """Whether holding this role satisfies `other`."""
        return _ROLE_ORDER.index(self) >= _ROLE_ORDER.index(other)


_ROLE_ORDER = tuple(Role)


class ActorKind(StrEnum):
    """What kind of identity is asking."""

    ANONYMOUS = "anonymous"
    USER = "user"
    SERVICE_ACCOUNT = "service_account"
    SYSTEM = "system"


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """Who is asking, with the rights they have at this moment.

    `roles` maps group ids to the actor's role. `bound_group_id` and `bound_api_id` are set when
    the access token works there only; outside it the actor sees what anonymous callers see.
    """

    kind: ActorKind
    id: str | None = None
    name: str = "anonymous"
    is_admin: bool = False
    scopes: frozenset[Scope] = frozenset()
    roles: Mapping[str, Role] = field(default_factory=lambda: MappingProxyType({}))
    token_id: str | None = None
    bound_group_id: str | None = None
    bound_api_id: str | None = None

    @property
    def is_anonymous(self) -> bool:
        """Whether nobody signed in."""
        return self.kind is ActorKind.ANONYMOUS

    def has_scope(self, scope: Scope) -> bool:
        """Whether the credentials used include `scope`."""
        return any(held.includes(scope) for held in self.scopes)

    def acts_as_admin(self) -> bool:
        """Whether the actor is an administrator of the instance and uses that power.

        It takes unbound credentials with the scope `admin`: with lesser ones an administrator is
        a user like any other, so that such a token is worth no more than it looks.
        """
        return self.is_admin and self.has_scope(Scope.ADMIN) and self.bound_group_id is None

    def has_role(self, group_id: str, role: Role) -> bool:
        """Whether the actor is a member of the group with at least `role`."""
        if self.bound_group_id not in {None, group_id}:
            return False
        held = self.roles.get(group_id)
        return held is not None and held.includes(role)


ANONYMOUS = Actor(kind=ActorKind.ANONYMOUS, scopes=frozenset({Scope.READ}))
SYSTEM = Actor(kind=ActorKind.SYSTEM, name="system", is_admin=True, scopes=frozenset({Scope.ADMIN}))
"""The operator at the command line, who is trusted with everything."""


@dataclass(frozen=True, slots=True)
class Allowed:
    """Yes."""


@dataclass(frozen=True, slots=True)
class Denied:
    """No, and why, in words for the person who asked."""

    reason: str


Decision = Allowed | Denied


def require(actor: Actor, decision: Decision) -> None:
    """Return if the decision is `Allowed`.

    Raises `NotAuthenticated` if nobody signed in (signing in may help), else `NotPermitted`.
    """
    if isinstance(decision, Allowed):
        return
    if actor.is_anonymous:
        raise NotAuthenticated("Sign in with an access token: Authorization: Bearer ...")
    raise NotPermitted(decision.reason)


def decide_in_group(
    actor: Actor, group_id: str, *, role: Role, scope: Scope, api_id: str | None = None
) -> Decision:
    """May the actor do what asks for `role` and `scope` in the group (or in its API `api_id`)?"""
    if not actor.has_scope(scope):
        return Denied(f"The access token lacks the scope '{scope}'.")
    if actor.bound_api_id is not None and actor.bound_api_id != api_id:
        return Denied("The access token is bound to another API.")
    if actor.acts_as_admin() or actor.has_role(group_id, role):
        return Allowed()
    return Denied(f"This needs the role '{role}' in the group.")


def decide_in_instance(actor: Actor) -> Decision:
    """May the actor administer the instance?"""
    if actor.acts_as_admin():
        return Allowed()
    return Denied("This needs an administrator with the scope 'admin'.")
