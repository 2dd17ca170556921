"""Which operations are there about versions?"""
