"""What of a version counts where it is compared?"""

from dataclasses import dataclass
from typing import Self

from service.versions.models import ApiVersion


@dataclass(frozen=True, slots=True)
class Standing:
    """A version as the publication rules see it."""

    id: str
    name: str
    digest: str
    checksum: str
    is_withheld: bool

    @classmethod
    def of(cls, version: ApiVersion) -> Self:
        """Return what the rules see of a loaded version."""
        return cls(
            id=version.id,
            name=version.name,
            digest=version.digest,
            checksum=version.document_checksum,
            is_withheld=version.withheld_at is not None,
        )
