"""What is the syntax tree of a module? Parsed once, for all that is asked of it."""

import ast
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ModuleTree:
    """One module of a package: its path below the package's folder, its tree, all nodes of that."""

    path: str
    tree: ast.Module
    nodes: tuple[ast.AST, ...]


def parse_module(path: str, content: bytes) -> ModuleTree | None:
    """Return the module's tree; None if it is no Python."""
    try:
        tree = ast.parse(content)
        return ModuleTree(path, tree, tuple(ast.walk(tree)))
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None
