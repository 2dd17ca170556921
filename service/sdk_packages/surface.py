"""What can users of a client depend on? Read from its modules, without importing them.

The result is plain JSON, kept beside the build: functions of operations with their parameters,
models with their fields, closed sets with their values.
"""

import ast
from collections.abc import Mapping
from typing import Any

from service.sdk_packages.module_trees import ModuleTree, parse_module

SURFACE_SCHEME = 1
"""Raised when surfaces of older builds cannot be compared with newer ones any more."""

_PUBLIC = ("sync", "sync_detailed", "asyncio", "asyncio_detailed")


class SurfaceReading:
    """Collects the public surface of one package, module by module."""

    def __init__(self) -> None:
        self._operations: dict[str, Any] = {}
        self._models: dict[str, Any] = {}
        self._closed_sets: dict[str, Any] = {}

    def add(self, module: ModuleTree) -> None:
        """Read one module."""
        name = module.path.removesuffix(".py").replace("/", ".")
        if name.endswith("__init__"):
            return
        if name.startswith("api."):
            self._operations[name] = _operation(module.tree)
        elif name.startswith("models."):
            for statement in module.tree.body:
                self._add_model(statement)

    def _add_model(self, statement: ast.stmt) -> None:
        match statement:
            case ast.ClassDef(name=name):
                self._models[name] = {"fields": _fields(statement)}
            case ast.Assign(
                targets=[ast.Name(id=name)],
                value=ast.Subscript(value=ast.Name(id="Literal"), slice=told),
            ):
                self._closed_sets[name] = {"members": _members(told)}
            case _:
                pass

    def told(self) -> dict[str, Any]:
        """Return the surface as plain JSON."""
        return {
            "scheme": SURFACE_SCHEME,
            "operations": self._operations,
            "models": self._models,
            "closed_sets": self._closed_sets,
        }


def surface_of(files: Mapping[str, bytes]) -> dict[str, Any]:
    """Return the public surface of a package (path below its folder → content)."""
    reading = SurfaceReading()
    for path, content in sorted(files.items()):
        module = parse_module(path, content) if path.endswith(".py") else None
        if module is not None:
            reading.add(module)
    return reading.told()


def _operation(tree: ast.Module) -> dict[str, Any]:
    functions: dict[str, Any] = {}
    request = ""
    for statement in tree.body:
        match statement:
            case ast.FunctionDef(name="_get_kwargs"):
                request = _request(statement)
            case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name) if name in _PUBLIC:
                functions[name] = _function(statement)
            case _:
                pass
    return {"request": request, "functions": functions}


def _function(node: ast.FunctionDef | ast.AsyncFunctionDef) -> dict[str, Any]:
    positional = [*node.args.posonlyargs, *node.args.args]
    named = zip(node.args.kwonlyargs, node.args.kw_defaults, strict=True)
    needed = len(positional) - len(node.args.defaults)
    return {
        "parameters": {
            argument.arg: {"type": _type(argument.annotation), "required": position < needed,
                           "position": position}
            for position, argument in enumerate(positional)
        }
        | {
            argument.arg: {"type": _type(argument.annotation), "required": default is None,
                           "position": None}
            for argument, default in named
        },
        "returns": _type(node.returns),
    }  # fmt: skip


def _fields(node: ast.ClassDef) -> dict[str, Any]:
    return {
        member.target.id: {"type": _type(member.annotation), "required": member.value is None}
        for member in node.body
        if isinstance(member, ast.AnnAssign)
        and isinstance(member.target, ast.Name)
        and member.target.id != "additional_properties"
    }


def _members(told: ast.expr) -> list[Any]:
    entries = told.elts if isinstance(told, ast.Tuple) else [told]
    return [ast.literal_eval(entry) for entry in entries]


def _request(node: ast.FunctionDef) -> str:
    """Return method and path, by which an operation is known again under another name."""
    said = {}
    for inner in ast.walk(node):
        if isinstance(inner, ast.Dict):
            for key, value in zip(inner.keys, inner.values, strict=True):
                if isinstance(key, ast.Constant) and key.value in {"method", "url"}:
                    said[key.value] = _template(value)
    return f"{said.get('method', '').upper()} {said.get('url', '')}"


def _template(value: ast.expr) -> str:
    match value:
        case ast.Constant(value=str(text)):
            return text
        case ast.Call(func=ast.Attribute(value=ast.Constant(value=str(text)), attr="format")):
            return text
        case _:
            return ""


def _type(annotation: ast.expr | None) -> str:
    return ast.unparse(annotation) if annotation is not None else ""
