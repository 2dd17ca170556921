"""Which operations are there about audit?"""
