"""Is one edit of a schema judged by the instances it takes away or adds, wherever it stands?

Every edit is put into every place, in both directions. The verdicts are by construction: a request
breaks when the revision accepts less, a response when it may hold more; a validator confirms that
the narrower side refuses the instance that the wider one accepts.
"""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest

from service.openapi_diff import compare

Json = Any
_EDITS = json.loads((Path(__file__).parents[2] / "cases/one_edits/schemas.json").read_text())
_TEXT, _WHOLE = {"type": "string"}, {"type": "integer"}
_SHARED = {"$ref": "#/components/schemas/S"}


def _object(properties: Json, **more: Json) -> Json:
    return {"type": "object", "properties": properties, **more}


def _sent(wrapped: Json, **components: Json) -> Json:
    body = {"content": {"application/json": {"schema": wrapped}}}
    return _document({"requestBody": body, "responses": {}}, **components)


def _answered(wrapped: Json, **components: Json) -> Json:
    content = {"application/json": {"schema": wrapped}}
    return _document({"responses": {"200": {"description": "", "content": content}}}, **components)


def _document(operation: Json, **components: Json) -> Json:
    return {
        "openapi": "3.1.0",
        "info": {"title": "Things", "version": "1"},
        "paths": {"/things": {"post": operation}},
        "components": {"schemas": components},
    }


def _parameter(schema: Json) -> Json:
    content = {"application/json": {"schema": schema}}
    parameter = {"name": "q", "in": "query", "content": content}
    return _document({"parameters": [parameter], "responses": {}})


def _webhook(schema: Json) -> Json:
    document = _sent(schema)
    return {**document, "paths": {}, "webhooks": document["paths"]}


def _called_back(schema: Json) -> Json:
    call = _answered(schema)["paths"]["/things"]
    return _document({"callbacks": {"c": {"https://x": call}}, "responses": {}})


# Where clients send it, and where they receive it.
_SENT: dict[str, Callable[[Json], Json]] = {
    "body": _sent,
    "property": lambda schema: _sent(_object({"p": schema, "q": _WHOLE})),
    "closed": lambda schema: _sent(
        _object({"p": schema}, required=["p"], additionalProperties=False)
    ),
    "items": lambda schema: _sent({"type": "array", "items": schema}),
    "component": lambda schema: _sent(_SHARED, S=schema),
    "part of allOf": lambda schema: _sent(
        {"allOf": [_object({"z": _TEXT}), _object({"p": schema})]}
    ),
    "part of oneOf": lambda schema: _sent(
        {"oneOf": [_TEXT, _object({"p": schema}, required=["p"])]}
    ),
    "cycle": lambda schema: _sent(_SHARED, S=_object({"next": _SHARED, "value": schema})),
    "parameter": _parameter,
    "answer to a callback": _called_back,
}
_RECEIVED: dict[str, Callable[[Json], Json]] = {
    "answer": _answered,
    "property": lambda schema: _answered(_object({"p": schema, "q": _WHOLE})),
    "component": lambda schema: _answered(_object({"p": _SHARED}), S=schema),
    "webhook": _webhook,
}


def _verdicts(base: Json, revision: Json) -> dict[str, set[str]]:
    """The verdicts on the edit, each with the places where it was given."""
    found: dict[str, set[str]] = {}
    for way, places in (("sent", _SENT), ("received", _RECEIVED)):
        for place, document in places.items():
            verdict = compare(document(base), document(revision)).verdict.value
            found.setdefault(f"{way} {verdict}", set()).add(place)
    return found


def _everywhere(sent: str, received: str) -> dict[str, set[str]]:
    return {f"sent {sent}": set(_SENT), f"received {received}": set(_RECEIVED)}


@pytest.mark.parametrize("edit", _EDITS["narrowed"], ids=lambda edit: edit["name"])
def test_what_is_taken_away_breaks_requests_and_what_is_added_answers(edit: Json) -> None:
    wide, narrow = edit["wide"], edit["narrow"]

    accepted = [
        jsonschema_rs.Draft202012Validator(schema).is_valid(edit["instance"])
        for schema in (wide, narrow)
    ]

    assert accepted == [True, False]
    assert _verdicts(wide, narrow) == _everywhere("breaking", "compatible")
    assert _verdicts(narrow, wide) == _everywhere("compatible", "breaking")


@pytest.mark.parametrize("edit", _EDITS["same"], ids=lambda edit: edit["name"])
def test_another_spelling_breaks_nobody(edit: Json) -> None:
    one, other = edit["one"], edit["other"]

    verdicts = [_verdicts(one, other), _verdicts(other, one)]

    assert verdicts == [_everywhere("compatible", "compatible")] * 2


@pytest.mark.parametrize("edit", _EDITS["changed"], ids=lambda edit: edit["name"])
def test_what_takes_away_and_adds_breaks_everybody(edit: Json) -> None:
    one, other = edit["one"], edit["other"]

    verdicts = [_verdicts(one, other), _verdicts(other, one)]

    assert verdicts == [_everywhere("breaking", "breaking")] * 2
