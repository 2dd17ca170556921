"""In which ways is the project broken on purpose, and what must CI say about each?"""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType

DOCUMENT = "openapi/v1/openapi.json"
NOTHING: Mapping[str, str] = MappingProxyType({})
NO_GATE = MappingProxyType({"PYTEST_ADDOPTS": "--no-cov -W 'ignore:Coverage disabled'"})
"""Where a control runs a few tests only, the coverage gate has nothing to say."""

Break = Callable[[Path], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Control:
    """One breakage: what is done to a clean checkout, and what which target has to answer.

    `prepares` comes before both runs, the sound one and the broken one. `variables` are given to
    make (such as TESTS, to run the relevant tests only), `environment` to both runs, `surroundings`
    to the broken run only.
    """

    name: str
    target: str
    expected: str
    breaks: Break
    prepares: Break | None = None
    variables: tuple[str, ...] = ()
    environment: Mapping[str, str] = field(default_factory=lambda: NOTHING)
    surroundings: Mapping[str, str] = field(default_factory=lambda: NOTHING)


def append(path: str, text: str) -> Break:
    """Write more at the end of a file."""

    def act(root: Path) -> None:
        with (root / path).open("a", encoding="utf-8") as file:
            file.write(text)

    return act


def create(path: str, text: str) -> Break:
    """Add a file."""

    def act(root: Path) -> None:
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, "utf-8")

    return act


def replace(path: str, old: str, new: str) -> Break:
    """Change the first place where `old` stands; that it stands there is part of the control."""

    def act(root: Path) -> None:
        text = (root / path).read_text("utf-8")
        if old not in text:
            raise LookupError(f"{path} no longer holds {old!r}: the control must be rewritten")
        (root / path).write_text(text.replace(old, new, 1), "utf-8")

    return act


def nothing(_root: Path) -> None:
    """Change no file: what is broken is around it."""


def remove_a_response(root: Path) -> None:
    """Take the success response's content from the first operation: clients lose what they read."""
    path = root / DOCUMENT
    document = json.loads(path.read_text("utf-8"))
    operation = next(
        operations["get"] for operations in document["paths"].values() if "get" in operations
    )
    del operation["responses"]["200"]["content"]
    path.write_text(json.dumps(document, indent=2), "utf-8")


def release(root: Path) -> None:
    """Keep the present document as a released one, as `make openapi-release` does."""
    document = (root / DOCUMENT).read_text("utf-8")
    target = root / "openapi/v1/released" / f"{json.loads(document)['info']['version']}.json"
    target.parent.mkdir(exist_ok=True)
    target.write_text(document, "utf-8")


NEW_ROUTE = '''

@blueprint.route("/groups/<name:group>/plans", methods=["GET"])
@blueprint.operation("listPlans", errors=[404])
@blueprint.response(200, GroupPage)
def list_plans(group: str) -> Any:
    """List plans

    Returns what the group plans.
    """
    return {"items": [], "next_cursor": None, "group": group}
'''


def only(*paths: str) -> tuple[str, ...]:
    """Run only these tests."""
    return (f"TESTS={' '.join(paths)}",)


STATIC = (
    Control(
        name="a file that the formatter would change",
        target="lint",
        expected="1 file would be reformatted",
        breaks=append("service/clock.py", "\nDAYS = ( 1,2 )\n"),
    ),
    Control(
        name="an import that nobody uses",
        target="lint",
        expected="F401",
        breaks=replace("service/clock.py", "from datetime", "import json\nfrom datetime"),
    ),
    Control(
        name="a spelling mistake",
        target="lint",
        expected="ieve ==> receive",
        breaks=append("README.md", "\nYou will rec" + "ieve a verdict.\n"),
    ),
    Control(
        name="a type error",
        target="types",
        expected="Incompatible types in assignment",
        breaks=append("service/clock.py", '\nHOURS: int = "24"\n'),
    ),
    Control(
        name="the engine imports Flask",
        target="imports",
        expected="The comparison engine is pure: standard library only BROKEN",
        breaks=append("service/openapi_diff/changes.py", "\nimport flask\n"),
    ),
    Control(
        name="a domain imports what stands above it",
        target="imports",
        expected="service.groups.errors -> service.versions",
        breaks=append("service/groups/errors.py", "\nimport service.versions.models\n"),
    ),
    Control(
        name="a room that no contract knows",
        target="imports",
        expected="service.attic",
        breaks=create("service/attic/__init__.py", '"""What is kept here?"""\n'),
    ),
    Control(
        name="a dependency that is not locked",
        target="lock-check",
        expected="arrow is declared and not locked",
        breaks=replace("pyproject.toml", "dependencies = [", 'dependencies = [\n    "arrow>=1",'),
    ),
    Control(
        name="a pin without its hash",
        target="lock-check",
        expected="has no hash",
        breaks=append("requirements/runtime.lock", "six==1.17.0\n"),
    ),
    Control(
        name="a stale reference of the settings",
        target="docs-check",
        expected="docs/settings.md is stale",
        breaks=replace("docs/settings.md", "BINDERY_PROFILE", "BINDERY_MODE"),
    ),
)

CONTRACT = (
    Control(
        name="a stale document",
        target="openapi-fresh",
        expected="is stale",
        breaks=replace("service/groups/routes.py", '"listGroups"', '"listAllGroups"'),
    ),
    Control(
        name="a document that the first linter refuses",
        target="openapi-lint",
        expected="Operation object should contain `operationId` field",
        breaks=replace(DOCUMENT, '"operationId": "listGroups",', ""),
    ),
    Control(
        name="a document that the second linter refuses",
        target="openapi-lint",
        expected="bindery-operation-summary",
        breaks=replace(DOCUMENT, '"summary": "List groups"', '"summary": "List groups."'),
    ),
    Control(
        name="a break of the own contract",
        target="openapi-breaking",
        expected="A change like this needs a new major version",
        prepares=release,
        breaks=remove_a_response,
    ),
    Control(
        name="a stale client",
        target="client-check",
        expected="stale",
        breaks=append("clients/python/bindery_client/__init__.py", "\nEDITED = True\n"),
    ),
)

PROPERTIES = (
    Control(
        name="an answer that the document does not know",
        target="contract-test",
        expected="Undocumented status code",
        breaks=replace(
            "service/groups/routes.py",
            "return group, 201, etag_header(group)",
            "return group, 203, etag_header(group)",
        ),
        variables=(
            "OPTIONS=--database sqlite --caller administrator --examples 3"
            " -- --include-operation-id createGroup --phases examples,coverage",
        ),
    ),
    Control(
        name="a contract test that overlooks a missing envelope",
        target="contract-test-sabotage",
        expected="MISSED  errors without the envelope",
        breaks=replace("tests/contract/answers.py", 'yield "No error envelope"', ""),
        variables=("OPTIONS=--only 'errors without the envelope'",),
    ),
)

TESTED = (
    Control(
        name="a failing test",
        target="coverage",
        expected="1 failed",
        breaks=append(
            "tests/architecture/test_suppressions.py",
            "\n\ndef test_one_is_two() -> None:\n    assert len(SUPPRESSION.pattern) == 2\n",
        ),
        variables=only("tests/architecture/test_suppressions.py"),
        environment=NO_GATE,
    ),
    Control(
        name="tests that were taken away",
        target="coverage",
        expected="Required test coverage of",
        breaks=nothing,
        variables=only("tests/architecture/test_suppressions.py"),
        environment=MappingProxyType({"PYTEST_ADDOPTS": "--cov-fail-under=0"}),
        surroundings=MappingProxyType({"PYTEST_ADDOPTS": ""}),
    ),
    Control(
        name="a PostgreSQL that is not there",
        target="coverage",
        expected="postgresql is required here",
        breaks=nothing,
        variables=only("tests/http_api/test_group_locks.py"),
        environment=MappingProxyType({**NO_GATE, "BINDERY_REQUIRE": "postgresql"}),
        surroundings=MappingProxyType(
            {"BINDERY_TEST_POSTGRESQL": "postgresql://nobody@127.0.0.1:9/nothing"}
        ),
    ),
    Control(
        name="a commit outside of the unit of work",
        target="coverage",
        expected="test_only_the_unit_of_work_ends_transactions",
        breaks=append(
            "service/groups/use_cases.py",
            "\n\ndef keep(work: UnitOfWork) -> None:\n    work.session.commit()\n",
        ),
        variables=only("tests/architecture/test_transactions.py"),
        environment=NO_GATE,
    ),
    Control(
        name="a route without a row in the authorization matrix",
        target="coverage",
        expected="test_every_route_has_a_row",
        breaks=append("service/groups/routes.py", NEW_ROUTE),
        variables=only("tests/http_api/test_authorization_matrix.py", "-k", "has_a_row"),
        environment=NO_GATE,
    ),
    Control(
        name="a permission that is always given",
        target="coverage",
        expected="test_every_caller_changes_what_the_matrix_says",
        breaks=replace(
            "service/groups/permissions.py",
            "return decide_in_group(actor, group.id, role=Role.OWNER, scope=Scope.MANAGE)",
            "return Allowed()",
        ),
        variables=only(
            "tests/http_api/test_authorization_matrix.py", "-k", "'changes_what and PATCH'"
        ),
        environment=NO_GATE,
    ),
    Control(
        name="a suppression without a reason",
        target="coverage",
        expected="test_every_suppression_carries_its_reason",
        breaks=append("service/clock.py", "\nDAYS = 1  # noqa: ERA001\n"),
        variables=only("tests/architecture/test_suppressions.py"),
        environment=NO_GATE,
    ),
    Control(
        name="work that is done at import",
        target="coverage",
        expected="test_importing_any_module_starts_nothing",
        breaks=append("service/clock.py", "\nimport sqlite3\n\nsqlite3.connect(':memory:')\n"),
        variables=only("tests/architecture/test_importing.py"),
        environment=NO_GATE,
    ),
    Control(
        name="an image that runs as root",
        target="coverage",
        expected="test_what_runs_is_an_ordinary_user",
        breaks=replace("deploy/Dockerfile", "USER 10001:10001", "USER root"),
        variables=only("tests/deploy/test_image.py"),
        environment=NO_GATE,
    ),
    Control(
        name="a document that names a command there is not",
        target="coverage",
        expected="test_every_command_of_a_document_is_a_make_target",
        breaks=append("README.md", "\nCall `make coffee`.\n"),
        variables=only("tests/architecture/test_repository.py"),
        environment=NO_GATE,
    ),
)

CONTROLS = (*STATIC, *CONTRACT, *PROPERTIES, *TESTED)
