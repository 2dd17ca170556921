"""Which documents try to kill, stall or exhaust whoever reads them?

`python hostile_documents.py NAME` reads one in a process of its own, then a harmless one, and
prints what that cost: apart from the test that asks, whose measuring would slow it down.
"""

import json
import sys
import time
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

from service.openapi_documents import InvalidDocument, read_document

JSON_HEAD = b'{"openapi":"3.0.3","info":{"title":"t","version":"1"},"paths":{},'
YAML_HEAD = b'openapi: 3.0.3\ninfo: {title: t, version: "1"}\npaths: {}\n'
MILLION = 1_000_000


def schemas(members: list[str]) -> bytes:
    return JSON_HEAD + b'"components":{"schemas":{' + ",".join(members).encode() + b"}}}"


def laughs(levels: int) -> bytes:
    names = "abcdefghijkl"[: levels + 1]
    lines = ["a: &a [x, x, x, x, x, x, x, x, x]"]
    for before, name in pairwise(names):
        lines.append(f"{name}: &{name} [{', '.join([f'*{before}'] * 9)}]")
    return "\n".join(lines).encode()


HOSTILE: dict[str, Callable[[], bytes]] = {
    # Threat A1: nesting
    "json arrays": lambda: JSON_HEAD + b'"x-a":' + b"[" * MILLION,
    "json objects": lambda: b'{"a":' * MILLION,
    "json 101": lambda: JSON_HEAD + b'"x-a":' + b"[" * 100 + b"]" * 100 + b"}",
    "yaml flow": lambda: YAML_HEAD + b"x-a: " + b"[" * MILLION,
    "yaml maps": lambda: YAML_HEAD + b"x-a: " + b"{a: " * MILLION,
    "yaml block": lambda: YAML_HEAD + b"x-a:\n  " + b"- " * MILLION,
    "yaml keys": lambda: YAML_HEAD + b"? " * MILLION,
    # Threat A2: expansion
    "laughs": lambda: laughs(9),
    "self": lambda: b"a: &a [*a]",
    "merges": lambda: (
        b"a: &a {"
        + b",".join(b"k%d: 1" % i for i in range(90_000))
        + b"}\nb: {<<: *a}\nc: {<<: *a}"
    ),
    "merged merges": lambda: (
        b"b0: &b0 {"
        + b",".join(b"k%d: 1" % i for i in range(300))
        + b"}\n"
        + b"".join(b"b%d: &b%d {<<: *b%d}\n" % (i, i, i - 1) for i in range(1, 3000))
    ),
    # Threat A3: floods
    "json bytes": lambda: JSON_HEAD + b'"x-a":"' + b"a" * 20 * MILLION + b'"}',
    "json {},": lambda: JSON_HEAD + b'"x-a":[' + b"{}," * 6 * MILLION + b"1]}",
    "json ones": lambda: JSON_HEAD + b'"x-a":[' + b"1," * 9 * MILLION + b"1]}",
    "yaml bytes": lambda: YAML_HEAD + b"x-a: " + b"a" * 5 * MILLION,
    "yaml items": lambda: YAML_HEAD + b"x-a:\n" + b"- a\n" * 1_200_000,
    "yaml directives": lambda: b"".join(b"%%TAG !a%d! x\n" % i for i in range(300_000)) + b"--- 1",
    "yaml colons": lambda: YAML_HEAD + b":" * 4_900_000,
    "yaml documents": lambda: b"--- a\n" * 800_000,
    "faulty schemas": lambda: schemas([f'"a{i}":{{"type":1}}' for i in range(200_000)]),
    "faulty members": lambda: schemas(
        ['"A":{"properties":{' + ",".join(f'"{i}":1' for i in range(300_000)) + "}}"]
    ),
    "dangling": lambda: schemas([f'"a{i}":{{"$ref":"#/x{i}"}}' for i in range(100_000)]),
    "references": lambda: schemas(
        [f'"a{i}":{{"$ref":"#/components/schemas/a{i + 1}"}}' for i in range(100_000)]
    ),
    "a chain used often": lambda: (
        JSON_HEAD[:-11]
        + b'"paths":{'
        + b",".join(
            b'"/a%d":{"get":{"responses":{"200":{"description":""}},"parameters":[' % i
            + b'{"$ref":"#/components/parameters/a0"}]}}'
            for i in range(40_000)
        )
        + b'},"components":{"parameters":{'
        + b",".join(
            b'"a%d":{"$ref":"#/components/parameters/a%d"}' % (i, i + 1) for i in range(30_000)
        )
        + b',"a30000":{"in":"path","required":true,"name":"a","schema":{}}}}}'
    ),
    "circle": lambda: schemas(
        [f'"a{i}":{{"$ref":"#/components/schemas/a{(i + 1) % 20_000}"}}' for i in range(20_000)]
    ),
    # Threat A6, A7, A8: one document, two readings
    "repeated keys": lambda: JSON_HEAD + b'"x-a":{' + b'"a":1,' * 400_000 + b'"a":1}}',
    "long integer": lambda: JSON_HEAD + b'"x-a":' + b"9" * 19 * MILLION + b"}",
    "many integers": lambda: JSON_HEAD + b'"x-a":[' + b"99999999999999999999," * 200_000 + b"1]}",
    "yaml integer": lambda: YAML_HEAD + b"x-a: " + b"9" * 4_900_000,
    "yaml hexadecimal": lambda: YAML_HEAD + b"x-a: 0x" + b"f" * 4_900_000,
    "nul at the end": lambda: JSON_HEAD + b'"x-a":[' + b'"ab",' * 400_000 + b'"\\u0000"]}',
    "backslashes": lambda: JSON_HEAD + b'"x-a":"' + b"\\\\" * 9 * MILLION + b'\\u0000"}',
    "unterminated": lambda: JSON_HEAD + b'"x-a":"' + b'\\",' * 6 * MILLION,
    # Threat A11: patterns are never run, and those that are not examined are harmless
    "pattern": lambda: schemas(['"A":{"pattern":"' + "(" * 1999 + '"}']),
}


def peak_kilobytes() -> int:
    """The most memory this program has held.

    Not `ru_maxrss`: a new program inherits that from the one that started it, and a test process
    that is large already would hide any growth.
    """
    status = Path("/proc/self/status").read_text("ascii")
    return int(status.partition("VmHWM:")[2].split()[0])


def main() -> None:
    """Read the document named on the command line and print outcome, seconds and kilobytes."""
    raw = HOSTILE[sys.argv[1]]()
    # What is compiled once is compiled now.
    read_document(YAML_HEAD)
    before = peak_kilobytes()
    start = time.process_time()
    try:
        read_document(raw)
        code = None
    except InvalidDocument as invalid:
        code = invalid.problems[0].code
    spent = time.process_time() - start
    grown = peak_kilobytes() - before
    answer = {"code": code, "seconds": spent, "kilobytes": grown}
    print(json.dumps({**answer, "next": read_document(YAML_HEAD).title}))  # noqa: T201  # the answer to the test


if __name__ == "__main__":
    main()
