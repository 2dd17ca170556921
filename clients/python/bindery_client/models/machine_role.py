from typing import Literal, cast

MachineRole = Literal["maintainer", "publisher", "reader"]


def check_machine_role(
    value: str,
) -> MachineRole:
    """Return the value; one that a newer service knows passes through."""
    return cast(MachineRole, value)
