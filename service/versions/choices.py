"""Between which values do callers choose, beside those that are stored?"""

from enum import StrEnum

RULE_PATTERN = r"^[a-z0-9-]+(\.[a-z0-9-]+)*$"
AREA_PATTERN = r"^[a-z0-9-]+$"
METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace")


class VersionSort(StrEnum):
    """In which order versions are listed."""

    NEWEST = "newest"
    OLDEST = "oldest"


class DocumentRendering(StrEnum):
    """How a document is sent."""

    ORIGINAL = "original"
    JSON = "json"
    YAML = "yaml"


class SettableState(StrEnum):
    """The states that a maintainer may set."""

    PUBLISHED = "published"
    DEPRECATED = "deprecated"
    SUNSET = "sunset"
    DISABLED = "disabled"
