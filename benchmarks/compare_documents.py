"""What does comparing real documents cost, as a multiple of parsing them?

Each pair runs in processes of its own. Times are CPU times of one process and the best of a few
runs; the figure to trust is the ratio to orjson.loads of both documents, measured in the same
process in the same run. YAML is turned into JSON before the clock starts.

cold     parsing both documents, the verdict and all changes
+ told   the same, and every change written out (`to_dict`)
warm     from what was stored at publish time: indexes and texts, nothing parsed before
again    the stored result, found by digests, engine and options in a database in memory
memory   the most that is allocated while comparing (as tracemalloc counts, in a run of its own),
         the parsed documents included, as a multiple of what these take alone
"""

import json
import subprocess
import sys
import tracemalloc
from pathlib import Path
from typing import Any

import click
import orjson
from sqlalchemy import create_engine
from sqlalchemy.orm import Session

from benchmarks.shared_data import LIMITS, best, names_of_pairs, need, texts_of
from service.clock import system_clock
from service.comparisons.models import StoredComparison
from service.comparisons.repository import ComparisonRepository
from service.comparisons.use_cases import ENGINE, compute_comparison
from service.indexed_documents import compare_indexed, index_document, read_indexed
from service.openapi_diff import STRICT, Level, compare
from service.openapi_documents import read_document


@click.command()
@click.argument("pairs", nargs=-1)
@click.option("--measure", is_flag=True, hidden=True, help="Measure one pair in this process.")
@click.option("--memory", is_flag=True, hidden=True, help="Measure its memory in this process.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object per line.")
def main(*, pairs: tuple[str, ...], measure: bool, memory: bool, as_json: bool) -> None:
    """Print time, memory, changes and verdict of each pair in real/ (or of those named)."""
    root = need("real")
    if measure or memory:
        click.echo(json.dumps((_memory if memory else _measure)(root / pairs[0])))
        return
    names = pairs or names_of_pairs(root)
    if not as_json:
        click.echo(
            f"{'pair':28}{'MB':>6}{'orjson':>9}{'cold':>7}{'+ told':>8}{'warm':>7}{'again':>7}"
            f"{'memory':>8}{'us/change':>11}{'error':>7}{'warning':>9}{'info':>7}  verdict"
        )
    for name in names:
        figures = {**_in_a_process(name, "--measure"), **_in_a_process(name, "--memory")}
        click.echo(json.dumps(figures) if as_json else _row(figures))


def _in_a_process(name: str, task: str) -> dict[str, Any]:
    command = [sys.executable, "-m", "benchmarks.compare_documents", task, name]
    answer = subprocess.run(command, check=True, capture_output=True, text=True)  # noqa: S603 - our own program
    figures: dict[str, Any] = json.loads(answer.stdout)
    return figures


def _measure(folder: Path) -> dict[str, Any]:
    texts = texts_of(folder)
    parsing, documents = best(lambda: [orjson.loads(text) for text in texts])
    stored = [(index.index.to_bytes(), index.text) for index in map(index_document, documents)]
    comparing, comparison = best(lambda: compare(*documents))
    telling, _ = best(comparison.to_dict)
    warm, by_index = best(
        lambda: compare_indexed(read_indexed(*stored[0]), read_indexed(*stored[1]))
    )
    if by_index != comparison:
        raise SystemExit(f"{folder.name}: the indexes give another answer than the documents.")
    return {
        "pair": folder.name,
        "megabytes": round(sum(map(len, texts)) / 1e6, 1),
        "orjson_ms": round(parsing * 1e3, 1),
        "cold": round((parsing + comparing) / parsing, 2),
        "told": round((parsing + comparing + telling) / parsing, 2),
        "warm": round(warm / parsing, 2),
        "again": round(_seconds_again(texts) / parsing, 2),
        "microseconds_per_change": round(comparing * 1e6 / max(1, len(comparison.changes))),
        "changes": {level.value: comparison.counts[level] for level in Level},
        "verdict": comparison.verdict.value,
    }


def _seconds_again(texts: list[bytes]) -> float:
    """How long it takes to find a stored result, with all its changes."""
    base, revision = (read_document(text, limits=LIMITS) for text in texts)
    engine = create_engine("sqlite://")
    StoredComparison.metadata.create_all(engine)
    with Session(engine) as session:
        result = compute_comparison(base, revision)
        result.created_at = system_clock()
        ComparisonRepository(session).keep(result)
        session.commit()

    def find() -> bool:
        with Session(engine) as session:
            repository = ComparisonRepository(session)
            found = repository.find(
                base.digest, revision.digest, engine_version=ENGINE, options_digest=STRICT.digest
            )
            return found is not None

    seconds, is_found = best(find)
    if not is_found:
        raise SystemExit("The stored result was not found again.")
    return seconds


def _memory(folder: Path) -> dict[str, Any]:
    texts = texts_of(folder)
    tracemalloc.start()
    documents = [orjson.loads(text) for text in texts]
    parsed, _ = tracemalloc.get_traced_memory()
    tracemalloc.reset_peak()
    compare(*documents)
    _, peak = tracemalloc.get_traced_memory()
    return {"parsed_mb": round(parsed / 1e6, 1), "memory": round(peak / parsed, 2)}


def _row(figures: dict[str, Any]) -> str:
    changes = figures["changes"]
    return (
        f"{figures['pair']:28}{figures['megabytes']:6.1f}{figures['orjson_ms']:7.0f}ms"
        f"{figures['cold']:7.1f}{figures['told']:8.1f}{figures['warm']:7.2f}{figures['again']:7.2f}"
        f"{figures['memory']:8.2f}{figures['microseconds_per_change']:11}"
        f"{changes['error']:7}{changes['warning']:9}{changes['info']:7}  {figures['verdict']}"
    )


if __name__ == "__main__":
    main()
