"""Which operations are there about access tokens?"""
