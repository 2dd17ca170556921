"""What is told outside when something happened?"""

from service.unit_of_work import Event, UnitOfWork
from service.webhooks.repository import OutboxRepository
from service.webhooks.telling import tell
from service.webhooks.use_cases.outbox import announce


def tell_outside(work: UnitOfWork, event: Event) -> None:
    """Write what is told of it in the transaction of the change, so that none is lost.

    What happens to the whole instance, such as its policy, is told in no group.
    """
    if event.group_id is None:
        return
    place = OutboxRepository(work.session).place_of(event.group_id, event.api_id)
    for kind, data in tell(event, place):
        announce(work, kind, group_id=event.group_id, api_id=event.api_id, data=data)
