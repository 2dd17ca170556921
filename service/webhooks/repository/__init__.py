"""All SQL of events, webhooks and deliveries."""

from service.webhooks.repository.deliveries import DeliveryRepository
from service.webhooks.repository.outbox import OutboxRepository
from service.webhooks.repository.webhooks import WebhookRepository

__all__ = ["DeliveryRepository", "OutboxRepository", "WebhookRepository"]
