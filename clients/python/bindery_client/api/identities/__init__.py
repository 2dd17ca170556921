"""Which operations are there about identities?"""
