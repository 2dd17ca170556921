"""How are all settings told to operators? As the page docs/settings.md."""

import dataclasses
from typing import Any, get_args, get_origin

from service.settings import PREFIX, Settings


def settings_reference() -> str:
    """Return the Markdown page that documents every setting, in the order of the fields."""
    head = (
        "# Settings\n\nGenerated from `service/settings.py` by `make settings-reference`; do not"
        " edit. Every setting is an environment variable; in local use a `.env` file in the working"
        " folder is read too, and the environment wins.\n\n"
        "| variable | type | default | meaning |\n|---|---|---|---|\n"
    )
    rows = (
        f"| `{PREFIX}{field.name.upper()}` | {_type_name(field.type)} | {_default_text(field)}"
        f" | {field.metadata['description']} |\n"
        for field in dataclasses.fields(Settings)
    )
    return head + "".join(rows)


def _type_name(kind: Any) -> str:
    if get_origin(kind) is tuple:
        return f"list of {get_args(kind)[0].__name__}"
    return str(getattr(kind, "__name__", kind)).lower()


def _default_text(field: dataclasses.Field[Any]) -> str:
    value = field.default
    text = ",".join(value) if isinstance(value, tuple) else str(value)
    return f"`{text}`" if text else "(empty)"
