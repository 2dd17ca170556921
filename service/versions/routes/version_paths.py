"""Where in the API's paths is a version, and where does an answer about it lead?"""

from types import MappingProxyType

from service.http_api.blueprint import Link
from service.versions.use_cases import Place

API_PATH = "/groups/<name:group>/apis/<name:api>"
VERSION_PATH = f"{API_PATH}/versions/<version:version>"

_OF_THIS_VERSION = MappingProxyType(
    {
        "group": "$response.body#/group",
        "api": "$response.body#/api",
        "version": "$response.body#/name",
    }
)
VERSION_LINKS = MappingProxyType(
    {
        "get": Link(operation_id="getVersion", description="Read it.", parameters=_OF_THIS_VERSION),
        "document": Link(
            operation_id="getVersionDocument",
            description="Its document.",
            parameters=_OF_THIS_VERSION,
        ),
        "changes": Link(
            operation_id="listVersionChanges",
            description="What changed since its base.",
            parameters=_OF_THIS_VERSION,
        ),
        "operations": Link(
            operation_id="listVersionOperations",
            description="Its operations.",
            parameters=_OF_THIS_VERSION,
        ),
    }
)


def place_of(group: str, api: str, version: str) -> Place:
    """Return the place that a path names."""
    return Place(group=group, api=api, version=version)
