"""How is a deliverer put together? As `app.py` does it for the web, without the web."""

import importlib.metadata

from service.job_worker import create_units
from service.outgoing_http import OutgoingHttp
from service.settings import Settings
from service.webhooks.deliverer import Deliverer
from service.webhooks.receivers import guard_of


def create_deliverer(settings: Settings) -> Deliverer:
    """Return a deliverer on the database of the settings; it connects to nothing yet."""
    version = importlib.metadata.version("bindery")
    return Deliverer(
        create_units(settings),
        OutgoingHttp(guard_of(settings), user_agent=f"Bindery/{version} (webhooks)"),
        secret_key=settings.secret_key,
        places=settings.webhook_places,
    )
