"""How does an answer about a version tell that it is being retired? RFC 9745 and RFC 8594."""

from flask import url_for
from werkzeug.http import http_date

from service.versions.models import ApiVersion, VersionState
from service.versions.use_cases import Found

_RETIRING = frozenset({VersionState.DEPRECATED, VersionState.SUNSET})


def lifecycle_headers(found: Found) -> dict[str, str]:
    """Return Deprecation, Sunset and Link for a version that is being retired; else nothing."""
    version = found.version
    if version.state not in _RETIRING or version.deprecated_at is None:
        return {}
    headers = {"Deprecation": f"@{int(version.deprecated_at.timestamp())}"}
    if version.sunset_at is not None:
        headers["Sunset"] = http_date(version.sunset_at)
    links = [f'<{version_url(version)}>; rel="deprecation"']
    if found.successor is not None:
        links.append(f'<{version_url(version, name=found.successor)}>; rel="successor-version"')
    headers["Link"] = ", ".join(links)
    return headers


def version_url(version: ApiVersion, *, name: str | None = None) -> str:
    """Return where a version of the same API is reached, this one unless another is named."""
    return url_for(
        "versions.get_version",
        group=version.api.group.name,
        api=version.api.name,
        version=name or version.name,
    )
