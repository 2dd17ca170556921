"""Is everything there that the modules of a package import from each other?

Models import each other when they are used, not when they are loaded: importing them all would not
show what is missing.
"""

import ast
from collections.abc import Iterator

from service.sdk_packages import explanations
from service.sdk_packages.failures import BuildFailed
from service.sdk_packages.module_trees import ModuleTree
from service.sdk_packages.preparation import Prepared


class Imports:
    """What the modules of one package give and take, as far as models are concerned."""

    def __init__(self) -> None:
        self._given: dict[str, frozenset[str]] = {}
        self._taken: dict[tuple[str, str], str] = {}

    def add(self, module: ModuleTree) -> None:
        """Read one module."""
        if module.path.startswith("models/"):
            self._given[module.path] = _names_in(module.tree)
        for taken in _taken_from_models(module):
            self._taken.setdefault(taken, module.path)

    def require_complete(self, prepared: Prepared) -> None:
        """Raise `BuildFailed` if a module takes from another what that does not give."""
        missing = {
            name: path
            for (module, name), path in self._taken.items()
            if name not in self._given.get(f"models/{module}.py", ())
        }
        if missing:
            raise BuildFailed(explanations.incomplete(missing, prepared))


def _taken_from_models(module: ModuleTree) -> Iterator[tuple[str, str]]:
    """Yield the modules below `models` that are imported from, with what is taken."""
    prefix = "" if module.path == "models/__init__.py" else "models."
    for node in module.nodes:
        match node:
            case ast.ImportFrom(module=str(name), level=1 | 2 | 3) if name.startswith(prefix):
                yield from ((name.removeprefix(prefix), alias.name) for alias in node.names)
            case _:
                pass


def _names_in(tree: ast.Module) -> frozenset[str]:
    found = set[str]()
    for statement in tree.body:
        match statement:
            case ast.ClassDef(name=name) | ast.FunctionDef(name=name):
                found.add(name)
            case ast.Assign(targets=[ast.Name(id=name)]):
                found.add(name)
            case _:
                pass
    return frozenset(found)
