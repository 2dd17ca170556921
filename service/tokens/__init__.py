"""Which access tokens are there, and who is behind a request?"""
