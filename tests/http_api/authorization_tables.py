"""What does each kind of caller get, by what an operation asks for? Literal tables.

`ok` is a success; `404` is what does not exist for this caller; `401` and `403` as in HTTP. Columns
are the visibility of the group: public, internal, private. Operations that are about no group have
one column.
"""

from collections.abc import Mapping
from enum import StrEnum

from service.groups.models import Visibility


class Caller(StrEnum):
    """Who calls. Tokens hold the scope `manage` unless the name says otherwise."""

    ANONYMOUS = "anonymous"
    OUTSIDER = "outsider"
    READER = "reader"
    PUBLISHER = "publisher"
    MAINTAINER = "maintainer"
    OWNER = "owner"
    ADMIN = "admin"
    ADMIN_WITHOUT_SCOPE = "admin_without_scope"
    READER_READ_TOKEN = "reader_read_token"  # noqa: S105 - a name, no secret
    PUBLISHER_PUBLISH_TOKEN = "publisher_publish_token"  # noqa: S105 - as above
    OWNER_READ_TOKEN = "owner_read_token"  # noqa: S105 - as above
    OWNER_OF_ANOTHER_GROUP = "owner_of_another_group"
    BOUND_TO_THIS_GROUP = "bound_to_this_group"
    BOUND_TO_ANOTHER_GROUP = "bound_to_another_group"
    """An owner of this group, with a token for another one of theirs."""
    BOUND_TO_ANOTHER_API = "bound_to_another_api"
    """An owner of this group, with a token for another API of it."""
    MACHINE = "machine"
    """A service account of this group with the role publisher and a token to publish."""
    DEMOTED_ADMIN = "demoted_admin"
    """No administrator any more, with a token from better days: it holds the scope `admin`."""
    EXPIRED = "expired"
    REVOKED = "revoked"
    DEACTIVATED = "deactivated"
    """The last three: an owner's token that is no longer good."""


Expected = Mapping[Caller, Mapping[Visibility, str]]
"""The outcome for each caller in each visibility."""


def table(text: str) -> Expected:
    """Read a table: callers, then one outcome for all or one for each visibility."""
    found: dict[Caller, Mapping[Visibility, str]] = {}
    for line in text.strip().splitlines():
        names, _, outcomes = line.partition(":")
        values = outcomes.split()
        columns = values * 3 if len(values) == 1 else values
        for name in names.split(","):
            caller = Caller(name.strip())
            if caller in found:
                raise ValueError(f"{caller} stands twice.")
            found[caller] = dict(zip(Visibility, columns, strict=True))
    if missing := set(Caller) - set(found):
        raise ValueError(f"Nothing is said about {sorted(missing)}.")
    return found


# --- about a group

SEES_GROUP = table("""
    anonymous:                                                            ok  404 404
    outsider, demoted_admin, admin_without_scope, owner_of_another_group: ok  ok  404
    reader, publisher, maintainer, owner, admin, machine:                 ok  ok  ok
    reader_read_token, publisher_publish_token, owner_read_token:         ok  ok  ok
    bound_to_this_group, bound_to_another_api:                            ok  ok  ok
    bound_to_another_group:                                               ok  404 404
    expired, revoked, deactivated:                                        401
""")

MEMBER_OF_GROUP = table("""
    anonymous:                                                            401
    outsider, demoted_admin, admin_without_scope, owner_of_another_group: 403 403 404
    reader, publisher, maintainer, owner, admin, machine:                 ok  ok  ok
    reader_read_token, publisher_publish_token, owner_read_token:         ok  ok  ok
    bound_to_this_group:                                                  ok  ok  ok
    bound_to_another_api:                                                 403 403 403
    bound_to_another_group:                                               403 404 404
    expired, revoked, deactivated:                                        401
""")

SEES_JOB = table("""
    anonymous:                                                            401
    outsider, demoted_admin, admin_without_scope, owner_of_another_group: 404
    reader, publisher, maintainer, owner, admin, machine:                 ok
    reader_read_token, publisher_publish_token, owner_read_token:         ok
    bound_to_this_group:                                                  ok
    bound_to_another_api, bound_to_another_group:                         404
    expired, revoked, deactivated:                                        401
""")

PUBLISHER_AT_JOB = table("""
    anonymous:                                                            401
    outsider, demoted_admin, admin_without_scope, owner_of_another_group: 404
    reader, reader_read_token, owner_read_token:                          403
    publisher, maintainer, owner, admin, machine:                         ok
    publisher_publish_token, bound_to_this_group:                         ok
    bound_to_another_api, bound_to_another_group:                         404
    expired, revoked, deactivated:                                        401
""")

OWNER_OF_GROUP_READS = table("""
    anonymous:                                                            401
    outsider, demoted_admin, admin_without_scope, owner_of_another_group: 403 403 404
    reader, publisher, maintainer, machine:                               403 403 403
    reader_read_token, publisher_publish_token:                           403 403 403
    owner, owner_read_token, admin, bound_to_this_group:                  ok  ok  ok
    bound_to_another_api:                                                 403 403 403
    bound_to_another_group:                                               403 404 404
    expired, revoked, deactivated:                                        401
""")

OWNER_OF_GROUP = table("""
    anonymous:                                                            401
    outsider, demoted_admin, admin_without_scope, owner_of_another_group: 403 403 404
    reader, publisher, maintainer:                                        403 403 403
    owner, admin, bound_to_this_group:                                    ok  ok  ok
    reader_read_token, publisher_publish_token, owner_read_token:         403 403 403
    machine, bound_to_another_api:                                        403 403 403
    bound_to_another_group:                                               403 404 404
    expired, revoked, deactivated:                                        401
""")

MAINTAINER_OF_GROUP = table("""
    anonymous:                                                            401
    outsider, demoted_admin, admin_without_scope, owner_of_another_group: 403 403 404
    reader, publisher:                                                    403 403 403
    maintainer, owner, admin, bound_to_this_group:                        ok  ok  ok
    reader_read_token, publisher_publish_token, owner_read_token:         403 403 403
    machine, bound_to_another_api:                                        403 403 403
    bound_to_another_group:                                               403 404 404
    expired, revoked, deactivated:                                        401
""")

ADMIN_IN_GROUP = table("""
    anonymous:                                                            401
    outsider, demoted_admin, admin_without_scope, owner_of_another_group: 403 403 404
    reader, publisher, maintainer, owner, bound_to_this_group:            403 403 403
    admin:                                                                ok  ok  ok
    reader_read_token, publisher_publish_token, owner_read_token:         403 403 403
    machine, bound_to_another_api:                                        403 403 403
    bound_to_another_group:                                               403 404 404
    expired, revoked, deactivated:                                        401
""")

NOBODY_IN_GROUP = table("""
    anonymous:                                                            401
    outsider, demoted_admin, admin_without_scope, owner_of_another_group: 403 403 404
    reader, publisher, maintainer, owner, bound_to_this_group, admin:     403 403 403
    reader_read_token, publisher_publish_token, owner_read_token:         403 403 403
    machine, bound_to_another_api:                                        403 403 403
    bound_to_another_group:                                               403 404 404
    expired, revoked, deactivated:                                        401
""")

# --- about an API of a group

SEES_API = table("""
    anonymous:                                                            ok  404 404
    outsider, demoted_admin, admin_without_scope, owner_of_another_group: ok  ok  404
    reader, publisher, maintainer, owner, admin, machine:                 ok  ok  ok
    reader_read_token, publisher_publish_token, owner_read_token:         ok  ok  ok
    bound_to_this_group:                                                  ok  ok  ok
    bound_to_another_group, bound_to_another_api:                         ok  404 404
    expired, revoked, deactivated:                                        401
""")

SEES_UNACCEPTED = table("""
    anonymous, outsider, demoted_admin, admin_without_scope, owner_of_another_group: 404 404 404
    reader, publisher, maintainer, owner, admin, machine:                 ok  ok  ok
    reader_read_token, publisher_publish_token, owner_read_token:         ok  ok  ok
    bound_to_this_group:                                                  ok  ok  ok
    bound_to_another_group, bound_to_another_api:                         404 404 404
    expired, revoked, deactivated:                                        401
""")

MEMBER_AT_API = table("""
    anonymous:                                                            401
    outsider, demoted_admin, admin_without_scope, owner_of_another_group: 403 403 404
    reader, publisher, maintainer, owner, admin, machine:                 ok  ok  ok
    reader_read_token, publisher_publish_token, owner_read_token:         ok  ok  ok
    bound_to_this_group:                                                  ok  ok  ok
    bound_to_another_group, bound_to_another_api:                         403 404 404
    expired, revoked, deactivated:                                        401
""")

PUBLISHER_AT_API = table("""
    anonymous:                                                            401
    outsider, demoted_admin, admin_without_scope, owner_of_another_group: 403 403 404
    reader:                                                               403 403 403
    publisher, maintainer, owner, admin, machine:                         ok  ok  ok
    publisher_publish_token, bound_to_this_group:                         ok  ok  ok
    reader_read_token, owner_read_token:                                  403 403 403
    bound_to_another_group, bound_to_another_api:                         403 404 404
    expired, revoked, deactivated:                                        401
""")

MAINTAINER_AT_API = table("""
    anonymous:                                                            401
    outsider, demoted_admin, admin_without_scope, owner_of_another_group: 403 403 404
    reader, publisher:                                                    403 403 403
    maintainer, owner, admin, bound_to_this_group:                        ok  ok  ok
    reader_read_token, publisher_publish_token, owner_read_token:         403 403 403
    machine:                                                              403 403 403
    bound_to_another_group, bound_to_another_api:                         403 404 404
    expired, revoked, deactivated:                                        401
""")

MAINTAINER_AT_UNACCEPTED = table("""
    anonymous:                                                            401
    outsider, demoted_admin, admin_without_scope, owner_of_another_group: 404 404 404
    reader, publisher:                                                    403 403 403
    maintainer, owner, admin, bound_to_this_group:                        ok  ok  ok
    reader_read_token, publisher_publish_token, owner_read_token:         403 403 403
    machine:                                                              403 403 403
    bound_to_another_group, bound_to_another_api:                         404 404 404
    expired, revoked, deactivated:                                        401
""")

# --- about no group

OPEN = table("""
    anonymous, outsider, reader, publisher, maintainer, owner, admin:     ok
    demoted_admin, admin_without_scope, owner_of_another_group, machine:  ok
    reader_read_token, publisher_publish_token, owner_read_token:         ok
    bound_to_this_group, bound_to_another_group, bound_to_another_api:    ok
    expired, revoked, deactivated:                                        ok
""")

ANYBODY = table("""
    anonymous, outsider, reader, publisher, maintainer, owner, admin:     ok
    demoted_admin, admin_without_scope, owner_of_another_group, machine:  ok
    reader_read_token, publisher_publish_token, owner_read_token:         ok
    bound_to_this_group, bound_to_another_group, bound_to_another_api:    ok
    expired, revoked, deactivated:                                        401
""")

SIGNED_IN = table("""
    anonymous:                                                            401
    outsider, reader, publisher, maintainer, owner, admin:                ok
    demoted_admin, admin_without_scope, owner_of_another_group, machine:  ok
    reader_read_token, publisher_publish_token, owner_read_token:         ok
    bound_to_this_group, bound_to_another_group, bound_to_another_api:    ok
    expired, revoked, deactivated:                                        401
""")

MANAGING_TOKEN = table("""
    anonymous:                                                            401
    outsider, reader, publisher, maintainer, owner, admin:                ok
    demoted_admin, admin_without_scope, owner_of_another_group:           ok
    reader_read_token, publisher_publish_token, owner_read_token:         403
    bound_to_this_group, bound_to_another_group, bound_to_another_api:    ok
    machine:                                                              403
    expired, revoked, deactivated:                                        401
""")

UNBOUND_MANAGING_USER = table("""
    anonymous:                                                            401
    outsider, reader, publisher, maintainer, owner, admin:                ok
    demoted_admin, admin_without_scope, owner_of_another_group:           ok
    reader_read_token, publisher_publish_token, owner_read_token:         403
    bound_to_this_group, bound_to_another_group, bound_to_another_api:    403
    machine:                                                              403
    expired, revoked, deactivated:                                        401
""")

ADMIN = table("""
    anonymous:                                                            401
    outsider, reader, publisher, maintainer, owner:                       403
    admin:                                                                ok
    demoted_admin, admin_without_scope, owner_of_another_group, machine:  403
    reader_read_token, publisher_publish_token, owner_read_token:         403
    bound_to_this_group, bound_to_another_group, bound_to_another_api:    403
    expired, revoked, deactivated:                                        401
""")

SOMEBODY_ELSES = table("""
    anonymous:                                                            401
    outsider, reader, publisher, maintainer, owner:                       404
    admin:                                                                ok
    demoted_admin, admin_without_scope, owner_of_another_group, machine:  404
    reader_read_token, publisher_publish_token, owner_read_token:         404
    bound_to_this_group, bound_to_another_group, bound_to_another_api:    404
    expired, revoked, deactivated:                                        401
""")

SOMEBODY_ELSES_TO_MANAGE = table("""
    anonymous:                                                            401
    outsider, reader, publisher, maintainer, owner:                       404
    admin:                                                                ok
    demoted_admin, admin_without_scope, owner_of_another_group:           404
    reader_read_token, publisher_publish_token, owner_read_token:         403
    bound_to_this_group, bound_to_another_group, bound_to_another_api:    404
    machine:                                                              403
    expired, revoked, deactivated:                                        401
""")

INVITATION_OF_GROUP = table("""
    anonymous:                                                            401
    outsider, demoted_admin, admin_without_scope, owner_of_another_group: 404
    reader, publisher, maintainer:                                        404
    owner, admin, bound_to_this_group:                                    ok
    reader_read_token, publisher_publish_token, owner_read_token:         403
    machine:                                                              403
    bound_to_another_group, bound_to_another_api:                         404
    expired, revoked, deactivated:                                        401
""")
