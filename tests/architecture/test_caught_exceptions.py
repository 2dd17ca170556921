"""Is nothing swallowed? Catching everything is for the outermost edge alone."""

import ast

import pytest

from tests.architecture.source_tree import Module, planted, service_modules

EVERYTHING = frozenset({"Exception", "BaseException"})
REVIEWED: dict[str, str] = {
    "service/doorbell.py::_ring": "a bell that fails costs time only, whatever the reason",
    "service/jobs/child_process.py::_live": "a forked child must not return into its worker",
    "service/jobs/performing.py::perform": "a handler is foreign code; its fault ends an attempt",
    "service/sdk_packages/sandbox/calling.py::_import_trouble": "a stranger's module may raise all",
    "service/sdk_packages/sandbox/calling.py::_call_trouble": "so may a stranger's function",
}
"""`place::function`: why this is an outermost edge."""


def catch_alls(module: Module) -> list[str]:
    """Functions of a module that catch everything."""
    found = []
    for function in ast.walk(module.tree):
        if isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef | ast.Module):
            name = getattr(function, "name", "(module)")
            found += [
                f"{module.place}::{name}"
                for handler in _own_handlers(function)
                if _catches_everything(handler)
            ]
    return found


def _own_handlers(function: ast.AST) -> list[ast.ExceptHandler]:
    handlers = []
    for child in ast.iter_child_nodes(function):
        if isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef):
            continue
        if isinstance(child, ast.ExceptHandler):
            handlers.append(child)
        handlers += _own_handlers(child)
    return handlers


def _catches_everything(handler: ast.ExceptHandler) -> bool:
    if handler.type is None:
        return True
    return any(
        isinstance(node, ast.Name) and node.id in EVERYTHING for node in ast.walk(handler.type)
    )


def test_only_the_outermost_edges_catch_everything() -> None:
    found = [place for module in service_modules() for place in catch_alls(module)]

    assert [place for place in found if place not in REVIEWED] == []


@pytest.mark.parametrize("caught", ["Exception", "BaseException", "(ValueError, Exception)", ""])
def test_a_planted_catch_all_is_found(caught: str) -> None:
    module = planted(f"def act():\n    try:\n        go()\n    except {caught}:\n        return\n")

    found = catch_alls(module)

    assert found == ["service/planted.py::act"]


def test_catching_what_is_expected_is_fine() -> None:
    module = planted("def act():\n    try:\n        go()\n    except ValueError:\n        return\n")

    found = catch_alls(module)

    assert found == []


def test_the_reviewed_list_names_only_what_is_there() -> None:
    found = {place for module in service_modules() for place in catch_alls(module)}

    assert set(REVIEWED) - found == set()
