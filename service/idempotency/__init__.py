"""Was this request made before?"""
