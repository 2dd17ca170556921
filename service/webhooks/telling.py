"""What is told outside of what happened? One table: event -> type and data of what is told."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from service.apis import events as apis
from service.sdks import events as sdks
from service.unit_of_work import Event
from service.versions import events as versions
from service.versions.models import VersionState
from service.webhooks import events as webhooks
from service.webhooks.event_types import EventType

_BREAKING = "breaking"
_TYPE_OF_STATE = MappingProxyType(
    {
        VersionState.DEPRECATED.value: EventType.VERSION_DEPRECATED,
        VersionState.SUNSET.value: EventType.VERSION_SUNSET,
        VersionState.DISABLED.value: EventType.VERSION_DISABLED,
        VersionState.PUBLISHED.value: EventType.VERSION_RESTORED,
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """The names of the group and the API that an event is about."""

    group: str
    api: str | None


Told = tuple[EventType, dict[str, Any]]
Teller = Callable[[Event, Place], Iterator[Told]]


def tell(event: Event, place: Place) -> list[Told]:
    """Return what is told of an event, in order; nothing of most."""
    teller = TELLERS.get(type(event))
    return list(teller(event, place)) if teller else []


def _decided(kind: EventType) -> Teller:
    def teller(event: Event, place: Place) -> Iterator[Told]:
        details = event.details
        about = _about_version(event, place)
        names = ("digest", "base", "verdict", "reasons")
        yield kind, {**about, **{name: details[name] for name in names}}
        if details["verdict"] == _BREAKING and details["base"] is not None:
            outcome = kind.value.rpartition(".")[2]
            yield (
                EventType.COMPARISON_BREAKING,
                {**about, "base": details["base"], "outcome": outcome},
            )

    return teller


def _with_reason(kind: EventType) -> Teller:
    def teller(event: Event, place: Place) -> Iterator[Told]:
        yield kind, {**_about_version(event, place), "reason": event.details["reason"]}

    return teller


def _moved(event: Event, place: Place) -> Iterator[Told]:
    details = {name: event.details[name] for name in ("before", "after", "reason")}
    yield _TYPE_OF_STATE[event.details["after"]], {**_about_version(event, place), **details}


def _policy(event: Event, place: Place) -> Iterator[Told]:
    about = {"group": place.group, "api": place.api, "actor": event.actor.name}
    yield EventType.POLICY_CHANGED, {**about, **event.details}


def _built(kind: EventType, *names: str) -> Teller:
    def teller(event: Event, place: Place) -> Iterator[Told]:
        details = {name: event.details[name] for name in ("package", "package_version", *names)}
        yield kind, {**_about_version(event, place), **details}

    return teller


def _webhook_disabled(event: Event, place: Place) -> Iterator[Told]:
    data = {"group": place.group, "webhook_id": event.subject_id, "reason": event.details["reason"]}
    yield EventType.WEBHOOK_DISABLED, data


def _about_version(event: Event, place: Place) -> dict[str, Any]:
    return {
        "group": place.group,
        "api": place.api,
        "actor": event.actor.name,
        "version": event.subject.partition("@")[2],
        "version_id": event.subject_id,
    }


TELLERS: Mapping[type[Event], Teller] = MappingProxyType(
    {
        versions.VersionPublished: _decided(EventType.VERSION_PUBLISHED),
        versions.VersionHeld: _decided(EventType.VERSION_HELD),
        versions.VersionRefused: _decided(EventType.VERSION_REFUSED),
        versions.VersionReleased: _with_reason(EventType.VERSION_RELEASED),
        versions.VersionRejected: _with_reason(EventType.VERSION_REJECTED),
        versions.VersionStateChanged: _moved,
        versions.DocumentWithheld: _with_reason(EventType.VERSION_WITHHELD),
        apis.PolicySet: _policy,
        sdks.SdkReady: _built(EventType.SDK_READY, "verdict"),
        sdks.SdkFailed: _built(EventType.SDK_FAILED, "pointers"),
        webhooks.WebhookDisabled: _webhook_disabled,
    }
)
