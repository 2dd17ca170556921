"""Is nothing that requests share kept in a module?"""

import ast

import pytest

from tests.architecture.source_tree import Module, planted, service_modules

MUTABLE_CALLS = frozenset(
    {"dict", "list", "set", "bytearray", "defaultdict", "deque", "Counter", "OrderedDict",
     "WeakKeyDictionary", "WeakValueDictionary", "ContextVar", "local"}
)  # fmt: skip
READ_ONLY_TYPES = frozenset({"Mapping", "Sequence", "Collection", "Set"})
CHANGING_VERBS = frozenset(
    {"add", "append", "clear", "discard", "extend", "insert", "pop", "popitem", "remove"}
    | {"setdefault", "update"}
)
PURE = ("service/openapi_diff/", "service/openapi_documents/")
CACHES = frozenset({"cache", "lru_cache"})
REVIEWED = {
    "service/migration_head.py::migration_head": "read from files that come with the code",
    "service/openapi_documents/official_schemas.py::_validator": "official schemas, compiled once",
    "service/rules/catalogue.py::told_rules": "frozen, and made of tables of the code",
    "service/rules/catalogue.py::_changes": "one per rule, of an example that comes with the code",
    "service/rules/examples.py::all_examples": "read from a file that comes with the code",
    "service/openapi_documents/official_schemas.py::_format": "one per format that they name",
}
"""`place::name`: why this one is no shared state, or why it must be."""


def mutable_state(module: Module) -> dict[str, int]:
    """Names at the top of a module (with their lines) that hold, or may come to hold, state.

    A table that is written out in full, has a constant's name and is changed nowhere in its module
    is none; what starts empty is meant to be filled.
    """
    found = {}
    for statement in module.tree.body:
        match statement:
            case ast.Assign(targets=[ast.Name(id=name)], value=value):
                is_state = _is_mutable(value) and not _is_table(name, value, module)
            case ast.AnnAssign(
                target=ast.Name(id=name), annotation=annotation, value=ast.expr() as value
            ):
                is_state = (
                    _is_mutable(value)
                    and not _is_read_only(annotation)
                    and not _is_table(name, value, module)
                )
            case ast.FunctionDef(name=name, decorator_list=decorators):
                caches = [d for d in decorators if _called_name(d) in CACHES]
                is_state = bool(caches) and not (_is_pure(module) and _is_bounded(caches[0]))
            case _:
                continue
        if is_state:
            found[f"{module.place}::{name}"] = statement.lineno
    return found


def _is_table(name: str, value: ast.expr, module: Module) -> bool:
    is_filled = isinstance(value, ast.DictComp | ast.ListComp | ast.SetComp) or (
        bool(getattr(value, "keys", None) or getattr(value, "elts", None))
    )
    is_constant = name.isupper() or name == "__all__"
    return is_filled and is_constant and name not in _changed_names(module)


def _is_pure(module: Module) -> bool:
    """Whether import-linter holds that nothing in the module can depend on a request."""
    return module.place.startswith(PURE)


def _is_bounded(decorator: ast.expr) -> bool:
    match decorator:
        case ast.Call(keywords=[ast.keyword(arg="maxsize", value=ast.Constant(value=int()))]):
            return True
        case _:
            return False


def _changed_names(module: Module) -> set[str]:
    """Names whose contents some line of the module changes."""
    changed = set()
    for node in ast.walk(module.tree):
        match node:
            case ast.Call(func=ast.Attribute(value=ast.Name(id=name), attr=verb)) if (
                verb in CHANGING_VERBS
            ):
                changed.add(name)
            case ast.Subscript(value=ast.Name(id=name), ctx=ast.Store() | ast.Del()):
                changed.add(name)
            case ast.AugAssign(target=ast.Name(id=name)) | ast.Global(names=[name]):
                changed.add(name)
            case _:
                pass
    return changed


def _is_mutable(value: ast.expr) -> bool:
    literals = (ast.Dict, ast.List, ast.Set, ast.DictComp, ast.ListComp, ast.SetComp)
    return isinstance(value, literals) or (
        isinstance(value, ast.Call) and _called_name(value) in MUTABLE_CALLS
    )


def _is_read_only(annotation: ast.expr) -> bool:
    """Whether the declared type has no method that changes it, which mypy then holds."""
    match annotation:
        case ast.Subscript(value=ast.Name(id="Final"), slice=inner):
            return _is_read_only(inner)
        case ast.Subscript(value=ast.Name(id=name)) | ast.Name(id=name):
            return name in READ_ONLY_TYPES
        case _:
            return False


def _called_name(node: ast.expr) -> str:
    match node:
        case ast.Call(func=function):
            return _called_name(function)
        case ast.Attribute(attr=name) | ast.Name(id=name):
            return name
        case _:
            return ""


def test_no_module_of_the_service_holds_changeable_state() -> None:
    found = [name for module in service_modules() for name in mutable_state(module)]

    assert [name for name in found if name not in REVIEWED] == []


@pytest.mark.parametrize(
    "source",
    [
        "SEEN = {}\n",
        "SEEN: dict[str, int] = dict()\n",
        "SEEN: Final[list[int]] = []\n",
        "SEEN = [item for item in ()]\nSEEN.append(1)\n",
        "SEEN = {'a': 1}\ndef act():\n    SEEN['b'] = 2\n",
        "SEEN = {'a': 1}\ndef act():\n    SEEN.update(b=2)\n",
        "SEEN = [1]\ndef act():\n    global SEEN\n    SEEN = [2]\n",
        "SEEN = collections.defaultdict(list)\n",
        "@functools.lru_cache(maxsize=None)\ndef SEEN(): ...\n",
        "@cache\ndef SEEN(): ...\n",
    ],
)
def test_planted_state_is_found(source: str) -> None:
    module = planted(source)

    found = mutable_state(module)

    assert list(found) == ["service/planted.py::SEEN"]


def test_a_bounded_cache_in_a_pure_package_is_fine() -> None:
    source = "@lru_cache(maxsize=100)\ndef relate(): ...\n"

    assert mutable_state(planted(source, "service/openapi_diff/planted.py")) == {}
    assert list(mutable_state(planted(source, "service/apis/planted.py"))) == [
        "service/apis/planted.py::relate"
    ]


@pytest.mark.parametrize(
    "source",
    [
        "A = {'a': 1}\n",
        "A: Mapping[str, int] = {}\n",
        "A: Final[Sequence[int]] = [1]\n",
        "A = (1, 2)\n",
        "A = frozenset({1})\n",
        "A = MappingProxyType({'a': 1})\n",
        "__all__ = ['a']\n",
    ],
)
def test_constants_are_not_state(source: str) -> None:
    module = planted(source)

    found = mutable_state(module)

    assert found == {}


def test_the_reviewed_list_names_only_what_is_there() -> None:
    found = {name for module in service_modules() for name in mutable_state(module)}

    assert set(REVIEWED) - found == set()
