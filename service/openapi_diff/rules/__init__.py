"""Which edits does the engine know? A rule that is not in this table does not run."""

import hashlib

from service.openapi_diff.rules.messages import MESSAGE_RULES
from service.openapi_diff.rules.rule import Rule, judge
from service.openapi_diff.rules.schemas import SCHEMA_RULES
from service.openapi_diff.rules.surface import SURFACE_RULES

__all__ = ["RULES", "RULESET_DIGEST", "Rule", "judge"]

_ROWS = (*SURFACE_RULES, *MESSAGE_RULES, *SCHEMA_RULES)

RULES: dict[str, Rule] = {rule.id: rule for rule in _ROWS}

# Two engines with the same digest judge the same facts alike; prose does not count.
RULESET_DIGEST = hashlib.sha256(
    "\n".join(
        f"{rule.id} {rule.request} {rule.response} {rule.directed}" for rule in RULES.values()
    ).encode()
).hexdigest()[:16]
