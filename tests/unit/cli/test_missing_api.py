"""Is an API made when it is missing, whoever else makes it at the same moment?"""

import httpx
import pytest

from bindery_client import NO_RETRIES, ApiError, Bindery
from service.cli.api_names import ApiName
from service.cli.missing_api import create_if_missing

ORDERS = ApiName("acme", "orders")


def server(*, create: tuple[int, str]) -> Bindery:
    """Return a server where nothing is found, and creating is answered so."""

    def answer(request: httpx.Request) -> httpx.Response:
        status, code = (404, "not_found") if request.method == "GET" else create
        envelope = {"code": code, "message": "No.", "details": {}, "request_id": "r"}
        return httpx.Response(status, json={"error": envelope})

    transport = httpx.MockTransport(answer)
    return Bindery("https://bindery.test", transport=transport, retries=NO_RETRIES)


def test_what_somebody_else_just_made_is_as_good() -> None:
    made = list(create_if_missing(server(create=(409, "name_taken")), ORDERS))

    assert made == []


def test_what_may_not_be_made_is_told() -> None:
    with pytest.raises(ApiError, match="403 not_permitted"):
        list(create_if_missing(server(create=(403, "not_permitted")), ORDERS))


def test_trouble_with_looking_is_told() -> None:
    transport = httpx.MockTransport(lambda _: httpx.Response(500))
    troubled = Bindery("https://bindery.test", transport=transport, retries=NO_RETRIES)

    with pytest.raises(ApiError, match="500"):
        list(create_if_missing(troubled, ORDERS))
