"""Which operations are there about policies?"""
