"""Which operations are there about webhooks?"""
