"""How is the application put together? The composition root."""

import threading

from flask import Flask
from werkzeug.middleware.dispatcher import DispatcherMiddleware
from werkzeug.middleware.proxy_fix import ProxyFix
from werkzeug.wrappers import Response as PlainResponse

from service.admin import routes as admin
from service.apis.routes import apis, approvals, policies
from service.audit import routes as audit
from service.clock import Clock, system_clock
from service.database import engine_options, prepare_engine
from service.doorbell import create_doorbell
from service.event_handlers import EVENT_HANDLERS
from service.extensions import cors, database
from service.groups import routes as groups
from service.http_api import health
from service.http_api.openapi import create_v1, document_of
from service.http_api.problems import install_problem_handlers
from service.http_api.rate_limits import install_rate_limits
from service.http_api.request_context import install_request_context
from service.http_api.security_headers import install_security_headers
from service.http_api.state import EXTENSION_NAME, ServiceState
from service.identities import routes as identities
from service.index.routes import install_index
from service.invitations import routes as invitations
from service.jobs import routes as jobs
from service.observability import configure_logging
from service.rules import routes as rules
from service.sdks import routes as sdks
from service.service_accounts import routes as service_accounts
from service.settings import Settings
from service.tokens.authentication import identify_actor
from service.tokens.routes import access_tokens, account_tokens, sign_in
from service.unit_of_work import UnitsOfWork
from service.versions.routes import publications, version_states, versions
from service.web.routes import install_pages
from service.webhooks.documenting import document_events
from service.webhooks.routes import deliveries, events, webhooks

V1_BLUEPRINTS = (
    access_tokens.blueprint,
    account_tokens.blueprint,
    admin.blueprint,
    apis.blueprint,
    approvals.blueprint,
    audit.blueprint,
    deliveries.blueprint,
    events.blueprint,
    groups.blueprint,
    identities.blueprint,
    invitations.blueprint,
    jobs.blueprint,
    policies.blueprint,
    publications.blueprint,
    rules.blueprint,
    sdks.blueprint,
    service_accounts.blueprint,
    sign_in.blueprint,
    version_states.blueprint,
    versions.blueprint,
    webhooks.blueprint,
)
"""The operations of /api/v1, in the order of the document."""

PAGE_BLUEPRINTS = (health.blueprint,)
"""What is reached outside the API."""


def create_app(settings: Settings, *, clock: Clock = system_clock) -> Flask:
    """Return the application that the settings ask for; connects to nothing yet."""
    configure_logging(settings)
    app = Flask("service", static_folder=None)
    _configure(app, settings)
    _install_extensions(app, settings, clock=clock)
    install_request_context(app)
    install_security_headers(app)
    install_problem_handlers(app)
    _register_surfaces(app, settings)
    _mount(app, settings)
    return app


def _configure(app: Flask, settings: Settings) -> None:
    app.config.update(
        SECRET_KEY=settings.secret_key,
        SQLALCHEMY_DATABASE_URI=settings.resolved_database_url,
        SQLALCHEMY_ENGINE_OPTIONS=engine_options(settings),
        MAX_CONTENT_LENGTH=settings.max_request_bytes,
        PROPAGATE_EXCEPTIONS=False,  # a fault is answered in the envelope, also in tests
        RATELIMIT_ENABLED=settings.rate_limits_enabled,
        RATELIMIT_STORAGE_URI=settings.rate_limit_storage_url,
        RATELIMIT_IN_MEMORY_FALLBACK_ENABLED=settings.rate_limit_storage_url != "memory://",
    )
    app.json.sort_keys = False  # type: ignore[attr-defined]  # Flask's default provider has it


def _install_extensions(app: Flask, settings: Settings, *, clock: Clock) -> None:
    database.init_app(app)
    install_rate_limits(app)
    if settings.cors_origins:
        cors.init_app(
            app,
            resources={r"/api/*": {"origins": list(settings.cors_origins)}},
            expose_headers=["ETag", "Link", "Location", "Retry-After", "X-Request-ID"],
            max_age=600,
        )
    with app.app_context():
        engine = database.engine
    prepare_engine(engine)
    app.extensions[EXTENSION_NAME] = ServiceState(
        settings=settings,
        units=UnitsOfWork(
            engine,
            clock=clock,
            reactions=EVENT_HANDLERS,
            doorbell=create_doorbell(settings),
        ),
        identify_actor=identify_actor,
        parse_slots=threading.BoundedSemaphore(settings.parses_at_once),
    )


def _register_surfaces(app: Flask, settings: Settings) -> None:
    v1 = create_v1(app)
    for blueprint in V1_BLUEPRINTS:
        v1.register_blueprint(blueprint, url_prefix="/api/v1")
    document_events(v1)
    for page in PAGE_BLUEPRINTS:
        app.register_blueprint(page)
    install_index(app, settings)
    install_pages(app, own_document=document_of(v1))


def _mount(app: Flask, settings: Settings) -> None:
    """Serve below the URL prefix, and believe as many proxies as there are."""
    if settings.url_prefix:
        app.config["APPLICATION_ROOT"] = settings.url_prefix
        outside = PlainResponse("Not found: the service is mounted elsewhere.\n", 404)
        app.wsgi_app = DispatcherMiddleware(outside, {settings.url_prefix: app.wsgi_app})  # type: ignore[method-assign]  # the way Flask documents
    if settings.proxy_hops:
        hops = settings.proxy_hops
        app.wsgi_app = ProxyFix(app.wsgi_app, hops, hops, hops, 0, hops)  # type: ignore[method-assign]  # the way Flask documents
