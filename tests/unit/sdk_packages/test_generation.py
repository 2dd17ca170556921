"""What happens where the generator itself gives up? Asked of copies that were not well prepared."""

from pathlib import Path
from typing import Any

import pytest

from service.sdk_packages import BuildFailed
from service.sdk_packages.generation import Generated, generate_modules
from service.sdk_packages.inspection import inspect_files
from service.sdk_packages.limits import BuildLimits
from service.sdk_packages.metadata import describe
from service.sdk_packages.preparation import Prepared, prepare
from service.sdk_packages.proof import prove
from service.sdk_packages.samples import calls_for
from tests.unit.sdk_packages.petstore import identity_of, petstore, read

REFERENCE = "#/components/schemas/"


def ill_prepared(**schemas: Any) -> Prepared:
    """Return a copy of the small document with schemas that no preparation has seen."""
    result = prepare(read(petstore()))
    known = result.content["components"]["schemas"]
    content = {**result.content, "components": {"schemas": {**known, **schemas}}}
    return Prepared(
        content, result.content_types, {"Ring": "/components/schemas/Ring"}, result.operations, ()
    )


def generated(prepared: Prepared, folder: Path) -> Generated:
    """Run the generator on a copy."""
    identity = identity_of(read(petstore()))
    return generate_modules(prepared, identity, folder=folder, limits=BuildLimits())


def build(prepared: Prepared, folder: Path) -> None:
    """Run the generator on a copy, and look at what it wrote."""
    modules = generated(prepared, folder).modules
    inspect_files(modules, modules, prepared)


def test_a_schema_that_cannot_be_read_becomes_anything_and_is_remarked_upon(tmp_path: Path) -> None:
    ring = {"type": "array", "items": {"$ref": f"{REFERENCE}Ring"}}
    user = {"type": "object", "properties": {"ring": {"$ref": f"{REFERENCE}Ring"}}}
    prepared = ill_prepared(Ring=ring, User=user)

    result = generated(prepared, tmp_path)

    assert [remark.pointer for remark in result.remarks] == ["/components/schemas/Ring"]
    assert b"ring: Any | Unset = UNSET" in result.modules["models/user.py"]


def test_what_is_no_python_in_the_end_fails_with_a_reason(tmp_path: Path) -> None:
    deep: dict[str, Any] = {"type": "string", "format": "date"}
    for _ in range(150):
        deep = {"type": "array", "items": deep}

    prepared = ill_prepared(Deep={"type": "object", "properties": {"x": deep}})

    with pytest.raises(BuildFailed, match="is no Python"):
        build(prepared, tmp_path)


def test_a_copy_that_is_no_document_fails_with_a_reason(tmp_path: Path) -> None:
    with pytest.raises(BuildFailed, match="does not understand"):
        generated(Prepared({"openapi": 3}, {}, {}, (), ()), tmp_path)


def test_a_model_that_is_missing_is_noticed_without_importing_it() -> None:
    files = {"api/x.py": b"from ...models.ring import Ring\n"}

    with pytest.raises(BuildFailed) as failure:
        inspect_files(files, files, ill_prepared())

    assert failure.value.reasons[0].pointer == "/components/schemas/Ring"


def test_a_wheel_that_is_none_cannot_be_proved(tmp_path: Path) -> None:
    document = read(petstore())
    identity = identity_of(document)
    prepared = prepare(document)
    metadata = describe(identity, title="x", foreign=())

    with pytest.raises(BuildFailed, match="could not install"):
        prove(
            b"no wheel",
            {},
            prepared=prepared,
            metadata=metadata,
            folder=tmp_path,
            limits=BuildLimits(),
        )


def test_a_call_is_made_up_for_each_kind_of_argument() -> None:
    content = petstore()
    text = {"type": "string"}
    kinds = {
        "day": {"type": "string", "format": "date"},
        "count": {"type": "integer"},
        "kind": {"type": "string", "enum": ["a", "b"]},
        "either": {"oneOf": [{"type": "integer"}, text]},
    }
    content["paths"] = {
        "/all": {
            "post": {
                "operationId": "all",
                "parameters": [
                    {"name": name, "in": "query", "required": True, "schema": schema}
                    for name, schema in kinds.items()
                ],
                "requestBody": {
                    "required": True,
                    "content": {
                        "application/json": {"schema": {"$ref": f"{REFERENCE}Pet"}},
                    },
                },
                "responses": {
                    "2XX": {"description": ".", "content": {"text/plain": {"schema": text}}}
                },
            }
        }
    }
    prepared = prepare(read(content))

    calls = calls_for(prepared.operations, prepared.content["components"]["schemas"])

    made = {each["name"]: (each["value"], each["made"]) for each in calls[0]["arguments"]}
    assert made["day"] == ("2026-01-31", "date")
    assert made["count"] == (1, None)
    assert made["kind"] == ("a", None)
    assert made["either"] == (1, None)
    assert made["body"][1] == "Pet"
    assert calls[0]["answers"] == [{"status": 200, "media_type": "text/plain", "content": "text"}]
