"""Which refusals come from groups?"""

from service.errors import Conflict


class NameTaken(Conflict):
    """The name, or one that differs only in case or in `.`, `-`, `_`, is in use."""

    code = "name_taken"


class GroupNotEmpty(Conflict):
    """A group that still has APIs cannot be deleted."""

    code = "group_not_empty"


class LastOwner(Conflict):
    """A group always has an owner."""

    code = "last_owner"


class QuotaExceeded(Conflict):
    """The group holds as much as it may; `details` names the quota, its limit and what is used."""

    code = "quota_exceeded"
