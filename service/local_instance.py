"""What must exist before the embedded size can start? Each step does nothing if it was done."""

import json
import os
import secrets
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, nullcontext, suppress
from dataclasses import dataclass
from pathlib import Path

from alembic.runtime.migration import MigrationContext
from flask import Flask
from flask_migrate import upgrade

from service.admin.backup import back_up
from service.apis.use_cases.apis import create_api
from service.authorization import SYSTEM, Scope
from service.clock import system_clock
from service.errors import ServiceError
from service.extensions import database
from service.groups.errors import NameTaken, QuotaExceeded
from service.groups.models import Visibility
from service.groups.use_cases import create_group
from service.http_api.state import EXTENSION_NAME, ServiceState
from service.identities.passwords import Passwords
from service.identities.use_cases import create_administrator
from service.migration_head import migration_head
from service.openapi_documents import ReadLimits
from service.settings import Settings
from service.tokens.use_cases import Lifetimes, TokenWish, create_token_for
from service.versions.errors import VersionExists
from service.versions.use_cases import (
    Allowances,
    PublicationResult,
    Submission,
    publish_version,
)

ADMINISTRATOR = "admin"
OWN_NAME = "bindery"
SECRET_KEY_FILE = "secret-key"  # noqa: S105 - a file's name
BACKUPS_KEPT = 10
_TOLD = {
    PublicationResult.ACCEPTED: "published",
    PublicationResult.HELD: "held for a maintainer's decision",
    PublicationResult.UNCHANGED: "is there already",
}


@dataclass(frozen=True, slots=True)
class FirstAdministrator:
    """The first administrator's user name, password and access token, shown once."""

    username: str
    password: str
    token: str


@dataclass(frozen=True, slots=True)
class Migration:
    """What migrating did: `before` and `after` are revisions (None: no schema), `backup` a file."""

    before: str | None
    after: str | None
    backup: Path | None


def local_environment(environment: Mapping[str, str], data_dir: Path) -> dict[str, str]:
    """Return the environment of a local instance: the given one, and what it leaves open.

    The secret key is made once and kept in the data folder, readable by its owner only.
    """
    defaults = {"BINDERY_PROFILE": "production", "BINDERY_DATA_DIR": str(data_dir)}
    chosen = {**defaults, **environment}
    if "BINDERY_SECRET_KEY" not in chosen:
        chosen["BINDERY_SECRET_KEY"] = _kept_secret(data_dir / SECRET_KEY_FILE)
    return chosen


def _kept_secret(path: Path) -> str:
    try:
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return path.read_text(encoding="ascii").strip()
    with os.fdopen(descriptor, "w", encoding="ascii") as file:
        secret = secrets.token_urlsafe(48)
        file.write(secret + "\n")
    return secret


def migrate_with_backup(app: Flask, settings: Settings) -> Migration:
    """Bring the database to the schema of this code, after a backup if it holds data.

    Only an embedded database is backed up; a server has its own means.
    """
    with app.app_context():
        before = _revision()
        if before == migration_head():
            return Migration(before, before, None)
        backup = _back_up(settings, before) if before and settings.is_embedded else None
        upgrade()
        return Migration(before, _revision(), backup)


def _revision() -> str | None:
    with database.engine.connect() as connection:
        return MigrationContext.configure(connection).get_current_revision()


def _back_up(settings: Settings, revision: str) -> Path:
    folder = settings.data_dir / "backups"
    folder.mkdir(mode=0o700, exist_ok=True)
    moment = system_clock().strftime("%Y%m%dT%H%M%S%fZ")
    target = folder / f"bindery-{revision}-{moment}.sqlite3"
    back_up(settings, target)
    for old in sorted(folder.glob("bindery-*.sqlite3"), key=os.path.getmtime)[:-BACKUPS_KEPT]:
        old.unlink()
    return target


@contextmanager
def only_instance(data_dir: Path) -> Iterator[int | None]:
    """Yield the lock of this data folder, a file descriptor; None if another process holds it.

    A child that inherits the descriptor holds the lock, too: nobody else serves while it lives.
    """
    import fcntl  # noqa: PLC0415 - not there on Windows, where only this command is missing

    with (data_dir / "serve.lock").open("a") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            yield None
            return
        yield file.fileno()


def ensure_administrator(app: Flask) -> FirstAdministrator | None:
    """Create the first administrator with an access token; None if there has been one before."""
    state = _state(app)
    password = secrets.token_urlsafe(18)
    created = create_administrator(
        state.units,
        SYSTEM,
        username=ADMINISTRATOR,
        read_password=lambda: password,
        passwords=Passwords.from_settings(state.settings),
    )
    if not created:
        return None
    with state.units.writing() as work:
        issued = create_token_for(
            work,
            SYSTEM,
            username=ADMINISTRATOR,
            wish=TokenWish(name="first start", scopes=(Scope.ADMIN,)),
            lifetimes=Lifetimes.from_settings(state.settings),
        )
    return FirstAdministrator(ADMINISTRATOR, password, issued.token)


def publish_own_contract(app: Flask) -> str:
    """Publish the service's own document as `bindery/bindery`; return what came of it, in words."""
    state = _state(app)
    _ensure_own_api(state)
    settings = state.settings
    try:
        publication = publish_version(
            state.units,
            SYSTEM,
            submission=Submission(
                group_name=OWN_NAME,
                api_name=OWN_NAME,
                raw=own_document(app),
                version_name=None,
                base_name=None,
            ),
            allowances=Allowances(
                limits=ReadLimits(),
                slot=nullcontext,
                quota_versions=settings.quota_versions,
                quota_bytes=settings.quota_bytes,
            ),
        )
    except VersionExists:
        return "is there already, with an earlier document of this version"
    except ServiceError as refusal:
        return f"could not be published: {refusal.message}"
    return f"{_TOLD[publication.result]} as version {publication.version.name}"


def _ensure_own_api(state: ServiceState) -> None:
    group = {
        "name": OWN_NAME,
        "display_name": "Bindery",
        "description": "This service's own contract.",
        "visibility": Visibility.PUBLIC,
    }
    api = {
        "name": OWN_NAME,
        "display_name": "Bindery's API",
        "description": "What this instance offers to programs.",
    }
    with suppress(NameTaken), state.units.writing() as work:
        create_group(work, SYSTEM, values=group)
    with suppress(NameTaken, QuotaExceeded), state.units.writing() as work:
        create_api(
            work,
            SYSTEM,
            group_name=OWN_NAME,
            values=api,
            default_quota=state.settings.quota_apis,
        )


def own_document(app: Flask) -> bytes:
    """Return the OpenAPI document of the service itself, as it is published."""
    api = app.extensions["flask-smorest"]["apis"]["V1_"]["ext_obj"]
    return json.dumps(api.spec.to_dict(), indent=2).encode()


def _state(app: Flask) -> ServiceState:
    state: ServiceState = app.extensions[EXTENSION_NAME]
    return state
