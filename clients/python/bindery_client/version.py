"""Which version of the API is this the client of?"""

__version__ = "1.0.0"
DOCUMENT_DIGEST = "bindery1:63d82346a4d341ae6cf72e6221a24e1eabb9042a0573878bea62edcd48f217e3"
"""What the client was built from: the digest of the document."""
USER_AGENT = "bindery-client/1.0.0 (bindery1:63d82346a4d341ae6cf72e6221a24e1eabb9042a0573878bea62edcd48f217e3)"
API_PATH = "/api/v1"
"""What may be left out of the address, since it begins every path of the document."""
