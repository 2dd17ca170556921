"""Which operations are there about sdks?"""
