"""Are these bytes UTF-8 text, as every tool that will read the document expects?"""

import codecs

from service.openapi_documents.problems import InvalidDocument, refusal

_OTHER_MARKS = (
    (codecs.BOM_UTF32_LE, "UTF-32"),
    (codecs.BOM_UTF32_BE, "UTF-32"),
    (codecs.BOM_UTF16_LE, "UTF-16"),
    (codecs.BOM_UTF16_BE, "UTF-16"),
)


def without_mark(raw: bytes) -> bytes:
    """The bytes without a UTF-8 byte order mark; refuses other encodings and empty bodies."""
    for mark, name in _OTHER_MARKS:
        if raw.startswith(mark):
            raise _other_encoding(name)
    text = raw.removeprefix(codecs.BOM_UTF8)
    if not text.strip(b" \t\r\n"):
        raise refusal("empty-document", "The document is empty.")
    # The first character of any document that could be accepted is ASCII, so a NUL beside it
    # means two or four bytes per character.
    if b"\0" in text[:4]:
        raise _other_encoding("UTF-16 or UTF-32")
    return text


def encoding_fault(text: bytes) -> InvalidDocument | None:
    """The refusal that says where the bytes stop being UTF-8; None where they are."""
    try:
        text.decode()
    except UnicodeDecodeError as error:
        line_start = text.rfind(b"\n", 0, error.start) + 1
        return refusal(
            "not-utf-8",
            "The document is not valid UTF-8.",
            line=text.count(b"\n", 0, error.start) + 1,
            column=len(text[line_start : error.start].decode()) + 1,
        )
    return None


def _other_encoding(name: str) -> InvalidDocument:
    return refusal("not-utf-8", f"The document is encoded as {name}; save it as UTF-8.")
