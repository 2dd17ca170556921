"""Does the comparison of clients say what breaks for those who upgrade?"""

from typing import Any

import pytest

from service.sdk_packages import SdkVerdict, compare_surfaces
from service.sdk_packages.surface import surface_of

OPERATION = """
def _get_kwargs(pet_id: str) -> dict[str, Any]:
    return {"method": "get", "url": "/pets/{pet_id}".format(pet_id=path_segment(pet_id))}

def sync_detailed(pet_id: str, *, client: Client, limit: int | Unset = UNSET) -> Response[Pet]:
    pass
"""
MODEL = """
class Pet:
    name: str
    kind: Kind | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)
"""
CLOSED = 'Kind = Literal["cat", "dog"]\n'


def surface(
    operation: str = OPERATION, model: str = MODEL, closed: str = CLOSED, place: str = "get_pet"
) -> dict[str, Any]:
    """Return the surface of a package of three modules."""
    files = {
        f"api/pets/{place}.py": operation,
        "models/pet.py": model,
        "models/kind.py": closed,
        "client.py": "x = 1\n",
    }
    return surface_of({path: text.encode() for path, text in files.items()})


def test_the_surface_holds_functions_fields_and_values() -> None:
    told = surface()

    function = told["operations"]["api.pets.get_pet"]["functions"]["sync_detailed"]
    assert told["operations"]["api.pets.get_pet"]["request"] == "GET /pets/{pet_id}"
    assert list(function["parameters"]) == ["pet_id", "client", "limit"]
    assert told["models"] == {
        "Pet": {
            "fields": {
                "name": {"type": "str", "required": True},
                "kind": {"type": "Kind | Unset", "required": False},
            }
        }
    }
    assert told["closed_sets"] == {"Kind": {"members": ["cat", "dog"]}}


def test_the_same_surface_breaks_nobody() -> None:
    assert compare_surfaces(surface(), surface()).changes == ()


@pytest.mark.parametrize(
    ("changed", "rule"),
    [
        ({"place": "find_pet"}, "operation-renamed"),
        (
            {"place": "find_pet", "operation": OPERATION.replace("/pets", "/animals")},
            "operation-removed",
        ),
        ({"operation": OPERATION.replace(", limit: int | Unset = UNSET", "")}, "parameter-removed"),
        (
            {"operation": OPERATION.replace("limit: int | Unset = UNSET", "limit: int")},
            "parameter-required",
        ),
        (
            {"operation": OPERATION.replace("limit: int |", "limit: str |")},
            "parameter-type-changed",
        ),
        ({"operation": OPERATION.replace("*, client", "*, size: int, client")}, "parameter-added"),
        (
            {"operation": OPERATION.replace("(pet_id: str,", "(x: str, pet_id: str,")},
            "parameter-moved",
        ),
        (
            {"operation": OPERATION.replace("Response[Pet]", "Response[None]")},
            "return-type-changed",
        ),
        ({"model": MODEL.replace("class Pet", "class Animal")}, "model-renamed"),
        ({"model": ""}, "model-removed"),
        ({"model": MODEL.replace("    name: str\n", "")}, "field-removed"),
        ({"model": MODEL.replace("name: str", "name: int")}, "field-type-changed"),
        ({"model": MODEL.replace("name: str", "name: str | Unset = UNSET")}, "field-optional"),
        ({"model": MODEL.replace("Kind | Unset = UNSET", "Kind")}, "field-required"),
        (
            {"model": MODEL.replace("    name: str\n", "    name: str\n    age: int\n")},
            "field-added",
        ),
        ({"closed": ""}, "closed-set-removed"),
        ({"closed": 'Kind = Literal["cat"]\n'}, "member-removed"),
    ],
)
def test_what_breaks_is_found_and_said(changed: dict[str, str], rule: str) -> None:
    changes = compare_surfaces(surface(), surface(**changed))

    assert changes.verdict is SdkVerdict.BREAKING
    assert rule in [change.rule for change in changes.changes if change.breaking]


@pytest.mark.parametrize(
    ("changed", "rule"),
    [
        (
            {"operation": OPERATION.replace("*, client", "*, size: int | Unset = UNSET, client")},
            "parameter-added",
        ),
        ({"operation": OPERATION.replace("int | Unset", "int | str | Unset")}, None),
        (
            {"model": MODEL.replace("    name: str\n", "    name: str\n    a: int = UNSET\n")},
            "field-added",
        ),
        ({"closed": 'Kind = Literal["cat", "dog", "emu"]\n'}, "member-added"),
    ],
)
def test_what_only_adds_breaks_nobody(changed: dict[str, str], rule: str | None) -> None:
    changes = compare_surfaces(surface(), surface(**changed))

    assert changes.verdict is SdkVerdict.COMPATIBLE
    assert [change.rule for change in changes.changes] == ([rule] if rule else [])
