"""Which refusals come from invitations?"""

from service.errors import Conflict


class InvitationNotUsable(Conflict):
    """No such invitation, or one that was accepted, revoked or has expired: all alike."""

    code = "invitation_not_usable"
