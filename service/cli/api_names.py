"""Which API does a command mean? Its full name is that of its group and its own: `acme/orders`."""

import re
from dataclasses import dataclass
from typing import Any

import click

from service.names import NAME_PATTERN


@dataclass(frozen=True, slots=True)
class ApiName:
    """The full name of an API."""

    group: str
    api: str

    def __str__(self) -> str:
        """Return it as people write it."""
        return f"{self.group}/{self.api}"


class ApiNameType(click.ParamType[ApiName]):
    """Reads `acme/orders` from the command line."""

    name = "group/api"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> ApiName:
        """Return the name; complains about anything that is not two names and a slash."""
        if isinstance(value, ApiName):
            return value
        group, _, api = str(value).partition("/")
        if not all(re.fullmatch(NAME_PATTERN.strip("^$"), part) for part in (group, api)):
            self.fail(
                f"{value!r} must look like acme/orders: two names of lower-case letters, digits,"
                " and . _ - between them.",
                param,
                ctx,
            )
        return ApiName(group, api)


API_NAME = ApiNameType()
