"""Does a document become a package that works, always the same, whatever its names are?"""

import io
import zipfile
from typing import Any

import pytest

from service.sdk_packages import BuildFailed, BuiltPackage, build_package
from service.sdk_packages.limits import BuildLimits
from tests.unit.sdk_packages.petstore import identity_of, petstore, read


def built(content: dict[str, Any]) -> BuiltPackage:
    """Build the client of a document."""
    document = read(content)
    return build_package(document, identity_of(document))


def text_of(package: BuiltPackage, path: str) -> str:
    """Return a module of a package."""
    archive = zipfile.ZipFile(io.BytesIO(package.wheel))
    return archive.read(f"acme_pets_client/{path}").decode()


def test_a_document_becomes_a_proved_package() -> None:
    steps: list[str] = []
    document = read(petstore())

    package = build_package(
        document, identity_of(document), progress=lambda _done, _all, name: steps.append(name)
    )

    assert package.metadata.wheel_name == "acme_pets_client-1.2.0-py3-none-any.whl"
    assert package.metadata.requires_dist == ("attrs>=24", "httpx>=0.27,<0.29")
    assert package.proof["called"] == ["/paths/~1pets~1{petId}/get", "/paths/~1pets/post"]
    assert package.remarks == ()
    assert steps == ["preparing", "generating", "checking", "packing", "proving", "done"]


def test_building_twice_gives_the_same_bytes() -> None:
    first, second = built(petstore()), built(petstore())

    assert first.wheel == second.wheel
    assert first.sdist == second.sdist


def test_the_client_says_what_it_was_built_from() -> None:
    content = petstore()

    version = text_of(built(content), "version.py")

    assert f"acme-pets-client/1.2.0 ({read(content).digest})" in version


def test_names_that_differ_by_case_alone_become_three_models() -> None:
    content = petstore()
    content["components"]["schemas"] |= {
        "PET": {"type": "object", "properties": {"a": {"type": "string"}}},
        "pet": {"type": "object", "properties": {"b": {"type": "string"}}},
    }

    surface = built(content).surface

    assert sorted(surface["models"]) == ["PET", "Pet2", "Pet3"]


def test_names_on_the_wire_stay_letter_by_letter() -> None:
    content = petstore()
    names = [
        "class",
        "self",
        "to_dict",
        "d",
        "cast",
        "foo-bar",
        "foo_bar",
        "fooBar",
        "Ünï 1",
        '"{}',
    ]
    properties = {name: {"type": "string"} for name in names}
    content["components"]["schemas"]["Pet"]["properties"] |= properties

    model = text_of(built(content), "models/pet.py")

    for name in names:
        written = name.replace('"', '\\"')
        assert f'"{written}"' in model or f"'{name}'" in model


def test_what_asks_too_much_of_the_limits_fails_with_a_reason() -> None:
    document = read(petstore())

    with pytest.raises(BuildFailed) as failure:
        build_package(document, identity_of(document), limits=BuildLimits(package_files=3))

    assert "more than 3 files" in failure.value.reasons[0].sentence
