"""Which successes does no HTTP test see, and why not?"""

from types import MappingProxyType

NOT_EXERCISED: MappingProxyType[tuple[str, int], str] = MappingProxyType({})
"""(operationId, status) -> reason; one that is not needed any more fails the run."""
