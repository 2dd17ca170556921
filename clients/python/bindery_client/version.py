"""Which version of the API is this the client of?"""

__version__ = "1.0.0"
DOCUMENT_DIGEST = "bindery1:c5d3aee6e78f7b66432f65a3a27058c2a85dbff2ec7d1839a0cbc39342faed45"
"""What the client was built from: the digest of the document."""
USER_AGENT = "bindery-client/1.0.0 (bindery1:c5d3aee6e78f7b66432f65a3a27058c2a85dbff2ec7d1839a0cbc39342faed45)"
API_PATH = "/api/v1"
"""What may be left out of the address, since it begins every path of the document."""
