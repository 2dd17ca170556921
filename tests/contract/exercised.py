"""Which operations has the test run seen answer with which statuses, and which not?"""

from typing import Any

from tests.contract.exercise_waivers import NOT_EXERCISED

EXERCISED: set[tuple[str, int]] = set()


def note(operation_id: str, status: int) -> None:
    """Remember that an operation answered with a status."""
    EXERCISED.add((operation_id, status))


def promised(document: Any) -> set[tuple[str, int]]:
    """Return each operation with each of its statuses of success."""
    return {
        (operation["operationId"], int(status))
        for item in document["paths"].values()
        for method, operation in item.items()
        if method != "parameters"
        for status in operation["responses"]
        if status.startswith("2")
    }


def complaints(document: Any, exercised: set[tuple[str, int]]) -> list[str]:
    """Return what no test has seen, and waivers that are not needed (any more)."""
    expected = promised(document)
    missing = expected - exercised - set(NOT_EXERCISED)
    stale = {pair for pair in NOT_EXERCISED if pair in exercised or pair not in expected}
    return [
        *(f"no HTTP test sees {name} answer {status}" for name, status in sorted(missing)),
        *(f"the waiver of {name} {status} is not needed" for name, status in sorted(stale)),
    ]
