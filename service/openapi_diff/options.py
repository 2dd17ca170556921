"""How does the engine judge, where people disagree?"""

import hashlib
import json
from dataclasses import dataclass

from service.openapi_diff.verdicts import Judgement


@dataclass(frozen=True, slots=True)
class ComparisonOptions:
    """A named set of judgements that replace those of the rule table, by rule id.

    A replaced judgement counts in both directions and never makes an `undetermined` finding safe:
    what the engine could not tell stays untold.
    """

    name: str
    judgements: tuple[tuple[str, Judgement], ...] = ()

    @property
    def digest(self) -> str:
        """The same for options that judge the same, whatever they are called."""
        listed = sorted([rule, judgement.value] for rule, judgement in self.judgements)
        return hashlib.sha256(json.dumps(listed).encode()).hexdigest()[:16]


STRICT = ComparisonOptions("strict")
