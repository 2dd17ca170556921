"""What if an API is not there yet? `bindery create` and `bindery publish --create` make it."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http import HTTPStatus
from types import MappingProxyType

from bindery_client import ApiError, Bindery
from bindery_client.api.apis import create_api, get_api
from bindery_client.api.groups import create_group, get_group
from bindery_client.models import ApiCreate, GroupCreate, Visibility
from service.cli.api_names import ApiName

TAKEN_UNSEEN = "The name is taken by something that you may not see: choose another one."
_TAKEN = "name_taken"
_SEEN_BY = MappingProxyType(
    {
        "private": "only its members and administrators see it",
        "internal": "everybody who is signed in sees it",
        "public": "everybody sees it",
    }
)


def create_if_missing(
    server: Bindery, api: ApiName, *, visibility: Visibility = "private"
) -> Iterator[str]:
    """Make the group and the API where they are not there; yield a sentence for each made.

    Somebody else may make them at the same moment; that is as good.
    """
    if is_api_there(server, api):
        return
    if not _is_there(lambda: get_group.sync(api.group, client=server)):
        group = GroupCreate(name=api.group, display_name=api.group, visibility=visibility)
        with _made_by_either():
            create_group.sync(client=server, body=group)
            yield f"Created the group {api.group}, which is {visibility}: {_SEEN_BY[visibility]}."
    with _made_by_either(), hidden_names_told():
        create_api.sync(
            api.group, client=server, body=ApiCreate(name=api.api, display_name=api.api)
        )
        yield f"Created the API {api}."


@contextmanager
def hidden_names_told() -> Iterator[None]:
    """Add to "not found", after everything was made, that somebody else has the name."""
    try:
        yield
    except ApiError as error:
        if error.status == HTTPStatus.NOT_FOUND:
            error.add_note(TAKEN_UNSEEN)
        raise


def is_api_there(server: Bindery, api: ApiName) -> bool:
    """Return whether the API is there, as far as the access token sees."""
    return _is_there(lambda: get_api.sync(api.group, api.api, client=server))


def _is_there(ask: Callable[[], object]) -> bool:
    try:
        ask()
    except ApiError as error:
        if error.status != HTTPStatus.NOT_FOUND:
            raise
        return False
    return True


@contextmanager
def _made_by_either() -> Iterator[None]:
    try:
        yield
    except ApiError as error:
        if error.code != _TAKEN:
            raise
