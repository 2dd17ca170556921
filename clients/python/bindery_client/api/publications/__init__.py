"""Which operations are there about publications?"""
