"""Which texts try to leave the place where they were put? `{canary}` is the planted name."""

from collections.abc import Mapping
from types import MappingProxyType

PAYLOADS: Mapping[str, str] = MappingProxyType(
    {
        "closing a docstring": '"""\nimport {canary}\n"""',
        "closing a docstring within a line": '""" + {canary}() + """',
        "closing a docstring after a backslash": '\\"""\n{canary}()\n"""',
        "closing a string": '"+{canary}()+"',
        "closing a string after a backslash": '\\"+{canary}()#',
        "closing a quoted string": "'+{canary}()+'",
        "closing a call": '"); {canary}() #',
        "closing a literal": "'] or {canary}() or ['",
        "closing a subscript": '"] = {canary}() #',
        "a field of an f-string": "{{{canary}()}}",
        "a doubled brace": "{{{{{canary}()}}}}",
        "an expression of a template": "{{{{ {canary} }}}}{{% set x = {canary} %}}",
        "a line of its own": "x\n{canary}()\ny",
        "a carriage return": "x\r{canary}()\ry",
        "a line separator": "x\u2028{canary}()\u2029y",
        "a trailing backslash": "{canary}()\\",
        "a default value": "x: int = {canary}(), y",
        "a path": "../../{canary}/../x",
        "a form feed and an indent": "\x0c\n    {canary}()\n",
        "an escape of a character": "\\N{{LINE FEED}}\\x0a{canary}()\\u0022",
        "a comment": "# {canary}\n{canary}() #",
    }
)


def hostile(payload: str, number: int) -> str:
    """Return a payload with the canary of a position."""
    return payload.format(canary=canary(number))


def canary(number: int) -> str:
    """Return the name planted at a position; no rule for names leaves it as it is."""
    return f"zzCANARY{number}zz"
