"""Which version of the API is this the client of?"""

__version__ = "1.0.0"
DOCUMENT_DIGEST = "bindery1:9a92225d5bc30e35deba9c6992c36d63927162086f52b9d18c7f0a1d4dc2ba35"
"""What the client was built from: the digest of the document."""
USER_AGENT = "bindery-client/1.0.0 (bindery1:9a92225d5bc30e35deba9c6992c36d63927162086f52b9d18c7f0a1d4dc2ba35)"
API_PATH = "/api/v1"
"""What may be left out of the address, since it begins every path of the document."""
