"""Is every file and every function small enough to be read at once?"""

import ast
import statistics

from tests.architecture.source_tree import Module, own_modules, planted, service_modules

FILE_LINES = 400
FUNCTION_LINES = 40
ALLOWED_LONGER = {
    "service/http_api/blueprint.py::operation": "a declaration: its signature is its content",
}
"""`place` or `place::function`: why it reads better in one piece."""


def sizes(module: Module) -> dict[str, int]:
    """The lines of each function of a module; its own lines stand under its path."""
    functions = {
        f"{module.place}::{node.name}": (node.end_lineno or node.lineno) - node.lineno + 1
        for node in ast.walk(module.tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    }
    return {module.place: module.lines, **functions}


def too_long(module: Module) -> list[str]:
    """What of a module exceeds the limits, with its lines."""
    return [
        f"{place}: {lines} lines"
        for place, lines in sizes(module).items()
        if lines > (FUNCTION_LINES if "::" in place else FILE_LINES) and place not in ALLOWED_LONGER
    ]


def is_migration(module: Module) -> bool:
    """Migrations are written once, in order, and are as long as the change is."""
    return module.place.startswith("migrations/versions/")


def test_no_file_and_no_function_is_too_long() -> None:
    modules = [module for module in own_modules() if not is_migration(module)]

    found = [line for module in modules for line in too_long(module)]

    assert found == []


def test_a_planted_long_function_is_found() -> None:
    module = planted("def endless():\n" + "    step()\n" * 40)

    found = too_long(module)

    assert found == ["service/planted.py::endless: 41 lines"]


def test_the_list_of_longer_things_names_only_what_is_longer() -> None:
    measured = {place: lines for module in own_modules() for place, lines in sizes(module).items()}

    stale = [
        place
        for place in ALLOWED_LONGER
        if measured.get(place, 0) <= (FUNCTION_LINES if "::" in place else FILE_LINES)
    ]

    assert stale == []


def test_the_typical_function_of_the_service_fits_into_a_glance() -> None:
    measured = [size for module in service_modules() for size in sizes(module).items()]
    functions = [lines for place, lines in measured if "::" in place]

    median = statistics.median(functions)

    assert median <= 10
