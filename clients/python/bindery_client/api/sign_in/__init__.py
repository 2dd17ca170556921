"""Which operations are there about sign in?"""
