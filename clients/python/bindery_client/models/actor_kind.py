from typing import Literal, cast

ActorKind = Literal["anonymous", "service_account", "system", "user"]


def check_actor_kind(
    value: str,
) -> ActorKind:
    """Return the value; one that a newer service knows passes through."""
    return cast(ActorKind, value)
