"""Which operations are there about events?"""
