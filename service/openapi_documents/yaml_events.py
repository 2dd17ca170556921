"""What does libyaml's parser find in a text? The one place that gives text to it."""

from collections.abc import Iterator

import yaml

from service.openapi_documents.problems import InvalidDocument, refusal


def events_of(text: bytes) -> Iterator[yaml.Event]:
    """The events of a YAML text but the end of the stream; raises InvalidDocument where it breaks.

    libyaml's parser keeps its state on the heap and is safe at any depth; its composer, which
    all ready-made loaders use, is not (a segmentation fault at depth 25,000). Whoever takes the
    events bounds depth and number.
    """
    following = yaml.CLoader(text).get_event
    end = yaml.StreamEndEvent
    try:
        event = following()
        while event is not None and event.__class__ is not end:
            yield event
            event = following()
    except yaml.MarkedYAMLError as error:
        raise _syntax_fault(error) from None
    except yaml.reader.ReaderError as error:
        raise _unreadable(text, error) from None


def place_of(event: yaml.Event) -> tuple[int, int]:
    """Line and column, from 1, where the event starts."""
    mark = event.start_mark
    return (mark.line + 1, mark.column + 1) if mark else (1, 1)


def _syntax_fault(error: yaml.MarkedYAMLError) -> InvalidDocument:
    what = ", ".join(part for part in (error.context, error.problem) if part)
    mark = error.problem_mark or error.context_mark
    line, column = (mark.line + 1, mark.column + 1) if mark else (None, None)
    return refusal("malformed-yaml", f"Not YAML: {what}.", line=line, column=column)


def _unreadable(text: bytes, error: yaml.reader.ReaderError) -> InvalidDocument:
    line = text.count(b"\n", 0, error.position) + 1
    return refusal("malformed-yaml", f"Not YAML: {error.reason}.", line=line)
