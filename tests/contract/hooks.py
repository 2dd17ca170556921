"""What do the contract tests know that the document alone cannot say? Loaded by schemathesis."""

import os
from typing import Any

import schemathesis
from schemathesis import Case, HookContext, Response
from schemathesis.checks import CheckContext
from schemathesis.core.failures import Failure
from schemathesis.openapi.checks import RejectedPositiveData

from tests.contract.amendments import amend
from tests.contract.answers import Answer, envelope_faults
from tests.contract.failures import BrokenEnvelope, CallerLetIn
from tests.contract.refused_by_right import is_right

CALLER = os.environ.get("CONTRACT_CALLER", "administrator")


@schemathesis.check
def error_envelope(ctx: CheckContext, response: Response, case: Case[Any]) -> None:
    """Every error carries the envelope and the headers that belong to its status."""
    del ctx
    document = case.operation.schema.raw_schema
    for fault in envelope_faults(_answer(response), document):
        raise BrokenEnvelope(
            operation=case.operation.label, title=fault, message=_excerpt(response)
        )


@schemathesis.check
def protected_operations_refuse(ctx: CheckContext, response: Response, case: Case[Any]) -> None:
    """What asks for more than this caller has is answered with 401, 403 or 404."""
    del ctx
    if CALLER == "administrator" or response.request.method != case.operation.method.upper():
        return
    if _may_come_in(case.operation.definition.raw.get("security", [])):
        return
    if response.status_code not in {401, 403, 404}:
        raise CallerLetIn(operation=case.operation.label, message=_excerpt(response))


def _may_come_in(security: list[dict[str, list[str]]]) -> bool:
    if not security or {} in security:
        return True
    scopes = {scope for entry in security for names in entry.values() for scope in names}
    return CALLER == "reader" and scopes <= {"read"}


@schemathesis.hook
def before_call(context: HookContext, case: Case[Any], kwargs: dict[str, Any]) -> None:
    """Make requests useful that the document cannot know to be useless."""
    del context, kwargs
    amend(case)


@schemathesis.hook
def filter_failure(
    context: HookContext, failure: Failure, case: Case[Any], response: Response
) -> bool:
    """Drop what is no failure: valid input that is refused for a reason no schema can say."""
    del context, case
    return not (isinstance(failure, RejectedPositiveData) and is_right(response.content or b""))


def _answer(response: Response) -> Answer:
    headers = {name.lower(): values[0] for name, values in response.headers.items()}
    return Answer(status=response.status_code, headers=headers, body=response.content or b"")


def _excerpt(response: Response) -> str:
    body = (response.content or b"")[:500].decode("utf-8", "replace")
    return f"{response.request.method} answered {response.status_code}: {body}"
