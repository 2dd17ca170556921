"""What can be done with the clients of versions? One function per verb."""

from service.sdks.use_cases.asking import (
    ToldSdk,
    describe_sdk,
    list_builds,
    queue_build,
    rebuild_sdk,
    withdraw_builds,
)
from service.sdks.use_cases.outcomes import (
    Order,
    close_abandoned,
    keep_failure,
    keep_package,
    load_order,
)

__all__ = [
    "Order",
    "ToldSdk",
    "close_abandoned",
    "describe_sdk",
    "keep_failure",
    "keep_package",
    "list_builds",
    "load_order",
    "queue_build",
    "rebuild_sdk",
    "withdraw_builds",
]
