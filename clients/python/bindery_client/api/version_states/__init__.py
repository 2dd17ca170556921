"""Which operations are there about version states?"""
