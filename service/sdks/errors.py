"""Which refusals come from builds of clients?"""

from service.errors import Conflict


class SdkNotRebuildable(Conflict):
    """Another build would change nothing, or is not for this version."""

    code = "sdk_not_rebuildable"
