"""Which version of the API is this the client of?"""

__version__ = "1.0.0"
DOCUMENT_DIGEST = "bindery1:4c744d656cf34a324c9abac5eb5d07827f5736e0a80d11107824bde70a79088f"
"""What the client was built from: the digest of the document."""
USER_AGENT = "bindery-client/1.0.0 (bindery1:4c744d656cf34a324c9abac5eb5d07827f5736e0a80d11107824bde70a79088f)"
API_PATH = "/api/v1"
"""What may be left out of the address, since it begins every path of the document."""
