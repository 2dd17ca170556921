"""Which operations are there about instance?"""
