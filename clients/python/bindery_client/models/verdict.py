from typing import Literal, cast

Verdict = Literal["breaking", "compatible", "undetermined"]


def check_verdict(
    value: str,
) -> Verdict:
    """Return the value; one that a newer service knows passes through."""
    return cast(Verdict, value)
