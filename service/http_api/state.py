"""What does a request find in its application? The one typed door to what `create_app` built."""

import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import cast

from flask import current_app, g, request

from service.authorization import ANONYMOUS, Actor
from service.settings import Settings
from service.unit_of_work import RequestContext, UnitsOfWork

IdentifyActor = Callable[[UnitsOfWork, str | None], Actor]
"""Takes the value of the Authorization header; raises `NotAuthenticated` if it is no good."""

EXTENSION_NAME = "bindery"


@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceState:
    """What requests share: settings, the door to the database, who identifies actors."""

    settings: Settings
    units: UnitsOfWork
    identify_actor: IdentifyActor
    parse_slots: threading.BoundedSemaphore
    """Bounds how many documents this process reads and compares at once."""


def service_state() -> ServiceState:
    """Return what the current application was built with."""
    return cast("ServiceState", current_app.extensions[EXTENSION_NAME])


def current_settings() -> Settings:
    """Return the settings of the current application."""
    return service_state().settings


def current_units() -> UnitsOfWork:
    """Return the door to the database for work that this request causes."""
    context = RequestContext(request_id=current_request_id(), client_address=request.remote_addr)
    return service_state().units.for_request(context)


def current_actor() -> Actor:
    """Return who is asking; anonymous until the operation has identified somebody."""
    return cast("Actor", g.get("actor", ANONYMOUS))


def current_request_id() -> str | None:
    """Return the id of the current request."""
    return cast("str | None", g.get("request_id"))
