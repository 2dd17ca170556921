"""How is a list read to its end? As an iterator that asks for page after page."""

from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Sequence
from typing import ParamSpec, Protocol, TypeVar

from bindery_client.errors import UnexpectedAnswer

P = ParamSpec("P")
Item = TypeVar("Item")
Item_co = TypeVar("Item_co", covariant=True)


class PageOf(Protocol[Item_co]):
    """What the answers of all lists have in common; `next_cursor` is None on the last page."""

    @property
    def items(self) -> Sequence[Item_co]: ...

    @property
    def next_cursor(self) -> str | None: ...


def paginate(fetch: Callable[P, PageOf[Item]], *args: P.args, **kwargs: P.kwargs) -> Iterator[Item]:
    """Yield the items of all pages: `paginate(list_groups.sync, client=bindery)`.

    A page is asked for when its first item is needed.
    """
    fetch_next: Callable[..., PageOf[Item]] = fetch
    page = fetch(*args, **kwargs)
    yield from page.items
    while page.next_cursor is not None:
        cursor = page.next_cursor
        page = fetch_next(*args, **{**kwargs, "cursor": cursor})
        _require_progress(page, cursor)
        yield from page.items


async def paginate_async(
    fetch: Callable[P, Awaitable[PageOf[Item]]], *args: P.args, **kwargs: P.kwargs
) -> AsyncIterator[Item]:
    """Yield the items of all pages: `paginate_async(list_groups.asyncio, client=bindery)`."""
    fetch_next: Callable[..., Awaitable[PageOf[Item]]] = fetch
    page = await fetch(*args, **kwargs)
    for item in page.items:
        yield item
    while page.next_cursor is not None:
        cursor = page.next_cursor
        page = await fetch_next(*args, **{**kwargs, "cursor": cursor})
        _require_progress(page, cursor)
        for item in page.items:
            yield item


def _require_progress(page: PageOf[Item], cursor: str) -> None:
    """Raise `UnexpectedAnswer` if the next page would be this one again, for ever."""
    if page.next_cursor == cursor:
        raise UnexpectedAnswer("The list leads from a page to the same page again.", 200)
