"""Which operations are there about service accounts?"""
