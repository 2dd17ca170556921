"""What can be done with events, webhooks and deliveries? One function per verb."""
