"""Where are events, webhooks and deliveries reached?"""
