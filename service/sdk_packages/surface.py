"""What can users of a client depend on? Read from its modules, without importing them.

The result is plain JSON, kept beside the build: functions of operations with their parameters,
models with their fields, closed sets with their values.
"""

import ast
from collections.abc import Mapping
from typing import Any

SURFACE_SCHEME = 1
"""Raised when surfaces of older builds cannot be compared with newer ones any more."""

_PUBLIC = ("sync", "sync_detailed", "asyncio", "asyncio_detailed")


def surface_of(files: Mapping[str, bytes]) -> dict[str, Any]:
    """Return the public surface of a package (path below its folder → content)."""
    operations, models, values = {}, {}, {}
    for path, content in sorted(files.items()):
        if not path.endswith(".py") or path.endswith("__init__.py"):
            continue
        module = path.removesuffix(".py").replace("/", ".")
        if module.startswith("api."):
            operations[module] = _operation(ast.parse(content))
        elif module.startswith("models."):
            for statement in ast.parse(content).body:
                match statement:
                    case ast.ClassDef(name=name):
                        models[name] = {"fields": _fields(statement)}
                    case ast.Assign(
                        targets=[ast.Name(id=name)],
                        value=ast.Subscript(value=ast.Name(id="Literal"), slice=told),
                    ):
                        values[name] = {"members": _members(told)}
                    case _:
                        pass
    return {
        "scheme": SURFACE_SCHEME,
        "operations": operations,
        "models": models,
        "closed_sets": values,
    }


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
