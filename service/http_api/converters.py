"""What may stand in a path? Names and ids of their exact form; anything else is a 404."""

from types import MappingProxyType

from werkzeug.routing import BaseConverter

from service.names import NAME_PATTERN, VERSION_NAME_PATTERN


class NameConverter(BaseConverter):
    """`<name:group>`: the name of a group, API, user or service account."""

    regex = NAME_PATTERN.strip("^$")
    part_isolating = True


class VersionNameConverter(BaseConverter):
    """`<version:version>`: the name of an API version."""

    regex = VERSION_NAME_PATTERN.strip("^$")
    part_isolating = True


class IdConverter(BaseConverter):
    """`<id:token_id>`: a UUID in its canonical spelling, as text."""

    regex = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"
    part_isolating = True


class FingerprintConverter(BaseConverter):
    """`<fingerprint:fingerprint>`: the fingerprint of a change."""

    regex = "[0-9a-f]{16,64}"
    part_isolating = True


class RuleConverter(BaseConverter):
    """`<rule:rule_id>`: the id of a rule of comparison."""

    regex = "[a-z]{1,40}[.][a-z0-9-]{1,80}"
    part_isolating = True


CONVERTERS: MappingProxyType[str, type[BaseConverter]] = MappingProxyType(
    {
        "name": NameConverter,
        "version": VersionNameConverter,
        "id": IdConverter,
        "fingerprint": FingerprintConverter,
        "rule": RuleConverter,
    }
)
