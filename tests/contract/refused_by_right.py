"""Which requests are valid by the document and refused all the same, and why is that right?

A schema describes one value at a time; what depends on two of them, on a setting or on what is
stored is said in words. Each such refusal is named here by its code and message; whatever else is
refused although it is valid fails the run.
"""

import json
import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """An answer that is right; `message` is a pattern that must match all of it."""

    code: str
    message: str
    reason: str


REFUSALS = (
    Refusal(
        code="weak_password",
        message=".*",
        reason="length is a setting; the user name and well-known passwords are not in a schema",
    ),
    Refusal(
        code="document_invalid",
        message=".*",
        reason="the body is a document of its own; what it must be is the reader's to say",
    ),
    Refusal(
        code="validation_error",
        message="An API is named with its group.",
        reason="depends on two fields",
    ),
    Refusal(
        code="validation_error",
        message="A group is named with a role, and a role with a group.",
        reason="depends on two fields",
    ),
    Refusal(
        code="validation_error",
        message=r"A version that is \w+ does not stop working\.",
        reason="depends on two fields",
    ),
    Refusal(
        code="validation_error",
        message=r"It cannot stop working before it was deprecated\.",
        reason="depends on since when the version is deprecated",
    ),
    Refusal(
        code="validation_error",
        message="The access token would live too long.",
        reason="the longest life is a setting",
    ),
    Refusal(
        code="validation_error",
        message=r"There is no accepted version '[^']*' to compare with\.",
        reason="depends on what is stored",
    ),
    Refusal(
        code="validation_error",
        message=r"There is no (rule|area) '[^']*'\..*",
        reason="the rules are a table that grows with the engine, not with the document",
    ),
    Refusal(
        code="validation_error",
        message=r"The webhook cannot go there\.",
        reason="which networks may be reached is a setting, and one strict parser reads addresses",
    ),
    Refusal(
        code="validation_error",
        message=r"The body is not what Content-Digest tells\.",
        reason="depends on header and body",
    ),
)


def is_right(body: bytes) -> bool:
    """Whether the body of a refusal is one of those above."""
    try:
        error = json.loads(body)["error"]
        code, message = error["code"], error["message"]
    except (ValueError, KeyError, TypeError):
        return False
    return any(row.code == code and re.fullmatch(row.message, message) for row in REFUSALS)
