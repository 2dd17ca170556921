from typing import Literal, cast

SdkVerdict = Literal["breaking", "compatible"]


def check_sdk_verdict(
    value: str,
) -> SdkVerdict:
    """Return the value; one that a newer service knows passes through."""
    return cast(SdkVerdict, value)
