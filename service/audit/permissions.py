"""Who may read the audit of the instance? Pure; a group's is asked for in its own room."""

from service.authorization import Actor, Decision, decide_in_instance


def can_read_audit(actor: Actor) -> Decision:
    """May the actor read what everybody did?"""
    return decide_in_instance(actor)
