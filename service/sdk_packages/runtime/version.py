"""Which version is this the client of? Stands in for the module that each package gets."""

__version__ = "0"
DOCUMENT_DIGEST = ""
"""What the client was built from: the digest of the document."""
USER_AGENT = "client"
API_PATH = ""
"""What may be left out of the address, since it begins every path of the document."""
