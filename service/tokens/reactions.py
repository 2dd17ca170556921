"""What happens to access tokens when something happened elsewhere?"""

from service.identities.events import PasswordChanged
from service.tokens.repository import TokenRepository
from service.unit_of_work import Event, UnitOfWork


def end_other_tokens(work: UnitOfWork, event: Event) -> None:
    """End the other access tokens of a user who changed the password, unless they keep them."""
    if isinstance(event, PasswordChanged) and event.ends_access_tokens:
        TokenRepository(work.session).revoke_others(
            event.subject_id, but=event.actor.token_id, now=work.now
        )
