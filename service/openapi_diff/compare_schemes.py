"""What changed in the definition of a security scheme?"""

from typing import Any

from service.openapi_diff.description import Description, Dialect, Site
from service.openapi_diff.equality import identity, same
from service.openapi_diff.walk import Desk, Fact

_FLOW_NAMES = {"application": "clientCredentials", "accessCode": "authorizationCode"}
_URLS = ("authorizationUrl", "tokenUrl", "refreshUrl", "deviceAuthorizationUrl")


def schemes_of(description: Description) -> dict[str, Site]:
    """The security schemes by name, in the words of OpenAPI 3."""
    return description.once("security schemes", lambda: _read(description))


def _read(description: Description) -> dict[str, Site]:
    if description.dialect is Dialect.SWAGGER_2:
        return {
            name: Site(_modern(site), site.pointer)
            for name, site in description.root.entries("securityDefinitions").items()
        }
    found = description.root.child("components").entries("securitySchemes")
    return {name: description.follow(site) for name, site in found.items()}


def scheme_names(base: Description, revision: Description) -> dict[str, str]:
    """The new names of schemes that only got another name."""
    old, new = schemes_of(base), schemes_of(revision)
    fresh = {identity(_essence(site)): name for name, site in new.items() if name not in old}
    return {
        name: fresh[identity(_essence(site))]
        for name, site in old.items()
        if name not in new and identity(_essence(site)) in fresh
    }


def compare_scheme(desk: Desk, base: Site, revision: Site) -> None:
    """Compare two definitions under one name."""
    if base.get("type") != revision.get("type"):
        _report(desk, "scheme.type-changed", base, revision, "type")
        return
    _compare_wire(desk, base, revision)
    if base.get("bearerFormat") != revision.get("bearerFormat"):
        _report(desk, "scheme.bearer-format", base, revision, "bearerFormat")
    if base.get("oauth2MetadataUrl") != revision.get("oauth2MetadataUrl"):
        _report(desk, "scheme.oauth-url-changed", base, revision, "oauth2MetadataUrl")
    if base.get("openIdConnectUrl") != revision.get("openIdConnectUrl"):
        _report(desk, "scheme.oidc-url-changed", base, revision, "openIdConnectUrl")
    _compare_flows(desk, base, revision)


def _compare_wire(desk: Desk, base: Site, revision: Site) -> None:
    for keyword in ("name", "in"):
        if _wire_name(base, keyword) != _wire_name(revision, keyword):
            _report(desk, "scheme.apikey-name-or-in", base, revision, keyword)
    before, after = (str(site.get("scheme", "")).lower() for site in (base, revision))
    if before != after:
        _report(desk, "scheme.http-scheme", base, revision, "scheme")


def _wire_name(site: Site, keyword: str) -> Any:
    """The names of headers have no case."""
    value = site.get(keyword)
    return value.lower() if site.get("in") == "header" and isinstance(value, str) else value


def _compare_flows(desk: Desk, base: Site, revision: Site) -> None:
    old, new = base.entries("flows"), revision.entries("flows")
    for name, flow in old.items():
        if name not in new:
            desk.report(Fact("scheme.oauth-flow-changed", flow.pointer, None, name, None, name))
            continue
        other = new[name]
        for keyword in _URLS:
            if flow.get(keyword) != other.get(keyword):
                _report(desk, "scheme.oauth-url-changed", flow, other, keyword)
        before, after = (sorted(site.entries("scopes")) for site in (flow, other))
        if before != after:
            _report(desk, "scheme.oauth-scope-defined", flow, other, "scopes")


def _report(desk: Desk, rule: str, base: Site, revision: Site, keyword: str) -> None:
    before, after = base.get(keyword), revision.get(keyword)
    desk.report(Fact(rule, base.pointer, revision.pointer, before, after, keyword))


def _essence(site: Site) -> Any:
    """The definition without its prose."""
    if not isinstance(site.value, dict):
        return site.value
    return {key: value for key, value in site.value.items() if key != "description"}


def _modern(site: Site) -> dict[str, Any]:
    """A scheme of Swagger 2.0, as OpenAPI 3 writes it."""
    value = dict(site.value) if isinstance(site.value, dict) else {}
    if same(value.get("type"), "basic"):
        return {**value, "type": "http", "scheme": "basic"}
    if same(value.get("type"), "oauth2"):
        flow = str(value.pop("flow", ""))
        details = {
            keyword: value.pop(keyword) for keyword in (*_URLS, "scopes") if keyword in value
        }
        return {**value, "flows": {_FLOW_NAMES.get(flow, flow): details}}
    return value
