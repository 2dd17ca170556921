"""How is an operation of the API declared? One decorator says what holds at run time and in the
document alike: identity, scope, statuses, headers, links.
"""

from collections.abc import Callable, Mapping, Sequence
from copy import deepcopy
from functools import wraps
from http import HTTPStatus
from types import MappingProxyType
from typing import Any

from flask import Response, g, make_response, request
from flask_smorest import Blueprint as SmorestBlueprint
from werkzeug.exceptions import NotAcceptable

from service.authorization import ANONYMOUS, Scope
from service.errors import NotAuthenticated, NotPermitted
from service.http_api.idempotent import answer_once
from service.http_api.operation_document import document_rules
from service.http_api.operation_rules import JSON_MEDIA_TYPE, Link, OperationRules
from service.http_api.parsing import StrictParser, refuse_unknown_query
from service.http_api.preconditions import expected_etags
from service.http_api.state import current_actor, current_settings, current_units, service_state

__all__ = ["Blueprint", "InsufficientScope", "Link"]


class InsufficientScope(NotPermitted):
    """The access token is good, but not for this."""

    code = "insufficient_scope"


class Blueprint(SmorestBlueprint):  # type: ignore[misc]  # flask-smorest carries no types
    """A blueprint of the API; every view of it carries `operation`."""

    ARGUMENTS_PARSER = StrictParser()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._prepare_doc_cbks.append(document_rules)

    def operation(  # noqa: PLR0913 - one declaration holds all that is promised of an operation
        self,
        operation_id: str,
        *,
        scope: Scope | None = Scope.READ,
        anonymous: bool = False,
        errors: Sequence[int] = (),
        idempotent: bool = False,
        conditional: bool = False,
        cacheable: bool = False,
        takes_document: bool = False,
        produces: Sequence[str] = (JSON_MEDIA_TYPE,),
        headers: Sequence[str] = (),
        links: Mapping[str, Link] = MappingProxyType({}),
    ) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
        """Declare a view as an operation; must stand right below `route`.

        `errors` are the statuses of 400 and above beyond those that follow from the rest.
        `idempotent`: takes an Idempotency-Key. `conditional`: a change that needs If-Match; the
        view finds the tags with `expected_etags()`. `cacheable`: answers with an ETag, honours
        If-None-Match. `takes_document`: the body may be as large as a document.
        `headers`: those of successful answers beyond the ones that follow.
        """

        def decorate(view: Callable[..., Any]) -> Callable[..., Any]:
            rules = OperationRules(
                operation_id=operation_id,
                scope=scope,
                anonymous=anonymous or scope is None,
                errors=tuple(errors),
                idempotent=idempotent,
                conditional=conditional,
                cacheable=cacheable,
                takes_document=takes_document,
                produces=tuple(produces),
                headers=tuple(headers),
                links=links,
                query_parameters=_query_parameters(view),
            )

            @wraps(view)
            def wrapper(*args: Any, **kwargs: Any) -> Response:
                _identify(rules)
                _admit(rules)
                _require_acceptable(rules.produces)
                refuse_unknown_query(rules.query_parameters)
                return _answer(rules, lambda: make_response(view(*args, **kwargs)))

            documented: Any = wrapper
            documented._apidoc = deepcopy(getattr(view, "_apidoc", {}))  # noqa: SLF001 - flask-smorest's place for it
            documented._apidoc["rules"] = rules  # noqa: SLF001 - as above
            return wrapper

        return decorate


def _query_parameters(view: Any) -> frozenset[str]:
    """Return the names of the query parameters that the view's schemas declare."""
    parameters = getattr(view, "_apidoc", {}).get("arguments", {}).get("parameters", [])
    schemas = [entry["schema"] for entry in parameters if entry["in"] == "query"]
    instances = [schema() if isinstance(schema, type) else schema for schema in schemas]
    return frozenset(
        declared.data_key or name
        for schema in instances
        for name, declared in schema.fields.items()
    )


def _identify(rules: OperationRules) -> None:
    """Find out who asks, where it matters; raises `NotAuthenticated` for a token that is no good.

    Operations for anybody are told nothing, so that a stale token is no reason to refuse.
    """
    if rules.scope is None:
        g.actor = ANONYMOUS
        return
    authorization = request.headers.get("Authorization")
    g.actor = service_state().identify_actor(current_units(), authorization)


def _admit(rules: OperationRules) -> None:
    """Raise `NotAuthenticated` or `InsufficientScope` where the caller may not come in at all."""
    actor = current_actor()
    if actor.is_anonymous and not rules.anonymous:
        raise NotAuthenticated("Sign in with an access token: Authorization: Bearer ...")
    if rules.scope is not None and not actor.has_scope(rules.scope):
        raise InsufficientScope(
            f"The access token lacks the scope '{rules.scope}'.", details={"scope": rules.scope}
        )


def _require_acceptable(produces: tuple[str, ...]) -> None:
    accepts = request.accept_mimetypes
    if accepts and accepts.best_match(produces) is None:
        raise NotAcceptable


def _answer(rules: OperationRules, view: Callable[[], Response]) -> Response:
    if rules.conditional:
        expected_etags()  # 428 comes before any other check of the change
    if rules.idempotent:
        settings = current_settings()
        document_limit = max(settings.max_json_bytes, settings.max_yaml_bytes)
        limit = document_limit if rules.takes_document else settings.max_request_bytes
        return answer_once(view, body_limit=limit)
    response = view()
    if rules.cacheable:
        response.make_conditional(request)
        if response.status_code == HTTPStatus.NOT_MODIFIED:
            response.headers.pop("Content-Type", None)
    return response
