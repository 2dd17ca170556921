"""Which version of the API is this the client of?"""

__version__ = "1.0.0"
