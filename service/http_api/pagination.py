"""How do lists look over HTTP? `limit` and `cursor` in, `items` and `next_cursor` out."""

from typing import Any
from urllib.parse import urlencode

from flask import request
from marshmallow import Schema, fields, post_load, validate

from service.http_api.fields import QueryInteger, RequestSchema, ResponseSchema, String, WholeMatch
from service.pagination import DEFAULT_LIMIT, MAX_LIMIT, Page, PageRequest

CURSOR_PATTERN = r"^[A-Za-z0-9_-]{4,2000}$"


class PageQuery(RequestSchema):
    """The query parameters of every list; lists with filters derive from it.

    Loads to a dict whose `page` is a `PageRequest`.
    """

    limit = QueryInteger(
        load_default=DEFAULT_LIMIT,
        validate=validate.Range(min=1, max=MAX_LIMIT),
        metadata={"description": "How many items to return at most.", "example": 20},
    )
    cursor = String(
        load_default=None,
        validate=WholeMatch(CURSOR_PATTERN),
        metadata={
            "description": "Where to go on: the `next_cursor` of the page before.",
            "format": "cursor",
        },
    )

    @post_load
    def to_page(self, data: dict[str, Any], **_: Any) -> dict[str, Any]:
        """Fold `limit` and `cursor` into one `PageRequest`."""
        page = PageRequest(limit=data.pop("limit"), cursor=data.pop("cursor"))
        return {**data, "page": page}


def page_schema(item: type[Schema], *, name: str) -> type[Schema]:
    """Return the schema of a page of `item`s; `name` is its name in the document."""
    return type(
        name,
        (ResponseSchema,),
        {
            "__doc__": "A page of a list.",
            "items": fields.List(fields.Nested(item)),
            "next_cursor": String(
                allow_none=True,
                metadata={
                    "description": "Ask for the next page with it; null on the last page.",
                    "format": "cursor",
                },
            ),
        },
    )


def page_answer(page: Page[Any]) -> tuple[Page[Any], int, dict[str, str]]:
    """Return a page with the Link header (RFC 8288) that leads to the next one."""
    if page.next_cursor is None:
        return page, 200, {}
    query = [(name, value) for name, value in request.args.items(multi=True) if name != "cursor"]
    target = f"{request.base_url}?{urlencode([*query, ('cursor', page.next_cursor)])}"
    return page, 200, {"Link": f'<{target}>; rel="next"'}
