"""What happens to clients when something happens to versions?"""

from service.sdks.repository import SdkRepository
from service.sdks.use_cases import queue_build, withdraw_builds
from service.unit_of_work import Event, UnitOfWork


def queue_sdk_build(work: UnitOfWork, event: Event) -> None:
    """Queue the client of a version that was published or released, with the publication itself."""
    version = SdkRepository(work.session).find_version(event.subject_id)
    if version is not None:
        queue_build(work, event.actor, version=version)


def withdraw_sdk_builds(work: UnitOfWork, event: Event) -> None:
    """Take back what was made of a document that was withheld."""
    withdraw_builds(work, event.subject_id)
