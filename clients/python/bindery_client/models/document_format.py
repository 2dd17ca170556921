from typing import Literal, cast

DocumentFormat = Literal["json", "yaml"]


def check_document_format(
    value: str,
) -> DocumentFormat:
    """Return the value; one that a newer service knows passes through."""
    return cast(DocumentFormat, value)
