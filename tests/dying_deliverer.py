"""What if a deliverer dies right after the receiver has heard it? A process that does so."""

import os
import signal

from service.job_worker import create_units
from service.webhooks import deliverer as module
from tests.app_settings import make_settings
from tests.webhook_receivers import deliverer


def die(*_: object, **__: object) -> bool:
    """End as the machine does when the power goes."""
    os.kill(os.getpid(), signal.SIGKILL)
    return False


if __name__ == "__main__":
    vars(module)["end_errand"] = die
    units = create_units(make_settings(database_url=os.environ["BINDERY_TEST_DATABASE"]))
    deliverer(units).deliver_due()
