"""Does each way in which a request can fail become the right error, and nothing else?"""

import json
import logging
import pickle
from typing import Any

import httpx
import pytest

from bindery_client import NO_RETRIES, ApiError, Bindery, UnexpectedAnswer, Unreachable, paginate
from bindery_client.api.access_tokens import create_access_token
from bindery_client.api.groups import create_group, get_group, list_groups, remove_member
from bindery_client.models import (
    AccessTokenCreate,
    GroupCreate,
    InvitationAccept,
    LeakReport,
    PasswordChange,
    TokenExchange,
)
from tests.architecture.source_tree import ROOT

DOCUMENT = json.loads((ROOT / "openapi" / "v1" / "openapi.json").read_text("utf-8"))
TOKEN = "bnd_a-token-that-nobody-may-see"  # noqa: S105 - of no service
GROUP: dict[str, Any] = DOCUMENT["paths"]["/api/v1/groups/{group}"]["get"]["responses"]["200"][
    "content"
]["application/json"]["example"]


def documented_errors() -> list[Any]:
    """Return each status of 400 and above that an operation documents, with its response."""
    responses = DOCUMENT["components"]["responses"]
    operations = (
        operation
        for path_item in DOCUMENT["paths"].values()
        for method, operation in path_item.items()
        if method != "parameters"
    )
    names = {
        int(status): response["$ref"].rsplit("/", 1)[1]
        for operation in operations
        for status, response in operation["responses"].items()
        if status >= "400"
    }
    found = {status: responses[name] for status, name in names.items()}
    return [pytest.param(status, found[status], id=str(status)) for status in sorted(found)]


def answering(status: int, **answer: Any) -> Bindery:
    """Return a client whose every request gets this answer."""
    transport = httpx.MockTransport(lambda _: httpx.Response(status, **answer))
    return Bindery("https://bindery.test", token=TOKEN, transport=transport, retries=NO_RETRIES)


@pytest.mark.parametrize(("status", "response"), documented_errors())
def test_every_documented_error_is_raised_with_its_envelope(
    status: int, response: dict[str, Any]
) -> None:
    example = response["content"]["application/json"]["example"]
    bindery = answering(status, json=example, headers={"Retry-After": "7"})

    with pytest.raises(ApiError) as caught:
        get_group.sync("acme", client=bindery)

    error, envelope = caught.value, example["error"]
    assert (error.status, error.code, error.message) == (
        status,
        envelope["code"],
        envelope["message"],
    )
    assert (error.details, error.request_id) == (envelope["details"], envelope["request_id"])
    assert error.headers["retry-after"] == "7"


def test_there_are_documented_errors() -> None:
    assert {400, 401, 403, 404, 409, 412, 428, 500, 503} <= {
        case.values[0] for case in documented_errors()
    }


@pytest.mark.parametrize(
    "answer",
    [
        {"html": "<h1>502 Bad Gateway</h1>"},
        {"json": ["error"]},
        {"json": {"error": "no"}},
        {"json": {"error": {"code": "only"}}},
        {"content": b"\xff\xfe"},
    ],
)
def test_an_error_of_something_in_front_is_told_apart(answer: dict[str, Any]) -> None:
    bindery = answering(502, **answer)

    with pytest.raises(ApiError) as caught:
        get_group.sync("acme", client=bindery)

    assert (caught.value.status, caught.value.code) == (502, "no_envelope")
    assert caught.value.message.startswith("Bad Gateway, answered by something")


@pytest.mark.parametrize(
    "answer",
    [
        {"json": {"name": "acme"}},
        {"json": ["acme"]},
        {"json": {**GROUP, "created_at": "yesterday"}},
        {"json": {**GROUP, "id": 7}},
        {"html": "<h1>Welcome</h1>"},
        {"content": b""},
    ],
)
def test_a_success_that_is_none_is_an_unexpected_answer(answer: dict[str, Any]) -> None:
    with pytest.raises(UnexpectedAnswer, match=r"GET https://bindery\.test/api/v1/groups/acme"):
        get_group.sync("acme", client=answering(200, **answer))


@pytest.mark.parametrize("status", [202, 204, 304])
def test_a_status_that_is_not_documented_is_an_unexpected_answer(status: int) -> None:
    with pytest.raises(UnexpectedAnswer, match=f"answered with the status {status}"):
        get_group.sync("acme", client=answering(status))


def test_a_redirect_says_where_it_points() -> None:
    bindery = answering(301, headers={"Location": "https://elsewhere.test/"})

    with pytest.raises(UnexpectedAnswer, match=r"it points to https://elsewhere\.test/"):
        get_group.sync("acme", client=bindery)


def test_values_that_a_newer_service_answers_pass_through() -> None:
    newer = {**GROUP, "visibility": "secret", "colour": "blue"}

    group = get_group.sync("acme", client=answering(200, json=newer))

    assert (group.visibility, group["colour"]) == ("secret", "blue")


def test_no_connection_is_unreachable() -> None:
    def refuse(request: httpx.Request) -> httpx.Response:
        raise httpx.ConnectError("Connection refused", request=request)

    bindery = Bindery(
        "https://bindery.test", transport=httpx.MockTransport(refuse), retries=NO_RETRIES
    )

    with pytest.raises(Unreachable, match=r"https://bindery\.test does not answer: Connection"):
        get_group.sync("acme", client=bindery)


def test_an_error_survives_being_sent_to_another_process() -> None:
    error = ApiError(409, "conflict", "Taken.", {"name": "acme"}, "r-1", {"Retry-After": "1"})

    copy = pickle.loads(pickle.dumps(error))  # noqa: S301 - our own bytes

    assert (str(copy), copy.details) == ("409 conflict: Taken. (request r-1)", {"name": "acme"})


def test_the_token_is_sent_and_never_shown(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    bindery = answering(200, json=GROUP)

    response = get_group.sync_detailed("acme", client=bindery)

    shown = [repr(bindery), str(bindery), repr(response), caplog.text]
    assert [text for text in shown if TOKEN in text] == []


@pytest.mark.parametrize(
    "model",
    [
        TokenExchange(username="alice", password=TOKEN),
        PasswordChange(old_password=TOKEN, new_password=TOKEN),
        InvitationAccept(secret=TOKEN, username="alice", password=TOKEN),
        LeakReport(token=TOKEN),
    ],
    ids=lambda model: type(model).__name__,
)
def test_secrets_in_models_are_sent_and_never_shown(model: Any) -> None:
    assert TOKEN not in repr(model)
    assert TOKEN in model.to_dict().values()


def test_a_new_token_is_not_shown_with_its_answer() -> None:
    issued = DOCUMENT["paths"]["/api/v1/access-tokens"]["post"]["responses"]["201"]["content"]
    example = {**issued["application/json"]["example"], "token": TOKEN}
    body = AccessTokenCreate(name="laptop", scopes=["read"])

    answer = create_access_token.sync_detailed(client=answering(201, json=example), body=body)

    assert answer.parsed.token == TOKEN
    assert TOKEN not in repr(answer)


def test_a_token_with_a_line_feed_is_refused_without_showing_it() -> None:
    with pytest.raises(ValueError, match="characters that no access token has") as caught:
        Bindery("https://bindery.test", token=f"{TOKEN}\n")

    assert TOKEN not in str(caught.value)


@pytest.mark.parametrize(
    ("address", "reached"),
    [
        ("https://bindery.test", "https://bindery.test/api/v1/groups/acme"),
        ("https://bindery.test/", "https://bindery.test/api/v1/groups/acme"),
        ("https://bindery.test/registry/", "https://bindery.test/registry/api/v1/groups/acme"),
        ("https://bindery.test/api/v1", "https://bindery.test/api/v1/groups/acme"),
    ],
)
def test_an_address_may_have_a_prefix(address: str, reached: str) -> None:
    seen: list[httpx.Request] = []

    def remember(request: httpx.Request) -> httpx.Response:
        seen.append(request)
        return httpx.Response(200, json=GROUP)

    get_group.sync("acme", client=Bindery(address, transport=httpx.MockTransport(remember)))

    assert [str(request.url) for request in seen] == [reached]
    assert seen[0].headers["User-Agent"].startswith("bindery-client/")


@pytest.mark.parametrize(
    "address",
    [
        "bindery.test",
        "ftp://bindery.test",
        "https://",
        "https://a:b@bindery.test",
        "https://x?y",
        "",
    ],
)
def test_an_address_that_cannot_work_is_refused(address: str) -> None:
    with pytest.raises(ValueError, match="The address"):
        Bindery(address)


@pytest.mark.parametrize("name", ["", ".", ".."])
def test_a_name_that_would_lead_to_another_operation_is_refused(name: str) -> None:
    with pytest.raises(ValueError, match="empty or made of dots"):
        remove_member.sync("acme", name, client=answering(204))


def test_a_name_is_never_more_than_one_part_of_the_path() -> None:
    seen: list[httpx.Request] = []

    def remember(request: httpx.Request) -> httpx.Response:
        seen.append(request)
        return httpx.Response(200, json=GROUP)

    bindery = Bindery("https://bindery.test", transport=httpx.MockTransport(remember))
    get_group.sync("../x?y#z/%2e", client=bindery)

    assert seen[0].url.raw_path == b"/api/v1/groups/..%2Fx%3Fy%23z%2F%252e"


def test_a_list_that_leads_in_a_circle_ends() -> None:
    bindery = answering(200, json={"items": [GROUP], "next_cursor": "again"})

    with pytest.raises(UnexpectedAnswer, match="to the same page again"):
        list(paginate(list_groups.sync, client=bindery))


def test_what_is_not_given_is_not_sent() -> None:
    seen: list[bytes] = []

    def remember(request: httpx.Request) -> httpx.Response:
        seen.append(request.content)
        return httpx.Response(201, json=GROUP)

    bindery = Bindery("https://bindery.test", transport=httpx.MockTransport(remember))
    create_group.sync(client=bindery, body=GroupCreate(name="acme", display_name="Acme"))

    assert json.loads(seen[0]) == {"name": "acme", "display_name": "Acme"}
