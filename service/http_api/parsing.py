"""How are requests read? Strictly: what a schema does not declare is refused with 400."""

import json
from typing import Any, NoReturn

from flask import Request, request
from marshmallow import RAISE, Schema, ValidationError
from webargs.flaskparser import FlaskParser
from webargs.multidictproxy import MultiDictProxy
from werkzeug.exceptions import UnsupportedMediaType

from service.errors import InvalidInput, TooLarge
from service.http_api.state import current_settings


class StrictParser(FlaskParser):
    """Reads query strings, headers and JSON bodies for `Blueprint.arguments`."""

    DEFAULT_VALIDATION_STATUS = 400
    DEFAULT_UNKNOWN_BY_LOCATION = {  # noqa: RUF012 - read by webargs
        **FlaskParser.DEFAULT_UNKNOWN_BY_LOCATION,
        "query": RAISE,
    }

    def load_querystring(self, req: Request, schema: Schema) -> Any:
        """Return the query's parameters; one that is given twice must be a list in the schema."""
        given = MultiDictProxy(req.args, schema)
        repeated = {
            name: ["Given more than once."]
            for name, values in req.args.lists()
            if len(values) > 1 and name not in given.multiple_keys
        }
        if repeated:
            raise InvalidInput("A query parameter was repeated.", details={"query": repeated})
        return given

    def _raw_load_json(self, req: Request) -> Any:
        if req.mimetype != "application/json":
            raise UnsupportedMediaType
        return parse_json_body(read_body(limit=current_settings().max_request_bytes))

    def handle_error(
        self,
        error: ValidationError,
        req: Request,
        schema: Schema,
        *,
        error_status_code: int | None,
        error_headers: Any,
    ) -> NoReturn:
        """Refuse, with the messages keyed by location and field."""
        del req, schema, error_status_code, error_headers
        raise InvalidInput("The request is not valid; see details.", details=error.messages_dict)


def read_body(*, limit: int) -> bytes:
    """Return the request's body.

    Raises `TooLarge` beyond `limit` bytes, however the body was sent: Werkzeug by itself cuts a
    chunked body at the limit and says nothing. Compressed bodies are refused with 415.
    """
    if request.headers.get("Content-Encoding", "identity").lower() != "identity":
        raise UnsupportedMediaType
    if (request.content_length or 0) > limit:
        raise _too_large(limit)
    request.max_content_length = limit + 1
    body = request.get_data(cache=True)
    if len(body) > limit:
        raise _too_large(limit)
    return body


def parse_json_body(body: bytes) -> Any:
    """Return the value of a JSON text (RFC 8259).

    Raises `InvalidInput` for what RFC 8259 leaves open and tools read differently: duplicate
    names, NaN, Infinity, numbers too long, nesting too deep.
    """
    try:
        return json.loads(
            body.decode("utf-8"),
            object_pairs_hook=_object_without_duplicates,
            parse_constant=_refuse_constant,
        )
    except RecursionError:
        raise _invalid_json("Nested too deeply.") from None
    except UnicodeDecodeError:
        raise _invalid_json("Not UTF-8.") from None
    except json.JSONDecodeError as error:
        where = f"line {error.lineno}, column {error.colno}"
        raise _invalid_json(f"Not JSON: {error.msg}, {where}.") from None
    except ValueError:  # an integer of more digits than Python converts
        raise _invalid_json("A number is too long.") from None


def refuse_unknown_query(known: frozenset[str]) -> None:
    """Raise `InvalidInput` if the query string has a parameter that is not `known`."""
    if unknown := {name: ["Unknown field."] for name in request.args if name not in known}:
        raise InvalidInput("A query parameter is unknown.", details={"query": unknown})


def _object_without_duplicates(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise _invalid_json("A name stands twice in one object.")
    return found


def _refuse_constant(_name: str) -> NoReturn:
    raise _invalid_json("NaN and Infinity are not JSON.")


def _invalid_json(reason: str) -> InvalidInput:
    return InvalidInput("The body is not acceptable JSON.", details={"json": {"_schema": [reason]}})


def _too_large(limit: int) -> TooLarge:
    return TooLarge(f"The body has more than {limit} bytes.", details={"limit_bytes": limit})
