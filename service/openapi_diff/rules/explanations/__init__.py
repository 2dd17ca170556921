"""What does each rule mean to people? One row per rule of the table, and no rule without one."""

from service.openapi_diff.rules.explanations.bodies import BODY_EXPLANATIONS
from service.openapi_diff.rules.explanations.bounds import BOUND_EXPLANATIONS
from service.openapi_diff.rules.explanations.composition import COMPOSITION_EXPLANATIONS
from service.openapi_diff.rules.explanations.explanation import Explanation, Telling
from service.openapi_diff.rules.explanations.objects import OBJECT_EXPLANATIONS
from service.openapi_diff.rules.explanations.parameters import PARAMETER_EXPLANATIONS
from service.openapi_diff.rules.explanations.responses import (
    HEADER_EXPLANATIONS,
    RESPONSE_EXPLANATIONS,
)
from service.openapi_diff.rules.explanations.security import SECURITY_EXPLANATIONS
from service.openapi_diff.rules.explanations.surface import (
    CALLBACK_EXPLANATIONS,
    DOCUMENT_EXPLANATIONS,
    LIFECYCLE_EXPLANATIONS,
    OPERATION_EXPLANATIONS,
    PATH_EXPLANATIONS,
    SERVER_EXPLANATIONS,
)
from service.openapi_diff.rules.explanations.values import TEXT_EXPLANATIONS, VALUE_EXPLANATIONS

__all__ = ["EXPLANATIONS", "Explanation", "Telling"]

_ROWS = (
    *DOCUMENT_EXPLANATIONS,
    *SERVER_EXPLANATIONS,
    *PATH_EXPLANATIONS,
    *OPERATION_EXPLANATIONS,
    *LIFECYCLE_EXPLANATIONS,
    *SECURITY_EXPLANATIONS,
    *CALLBACK_EXPLANATIONS,
    *PARAMETER_EXPLANATIONS,
    *BODY_EXPLANATIONS,
    *RESPONSE_EXPLANATIONS,
    *HEADER_EXPLANATIONS,
    *VALUE_EXPLANATIONS,
    *TEXT_EXPLANATIONS,
    *BOUND_EXPLANATIONS,
    *OBJECT_EXPLANATIONS,
    *COMPOSITION_EXPLANATIONS,
)

EXPLANATIONS: dict[str, Explanation] = {row.rule: row for row in _ROWS}
