from typing import Literal, cast

DocumentRendering = Literal["json", "original", "yaml"]


def check_document_rendering(
    value: str,
) -> DocumentRendering:
    """Return the value; one that a newer service knows passes through."""
    return cast(DocumentRendering, value)
