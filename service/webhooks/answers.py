"""What is kept of a receiver's answer? Its beginning, as text, without what looks like a secret."""

import re

MOST_BYTES = 1024
REDACTED = "[redacted]"
_WORDS = "password|passwd|secret|token|api[_-]?key|authorization|signature|cookie|credential"
_SECRETS = (
    re.compile(r"\b(?:whsec_|bnd_|gh[a-z]_|xox[a-z]-|sk-|AKIA)[A-Za-z0-9_+/=-]+"),
    re.compile(r"\beyJ[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+(?:\.[A-Za-z0-9_-]*)?"),
    re.compile(r"\bv1a?,[A-Za-z0-9+/=]{16,}"),
    re.compile(r"(?i)(?<=\bbearer )\S+|(?<=\bbasic )[A-Za-z0-9+/=]{8,}"),
)
_NAMED = re.compile(
    rf"(?i)([\w-]*(?:{_WORDS})[\w-]*[\"']?\s*[:=]\s*)(\"[^\"]*\"?|'[^']*'?|[^\s,;&}}]+)"
)
_UNSEEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]")


def kept_of(body: bytes) -> str:
    """Return what people are shown of an answer."""
    text = body[:MOST_BYTES].decode("utf-8", "replace")
    for secret in _SECRETS:
        text = secret.sub(REDACTED, text)
    return _UNSEEN.sub("\N{REPLACEMENT CHARACTER}", _NAMED.sub(rf"\1{REDACTED}", text))
