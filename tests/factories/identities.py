"""How does a test make people with passwords, machines and what they sign in with?"""

from typing import Any

from sqlalchemy import select

from service.authorization import Role, Scope
from service.groups.models import Group, Membership
from service.identities.models import User
from service.identities.passwords import Passwords
from service.tokens.models import AccessToken
from service.tokens.token_text import parse_token_text
from tests.factories.world import Client, World

PASSWORD = "tall ships sail west"  # noqa: S105 - of tests
OTHER_PASSWORD = "slow rivers run deep"  # noqa: S105 - of tests
CHEAP = Passwords(min_length=12, time_cost=1, memory_kib=64)
"""The rules and parameters that `make_settings` gives the application under test."""


def person(world: World, username: str, *, is_admin: bool = False, is_active: bool = True) -> User:
    """Make a user whose password is `PASSWORD`."""
    user = world.user(username, is_admin=is_admin)
    with world.units.writing() as work:
        stored = work.session.get_one(User, user.id)
        stored.password_hash = CHEAP.hashed(PASSWORD)
        stored.is_active = is_active
    return stored


def exchange(world: World, username: str, password: str = PASSWORD, **values: Any) -> Any:
    """Try to exchange a password for a token; return the response."""
    body = {"username": username, "password": password, **values}
    return world.anonymous().post("/token-exchange", json=body)


def token_id(world: World, text: str) -> str:
    """Return the id of the access token that `text` is."""
    parsed = parse_token_text(text)
    assert parsed is not None
    with world.units.reading() as work:
        return work.session.scalars(
            select(AccessToken.id).where(AccessToken.lookup == parsed.lookup)
        ).one()


def machine(
    world: World, owner: Client, group: Group, *, name: str = "ci", role: Role = Role.PUBLISHER
) -> Client:
    """Give the group a service account; return it as a caller with the scope `manage`."""
    path = f"/groups/{group.name}/service-accounts"
    owner.post(path, json={"name": name, "role": role})
    body = {"name": "test", "scopes": [Scope.MANAGE]}
    issued = owner.post(f"{path}/{name}/access-tokens", json=body).json
    caller = world.anonymous()
    caller.token = issued["token"]
    return caller


def leave(world: World, user: User, group: Group) -> None:
    """End a membership, straight in the database."""
    with world.units.writing() as work:
        membership = work.session.scalars(
            select(Membership).where(Membership.group_id == group.id, Membership.user_id == user.id)
        ).one()
        work.session.delete(membership)


def audited(world: World) -> list[tuple[str, str, str]]:
    """Return actor, action and subject of every audit event, the oldest first."""
    events = world.admin().get("/audit-events?limit=100").json["items"]
    return [(e["actor_name"], e["action"], e["subject"]) for e in reversed(events)]
