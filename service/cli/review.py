"""What does a maintainer say of a version that is held? `bindery review` says it."""

import click

from bindery_client import Bindery
from bindery_client.api.version_states import review_version
from bindery_client.models import VersionReview
from service.cli.api_names import API_NAME, ApiName
from service.cli.change_rendering import plain_line
from service.cli.connection import asks_server
from service.cli.exit_codes import HELP


@click.command(epilog=HELP)
@click.argument("version")
@click.option("--api", type=API_NAME, required=True, help="Group and API: acme/orders.")
@click.option(
    "--release/--reject",
    "is_released",
    default=None,
    required=True,
    help="Publish it after all, or turn it down for good.",
)
@click.option("--reason", required=True, help="Why; it stays with the version.")
@asks_server
def review(server: Bindery, *, version: str, api: ApiName, is_released: bool, reason: str) -> None:
    """Release or reject VERSION, which is held. For maintainers.

    \b
    Examples:
      bindery review 1.1.0 --api acme/orders --release --reason "Read by hand."
      bindery review 1.1.0 --api acme/orders --reject --reason "Not before May."
    """
    wish = VersionReview(decision="release" if is_released else "reject", reason=reason)
    reviewed = review_version.sync(
        api.group, api.api, version, client=server, body=wish, if_match="*"
    )
    click.echo(plain_line(f"{api} {reviewed.name} is {reviewed.state}."))
