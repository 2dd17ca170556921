"""What do versions, changes and decisions look like over HTTP?"""

from service.versions.schemas.asked import (
    ChangeQuery,
    ComparisonQuery,
    DocumentQuery,
    OperationQuery,
    PublishQuery,
    VersionQuery,
    VersionReviewSchema,
    VersionStateUpdateSchema,
    VersionWithholdSchema,
)
from service.versions.schemas.changes import (
    ChangePage,
    ComparisonSchema,
)
from service.versions.schemas.versions import (
    CheckSchema,
    OperationPage,
    RefusedPublicationPage,
    VersionPage,
    VersionSchema,
)

__all__ = [
    "ChangePage",
    "ChangeQuery",
    "CheckSchema",
    "ComparisonQuery",
    "ComparisonSchema",
    "DocumentQuery",
    "OperationPage",
    "OperationQuery",
    "PublishQuery",
    "RefusedPublicationPage",
    "VersionPage",
    "VersionQuery",
    "VersionReviewSchema",
    "VersionSchema",
    "VersionStateUpdateSchema",
    "VersionWithholdSchema",
]
