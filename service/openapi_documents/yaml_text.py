"""What does this YAML text say, if it says one thing only to every reader?"""

import re
from typing import Any

from service.openapi_documents.canonical_form import canonical_bytes, check_no_nul
from service.openapi_documents.limits import ReadLimits
from service.openapi_documents.plain_values import settle
from service.openapi_documents.problems import refusal
from service.openapi_documents.text_encoding import encoding_fault
from service.openapi_documents.yaml_events import events_of
from service.openapi_documents.yaml_tree import TreeBuilder

# libyaml compares every %TAG directive with all before it: 400,000 of them would stall it.
_DIRECTIVE = re.compile(rb"^%", re.MULTILINE)
_MOST_DIRECTIVES = 16


def parse_yaml(text: bytes, limits: ReadLimits) -> tuple[Any, bytes]:
    """The value of a YAML text without byte order mark, and its canonical form.

    The events of libyaml's parser are built into values in Python, so that depth, repeated keys,
    aliases and merges are judged before they cost anything. Raises InvalidDocument.
    """
    if fault := encoding_fault(text):
        raise fault
    if len(_DIRECTIVE.findall(text)) > _MOST_DIRECTIVES:
        raise refusal("malformed-yaml", f"More than {_MOST_DIRECTIVES} directives.")
    content, _is_huge = settle(_built(text, limits), limits=limits, nodes=limits.yaml_nodes)
    canonical = canonical_bytes(content)
    check_no_nul(content, canonical)
    return content, canonical


def _built(text: bytes, limits: ReadLimits) -> Any:
    builder = TreeBuilder(limits)
    handlers = builder.handlers
    for event in events_of(text):
        handlers[event.__class__](event)
    return builder.result()
