"""Does the time of a comparison grow with the size of the documents, and no faster?

Synthetic documents of one, two, four and eight times a size, in the dimensions where engines are
known to grow with the square. Each row prints CPU times as factors of the first: 1 2 4 8 is linear.
"""

import gc
import json
import time
from collections.abc import Callable
from typing import Any

import click
import orjson

from service.openapi_diff import compare

_FACTORS = (1, 2, 4, 8)
_REPEATS = 3
_LARGE = 20_000_000  # bytes
_Pair = tuple[dict[str, Any], dict[str, Any]]


@click.command()
def main() -> None:
    """Print how comparing grows with each dimension, then a pair of documents of 20 MB."""
    click.echo(f"{'what grows':34}{'first':>9}{'times':>8}" + "".join(f"{f:>7}x" for f in _FACTORS))
    for name, start, made in _DIMENSIONS:
        times = [_seconds(made(start * factor)) for factor in _FACTORS]
        factors = "".join(f"{seconds / times[0]:8.1f}" for seconds in times)
        click.echo(f"{name:34}{start:9}{times[0] * 1e3:6.0f}ms{factors}")
    _print_large()


def _print_large() -> None:
    texts = [json.dumps(document).encode() for document in _many_components(37_000)]
    parsing = min(_timed(lambda: [orjson.loads(text) for text in texts]) for _ in range(_REPEATS))
    comparing = _seconds(tuple(map(orjson.loads, texts)))
    size = min(map(len, texts))
    if size < _LARGE:
        raise SystemExit(f"The large document has {size} bytes only.")
    ratio = (parsing + comparing) / parsing
    click.echo(f"\n{size / 1e6:.0f} MB each: {ratio:.1f} x orjson of both")


def _seconds(pair: Any) -> float:
    return min(_timed(lambda: compare(*pair)) for _ in range(_REPEATS))


def _timed(task: Callable[[], object]) -> float:
    gc.collect()
    start = time.process_time()
    task()
    return time.process_time() - start


def _document(paths: dict[str, Any], schemas: dict[str, Any]) -> dict[str, Any]:
    return {
        "openapi": "3.0.3",
        "info": {"title": "Synthetic", "version": "1"},
        "paths": paths,
        "components": {"schemas": schemas},
    }


def _using(name: str) -> dict[str, Any]:
    content = {"application/json": {"schema": {"$ref": f"#/components/schemas/{name}"}}}
    return {
        "post": {
            "requestBody": {"content": content},
            "responses": {"200": {"description": "done", "content": content}},
        }
    }


def _many_components(count: int) -> _Pair:
    """Each refers to the next, all are in use, and every tenth has changed."""

    def document(text: str) -> dict[str, Any]:
        schemas = {
            f"Schema{place}": {
                "type": "object",
                "description": "Says at some length what it is for. " * 10,
                "properties": {
                    "name": {"type": "string", "maxLength": 10 + (place % 10 == 0) * len(text)},
                    "next": {"$ref": f"#/components/schemas/Schema{(place + 1) % count}"},
                },
            }
            for place in range(count)
        }
        paths = {f"/things{place}": _using(f"Schema{place}") for place in range(0, count, 10)}
        return _document(paths, schemas)

    return document(""), document("more")


def _many_operations(count: int) -> _Pair:
    """All of them use one schema, which has changed."""

    def document(kind: str) -> dict[str, Any]:
        paths = {f"/things{place}": _using("Shared") for place in range(count)}
        return _document(paths, {"Shared": {"type": kind}})

    return document("string"), document("integer")


def _many_values(count: int) -> _Pair:
    """An enum that lost every seventh value and was written in another order."""
    values = [f"value {place}" for place in range(count)]
    kept = [value for place, value in enumerate(values) if place % 7]
    return (
        _document({"/things": _using("Listed")}, {"Listed": {"enum": values}}),
        _document({"/things": _using("Listed")}, {"Listed": {"enum": kept[::-1]}}),
    )


def _many_branches(count: int) -> _Pair:
    """Alternatives that a constant tells apart; each hundredth has changed."""

    def document(text: str) -> dict[str, Any]:
        branches = [
            {
                "properties": {
                    "kind": {"const": f"kind {place}"},
                    "text": {"type": "string", "maxLength": 10 + (place % 100 == 0) * len(text)},
                },
                "required": ["kind"],
            }
            for place in range(count)
        ]
        document = _document({"/things": _using("Union")}, {"Union": {"oneOf": branches}})
        return {**document, "openapi": "3.1.0"}

    return document(""), document("more")


def _many_properties(count: int) -> _Pair:
    """One object; every property's text has changed."""

    def document(text: str) -> dict[str, Any]:
        properties = {f"p{place}": {"description": text} for place in range(count)}
        return _document({"/things": _using("Wide")}, {"Wide": {"properties": properties}})

    return document("before"), document("after")


_DIMENSIONS: tuple[tuple[str, int, Callable[[int], _Pair]], ...] = (
    ("components in a ring", 1_000, _many_components),
    ("operations that share a change", 1_000, _many_operations),
    ("values of an enum", 10_000, _many_values),
    ("branches of a union", 1_250, _many_branches),
    ("properties of an object", 2_500, _many_properties),
)

if __name__ == "__main__":
    main()
