"""In which formats can a comparison be written?"""

import importlib
from enum import StrEnum
from types import MappingProxyType

from service.cli.comparison_report import Report


class Format(StrEnum):
    """How to write the answer."""

    TEXT = "text"
    MARKDOWN = "markdown"
    JSON = "json"
    SARIF = "sarif"
    JUNIT = "junit"
    GITHUB = "github"


# Loaded by name, because a command that is called in every build should load one of them only.
_RENDERERS = MappingProxyType(
    {
        Format.TEXT: ("service.cli.comparison_text", "render_text"),
        Format.MARKDOWN: ("service.cli.comparison_markdown", "render_markdown"),
        Format.JSON: ("service.cli.comparison_json", "render_json"),
        Format.SARIF: ("service.cli.comparison_sarif", "render_sarif"),
        Format.JUNIT: ("service.cli.comparison_junit", "render_junit"),
        Format.GITHUB: ("service.cli.comparison_annotations", "render_annotations"),
    }
)


def render(report: Report, format_: Format) -> str:
    """The answer in one format, without a line end."""
    module, name = _RENDERERS[format_]
    return str(getattr(importlib.import_module(module), name)(report))
