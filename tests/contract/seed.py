"""What exists when a contract run begins? A small company with something of everything."""

import json
from dataclasses import dataclass
from typing import Any

from flask import Flask
from sqlalchemy import update

from service.app import create_app
from service.authorization import Scope
from service.extensions import database
from service.groups.models import Visibility
from service.http_api.state import EXTENSION_NAME
from service.identities.models import User
from service.identities.passwords import Passwords
from service.unit_of_work import UnitsOfWork
from tests.app_settings import make_settings
from tests.contract.documents import order_document
from tests.contract.protected import ADMINISTRATOR, ADMINISTRATOR_TOKEN_ID
from tests.contract.spares import BODY_MAKERS, ORDERS, PATH_MAKERS, Ground
from tests.factories.world import Client, World

PASSWORD = "tall ships sail west"  # noqa: S105 - of users that exist for seconds
SPARES = 12
"""How many things of each kind there are that may be deleted or decided."""

FIXED_BODIES: dict[str, dict[str, Any]] = {
    "changePassword": {
        "old_password": PASSWORD,
        "new_password": PASSWORD,
        "keep_access_tokens": True,
    },
    "exchangePassword": {"username": "olivia", "password": PASSWORD},
}

FIXED_PATHS: dict[str, list[dict[str, Any]]] = {
    operation: [{"group": "acme", "api": "orders"}]
    for operation in ("publishVersion", "checkVersion", "compareVersions")
}


@dataclass(frozen=True, slots=True)
class Seed:
    """Who may call, and, by operation, which paths and bodies lead somewhere."""

    administrator: str
    reader: str
    paths: dict[str, list[dict[str, Any]]]
    bodies: dict[str, list[dict[str, Any]]]

    def hints(self) -> str:
        """Return paths and bodies as JSON, for the process that asks."""
        return json.dumps({"paths": self.paths, "bodies": self.bodies})


def seed(database_url: str) -> Seed:
    """Fill a migrated, empty database."""
    app = create_app(make_settings(database_url=database_url, quota_webhooks=20 * SPARES))
    try:
        return _seed(app)
    finally:
        with app.app_context():
            database.engine.dispose()


def _seed(app: Flask) -> Seed:
    units: UnitsOfWork = app.extensions[EXTENSION_NAME].units
    world = World(app, units)
    token = world.token(
        world.user(ADMINISTRATOR, is_admin=True), Scope.ADMIN, id=ADMINISTRATOR_TOKEN_ID
    )
    olivia, rita = world.user("olivia"), world.user("rita")
    _set_passwords(units)
    acme = world.group("acme", visibility=Visibility.INTERNAL, owner=olivia, reader=rita)
    world.api(acme, "orders")
    ground = Ground(world, Client(app, token), acme=acme, ledger=world.api(acme, "ledger"))
    _publish(ground)
    names = [f"spare-{number}" for number in range(SPARES)]
    offered = _operation_ids(app)
    return Seed(
        administrator=token,
        reader=world.token(rita, Scope.READ),
        paths={
            **FIXED_PATHS,
            **{
                operation: [make(ground, f"{operation.lower()}-{name}") for name in names]
                for operation, make in PATH_MAKERS.items()
                if operation in offered
            },
        },
        bodies={
            **{operation: [body] for operation, body in FIXED_BODIES.items()},
            **{
                operation: [make(ground, name) for name in names]
                for operation, make in BODY_MAKERS.items()
                if operation in offered
            },
        },
    )


def _operation_ids(app: Flask) -> frozenset[str]:
    document = app.test_client().get("/openapi.json").get_json()
    return frozenset(
        operation["operationId"]
        for item in document["paths"].values()
        for method, operation in item.items()
        if method != "parameters"
    )


def _set_passwords(units: UnitsOfWork) -> None:
    password_hash = Passwords.from_settings(make_settings()).hashed(PASSWORD)
    with units.writing() as work:
        work.session.execute(update(User).values(password_hash=password_hash))


def _publish(ground: Ground) -> None:
    """Publish versions, have one refused, and give the API's group something of its own."""
    for version in ("1.0.0", "1.1.0", "2.0.0"):
        ground.post(f"{ORDERS}/versions", order_document(version))
    ground.post("/groups/acme/service-accounts", {"name": "ci", "role": "publisher"})
