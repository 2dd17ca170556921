"""What can be done with versions? One function per verb."""

from service.versions.use_cases.comparing import Pair, compare_versions
from service.versions.use_cases.drift import (
    Recomputed,
    count_verdicts,
    find_api_id,
    recompute_verdicts,
)
from service.versions.use_cases.examination import (
    Allowances,
    Examination,
    PublicationResult,
    Submission,
    check_version,
)
from service.versions.use_cases.publishing import Publication, publish_version, tell_examination
from service.versions.use_cases.reading import (
    Found,
    Place,
    find_version,
    list_changes,
    list_operations,
    list_refused,
    list_versions,
    load_document,
)
from service.versions.use_cases.reviews import Review, ReviewDecision, review_version
from service.versions.use_cases.states import StateChange, set_version_state, withhold_document

__all__ = [
    "Allowances",
    "Examination",
    "Found",
    "Pair",
    "Place",
    "Publication",
    "PublicationResult",
    "Recomputed",
    "Review",
    "ReviewDecision",
    "StateChange",
    "Submission",
    "check_version",
    "compare_versions",
    "count_verdicts",
    "find_api_id",
    "find_version",
    "list_changes",
    "list_operations",
    "list_refused",
    "list_versions",
    "load_document",
    "publish_version",
    "recompute_verdicts",
    "review_version",
    "set_version_state",
    "tell_examination",
    "withhold_document",
]
