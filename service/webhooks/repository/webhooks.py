"""Which webhooks are there, and who wants which event?"""

from sqlalchemy import ColumnElement, func, or_, select
from sqlalchemy.orm import Session, joinedload

from service.errors import NotFound
from service.pagination import Order, Page, PageRequest, fetch_page
from service.webhooks.models import OutgoingEvent, Webhook


class WebhookRepository:
    """All SQL about webhooks."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def add(self, webhook: Webhook) -> Webhook:
        """Add a webhook to its group, which must be locked for its quota to hold."""
        self._session.add(webhook)
        self._session.flush()
        return webhook

    def save(self) -> None:
        """Write what was changed now, so that the entity tag is the new one."""
        self._session.flush()

    def remove(self, webhook: Webhook) -> None:
        """Delete a webhook, and its deliveries with it."""
        self._session.delete(webhook)
        self._session.flush()

    def get(self, group_id: str, webhook_id: str) -> Webhook:
        """Return a webhook of the group with its API; raises `NotFound`."""
        webhook = self._session.scalar(
            select(Webhook)
            .where(Webhook.group_id == group_id, Webhook.id == webhook_id)
            .options(joinedload(Webhook.api))
        )
        if webhook is None:
            raise NotFound("The group has no such webhook.")
        return webhook

    def list_of_group(self, group_id: str, *, page: PageRequest) -> Page[Webhook]:
        """Return a page of the group's webhooks with their APIs, the oldest first."""
        statement = (
            select(Webhook).where(Webhook.group_id == group_id).options(joinedload(Webhook.api))
        )
        order = Order([Webhook.created_at, Webhook.id])
        return fetch_page(self._session, statement, order=order, page=page)

    def count(self, group_id: str) -> int:
        """Return how many webhooks the group has."""
        statement = select(func.count()).select_from(Webhook).where(Webhook.group_id == group_id)
        return self._session.scalar(statement) or 0

    def lock(self, webhook_id: str) -> Webhook | None:
        """Return the webhook as it is now, locked; None if it is gone.

        Its deliveries stand in lines, and lines are changed under this lock only. SQLite's writers
        wait for each other anyway.
        """
        return self._session.scalar(
            select(Webhook)
            .where(Webhook.id == webhook_id)
            .with_for_update(key_share=True)
            .execution_options(populate_existing=True)
        )

    def lock_subscribed(self, event: OutgoingEvent) -> list[Webhook]:
        """Return the enabled webhooks that want the event, locked, in an order all lock them in."""
        of_api: ColumnElement[bool] = Webhook.api_id.is_(None)
        if event.api_id is not None:
            of_api = or_(of_api, Webhook.api_id == event.api_id)
        webhooks = self._session.scalars(
            select(Webhook)
            .where(Webhook.group_id == event.group_id, of_api, Webhook.is_enabled)
            .order_by(Webhook.id)
            .with_for_update(key_share=True)
        )
        return [one for one in webhooks if not one.event_types or event.type in one.event_types]
