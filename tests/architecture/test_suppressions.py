"""Does every silenced warning say why?"""

import io
import re
import tokenize

import pytest

from tests.architecture.source_tree import Module, own_modules, planted

SUPPRESSION = re.compile(
    r"#\s*(?P<kind>noqa|type:\s*ignore|pyright:\s*ignore|pragma:\s*no (?:cover|branch)|nosec)"
    r"(?P<rules>:\s*[A-Z]+\d+(?:\s*,\s*[A-Z]+\d+)*|\[[\w, -]+\])?"
    r"(?P<reason>.*)"
)
SHORTEST_REASON = 6


def unexplained(module: Module) -> list[str]:
    """Suppressions without a reason behind them, or without naming what they silence."""
    found = []
    for line, comment in _comments(module):
        suppression = SUPPRESSION.search(comment)
        if suppression is None:
            continue
        if not suppression["rules"] and not suppression["kind"].startswith("pragma"):
            found.append(f"{module.place}:{line} silences everything: {comment}")
        elif len(suppression["reason"].strip(" -#:")) < SHORTEST_REASON:
            found.append(f"{module.place}:{line} gives no reason: {comment}")
    return found


def _comments(module: Module) -> list[tuple[int, str]]:
    tokens = tokenize.generate_tokens(io.StringIO(module.text).readline)
    return [(token.start[0], token.string) for token in tokens if token.type == tokenize.COMMENT]


def test_every_suppression_carries_its_reason() -> None:
    found = [line for module in own_modules() for line in unexplained(module)]

    assert found == []


@pytest.mark.parametrize(
    ("comment", "verdict"),
    [
        ("# noqa: S105", "gives no reason"),
        ("# noqa", "silences everything"),
        ("# type: ignore[arg-type]", "gives no reason"),
        ("# type: ignore", "silences everything"),
        ("# pragma: no cover", "gives no reason"),
    ],
)
def test_a_planted_bare_suppression_is_found(comment: str, verdict: str) -> None:
    module = planted(f"x = 1  {comment}\n")

    found = unexplained(module)

    assert found == [f"service/planted.py:1 {verdict}: {comment}"]


@pytest.mark.parametrize(
    "comment",
    [
        "# noqa: S105 - refused in production",
        "# noqa: S603, S607 - the program is our own",
        "# type: ignore[misc]  # the library has no types",
        "# pragma: no cover - only where a signal arrives here",
    ],
)
def test_a_reason_on_the_line_is_enough(comment: str) -> None:
    module = planted(f"x = 1  {comment}\n")

    found = unexplained(module)

    assert found == []
