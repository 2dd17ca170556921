"""What changed between two OpenAPI documents, and does it break anyone?"""

from service.openapi_diff.changes import Change, Comparison
from service.openapi_diff.engine import ENGINE_VERSION, compare
from service.openapi_diff.options import STRICT, Calendar, ComparisonOptions, Ruling
from service.openapi_diff.presets import PRESETS, SWITCHES, Switch, options_of
from service.openapi_diff.proofs import Side, Unproved, Witness, WitnessKind
from service.openapi_diff.rules import RULES, RULESET_DIGEST, Rule
from service.openapi_diff.verdicts import Assumption, Cause, Direction, Judgement, Level, Verdict

__all__ = [
    "ENGINE_VERSION",
    "PRESETS",
    "RULES",
    "RULESET_DIGEST",
    "STRICT",
    "SWITCHES",
    "Assumption",
    "Calendar",
    "Cause",
    "Change",
    "Comparison",
    "ComparisonOptions",
    "Direction",
    "Judgement",
    "Level",
    "Rule",
    "Ruling",
    "Side",
    "Switch",
    "Unproved",
    "Verdict",
    "Witness",
    "WitnessKind",
    "compare",
    "options_of",
]
