"""What must be there before contracts are published? An API, its policy, an access token."""

from collections.abc import Iterator
from typing import Any

import click

from bindery_client import UNSET, Bindery
from bindery_client.api.access_tokens import create_access_token
from bindery_client.api.approvals import approve_change
from bindery_client.api.policies import get_api_policy, set_api_policy
from bindery_client.models import AccessTokenCreate, ApprovalCreate, Policy, PolicySet
from service.cli.api_names import API_NAME, ApiName
from service.cli.change_rendering import plain_line
from service.cli.connection import asks_server
from service.cli.exit_codes import HELP
from service.cli.missing_api import create_if_missing

_MODES = click.Choice(["observe", "warn", "enforce"])
_LEVELS = click.Choice(["none", "backward", "backward_transitive"])
_ACTIONS = click.Choice(["accept", "hold", "refuse"])


@click.command(epilog=HELP)
@click.argument("api", type=API_NAME)
@click.option(
    "--visibility",
    type=click.Choice(["public", "internal", "private"]),
    help="Who sees the group, if it has to be created.  [default: private]",
)
@asks_server
def create(server: Bindery, *, api: ApiName, visibility: Any) -> None:
    """Create an API, and its group if there is none; what is there already stays as it is.

    \b
    Example:
      bindery create acme/orders --visibility internal
    """
    made = list(create_if_missing(server, api, visibility=visibility or "private"))
    told = made or [f"The API {api} is there already."]
    if visibility and not any(sentence.startswith("Created the group") for sentence in made):
        told.append(f"The group {api.group} was there before: its visibility is as it was.")
    click.echo("\n".join(told))


@click.command(epilog=HELP)
@click.option("--api", type=API_NAME, required=True, help="Group and API: acme/orders.")
@click.option("--mode", type=_MODES, help="What a violation leads to.")
@click.option("--level", type=_LEVELS, help="With which earlier versions to be compatible.")
@click.option("--undetermined", type=_ACTIONS, help="What follows where nobody can tell.")
@click.option(
    "--breaking-needs-major/--breaking-is-forbidden",
    default=None,
    help="Whether a new major version may break, or no version.",
)
@asks_server
def policy(server: Bindery, *, api: ApiName, **given: Any) -> None:
    """Show an API's compatibility policy, after setting what is given.

    \b
    Examples:
      bindery policy --api acme/orders
      bindery policy --api acme/orders --mode enforce --undetermined hold
    """
    answer = get_api_policy.sync_detailed(api.group, api.api, client=server)
    found = answer.parsed
    changes = {name: value for name, value in given.items() if value is not None}
    if changes:
        wanted = PolicySet.from_dict({**found.own.to_dict(), **changes})
        found = set_api_policy.sync(
            api.group, api.api, client=server, body=wanted, if_match=answer.etag
        )
    click.echo("\n".join(_policy_lines(found)))


@click.command(epilog=HELP)
@click.argument("fingerprint")
@click.option("--api", type=API_NAME, required=True, help="Group and API: acme/orders.")
@click.option("--reason", required=True, help="Why it is acceptable; kept with the approval.")
@asks_server
def approve(server: Bindery, *, fingerprint: str, api: ApiName, reason: str) -> None:
    """Approve a change by its FINGERPRINT, so that no publication is refused or held for it.

    For maintainers. It holds until it is revoked.

    \b
    Example:
      bindery approve 8012cd6383c2a4a0f887cad0 --api acme/orders --reason "Nobody uses it."
    """
    body = ApprovalCreate(fingerprint=fingerprint, reason=reason)
    made = approve_change.sync(api.group, api.api, client=server, body=body)
    click.echo(plain_line(f"Approved for {api}: {made.fingerprint}."))


@click.command(epilog=HELP)
@click.option("--name", required=True, help="What it is for, to tell it from others later.")
@click.option(
    "--scope",
    "scopes",
    type=click.Choice(["read", "publish", "manage", "admin"]),
    multiple=True,
    required=True,
    help="What it may be used for; each includes the ones before it.",
)
@click.option("--group", help="Let it work in this group only.")
@click.option("--api", type=API_NAME, help="Let it work for this API only.")
@click.option("--days", type=click.IntRange(min=1), help="Days until it expires.")
@asks_server
def token(
    server: Bindery,
    *,
    name: str,
    scopes: Any,
    group: str | None,
    api: ApiName | None,
    days: int | None,
) -> None:
    """Make an access token with no more rights than yours; it is printed once and kept nowhere.

    \b
    Examples:
      bindery token --name laptop --scope read
      BINDERY_TOKEN=$(bindery token --name ci --scope publish --api acme/orders --days 30)
    """
    if group is not None and api is not None and group != api.group:
        raise click.UsageError("--group and --api name different groups.")
    bound_group = api.group if api else group
    body = AccessTokenCreate(
        name=name,
        scopes=list(scopes),
        days=UNSET if days is None else days,
        group=UNSET if bound_group is None else bound_group,
        api=UNSET if api is None else api.api,
    )
    issued = create_access_token.sync(client=server, body=body)
    click.echo(issued.token)
    expires = f"{issued.access_token.expires_at:%Y-%m-%d}"
    click.echo(f"It expires on {expires}; keep it, it is not shown again.", err=True)


def _policy_lines(found: Policy) -> Iterator[str]:
    origins = found.origins.to_dict()
    for name, value in found.effective.to_dict().items():
        shown = {True: "yes", False: "no"}.get(value, value)
        yield f"{name:<21} {shown:<20} from {origins[name]}"
