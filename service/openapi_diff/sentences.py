"""What does a change mean to those who send and those who receive, in one sentence?"""

from typing import TYPE_CHECKING

from service.openapi_diff.rules import RULES
from service.openapi_diff.verdicts import Judgement

if TYPE_CHECKING:
    from service.openapi_diff.changes import Change


def sentence_of(change: "Change") -> str:
    """What happened, to what, and whether that is certain."""
    subject = f": {change.subject}" if change.subject else ""
    is_open = change.judgement is Judgement.UNDETERMINED
    doubt = " (cannot be told for certain)" if is_open else ""
    return f"{RULES[change.rule].summary}{subject}{doubt}."
