"""What is the package of one version of an API called, and which version does it bear?

Names: the group, the API and `client`, joined by hyphens: `acme` and `orders` give
`acme-orders-client`. Where that would not say which pair is meant, because the group itself has
several words or a name is joined by anything but single hyphens, a last word tells: how many words
the group has, then the joints that are no single hyphen (see `_joints`). `acme-eu` and `orders`
give `acme-eu-orders-client-2`, `acme` and `eu-orders` give `acme-eu-orders-client`.

Versions: see `service.sdk_packages.versions`.
"""

import hashlib
import re
from dataclasses import dataclass

from service.sdk_packages.versions import python_version

LONGEST_NAME = 120
"""File names hold name, version and tags, and must stay below 255 bytes."""

_JOINT = re.compile(r"[-_.]+")
_SPELLED = str.maketrans({"-": "h", ".": "d", "_": "u"})
_CHECKSUM_LENGTH = 40


@dataclass(frozen=True, slots=True)
class PackageIdentity:
    """What tells one package from all others; two different inputs never have the same.

    `digest` is that of the document the package is built from, and is carried by the client.
    """

    group: str
    api: str
    version_name: str
    digest: str
    regeneration: int = 0

    @property
    def name(self) -> str:
        """The name to install it by, already normalised as PEP 503 asks."""
        return distribution_name(self.group, self.api)

    @property
    def version(self) -> str:
        """The version as PEP 440 writes it."""
        return python_version(self.version_name, regeneration=self.regeneration)

    @property
    def import_name(self) -> str:
        """The name to import it by."""
        return import_name(self.name)


def distribution_name(group: str, api: str) -> str:
    """Return the name of the package of an API; no two pairs share one.

    Only where a name would be longer than `LONGEST_NAME` does this rest on SHA-256.
    """
    group_words, api_words = _JOINT.split(group), _JOINT.split(api)
    joints = _joints(_JOINT.findall(group) + _JOINT.findall(api))
    words = [*group_words, *api_words, "client"]
    if len(group_words) > 1 or joints:
        words.append(f"{len(group_words)}{joints}")
    name = "-".join(words).lower()
    if len(name) <= LONGEST_NAME:
        return name
    checksum = hashlib.sha256(f"{group}/{api}".encode()).hexdigest()[:_CHECKSUM_LENGTH]
    return f"{name[: LONGEST_NAME - _CHECKSUM_LENGTH - 10].rstrip('-')}-client-x{checksum}"


def import_name(name: str) -> str:
    """Return the name by which Python imports a package; different for different packages."""
    module = name.replace("-", "_")
    return f"_{module}" if module[0].isdecimal() else module


def _joints(found: list[str]) -> str:
    """Return how the words are joined, empty if by single hyphens: `.` d, `_` u, `-` h, next x."""
    if all(joint == "-" for joint in found):
        return ""
    return "x".join(joint.translate(_SPELLED) for joint in found)
