"""What does the confined generator do? Runs openapi-python-client on a document that was prepared.

The names that the prepared document gives to properties and parameters say how they are called in
Python; the names on the wire travel along in them (see `wire_names`) and come out again here.
"""

import sys
from pathlib import Path
from typing import Any

from openapi_python_client import Project, strings
from openapi_python_client.config import Config, ConfigFile, MetaType
from openapi_python_client.parser import GeneratorData
from openapi_python_client.parser.errors import GeneratorError
from openapi_python_client.schema.untrusted_string import UntrustedString

from service.sdk_packages.wire_names import carries_wire_name, wire_name_in

TEMPLATES = Path(__file__).resolve().parent.parent / "templates"
_DEEPEST_CALL = 10_000
_LONGEST_TELLING = 2000


def run(folder: Path, task: dict[str, Any]) -> dict[str, Any]:
    """Write the package into `package` below the folder; return what was left out."""
    sys.setrecursionlimit(_DEEPEST_CALL)
    config = _config(folder, task)
    read = GeneratorData.from_dict(task["document"], config=config)
    if isinstance(read, GeneratorError):
        return {"errors": [_told(read)], "fatal": True}
    project = Project(openapi=read, config=config, custom_template_path=TEMPLATES)
    project.env.filters["in_double_quote_literal"] = _in_double_quote_literal
    project.env.filters["in_f_string_literal"] = _in_f_string_literal
    errors = project.build()
    return {"errors": [_told(error) for error in errors], "fatal": False}


def _config(folder: Path, task: dict[str, Any]) -> Config:
    settings = ConfigFile(
        project_name_override="client",
        package_name_override=task["import_name"],
        package_version_override="0",
        post_hooks=[],
        literal_enums=True,
        content_type_overrides=task["content_types"],
    )
    return Config.from_sources(
        settings,
        meta_type=MetaType.NONE,
        document_source=folder / "task.json",
        file_encoding="utf-8",
        overwrite=False,
        output_path=folder / "package",
    )


def _in_double_quote_literal(value: UntrustedString | strings.PythonCode | str) -> str:
    return strings.in_double_quote_literal(_on_the_wire(value))


def _in_f_string_literal(value: UntrustedString | strings.PythonCode | str) -> str:
    return strings.in_f_string_literal(_on_the_wire(value))


def _on_the_wire(
    value: UntrustedString | strings.PythonCode | str,
) -> UntrustedString | strings.PythonCode | str:
    text = value.get_untrusted_value() if isinstance(value, UntrustedString) else value
    if isinstance(text, str) and carries_wire_name(text):
        return UntrustedString(wire_name_in(text))
    return value


def _told(error: GeneratorError) -> str:
    return f"{error.header} {error.detail or ''}".strip()[:_LONGEST_TELLING]
