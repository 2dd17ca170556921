"""Which words may generated modules use? Those of the templates, and no others."""

from collections.abc import Mapping
from types import MappingProxyType

NODES = frozenset(
    {"Module", "Import", "ImportFrom", "alias", "FunctionDef", "AsyncFunctionDef", "ClassDef"}
    | {"arguments", "arg", "keyword", "Return", "Assign", "AnnAssign", "Delete", "For", "If"}
    | {"Raise", "Try", "ExceptHandler", "Expr", "Pass", "Await", "Call", "Attribute", "Subscript"}
    | {"Name", "Constant", "Tuple", "List", "Dict", "DictComp", "comprehension", "IfExp"}
    | {"JoinedStr", "FormattedValue", "BoolOp", "And", "Or", "UnaryOp", "Not", "USub", "BinOp"}
    | {"BitOr", "Compare", "Eq", "NotEq", "LtE", "Is", "IsNot", "In", "Load", "Store", "Del"}
)
BUILTINS = frozenset(
    {"Any", "AttributeError", "KeyError", "TypeError", "ValueError", "bool", "bytes", "classmethod"}
    | {"dict", "float", "int", "isinstance", "list", "object", "property", "str", "type"}
)
FOREIGN_IMPORTS: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "__future__": frozenset({"annotations"}),
        "attrs": frozenset({"define as _attrs_define", "field as _attrs_field"}),
        "collections.abc": frozenset({"Mapping"}),
        "datetime": frozenset(),
        "httpx": frozenset(),
        "io": frozenset({"BytesIO"}),
        "json": frozenset(),
        "typing": frozenset(
            {
                "Any",
                "BinaryIO",
                "Generator",
                "Literal",
                "TextIO",
                "TypeVar",
                "TYPE_CHECKING",
                "cast",
            }
        ),
        "uuid": frozenset({"UUID"}),
    }
)
"""What may be taken from which module; from those without names, the module itself."""
WRITTEN_DECORATORS = frozenset({"_attrs_define", "classmethod", "property"})

METHODS = frozenset(
    {"append", "date", "datetime", "dumps", "encode", "from_dict", "fromisoformat", "isoformat"}
    | {"items", "json", "keys", "part_of", "pop", "send", "send_async", "to_dict", "to_multipart"}
    | {"update"}
)
"""What may be called on an object."""
READ_ATTRIBUTES = METHODS | frozenset(
    {"RequestFiles", "Response", "additional_properties", "content", "format", "parsed"}
    | {"status_code", "text"}
)
"""What may be asked of an object that is not the module's own."""
