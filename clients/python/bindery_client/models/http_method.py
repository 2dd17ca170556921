from typing import Literal, cast

HttpMethod = Literal["delete", "get", "head", "options", "patch", "post", "put", "trace"]


def check_http_method(
    value: str,
) -> HttpMethod:
    """Return the value; one that a newer service knows passes through."""
    return cast(HttpMethod, value)
