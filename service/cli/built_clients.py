"""What came of the Python client of a version? For those who wait for it."""

from collections.abc import Iterator

from bindery_client import Bindery
from bindery_client.api.sdks import get_sdk
from bindery_client.models import Sdk
from service.cli.api_names import ApiName
from service.cli.change_rendering import plain_line
from service.cli.waiting import wait_with_bar

_BUILD_SECONDS = 2_400


def client_lines(server: Bindery, api: ApiName, version: str) -> Iterator[str]:
    """Wait until the client of a version is settled; yield lines about it for people."""
    told = get_sdk.sync(api.group, api.api, version, client=server)
    if told.job_id is not None and told.state in {"queued", "building"}:
        wait_with_bar(server, str(told.job_id), timeout=_BUILD_SECONDS)
        told = get_sdk.sync(api.group, api.api, version, client=server)
    yield from map(plain_line, _lines(told))


def _lines(told: Sdk) -> Iterator[str]:
    if told.install is not None:
        yield f"Its Python client is ready: {told.install}"
    else:
        yield f"It has no Python client: {told.state}."
    for reason in told.reasons:
        yield f"- {reason.pointer or '/'}: {reason.sentence} {reason.remedy}"
    if told.verdict is not None:
        yield f"Upgrading from the client of {told.base} is {told.verdict}."
    for change in told.changes:
        if change.breaking:
            yield f"- {change.sentence}"
