"""Who may steer a job? Pure; a job knows the ids of the group and API it is about."""

from service.authorization import (
    Actor,
    Decision,
    Role,
    Scope,
    decide_in_group,
    decide_in_instance,
)
from service.jobs.models import Job


def can_steer_job(actor: Actor, job: Job) -> Decision:
    """May the actor cancel the job, or have it done again? Whoever may cause such work may."""
    if job.group_id is None:
        return decide_in_instance(actor)
    return decide_in_group(
        actor, job.group_id, role=Role.PUBLISHER, scope=Scope.PUBLISH, api_id=job.api_id
    )
