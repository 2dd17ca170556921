"""Is there room for more in a group? Pure; the numbers come from the domains that count."""

from service.groups.errors import QuotaExceeded


def quota_of(own: int | None, *, default: int) -> int:
    """Return what holds for a group: its own quota, also where that is 0, else the instance's."""
    return default if own is None else own


def require_room(quota: str, *, used: int, limit: int, adding: int = 1) -> None:
    """Return if `adding` more stay within `limit`; `quota` is the limit's name, `quota_apis`.

    Raises `QuotaExceeded`. The group's row must be locked, or two that both see the last place
    take it.
    """
    if used + adding > limit:
        raise QuotaExceeded(
            f"The group's {quota.replace('_', ' ')} is {limit}, and {used} are in use.",
            details={"quota": quota, "limit": limit, "used": used},
        )
