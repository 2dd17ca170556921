"""What can be done with users and their passwords? One function per verb.

argon2 is slow on purpose, so passwords are hashed while no transaction is open: such functions
take the door to the database instead of one unit of work.
"""

from collections.abc import Callable, Mapping
from typing import Any

from service.authorization import Actor, require
from service.database import require_etag
from service.identities.errors import (
    InvalidCredentials,
    LastAdministrator,
    UsernameTaken,
    WeakPassword,
)
from service.identities.events import (
    ENDED,
    KEPT,
    PasswordChanged,
    UserChanged,
    UserCreated,
    about_user,
)
from service.identities.models import User
from service.identities.passwords import Passwords
from service.identities.permissions import can_change_own_password, can_manage_users
from service.identities.repository import UserRepository
from service.pagination import Page, PageRequest
from service.unit_of_work import UnitOfWork, UnitsOfWork


def list_users(
    work: UnitOfWork,
    actor: Actor,
    *,
    page: PageRequest,
    is_active: bool | None,
    is_admin: bool | None,
) -> Page[User]:
    """Return a page of users; raises `NotPermitted`."""
    require(actor, can_manage_users(actor))
    return UserRepository(work.session).list_users(
        page=page, is_active=is_active, is_admin=is_admin
    )


def get_user(work: UnitOfWork, actor: Actor, *, username: str) -> User:
    """Return a user; raises `NotPermitted` (whether or not there is one), `NotFound`."""
    require(actor, can_manage_users(actor))
    return UserRepository(work.session).get_by_username(username)


def change_user(
    work: UnitOfWork,
    actor: Actor,
    *,
    username: str,
    expected: frozenset[str],
    values: Mapping[str, Any],
) -> User:
    """Change what `values` names; whoever is deactivated is out at once, tokens and all.

    Raises `NotPermitted`, `NotFound`, `PreconditionFailed`, `LastAdministrator`.
    """
    require(actor, can_manage_users(actor))
    users = UserRepository(work.session)
    administrators = users.lock_administrators()
    user = users.get_by_username(username)
    require_etag(user, expected)
    changes = {key: value for key, value in values.items() if getattr(user, key) != value}
    stays_administrator = values.get("is_admin", True) and values.get("is_active", True)
    if administrators == [user.id] and not stays_administrator:
        raise LastAdministrator("The instance keeps at least one active administrator.")
    for key, value in changes.items():
        setattr(user, key, value)
    if changes:
        users.save(user)
        work.record(about_user(UserChanged, actor, user, **changes))
    return user


def create_administrator(
    units: UnitsOfWork,
    actor: Actor,
    *,
    username: str,
    read_password: Callable[[], str],
    passwords: Passwords,
) -> bool:
    """Create an administrator unless there is one of that name; say whether it was created.

    For operators, who are asked for a password only if one is needed. Raises `UsernameTaken` if
    the name belongs to somebody who is no active administrator, `WeakPassword`.
    """
    with units.reading() as work:
        known = UserRepository(work.session).find_by_username(username)
    if known is not None and known.is_admin and known.is_active:
        return False
    if known is not None:
        raise UsernameTaken(f"'{username}' is a user, but no active administrator.")
    password_hash = hash_new_password(passwords, read_password(), username=username)
    with units.writing() as work:
        user = UserRepository(work.session).add(
            User(
                username=username,
                display_name=username,
                password_hash=password_hash,
                password_changed_at=work.now,
                is_admin=True,
                is_active=True,
                created_at=work.now,
                revision=1,
            )
        )
        work.record(about_user(UserCreated, actor, user, is_admin=True))
    return True


def verify_credentials(
    units: UnitsOfWork, *, username: str, password: str, passwords: Passwords
) -> User:
    """Return the active user who has this name and password.

    Raises `InvalidCredentials`; for an unknown name, a wrong password and a deactivated user
    alike, after the same work.
    """
    with units.reading() as work:
        user = UserRepository(work.session).find_by_username(username)
    password_hash = user.password_hash if user else None
    is_right = passwords.verifies(password, password_hash)
    if user is None or password_hash is None or not is_right or not user.is_active:
        raise InvalidCredentials("User name and password do not belong together.")
    if passwords.is_outdated(password_hash):
        _replace_hash(units, user, passwords.hashed(password), old_hash=password_hash)
    return user


def change_password(
    units: UnitsOfWork,
    actor: Actor,
    *,
    old_password: str,
    new_password: str,
    keep_access_tokens: bool,
    passwords: Passwords,
) -> None:
    """Give the actor a new password; their other access tokens end unless they keep them.

    Raises `NotPermitted`, `InvalidCredentials`, `WeakPassword`.
    """
    require(actor, can_change_own_password(actor))
    old = verify_credentials(units, username=actor.name, password=old_password, passwords=passwords)
    new_hash = hash_new_password(passwords, new_password, username=actor.name, field="new_password")
    with units.writing() as work:
        user = UserRepository(work.session).find_locked(old.id)
        if user is None or user.password_changed_at != old.password_changed_at:
            raise InvalidCredentials("The password was changed meanwhile.")
        _store_password(work, actor, user, new_hash=new_hash, keep_access_tokens=keep_access_tokens)


def set_password(
    units: UnitsOfWork,
    actor: Actor,
    *,
    username: str,
    read_password: Callable[[], str],
    keep_access_tokens: bool,
    passwords: Passwords,
) -> None:
    """Give a user who lost the password another; their access tokens end unless they keep them.

    For operators, who are asked for no permission, and for the password only if there is such a
    user. Raises `NotFound`, `WeakPassword`.
    """
    with units.reading() as work:
        user_id = UserRepository(work.session).get_by_username(username).id
    new_hash = hash_new_password(passwords, read_password(), username=username)
    with units.writing() as work:
        user = UserRepository(work.session).get_locked(user_id)
        _store_password(work, actor, user, new_hash=new_hash, keep_access_tokens=keep_access_tokens)


def hash_new_password(
    passwords: Passwords, password: str, *, username: str, field: str = "password"
) -> str:
    """Return the hash of a password that keeps the rules; raises `WeakPassword`."""
    if problems := passwords.problems_of(password, username=username):
        raise WeakPassword(
            "The password is not good enough; see details.", details={"json": {field: problems}}
        )
    return passwords.hashed(password)


def _store_password(
    work: UnitOfWork, actor: Actor, user: User, *, new_hash: str, keep_access_tokens: bool
) -> None:
    user.password_hash = new_hash
    user.password_changed_at = work.now
    UserRepository(work.session).save(user)
    kept_or_ended = KEPT if keep_access_tokens else ENDED
    work.record(about_user(PasswordChanged, actor, user, access_tokens=kept_or_ended))


def _replace_hash(units: UnitsOfWork, user: User, new_hash: str, *, old_hash: str) -> None:
    """Store the same password hashed with today's parameters, unless it was changed meanwhile."""
    with units.writing() as work:
        stored = UserRepository(work.session).find_locked(user.id)
        if stored is not None and stored.password_hash == old_hash:
            stored.password_hash = new_hash
