"""Is the tree of refusals what its docstring draws?"""

import re

import service.errors
from service.errors import Conflict, ServiceError


def test_every_refusal_of_the_tree_is_drawn_and_every_drawn_one_exists() -> None:
    drawn = set(re.findall(r"[├└]── (\w+)", service.errors.__doc__ or ""))

    defined = {
        name
        for name, value in vars(service.errors).items()
        if isinstance(value, type) and issubclass(value, ServiceError) and value is not ServiceError
    }
    assert drawn == defined


def test_every_refusal_has_a_code_of_its_own() -> None:
    kinds = ServiceError.__subclasses__()

    assert len({kind.code for kind in kinds}) == len(kinds)


def test_details_are_the_refusals_own() -> None:
    details = {"name": "acme"}

    refusal = Conflict("twice", details=details)
    refusal.details["more"] = 1

    assert details == {"name": "acme"}
    assert (str(refusal), refusal.message) == ("twice", "twice")
