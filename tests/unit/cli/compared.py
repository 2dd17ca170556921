"""Two documents as the command has them: read, compared, and ready to be told."""

import json
from typing import Any

from service.cli.comparison_report import ComparedFile, Report
from service.openapi_diff import Level, compare
from service.openapi_documents import read_document

HOSTILE = 'x\x1b[2J`::error::\r\n::warning::%0A|<b>](javascript:1)\x00\ufffe"&'
"""What could steer a terminal, a workflow, a Markdown page or an XML reader."""


def compared_file(name: str, document: dict[str, Any]) -> ComparedFile:
    raw = json.dumps(document, indent=1).encode()
    return ComparedFile(name, raw, read_document(raw))


def report_of(base: dict[str, Any], revision: dict[str, Any], **more: Any) -> Report:
    """The report of comparing two documents, everything shown."""
    before, after = compared_file("old.json", base), compared_file("new.json", revision)
    comparison = compare(before.document.content, after.document.content)
    return Report(comparison, before, after, **{"least": Level.INFO, **more})
