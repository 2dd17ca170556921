"""Which work outlives a request, and how is none of it lost?"""
