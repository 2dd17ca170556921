"""How is an answer written as JSON text, whatever numbers and texts it quotes?"""

import json
from typing import Any

import orjson


def json_text(value: Any) -> str:
    """Indented JSON; a proof may be an integer beyond 64 bits, which the fast writer refuses."""
    try:
        return orjson.dumps(value, option=orjson.OPT_INDENT_2).decode()
    except TypeError:
        return json.dumps(value, indent=2)
