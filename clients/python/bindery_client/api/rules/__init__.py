"""Which operations are there about rules?"""
