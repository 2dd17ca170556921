"""Who may look after the instance? Pure."""

from service.authorization import Actor, Decision, decide_in_instance


def can_read_statistics(actor: Actor) -> Decision:
    """May the actor see how much of everything there is?"""
    return decide_in_instance(actor)
