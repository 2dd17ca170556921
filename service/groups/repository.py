"""Which groups are stored, who belongs to them, and which of them may an actor see?"""

from sqlalchemy import ColumnElement, Select, and_, false, func, or_, select, true
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session, joinedload

from service.authorization import Actor, Role
from service.errors import NotFound
from service.groups.errors import GroupNotEmpty, NameTaken
from service.groups.models import Group, Membership, Visibility
from service.names import folded_name
from service.pagination import Order, Page, PageRequest, fetch_page


def visible_groups(actor: Actor) -> ColumnElement[bool]:
    """Return the condition on `Group` that holds for the groups the actor may see.

    A token bound to one group sees that one by membership, and others as a stranger would.
    """
    if actor.acts_as_admin():
        return true()
    member_of = [group_id for group_id in actor.roles if actor.has_role(group_id, Role.READER)]
    by_membership = Group.id.in_(member_of) if member_of else false()
    if actor.is_anonymous or actor.bound_group_id is not None:
        return or_(Group.visibility == Visibility.PUBLIC, by_membership)
    return or_(Group.visibility.in_([Visibility.PUBLIC, Visibility.INTERNAL]), by_membership)


class GroupRepository:
    """All SQL about groups."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def add(self, group: Group) -> Group:
        """Add a group; raises `NameTaken` if its name, or a twin of it, is in use."""
        twin = select(Group.id).where(Group.folded_name == folded_name(group.name))
        if self._session.scalar(twin) is not None:
            raise _name_taken(group.name)
        self._session.add(group)
        try:
            self._session.flush()
        except IntegrityError:  # somebody else was faster
            raise _name_taken(group.name) from None
        return group

    def get_visible(self, name: str, actor: Actor) -> Group:
        """Return the group; raises `NotFound` also if the actor may not see it."""
        group = self._session.scalar(_visible(actor).where(Group.name == name))
        if group is None:
            raise NotFound(f"There is no group '{name}'.")
        return group

    def list_visible(
        self, actor: Actor, *, page: PageRequest, visibility: Visibility | None
    ) -> Page[Group]:
        """Return a page of the groups the actor may see, by name."""
        statement = _visible(actor)
        if visibility is not None:
            statement = statement.where(Group.visibility == visibility)
        return fetch_page(self._session, statement, order=Order([Group.name]), page=page)

    def lock(self, group: Group) -> None:
        """Let no other transaction lock, change or delete the group until this one ends.

        Raises `NotFound` if it was deleted meanwhile. SQLite's writers wait for each other anyway.
        """
        row = select(Group.id).where(Group.id == group.id).with_for_update(key_share=True)
        if self._session.scalar(row) is None:
            raise NotFound(f"There is no group '{group.name}'.")

    def remove(self, group: Group) -> None:
        """Delete a group with its memberships; raises `GroupNotEmpty` if it has APIs."""
        self._session.delete(group)
        try:
            self._session.flush()
        except IntegrityError:  # only APIs hold on to a group; all else goes with it
            raise GroupNotEmpty("The group has APIs; delete them first.") from None


class MembershipRepository:
    """All SQL about memberships."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def roles_of(self, user_id: str) -> dict[str, Role]:
        """Return the user's role in each group, by group id."""
        rows = self._session.execute(
            select(Membership.group_id, Membership.role).where(Membership.user_id == user_id)
        )
        return {group_id: role for group_id, role in rows}  # noqa: C416 - rows are no pairs to dict()

    def find(self, group_id: str, user_id: str) -> Membership | None:
        """Return the user's membership in the group."""
        return self._session.scalar(
            select(Membership).where(
                and_(Membership.group_id == group_id, Membership.user_id == user_id)
            )
        )

    def add(self, membership: Membership) -> Membership:
        """Add a membership."""
        self._session.add(membership)
        self._session.flush()
        return membership

    def remove(self, membership: Membership) -> None:
        """Delete a membership."""
        self._session.delete(membership)
        self._session.flush()

    def count_owners(self, group_id: str) -> int:
        """Return how many owners the group has."""
        return (
            self._session.scalar(
                select(func.count())
                .select_from(Membership)
                .where(Membership.group_id == group_id, Membership.role == Role.OWNER)
            )
            or 0
        )

    def list_members(self, group_id: str, *, page: PageRequest) -> Page[Membership]:
        """Return a page of the group's memberships with their users, oldest first."""
        statement = (
            select(Membership)
            .where(Membership.group_id == group_id)
            .options(joinedload(Membership.user))
        )
        order = Order([Membership.created_at, Membership.id])
        return fetch_page(self._session, statement, order=order, page=page)


def _visible(actor: Actor) -> Select[Group]:
    return select(Group).where(visible_groups(actor))


def _name_taken(name: str) -> NameTaken:
    # The name that was asked for: its twin may be one that the caller may not see.
    return NameTaken(f"The name '{name}' is taken.", details={"name": name})
