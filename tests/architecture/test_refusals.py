"""Does every refusal have a stable code and a status?"""

import importlib
import inspect
from collections import Counter

from service.errors import ServiceError
from service.http_api import problems
from tests.architecture.source_tree import service_modules

HOLDING_REFUSALS = frozenset({"errors.py", "document_body.py"})
SHARED_CODES = {
    "Busy": "unavailable: why it waits makes no difference to what a client does",
    "NoFreePlace": "unavailable: as above",
}
"""Refusals that a program need not tell from their parent, each with its reason."""


def all_refusals() -> list[type[ServiceError]]:
    """Every class below ServiceError in the service, sorted by name."""
    for module in service_modules():
        if module.path.name in HOLDING_REFUSALS:
            importlib.import_module(module.name)
    return sorted(_below(ServiceError), key=lambda refusal: refusal.__qualname__)


def _below(parent: type[ServiceError]) -> set[type[ServiceError]]:
    children = {
        child for child in parent.__subclasses__() if child.__module__.startswith("service")
    }
    return children.union(*(_below(child) for child in children))


def without_own_code(refusals: list[type[ServiceError]]) -> list[str]:
    """Classes that inherit their code, so that a program could not tell them apart."""
    return [refusal.__qualname__ for refusal in refusals if "code" not in vars(refusal)]


def test_every_refusal_has_its_own_code() -> None:
    refusals = all_refusals()
    own = [refusal for refusal in refusals if refusal.__qualname__ not in SHARED_CODES]
    counts = Counter(refusal.code for refusal in own)

    assert without_own_code(own) == []
    assert [code for code, count in counts.items() if count > 1] == []


def test_the_list_of_shared_codes_names_only_what_shares_one() -> None:
    assert set(SHARED_CODES) - set(without_own_code(all_refusals())) == set()


def test_a_planted_refusal_without_a_code_is_found() -> None:
    planted = type("Planted", (ServiceError,), {"__module__": "tests"})

    assert without_own_code([planted]) == ["Planted"]


def test_every_refusal_has_a_status() -> None:
    statuses = {refusal: problems.status_of(refusal) for refusal in all_refusals()}

    assert {status for status in statuses.values() if status not in range(400, 600)} == set()


def test_every_code_is_announced_to_clients() -> None:
    codes = {refusal.code for refusal in all_refusals()}

    assert codes - set(problems.KNOWN_CODES) == set()


def test_every_refusal_says_what_it_means() -> None:
    undocumented = [
        refusal.__qualname__ for refusal in all_refusals() if not inspect.getdoc(refusal)
    ]

    assert undocumented == []
