"""Does only the unit of work commit, and does all SQL live in the repositories?"""

import ast
from pathlib import PurePosixPath

from tests.architecture.source_tree import Module, planted, service_modules

STATEMENTS = frozenset({"select", "insert", "update", "delete", "text", "exists", "func"})
SESSION_VERBS = frozenset(
    {
        *("add", "add_all", "delete", "execute", "get", "get_one", "merge", "query"),
        *("refresh", "scalar", "scalars"),
    }
)
"""`flush` is not among them: a use case flushes to learn of a lost race, and says no statement."""
SQL_OUTSIDE_REPOSITORIES = {
    "service/http_api/health.py": "asks the database whether it is there, about no domain",
    "service/pagination.py": "keyset pages, the one statement that all repositories share",
}
"""Other modules that speak SQL, each with its reason."""


def ends_transactions(module: Module) -> list[str]:
    """Calls of commit and rollback outside the unit of work."""
    if module.place == "service/unit_of_work.py":
        return []
    return [
        f"{module.place}:{node.lineno} .{node.func.attr}()"
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in {"commit", "rollback"}
    ]


def speaks_sql(module: Module) -> list[str]:
    """Statements and uses of a session outside the repositories."""
    place = PurePosixPath(module.place)
    is_repository = place.name == "repository.py" or place.parent.name == "repository"
    if is_repository or place.name == "unit_of_work.py" or module.place in SQL_OUTSIDE_REPOSITORIES:
        return []
    return [*_imported_statements(module), *_session_calls(module)]


def _imported_statements(module: Module) -> list[str]:
    return [
        f"{module.place}:{node.lineno} imports {alias.name}"
        for node in ast.walk(module.tree)
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("sqlalchemy")
        for alias in node.names
        if alias.name in STATEMENTS
    ]


def _session_calls(module: Module) -> list[str]:
    found = []
    for node in ast.walk(module.tree):
        match node:
            case ast.Call(
                func=ast.Attribute(
                    value=ast.Attribute(attr="session") | ast.Name(id="session"), attr=verb
                )
            ) if verb in SESSION_VERBS:
                found.append(f"{module.place}:{node.lineno} session.{verb}()")
            case _:
                pass
    return found


def test_only_the_unit_of_work_ends_transactions() -> None:
    found = [call for module in service_modules() for call in ends_transactions(module)]

    assert found == []


def test_a_planted_commit_is_found() -> None:
    module = planted("def publish(work):\n    work.session.commit()\n")

    found = ends_transactions(module)

    assert found == ["service/planted.py:2 .commit()"]


def test_all_sql_lives_in_the_repositories() -> None:
    found = [line for module in service_modules() for line in speaks_sql(module)]

    assert found == []


def test_planted_sql_in_a_use_case_is_found() -> None:
    module = planted(
        "from sqlalchemy import select\n"
        "def find(work):\n"
        "    return work.session.scalars(select(1))\n",
        "service/apis/use_cases.py",
    )

    found = speaks_sql(module)

    assert found == [
        "service/apis/use_cases.py:1 imports select",
        "service/apis/use_cases.py:3 session.scalars()",
    ]


def test_every_exception_to_the_place_of_sql_is_still_one() -> None:
    speaking = {
        module.place
        for module in service_modules()
        if _imported_statements(module) or _session_calls(module)
    }

    assert set(SQL_OUTSIDE_REPOSITORIES) - speaking == set()
