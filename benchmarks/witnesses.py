"""How many of the findings are proved, and what does proving cost?

Counts schema findings that break or could not be told, over the known one-edit pairs and the real
pairs; the others are not about the form of a message. Times are CPU times of one process, the best
of three; the figures to trust are ratios: to orjson.loads of both documents, and to the comparison.
"""

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import click
import orjson

from benchmarks.shared_data import best, names_of_pairs, need, texts_of
from service.openapi_diff import Change, Comparison, Judgement, Unproved, compare
from service.openapi_witnesses import prove

_REPEATS = 3


class Tally(NamedTuple):
    """What became of the findings of one or more comparisons."""

    proved: Counter[str]
    unproved: Counter[str]
    left: list[tuple[str, Change]]

    @property
    def total(self) -> int:
        return self.proved.total() + self.unproved.total()


@click.command()
@click.argument("pairs", nargs=-1)
@click.option("--list", "show", is_flag=True, help="Name each finding without a witness.")
@click.option("--probes/--no-probes", default=True, help="Count the one-edit pairs as well.")
def main(*, pairs: tuple[str, ...], show: bool, probes: bool) -> None:
    """Print how many findings are proved, of the probes and of each pair in real/."""
    root = need("real")
    tallies = [_of_probes()] if probes else []
    names = pairs or names_of_pairs(root)
    click.echo(
        f"{'pair':28}{'findings':>9}{'proved':>8}{'compare':>10}{'prove':>9}{'x compare':>11}"
        f"{'x orjson':>10}"
    )
    tallies.extend(_of_pair(root / name) for name in names)
    _summarise(tallies, show=show)


def _of_probes() -> Tally:
    tally = Tally(Counter(), Counter(), [])
    path = need("comparison", "probes.jsonl")
    with path.open(encoding="utf-8") as lines:
        for probe in map(json.loads, lines):
            comparison = compare(probe["base"], probe["revision"])
            proved = prove(comparison, probe["base"], probe["revision"])
            _count(tally, probe["id"], comparison, proved)
    click.echo(f"probes: {tally.proved.total()} of {tally.total} findings proved\n")
    return tally


def _of_pair(folder: Path) -> Tally:
    texts = texts_of(folder)
    parsing, documents = best(lambda: [orjson.loads(text) for text in texts], repeats=_REPEATS)
    comparing, comparison = best(lambda: compare(*documents), repeats=_REPEATS)
    proving, proved = best(lambda: prove(comparison, *documents), repeats=_REPEATS)
    tally = Tally(Counter(), Counter(), [])
    _count(tally, folder.name, comparison, proved)
    click.echo(
        f"{folder.name:28}{tally.total:9}{tally.proved.total():8}{comparing * 1e3:8.0f}ms"
        f"{proving * 1e3:7.0f}ms{proving / comparing:11.2f}{proving / parsing:10.2f}"
    )
    return tally


def _count(tally: Tally, name: str, before: Comparison, after: Comparison) -> None:
    wanted = {change.fingerprint for change in before.changes if _is_wanted(change)}
    for change in after.changes:
        if change.fingerprint in wanted and change.unproved is not Unproved.NOT_A_SCHEMA_CHANGE:
            if change.witness is not None:
                tally.proved[change.witness.kind.value] += 1
            elif change.unproved is not None:
                tally.unproved[change.unproved.value] += 1
                tally.left.append((name, change))


def _is_wanted(change: Change) -> bool:
    return change.judgement in (Judgement.BREAKS, Judgement.UNDETERMINED)


def _summarise(tallies: list[Tally], *, show: bool) -> None:
    proved = sum((tally.proved for tally in tallies), Counter[str]())
    unproved = sum((tally.unproved for tally in tallies), Counter[str]())
    total = proved.total() + unproved.total()
    share = proved.total() / total if total else 1.0
    click.echo(f"\nproved {proved.total()} of {total} findings ({share:.1%}): {_listed(proved)}")
    click.echo(f"not proved: {_listed(unproved) or 'none'}")
    for name, change in _left(tallies) if show else ():
        click.echo(
            f"{name}: {change.rule} {change.judgement} {change.direction} {change.unproved}\n"
            f"    {change.base_pointer} -> {change.revision_pointer} {change.subject!r}"
        )


def _left(tallies: list[Tally]) -> Iterator[tuple[str, Change]]:
    for tally in tallies:
        yield from tally.left


def _listed(counts: Counter[str]) -> str:
    return ", ".join(f"{count} {name}" for name, count in sorted(counts.items()))


if __name__ == "__main__":
    main()
