"""How is the instance looked after? One function per verb."""

import importlib.metadata
from dataclasses import dataclass
from datetime import timedelta

from service.admin.events import InstanceSwept
from service.admin.permissions import can_read_statistics
from service.admin.repository import InstanceRepository
from service.authorization import Actor, require
from service.idempotency.use_cases import forget_expired_keys
from service.invitations.repository import InvitationRepository
from service.jobs.repository import JobRepository
from service.openapi_diff import ENGINE_VERSION, RULESET_DIGEST
from service.tokens.repository import TokenRepository
from service.unit_of_work import UnitOfWork
from service.webhooks.use_cases.outbox import forget_old_events

KEPT_AFTER_END = timedelta(days=90)
"""How long ended access tokens, closed invitations and jobs can still be looked up."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Software:
    """What runs here: the service, and the engine that judges, with the digest of its rules."""

    version: str
    engine_version: str
    ruleset_digest: str


def describe_software() -> Software:
    """Return what runs here."""
    return Software(
        version=importlib.metadata.version("bindery"),
        engine_version=ENGINE_VERSION,
        ruleset_digest=RULESET_DIGEST,
    )


def count_everything(work: UnitOfWork, actor: Actor) -> dict[str, int]:
    """Return how much of everything there is; raises `NotPermitted`."""
    require(actor, can_read_statistics(actor))
    return InstanceRepository(work.session).count_everything(work.now)


def sweep(work: UnitOfWork, actor: Actor) -> dict[str, int]:
    """Delete what nobody can use any more; return how many of each kind. For operators."""
    long_ago = work.now - KEPT_AFTER_END
    counts = {
        "idempotency_keys": forget_expired_keys(work),
        "access_tokens": TokenRepository(work.session).remove_ended_before(long_ago),
        "invitations": InvitationRepository(work.session).remove_closed_before(long_ago),
        "jobs": JobRepository(work.session).remove_finished_before(long_ago),
        "events": forget_old_events(work),
    }
    if any(counts.values()):
        work.record(
            InstanceSwept(
                actor=actor,
                subject_type="instance",
                subject_id="instance",
                subject="instance",
                details=counts,
            )
        )
    return counts
