"""Which version of the API is this the client of?"""

__version__ = "1.0.0"
DOCUMENT_DIGEST = "bindery1:f2c4e082d0b3339f795eb9876ccf144b8257f639f0d63ece32bd038406070fec"
"""What the client was built from: the digest of the document."""
USER_AGENT = "bindery-client/1.0.0 (bindery1:f2c4e082d0b3339f795eb9876ccf144b8257f639f0d63ece32bd038406070fec)"
API_PATH = "/api/v1"
"""What may be left out of the address, since it begins every path of the document."""
