from typing import Literal, cast

Judgement = Literal["breaks", "documentation", "risky", "safe", "undetermined"]


def check_judgement(
    value: str,
) -> Judgement:
    """Return the value; one that a newer service knows passes through."""
    return cast(Judgement, value)
