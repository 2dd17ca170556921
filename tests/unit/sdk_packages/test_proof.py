"""Does the trial notice a package that does not work, and do complaints become explanations?"""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from service.sdk_packages import BuildFailed, explanations
from service.sdk_packages.preparation import prepare
from service.sdk_packages.proof import require_working
from service.sdk_packages.sandbox import Outcome, calling, generating
from tests.unit.sdk_packages.petstore import petstore, read

CLIENT = """
class Client:
    def __init__(self, url, transport):
        self.transport = transport
    def send(self, method):
        import httpx
        headers = {"User-Agent": "x (digest)"}
        client = httpx.Client(transport=self.transport, headers=headers)
        return client.request(method, "http://mock.invalid/")
"""
OPERATION = """
def sync_detailed(*, client, day=None, pet=None):
    answer = client.send("GET").json()
    return answer["name"]
"""


@pytest.fixture
def installed(tmp_path: Path) -> Iterator[Path]:
    """Yield a folder with a tiny package in it, which is forgotten afterwards."""
    package = tmp_path / "installed" / "tiny_client"
    package.mkdir(parents=True)
    (package / "__init__.py").write_text("DOCUMENT_DIGEST = 'digest'\n", "utf-8")
    (package / "client.py").write_text(CLIENT, "utf-8")
    (package / "find.py").write_text(OPERATION, "utf-8")
    kept = (list(sys.path), sys.dont_write_bytecode)
    yield tmp_path
    sys.path[:], sys.dont_write_bytecode = kept
    for name in [name for name in sys.modules if name.startswith("tiny_client")]:
        del sys.modules[name]


def trial(folder: Path, content: Any, *, module: str = "find", method: str = "GET") -> Any:
    """Try the package with one call."""
    call = {
        "module": module,
        "method": method,
        "pointer": "/paths/~1find/get",
        "arguments": [
            {"name": "day", "value": "2026-01-31", "made": "date"},
            {"name": "pet", "value": "x", "made": None},
        ],
        "answers": [{"status": 200, "media_type": "application/json", "content": content}],
    }
    modules = ["__init__", "client", "find"]
    return calling.run(folder, {"import_name": "tiny_client", "modules": modules, "calls": [call]})


def test_a_working_package_is_said_to_work(installed: Path) -> None:
    answer = trial(installed, {"name": "Rex"})

    require_working(answer)
    assert answer["called"] == ["/paths/~1find/get"]


def test_an_answer_that_cannot_be_read_is_told_with_its_operation(installed: Path) -> None:
    answer = trial(installed, {"nom": "Rex"})

    with pytest.raises(BuildFailed) as failure:
        require_working(answer)
    assert failure.value.reasons[0].pointer == "/paths/~1find/get"
    assert "KeyError: 'name'" in failure.value.reasons[0].sentence


def test_a_request_by_another_method_is_noticed(installed: Path) -> None:
    assert trial(installed, {"name": "Rex"}, method="PUT")["called"] == []


def test_a_client_that_does_not_say_what_it_was_built_from_is_noticed(installed: Path) -> None:
    init = installed / "installed" / "tiny_client" / "__init__.py"
    init.write_text("DOCUMENT_DIGEST = 'other'\n", "utf-8")

    assert "built from" in trial(installed, {"name": "Rex"})["failed"][0]["trouble"]


def test_a_module_that_cannot_be_imported_is_noticed(installed: Path) -> None:
    (installed / "installed" / "tiny_client" / "find.py").write_text("x = (\n", "utf-8")

    answer = trial(installed, {"name": "Rex"})

    assert "SyntaxError" in answer["broken"][0]
    with pytest.raises(BuildFailed, match="cannot be imported"):
        require_working(answer)


def test_the_generator_writes_names_as_they_are_on_the_wire(tmp_path: Path) -> None:
    content = petstore()
    content["components"]["schemas"]["Pet"]["properties"]["from"] = {"type": "string"}
    result = prepare(read(content))
    task = {
        "document": result.content, "content_types": result.content_types, "import_name": "pets"
    }  # fmt: skip

    answer = generating.run(tmp_path, task)

    assert answer == {"errors": [], "fatal": False}
    model = (tmp_path / "package" / "models" / "pet.py").read_text("utf-8")
    assert 'field_dict["from"] = from_value' in model


def test_a_document_that_is_none_is_fatal(tmp_path: Path) -> None:
    task = {"document": {"openapi": 3}, "content_types": {}, "import_name": "pets"}

    answer = generating.run(tmp_path, task)

    assert answer["fatal"]
    assert explanations.cannot_generate(Outcome(answer, None))[0].sentence.startswith(
        "The generator does not understand the document"
    )


@pytest.mark.parametrize(
    ("trouble", "complaint", "told"),
    [
        ("it ended with the status 1", "MemoryError", "more memory"),
        ("it was ended by SIGKILL", "", "more memory"),
        ("it ended with the status 1", "RecursionError: x", "nested too deeply"),
        ("it took longer than 3 seconds", "", "longer than 3 seconds"),
        ("it ended with the status 1", "ValueError: x", "ValueError: x"),
    ],
)
def test_each_way_to_break_off_has_its_explanation(trouble: str, complaint: str, told: str) -> None:
    reasons = explanations.cannot_generate(Outcome(None, trouble, complaint))

    assert told in reasons[0].sentence
    assert reasons[0].remedy


def test_what_the_generator_leaves_out_is_told_with_its_place() -> None:
    result = prepare(read(petstore()))
    errors = ["WARNING parsing POST /pets within pets. Endpoint will not be generated. x"]

    omitted = explanations.omitted(errors, result)
    loosened = explanations.loosened({"Pet"}, result)
    missing = explanations.incomplete({"Pet": "api/x.py"}, result)

    assert omitted[0].pointer == "/paths/~1pets/post"
    assert loosened[0].pointer == missing[0].pointer == "/components/schemas/Pet"
    assert explanations.unreadable_schemas(
        ["Unable to parse schema /components/schemas/Pet x", "other"]
    ) == {"Pet"}
