"""Do names say what is inside?"""

import ast
import sys

import pytest

from tests.architecture.source_tree import Module, own_modules, planted

EMPTY_WORDS = frozenset(
    {"util", "utils", "helper", "helpers", "common", "core", "base", "manager", "misc", "shared"}
)


def misnamed(module: Module) -> list[str]:
    """What is wrong with the names along a module's path."""
    parts = module.name.split(".")
    found = [f"{module.place}: '{part}' says nothing" for part in parts if part in EMPTY_WORDS]
    if parts[-1] in sys.stdlib_module_names:
        found.append(f"{module.place}: is also the name of a standard module")
    return found


def silent(module: Module) -> list[str]:
    """Modules that hold code and do not open by saying, in one paragraph, what they answer."""
    if not module.text.strip():
        return []
    docstring = ast.get_docstring(module.tree, clean=False)
    if not docstring:
        return [f"{module.place}: no docstring"]
    first = " ".join(docstring.split("\n\n")[0].split())
    return [] if first.endswith((".", "?", ":", ")")) else [f"{module.place}: {first!r}"]


def test_names_are_neither_empty_nor_taken() -> None:
    found = [line for module in own_modules() for line in misnamed(module)]

    assert found == []


@pytest.mark.parametrize(
    "place", ["service/utils.py", "service/apis/helpers.py", "service/json.py"]
)
def test_a_planted_bad_name_is_found(place: str) -> None:
    found = misnamed(planted("", place))

    assert len(found) == 1


def test_every_module_opens_with_its_question() -> None:
    modules = [module for module in own_modules() if not module.place.startswith("migrations")]

    found = [line for module in modules for line in silent(module)]

    assert found == []


@pytest.mark.parametrize("text", ["import os\n", '"""no end\n"""\nimport os\n'])
def test_a_planted_silent_module_is_found(text: str) -> None:
    found = silent(planted(text))

    assert len(found) == 1
