"""In which ways could the service break its contract? The contract tests must see each."""

import dataclasses
from dataclasses import dataclass

from flask import Flask

from service.authorization import Actor, ActorKind, Scope
from service.errors import NotAuthenticated
from service.http_api.state import EXTENSION_NAME, IdentifyActor
from service.unit_of_work import UnitsOfWork
from tests.contract import sabotage_steps as steps
from tests.contract.sabotage_steps import Step


@dataclass(frozen=True, slots=True, kw_only=True)
class Sabotage:
    """One way to break the contract, and how it must show."""

    name: str
    operations: tuple[str, ...]
    expected: tuple[str, str]
    """The type of the failure and a part of its title; or `complaint` and a part of that."""
    step: Step | None = None
    identify_actor: IdentifyActor | None = None
    phases: str = "examples,coverage"
    caller: str = "administrator"

    def install(self, app: Flask) -> None:
        """Break the application."""
        if self.identify_actor is not None:
            state = app.extensions[EXTENSION_NAME]
            app.extensions[EXTENSION_NAME] = dataclasses.replace(
                state, identify_actor=self.identify_actor
            )
        if self.step is not None:
            steps.insert_step(app, self.step)


def _anybody_is_administrator(_units: UnitsOfWork, _authorization: str | None) -> Actor:
    return Actor(kind=ActorKind.USER, name="x", is_admin=True, scopes=frozenset({Scope.ADMIN}))


def _nobody_is_known(_units: UnitsOfWork, _authorization: str | None) -> Actor:
    raise NotAuthenticated("The access token is not good.")


_ENVELOPE = "BrokenEnvelope"
_LIST, _CREATE, _GET = ("listGroups",), ("createGroup",), ("getGroup",)
_CHANGE, _MEMBERS = ("updateGroup",), ("listMembers",)
_LIFE = ("createGroup", "getGroup", "deleteGroup")

SABOTAGES = (
    Sabotage(
        name="errors without the envelope",
        operations=_LIST,
        expected=(_ENVELOPE, "No error envelope"),
        step=steps.changing(
            steps.set_answer(400, "application/json", '{"message": "no"}'), at=steps.at_errors
        ),
    ),
    Sabotage(
        name="errors as HTML",
        operations=_LIST,
        expected=("UndefinedContentType", ""),
        step=steps.changing(steps.set_answer(400, "text/html", "<h1>no</h1>"), at=steps.at_errors),
    ),
    Sabotage(
        name="another request id in the envelope",
        operations=_LIST,
        expected=(_ENVELOPE, "The request id of the error is not that of the header"),
        step=steps.changing(steps.set_error(request_id="another"), at=steps.at_errors),
    ),
    Sabotage(
        name="a code that is not in the document",
        operations=_LIST,
        expected=(_ENVELOPE, "The code of the error is not a known one"),
        step=steps.changing(steps.set_error(code="oops"), at=steps.at_errors),
    ),
    Sabotage(
        name="an undocumented status",
        operations=_LIST,
        expected=("UndefinedStatusCode", ""),
        step=steps.changing(
            steps.set_answer(202, "application/json", "{}"), at=lambda status: status == 200
        ),
    ),
    Sabotage(
        name="a value of the wrong type",
        operations=_LIST,
        expected=("JsonSchemaError", ""),
        step=steps.changing(steps.set_values(items="none"), at=lambda status: status == 200),
    ),
    Sabotage(
        name="a field that is missing",
        operations=_GET,
        expected=("JsonSchemaError", ""),
        step=steps.changing(
            steps.set_answer(200, "application/json", '{"name": "acme"}'),
            at=lambda status: status == 200,
        ),
    ),
    Sabotage(
        name="no X-Request-ID",
        operations=_LIST,
        expected=("MissingHeaders", ""),
        step=steps.changing(steps.drop_header("X-Request-ID"), at=lambda status: status == 200),
    ),
    Sabotage(
        name="no ETag",
        operations=_GET,
        expected=("MissingHeaders", ""),
        step=steps.changing(steps.drop_header("ETag"), at=lambda status: status == 200),
    ),
    Sabotage(
        name="405 without Allow",
        operations=_LIST,
        expected=("UnsupportedMethodResponse", ""),
        step=steps.changing(steps.drop_header("Allow"), at=lambda status: status == 405),
    ),
    Sabotage(
        name="every method answered",
        operations=_LIST,
        expected=("UnsupportedMethodResponse", ""),
        step=steps.changing(
            steps.set_answer(200, "application/json", "{}"), at=lambda status: status == 405
        ),
    ),
    Sabotage(
        name="401 without WWW-Authenticate",
        operations=_MEMBERS,
        expected=(_ENVELOPE, "401 without WWW-Authenticate"),
        caller="anonymous",
        step=steps.changing(steps.drop_header("WWW-Authenticate"), at=lambda status: status == 401),
    ),
    Sabotage(
        name="500 on large numbers",
        operations=_CHANGE,
        expected=("ServerError", ""),
        step=steps.fail_on_large_numbers,
    ),
    Sabotage(
        name="invalid input accepted",
        operations=_CREATE,
        expected=("AcceptedNegativeData", ""),
        step=steps.accept_everything,
    ),
    Sabotage(
        name="valid input refused",
        operations=_CREATE,
        expected=("RejectedPositiveData", ""),
        step=steps.refuse_long_names,
    ),
    Sabotage(
        name="If-Match not asked for",
        operations=_CHANGE,
        expected=("MissingHeaderNotRejected", ""),
        step=steps.supply_if_match,
    ),
    Sabotage(
        name="authentication ignored",
        operations=_MEMBERS,
        expected=("IgnoredAuth", ""),
        identify_actor=_anybody_is_administrator,
    ),
    Sabotage(
        name="strangers let in",
        operations=_MEMBERS,
        expected=("CallerLetIn", ""),
        caller="anonymous",
        identify_actor=_anybody_is_administrator,
    ),
    Sabotage(
        name="readers may change",
        operations=_CHANGE,
        expected=("CallerLetIn", ""),
        caller="reader",
        identify_actor=_anybody_is_administrator,
    ),
    Sabotage(
        name="nobody let in",
        operations=_MEMBERS,
        expected=("complaint", "missing_auth"),
        identify_actor=_nobody_is_known,
    ),
    Sabotage(
        name="deleted things still there",
        operations=_LIFE,
        expected=("UseAfterFree", ""),
        phases="stateful",
        step=steps.delete_nothing,
    ),
    Sabotage(
        name="created things not there",
        operations=_LIFE,
        expected=("EnsureResourceAvailability", ""),
        phases="stateful",
        step=steps.create_nothing,
    ),
)
