"""Is a generated module nothing but what our templates write? Asked of its syntax tree.

An allow-list: a kind of node, an import, a call, a decorator or a name that templates never write
is refused, wherever it stands. So whatever the text of a document may do to the generator, it
cannot become code. Formatting and comments do not matter here; docstrings and literals are data.
"""

import ast
from collections.abc import Iterable, Iterator

from service.sdk_packages.failures import BuildFailed, Reason
from service.sdk_packages.module_trees import ModuleTree
from service.sdk_packages.source_words import (
    BUILTINS,
    FOREIGN_IMPORTS,
    METHODS,
    NODES,
    READ_ATTRIBUTES,
    WRITTEN_DECORATORS,
)


def refuse(path: str, oddity: str) -> BuildFailed:
    """Return the refusal of a package, one of whose modules holds what templates do not write."""
    return BuildFailed([
        Reason(
            "",
            f"Text of the document would have become code in the client, at {path}, {oddity}."
            " Nothing was built from it.",
            "Look for quotation marks, braces or line breaks in names, formats and media types of"
            " the document, and take them out. Please report it, too: a generator must not be"
            " impressed by them.",
        )
    ])  # fmt: skip


def oddities(module: ModuleTree) -> list[str]:
    """Return what of a module no template writes, with its lines; empty for what may be shipped."""
    return list(_Inspection(module).found())


class _Inspection:
    """Looks at one module."""

    def __init__(self, module: ModuleTree) -> None:
        self._tree, self._nodes = module.tree, module.nodes
        self._own = frozenset(_given_names(self._nodes))
        self._bound = BUILTINS | self._own | frozenset(_bound_names(self._nodes))

    def found(self) -> Iterator[str]:
        """Yield each oddity."""
        for statement in self._tree.body:
            if not _is_plain_top(statement):
                yield _at(statement, "a statement that runs on import")
        for node in self._nodes:
            trouble = self._trouble(node)
            if trouble is not None:
                yield _at(node, trouble)

    def _trouble(self, node: ast.AST) -> str | None:
        if type(node).__name__ not in NODES:
            return f"the construct {type(node).__name__}"
        match node:
            case ast.Name() | ast.Attribute():
                return self._word_trouble(node)
            case ast.Call(func=function):
                return self._call_trouble(function)
            case ast.Import() | ast.ImportFrom():
                return _import_trouble(node)
            case ast.FunctionDef() | ast.AsyncFunctionDef() | ast.ClassDef():
                return _definition_trouble(node)
            case _:
                return None

    def _word_trouble(self, node: ast.Name | ast.Attribute) -> str | None:
        if isinstance(node, ast.Name):
            is_known = node.id in self._bound and not _is_private(node.id)
            return None if is_known else f"the name {node.id}"
        return None if node.attr in READ_ATTRIBUTES or _is_field(node) else f".{node.attr}"

    def _call_trouble(self, function: ast.expr) -> str | None:
        match function:
            case ast.Name(id=name) if name == "cls" or name in self._own or name in BUILTINS:
                return None
            case ast.Attribute(value=ast.Constant(value=str()), attr="format"):
                return None
            case ast.Attribute(attr=name) if name in METHODS:
                return None
            case _:
                return f"a call of {ast.unparse(function)[:60]}"


def _is_plain_top(statement: ast.stmt) -> bool:
    match statement:
        case ast.Import() | ast.ImportFrom() | ast.FunctionDef() | ast.AsyncFunctionDef():
            return True
        case ast.ClassDef(body=body):
            return all(_is_plain_member(member) for member in body)
        case ast.Expr(value=ast.Constant(value=str())):
            return True
        case ast.If(test=ast.Name(id="TYPE_CHECKING"), body=body, orelse=[]):
            return all(isinstance(line, ast.ImportFrom) for line in body)
        case ast.Assign(targets=[ast.Name()], value=value):
            return _is_plain_value(value)
        case _:
            return False


def _is_plain_member(member: ast.stmt) -> bool:
    """Whether a class may hold this line: a field, a method or its docstring."""
    match member:
        case ast.FunctionDef() | ast.Expr(value=ast.Constant(value=str())) | ast.Pass():
            return True
        case ast.AnnAssign(target=ast.Name(), value=value):
            return value is None or _is_plain_default(value)
        case _:
            return False


def _is_plain_default(value: ast.expr) -> bool:
    match value:
        case ast.Name(id="UNSET") | ast.Constant():
            return True
        case ast.Call(func=ast.Name(id="_attrs_field"), args=[], keywords=keywords):
            return all(
                (word.arg, ast.unparse(word.value)) in {("init", "False"), ("factory", "dict")}
                for word in keywords
            )
        case _:
            return False


def _is_plain_value(value: ast.expr) -> bool:
    """Whether a module may assign this: a closed set of values, a type variable, `__all__`."""
    match value:
        case ast.Subscript(value=ast.Name(id="Literal"), slice=ast.Tuple(elts=entries)):
            return all(_is_scalar(entry) for entry in entries)
        case ast.Subscript(value=ast.Name(id="Literal"), slice=entry):
            return _is_scalar(entry)
        case ast.Call(
            func=ast.Name(id="TypeVar"),
            args=[ast.Constant(value="T")],
            keywords=[ast.keyword(arg="bound", value=ast.Constant(value=str(name)))],
        ):
            return name.isidentifier()
        case ast.Tuple(elts=entries):
            return all(isinstance(entry, ast.Constant) for entry in entries)
        case _:
            return False


def _is_scalar(entry: ast.expr) -> bool:
    match entry:
        case ast.Constant() | ast.UnaryOp(op=ast.USub(), operand=ast.Constant()):
            return True
        case _:
            return False


def _import_trouble(node: ast.Import | ast.ImportFrom) -> str | None:
    if isinstance(node, ast.Import):
        names = [(alias.name, alias.asname) for alias in node.names]
        is_known = all(name in FOREIGN_IMPORTS and renamed is None for name, renamed in names)
        return None if is_known else "an import of another module"
    if node.level:
        is_own = all(alias.asname is None and alias.name.isidentifier() for alias in node.names)
        return None if is_own else "an import by another name"
    allowed = FOREIGN_IMPORTS.get(node.module or "", frozenset())
    if all(_as_written(alias) in allowed for alias in node.names):
        return None
    return f"an import of {node.module}"


def _as_written(alias: ast.alias) -> str:
    return f"{alias.name} as {alias.asname}" if alias.asname else alias.name


def _definition_trouble(node: ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef) -> str | None:
    for decorator in node.decorator_list:
        if not (isinstance(decorator, ast.Name) and decorator.id in WRITTEN_DECORATORS):
            return "another decorator"
    if isinstance(node, ast.ClassDef):
        return "a class that derives from another" if node.bases or node.keywords else None
    defaults = [*node.args.defaults, *(each for each in node.args.kw_defaults if each)]
    if all(isinstance(each, ast.Name) and each.id == "UNSET" for each in defaults):
        return None
    return "a default that is computed"


def _bound_names(nodes: Iterable[ast.AST]) -> Iterator[str]:
    for node in nodes:
        if isinstance(node, ast.arg):
            yield node.arg
        elif isinstance(node, ast.Name) and not isinstance(node.ctx, ast.Load):
            yield node.id


def _given_names(nodes: Iterable[ast.AST]) -> Iterator[str]:
    """Yield the names of what is defined or imported, which may be called."""
    for node in nodes:
        match node:
            case ast.FunctionDef() | ast.AsyncFunctionDef() | ast.ClassDef():
                yield node.name
            case ast.Import() | ast.ImportFrom():
                yield from (alias.asname or alias.name for alias in node.names)
            case _:
                pass


def _is_private(name: str) -> bool:
    """Whether a name leads behind the scenes; `__all__` is the only one that templates write."""
    return name.startswith("__") and name != "__all__"


def _is_field(node: ast.Attribute) -> bool:
    """Whether this is a field of the object itself."""
    return (
        isinstance(node.value, ast.Name)
        and node.value.id == "self"
        and not node.attr.startswith("_")
    )


def _at(node: ast.AST, what: str) -> str:
    return f"line {getattr(node, 'lineno', 0)}: {what}"
