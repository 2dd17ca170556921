"""Is there a message that shows what a finding says?"""

from service.openapi_witnesses.proving import prove

__all__ = ["prove"]
