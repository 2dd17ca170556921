"""Which version of the API is this the client of?"""

__version__ = "1.0.0"
DOCUMENT_DIGEST = "bindery1:db56599144d67d3bc6cf7429a4f7f878bf17a26468968b9b23c6afc6ecf41cbb"
"""What the client was built from: the digest of the document."""
USER_AGENT = "bindery-client/1.0.0 (bindery1:db56599144d67d3bc6cf7429a4f7f878bf17a26468968b9b23c6afc6ecf41cbb)"
API_PATH = "/api/v1"
"""What may be left out of the address, since it begins every path of the document."""
