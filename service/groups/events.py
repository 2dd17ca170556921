"""What can happen to groups?"""

from dataclasses import dataclass
from typing import TypeVar

from service.authorization import Actor
from service.groups.models import Group
from service.unit_of_work import Event


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupCreated(Event):
    """A group was created."""

    name = "group.created"


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupChanged(Event):
    """A group's names, visibility or quotas were changed."""

    name = "group.changed"


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupDeleted(Event):
    """A group was deleted."""

    name = "group.deleted"


@dataclass(frozen=True, slots=True, kw_only=True)
class MemberSet(Event):
    """Somebody became a member, or has another role now."""

    name = "group.member_set"


@dataclass(frozen=True, slots=True, kw_only=True)
class MemberRemoved(Event):
    """Somebody is no longer a member."""

    name = "group.member_removed"


GroupEvent = TypeVar("GroupEvent", bound=Event)


def about_group(
    kind: type[GroupEvent], actor: Actor, group: Group, **details: object
) -> GroupEvent:
    """Return an event of that kind about the group."""
    return kind(
        actor=actor,
        subject_type="group",
        subject_id=group.id,
        subject=group.name,
        group_id=group.id,
        details=details,
    )
