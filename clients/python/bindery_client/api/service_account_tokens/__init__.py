"""Which operations are there about service account tokens?"""
