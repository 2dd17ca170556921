"""What changed between two OpenAPI documents, and does it break anyone?"""

from service.openapi_diff.changes import Change, Comparison
from service.openapi_diff.engine import ENGINE_VERSION, compare
from service.openapi_diff.options import STRICT, ComparisonOptions
from service.openapi_diff.proofs import Side, Unproved, Witness, WitnessKind
from service.openapi_diff.rules import RULES, RULESET_DIGEST, Rule
from service.openapi_diff.verdicts import Assumption, Cause, Direction, Judgement, Level, Verdict

__all__ = [
    "ENGINE_VERSION",
    "RULES",
    "RULESET_DIGEST",
    "STRICT",
    "Assumption",
    "Cause",
    "Change",
    "Comparison",
    "ComparisonOptions",
    "Direction",
    "Judgement",
    "Level",
    "Rule",
    "Side",
    "Unproved",
    "Verdict",
    "Witness",
    "WitnessKind",
    "compare",
]
