"""Which operations are there about jobs?"""
