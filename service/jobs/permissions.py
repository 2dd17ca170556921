"""Who may see and steer a job? Pure; a job knows the ids of the group and API it is about."""

from service.authorization import (
    Actor,
    Decision,
    Role,
    Scope,
    decide_in_group,
    decide_in_instance,
)
from service.jobs.models import Job


def can_see_job(actor: Actor, job: Job) -> Decision:
    """May the actor see the job? Members of its group may; of the instance's, administrators."""
    return _decide(actor, job, role=Role.READER, scope=Scope.READ)


def can_steer_job(actor: Actor, job: Job) -> Decision:
    """May the actor cancel the job, or have it done again? Whoever may cause such work may."""
    return _decide(actor, job, role=Role.PUBLISHER, scope=Scope.PUBLISH)


def _decide(actor: Actor, job: Job, *, role: Role, scope: Scope) -> Decision:
    if job.group_id is None:
        return decide_in_instance(actor)
    return decide_in_group(actor, job.group_id, role=role, scope=scope, api_id=job.api_id)
