"""Where does the API answer, and does it still answer there?"""

from typing import Any, NamedTuple
from urllib.parse import urlsplit

from service.openapi_diff.description import Description, Dialect, Site
from service.openapi_diff.operation_views import OperationView
from service.openapi_diff.walk import Desk, Fact

_DEFAULT_PORTS = {"http": ":80", "https": ":443"}


class Offer(NamedTuple):
    """The servers that hold somewhere; `is_own` where they stand below the document."""

    pointer: str
    servers: dict[str, Site]
    is_own: bool


def offered_by_document(description: Description) -> Offer:
    if description.dialect is Dialect.SWAGGER_2:
        return Offer("", _swagger_servers(description.root), is_own=False)
    site = description.root.child("servers")
    return Offer(site.pointer, _by_url(description.root), is_own=False)


def offered_to(view: OperationView) -> Offer:
    for owner in (view.operation, view.item):
        if owner.get("servers"):
            return Offer(owner.child("servers").pointer, _by_url(owner), is_own=True)
    return offered_by_document(view.description)


def compare_servers(desk: Desk, old: Offer, new: Offer) -> None:
    """Compare two offers by URL; one that is still there will do for any client."""
    kept = old.servers.keys() & new.servers.keys()
    removed = [url for url in old.servers if url not in kept]
    added = [url for url in new.servers if url not in kept]
    if removed and added and not kept:
        rule = "server.scope-override" if old.is_own or new.is_own else "server.url-changed"
        if not old.is_own and not new.is_own and _only_protocol(removed, added):
            rule = "server.protocol-removed"
        desk.report(Fact(rule, old.pointer, new.pointer, removed, added, ", ".join(removed)))
        return
    for url in removed:
        others = list(kept)
        rule = "server.protocol-removed" if _only_protocol([url], others) else "server.removed"
        desk.report(Fact(rule, old.servers[url].pointer, None, url, None, url))
    for url in added:
        desk.report(Fact("server.added", None, new.servers[url].pointer, None, url, url))
    for url in sorted(kept):
        _compare_variables(desk, old.servers[url], new.servers[url])


def path_prefix(description: Description) -> str | None:
    """The path that all servers of a document begin with; None where they disagree."""
    servers = offered_by_document(description).servers
    found = {urlsplit(url).path.rstrip("/") for url in servers}
    return found.pop() if len(found) == 1 else None


def origins(description: Description) -> set[str]:
    """The servers of a document without their paths."""
    found = set()
    for url in offered_by_document(description).servers:
        pieces = urlsplit(url)
        found.add(f"{pieces.scheme}://{pieces.netloc}")
    return found


def _by_url(owner: Site) -> dict[str, Site]:
    found: dict[str, Site] = {}
    for site in owner.items("servers"):
        url = site.get("url")
        if isinstance(url, str):
            found.setdefault(_normal(url), site)
    return found


def _swagger_servers(root: Site) -> dict[str, Site]:
    host, prefix = root.get("host", ""), root.get("basePath", "/")
    if not host and prefix == "/":
        return {}
    schemes = [scheme.value for scheme in root.items("schemes")] or ["https"]
    site = Site({}, "/host" if host else "/basePath")
    return {_normal(f"{scheme}://{host}{prefix}"): site for scheme in schemes}


def _normal(url: str) -> str:
    """The address without what makes no difference (RFC 3986, 6.2.2 and 6.2.3)."""
    scheme, mark, rest = url.rpartition("://")
    host, slash, path = rest.partition("/") if mark else ("", "", url)
    scheme = scheme.lower()
    port = _DEFAULT_PORTS.get(scheme)
    if port is not None:
        host = host.removesuffix(port)
    if "{" not in host:  # the names of variables have a case
        host = host.lower()
    return f"{scheme}{mark}{host}{slash}{path}".rstrip("/")


def _only_protocol(removed: list[str], others: list[str]) -> bool:
    """Whether the same host and path are still offered, by another protocol."""
    rest = {url.partition("://")[2] for url in others}
    return bool(removed) and all(
        "://" in url and url.partition("://")[2] in rest for url in removed
    )


def _compare_variables(desk: Desk, old: Site, new: Site) -> None:
    before, after = old.entries("variables"), new.entries("variables")
    for name in sorted(before.keys() & after.keys()):
        _compare_variable(desk, name, before[name], after[name])


def _compare_variable(desk: Desk, name: str, old: Site, new: Site) -> None:
    if old.get("default") != new.get("default"):
        _report(desk, "server.variable-default-changed", name, (old, new), "default")
    before, after = _values(old), _values(new)
    if before is None and after is None:
        return
    if after is not None and (before is None or before - after):
        _report(desk, "server.variable-enum-removed", name, (old, new), "enum")
    if before is not None and (after is None or after - before):
        _report(desk, "server.variable-enum-added", name, (old, new), "enum")


def _values(site: Site) -> set[str] | None:
    listed = site.get("enum")
    return set(map(str, listed)) if isinstance(listed, list) else None


def _report(desk: Desk, rule: str, name: str, sites: tuple[Site, Site], keyword: str) -> None:
    old, new = sites
    before: Any = old.get(keyword)
    desk.report(Fact(rule, old.pointer, new.pointer, before, new.get(keyword), name))
