"""Is the process alive, is it ready for traffic, and how is what it depends on?"""

import time
from dataclasses import dataclass

from alembic.runtime.migration import MigrationContext
from flask import Blueprint, Response, jsonify
from limits.storage import MemoryStorage
from sqlalchemy import Engine, text
from sqlalchemy.exc import SQLAlchemyError

from service.extensions import database, limiter
from service.http_api.state import current_settings
from service.migration_head import migration_head

blueprint = Blueprint("health", __name__, url_prefix="/health")


@blueprint.after_request
def _keep_from_caches(response: Response) -> Response:
    response.headers["Cache-Control"] = "no-store"
    return response


@dataclass(frozen=True, slots=True, kw_only=True)
class Probe:
    """How one dependency answered; `problem` is None if all is well."""

    name: str
    problem: str | None
    milliseconds: float


@blueprint.get("/live")
def live() -> Response:
    """Liveness: the process answers. Touches nothing else, so no outage restarts it."""
    return jsonify({"status": "ok"})


@blueprint.get("/ready")
def ready() -> tuple[Response, int]:
    """Readiness: the database answers and has the schema that this code was written for."""
    return _report([_probe_database(database.engine)])


@blueprint.get("/dependencies")
def dependencies() -> tuple[Response, int]:
    """Each dependency with its answer time; for people and dashboards, not for balancers."""
    probes = [_probe_database(database.engine)]
    if current_settings().rate_limits_enabled:
        probes.append(_probe_rate_limit_storage())
    return _report(probes)


def _report(probes: list[Probe]) -> tuple[Response, int]:
    healthy = all(probe.problem is None for probe in probes)
    body = {
        "status": "ok" if healthy else "unavailable",
        "deployment": current_settings().deployment_version,
        "checks": [
            {"name": p.name, "problem": p.problem, "milliseconds": p.milliseconds} for p in probes
        ],
    }
    return jsonify(body), 200 if healthy else 503


def _probe_database(engine: Engine) -> Probe:
    started = time.perf_counter()
    try:
        with engine.connect() as connection:
            connection.execute(text("SELECT 1"))
            current = MigrationContext.configure(connection).get_current_revision()
    except SQLAlchemyError:
        return _probe("database", started, "does not answer")
    head = migration_head()
    return _probe("database", started, None if current == head else "the schema is not migrated")


def _probe_rate_limit_storage() -> Probe:
    started = time.perf_counter()
    storage = limiter.storage
    answers = isinstance(storage, MemoryStorage) or storage.check()
    return _probe("rate limit storage", started, None if answers else "does not answer")


def _probe(name: str, started: float, problem: str | None) -> Probe:
    milliseconds = round((time.perf_counter() - started) * 1000, 2)
    return Probe(name=name, problem=problem, milliseconds=milliseconds)
