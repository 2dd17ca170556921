"""Which operations are there about apis?"""
