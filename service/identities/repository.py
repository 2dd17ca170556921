"""Which users are stored?"""

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from service.errors import NotFound
from service.identities.errors import EmailTaken, UsernameTaken
from service.identities.models import User
from service.pagination import Order, Page, PageRequest, fetch_page


class UserRepository:
    """All SQL about users."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def add(self, user: User) -> User:
        """Add a user; raises `UsernameTaken`, `EmailTaken`."""
        self._refuse_taken(user)
        self._session.add(user)
        try:
            self._session.flush()
        except IntegrityError:  # somebody else was faster
            raise _username_taken(user.username) from None
        return user

    def save(self, user: User) -> None:
        """Write what was changed of a user now, so that its entity tag is the new one."""
        self._session.add(user)
        self._session.flush()

    def find(self, user_id: str) -> User | None:
        """Return the user with that id."""
        return self._session.get(User, user_id)

    def find_locked(self, user_id: str) -> User | None:
        """Return the user with that id as stored now, kept from others until the end."""
        return self._session.get(User, user_id, with_for_update=True)

    def get_locked(self, user_id: str) -> User:
        """Return the user as `find_locked` does; raises `NotFound`."""
        user = self.find_locked(user_id)
        if user is None:
            raise NotFound("There is no such user any more.")
        return user

    def find_by_username(self, username: str) -> User | None:
        """Return the user with that name."""
        return self._session.scalar(select(User).where(User.username == username))

    def get_by_username(self, username: str) -> User:
        """Return the user with that name; raises `NotFound`."""
        user = self.find_by_username(username)
        if user is None:
            raise NotFound(f"There is no user '{username}'.")
        return user

    def list_users(
        self, *, page: PageRequest, is_active: bool | None, is_admin: bool | None
    ) -> Page[User]:
        """Return a page of users, by name."""
        statement = select(User)
        if is_active is not None:
            statement = statement.where(User.is_active == is_active)
        if is_admin is not None:
            statement = statement.where(User.is_admin == is_admin)
        return fetch_page(self._session, statement, order=Order([User.username]), page=page)

    def lock_administrators(self) -> list[str]:
        """Return the ids of the active administrators, kept from others until the end.

        All are locked, always in the same order, so that of two administrators who deactivate
        each other one waits and then finds itself the last.
        """
        return list(
            self._session.scalars(
                select(User.id)
                .where(User.is_admin, User.is_active)
                .order_by(User.id)
                .with_for_update()
            )
        )

    def _refuse_taken(self, user: User) -> None:
        if self.find_by_username(user.username) is not None:
            raise _username_taken(user.username)
        same_email = select(User.id).where(User.email == user.email)
        if user.email is not None and self._session.scalar(same_email):
            raise EmailTaken("Another user has this e-mail address.")


def _username_taken(username: str) -> UsernameTaken:
    return UsernameTaken(f"The user name '{username}' is taken.", details={"username": username})
