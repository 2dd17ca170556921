"""Does the table of reactions know every event, and is every event told in the audit?"""

import importlib
import sys

from service.audit.reactions import record_in_audit
from service.event_handlers import EVENT_HANDLERS
from service.unit_of_work import Event
from tests.architecture.source_tree import service_modules


def all_events() -> set[type[Event]]:
    """Every kind of event that a domain defines."""
    for module in service_modules():
        if module.path.name == "events.py":
            importlib.import_module(module.name)
    return {kind for kind in _below(Event) if _is_the_one_in_its_module(kind)}


def _is_the_one_in_its_module(kind: type[Event]) -> bool:
    """Whether this is the class that others import: a slotted dataclass leaves its draft behind."""
    module = sys.modules[kind.__module__]
    return module.__name__.startswith("service.") and getattr(module, kind.__name__, None) is kind


def _below(parent: type[Event]) -> set[type[Event]]:
    children = set(parent.__subclasses__())
    return children.union(*(_below(child) for child in children))


def unknown(events: set[type[Event]]) -> list[str]:
    """Kinds of events that would end a unit of work with a KeyError."""
    named = {kind for kind in events if "name" in vars(kind)}
    return sorted(kind.__qualname__ for kind in named - EVENT_HANDLERS.keys())


def test_every_event_stands_in_the_table() -> None:
    assert unknown(all_events()) == []


def test_a_planted_event_is_missed() -> None:
    planted = type("Planted", (Event,), {"name": "planted.happened"})

    assert unknown({planted}) == ["Planted"]


def test_every_event_is_recorded_in_the_audit() -> None:
    silent = [
        kind.__qualname__
        for kind, reactions in EVENT_HANDLERS.items()
        if record_in_audit not in reactions
    ]

    assert silent == []


def test_no_two_events_share_a_name() -> None:
    names = [kind.name for kind in EVENT_HANDLERS]

    assert sorted(set(names)) == sorted(names)
