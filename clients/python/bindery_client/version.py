"""Which version of the API is this the client of?"""

__version__ = "1.0.0"
DOCUMENT_DIGEST = "bindery1:d34bfce9cf89e20ffe3a3360b3248d2d2d9a025eb0190b5c90b2c7f11ac7fc58"
"""What the client was built from: the digest of the document."""
USER_AGENT = "bindery-client/1.0.0 (bindery1:d34bfce9cf89e20ffe3a3360b3248d2d2d9a025eb0190b5c90b2c7f11ac7fc58)"
API_PATH = "/api/v1"
"""What may be left out of the address, since it begins every path of the document."""
