"""Which operations are there about groups?"""
