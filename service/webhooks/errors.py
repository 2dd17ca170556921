"""Which refusals come from webhooks?"""

from service.errors import Conflict


class WebhookOff(Conflict):
    """A disabled webhook is sent nothing, on demand neither; it must be enabled first."""

    code = "webhook_off"


class TooManySecrets(Conflict):
    """So many former secrets still hold that one more would be hard to keep in view."""

    code = "too_many_secrets"
