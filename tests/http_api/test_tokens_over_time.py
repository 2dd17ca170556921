"""Do rights always follow the present memberships, whatever happened before?

A small model says who may do what; the service is asked after every step.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    rule,
    run_state_machine_as_test,
)

from service.app import create_app
from service.authorization import Role, Scope
from service.extensions import database
from service.groups.models import Group
from service.http_api.state import EXTENSION_NAME
from tests.app_settings import make_settings
from tests.databases import SqliteTemplate
from tests.factories.identities import token_id
from tests.factories.world import Client, World

USERS, GROUPS = ("alice", "bob"), ("acme", "zoo")
ANY_REVISION = {"If-Match": "*"}
RUN = settings(
    stateful_step_count=20,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=list(HealthCheck),
)


@contextmanager
def fresh_world(template: SqliteTemplate) -> Iterator[World]:
    """Yield a world on a database of its own."""
    with TemporaryDirectory() as folder:
        app = create_app(make_settings(database_url=template.copy(Path(folder))))
        yield World(app, app.extensions[EXTENSION_NAME].units)
        with app.app_context():
            database.engine.dispose()


class RightsFollowMemberships(RuleBasedStateMachine):
    """Join, leave, change role, deactivate, make and revoke tokens, in any order."""

    template: SqliteTemplate

    @initialize()
    def begin(self) -> None:
        """Make two users and two groups, each group with an owner who stays."""
        self.opened = fresh_world(self.template)
        self.world = self.opened.__enter__()
        self.admin = self.world.admin()
        self.users = {name: self.world.user(name) for name in USERS}
        self.groups: dict[str, Group] = {
            name: self.world.group(name, owner=self.world.user()) for name in GROUPS
        }
        self.roles: dict[tuple[str, str], Role] = {}
        self.active = dict.fromkeys(USERS, True)
        self.tokens: list[tuple[str, str | None, Client]] = []

    def teardown(self) -> None:
        """Give the database back."""
        if hasattr(self, "opened"):
            self.opened.__exit__(None, None, None)

    @rule(user=st.sampled_from(USERS), group=st.sampled_from(GROUPS), role=st.sampled_from(Role))
    def set_role(self, user: str, group: str, role: Role) -> None:
        """Make the user a member, or give another role."""
        path = f"/groups/{group}/members/{user}"
        assert self.admin.put(path, json={"role": role}).status_code == 200
        self.roles[user, group] = role

    @rule(user=st.sampled_from(USERS), group=st.sampled_from(GROUPS))
    def leave(self, user: str, group: str) -> None:
        """End the membership, if there is one."""
        answer = self.admin.delete(f"/groups/{group}/members/{user}")
        assert answer.status_code == (204 if (user, group) in self.roles else 404)
        self.roles.pop((user, group), None)

    @rule(user=st.sampled_from(USERS), active=st.booleans())
    def set_active(self, user: str, *, active: bool) -> None:
        """Deactivate the user, or let the user in again."""
        self.admin.patch(f"/users/{user}", json={"is_active": active}, headers=ANY_REVISION)
        self.active[user] = active

    @rule(user=st.sampled_from(USERS), group=st.none() | st.sampled_from(GROUPS))
    def make_token(self, user: str, group: str | None) -> None:
        """Make a token, bound to a group or not."""
        bound = {"group_id": self.groups[group].id} if group else {}
        client = self.world.client(self.users[user], Scope.MANAGE, **bound)
        self.tokens.append((user, group, client))

    @rule(data=st.data())
    def revoke_token(self, data: st.DataObject) -> None:
        """Revoke one of the tokens."""
        if self.tokens:
            chosen = data.draw(st.integers(0, len(self.tokens) - 1))
            _, _, client = self.tokens.pop(chosen)
            assert client.token is not None
            path = f"/access-tokens/{token_id(self.world, client.token)}"
            assert self.admin.delete(path).status_code == 204
            assert client.get("/me").status_code == 401

    @invariant()
    def the_service_agrees(self) -> None:
        """Every token may do exactly what its user's present role allows where it works."""
        for user, bound_to, client in getattr(self, "tokens", []):
            for group in GROUPS:
                change = client.patch(
                    f"/groups/{group}", json={"description": ""}, headers=ANY_REVISION
                )
                assert change.status_code == self._expected(user, bound_to, group)

    def _expected(self, user: str, bound_to: str | None, group: str) -> int:
        if not self.active[user]:
            return 401
        role = self.roles.get((user, group)) if bound_to in {None, group} else None
        if role is None:
            return 404
        return 200 if role is Role.OWNER else 403


@pytest.fixture
def machine_class(sqlite_template: SqliteTemplate) -> type[RuleBasedStateMachine]:
    """Return the model, tied to a migrated database to copy."""
    return type("Bound", (RightsFollowMemberships,), {"template": sqlite_template})


def test_rights_follow_memberships(machine_class: type[RuleBasedStateMachine]) -> None:
    run_state_machine_as_test(
        machine_class,
        settings=settings(RUN, max_examples=12),
    )


def test_a_model_that_forgets_who_left_is_found_wrong(
    machine_class: type[RuleBasedStateMachine],
) -> None:
    """The control: were rights kept after leaving, the run would say so."""

    class Forgetful(machine_class):  # type: ignore[valid-type, misc]  # made by the fixture
        def _expected(self, user: str, bound_to: str | None, group: str) -> int:
            answer = int(super()._expected(user, bound_to, group))
            return 200 if answer == 404 and bound_to is None else answer

    with pytest.raises(AssertionError):
        run_state_machine_as_test(
            Forgetful,
            settings=settings(RUN, max_examples=12, phases=[Phase.generate]),
        )
