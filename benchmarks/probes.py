"""How many of the known one-edit pairs does the engine judge rightly?"""

import json
import sys
from collections import Counter
from pathlib import Path

import click

from benchmarks.shared_data import SHARED
from service.openapi_diff import Comparison, Verdict, compare

_CLASSES = {
    "B": "breaking",
    "N": "harmless change",
    "0": "no change in meaning",
    "D": "documentation",
    "?": "matter of policy",
}


@click.command()
@click.option("--list", "show", is_flag=True, help="Name each probe that is judged otherwise.")
@click.option("--file", "path", type=Path, default=SHARED / "comparison" / "probes.jsonl")
def main(*, show: bool, path: Path) -> None:
    """Print found, missed, false alarms and undetermined, by class of probe."""
    if not path.exists():
        click.echo(f"There are no probes at {path}; set BINDERY_SHARED.", err=True)
        sys.exit(2)
    table: Counter[tuple[str, Verdict]] = Counter()
    misses: list[str] = []
    with path.open(encoding="utf-8") as lines:
        for probe in map(json.loads, lines):
            comparison = compare(probe["base"], probe["revision"])
            table[probe["verdict"], comparison.verdict] += 1
            if _is_miss(probe["verdict"], comparison.verdict):
                misses.append(_described(probe, comparison))
    _print(table)
    if show:
        click.echo("\n".join(["", *misses]))


def _is_miss(expected: str, found: Verdict) -> bool:
    if expected == "B":
        return found is not Verdict.BREAKING
    return expected != "?" and found is not Verdict.COMPATIBLE


def _described(probe: dict[str, str], comparison: Comparison) -> str:
    rules = sorted({f"{change.rule}={change.judgement}" for change in comparison.changes})
    return f"{probe['id']}: {probe['verdict']}, judged {comparison.verdict} by {rules}"


def _print(table: Counter[tuple[str, Verdict]]) -> None:
    click.echo(f"{'class':22}{'probes':>8}{'breaking':>10}{'undetermined':>14}{'compatible':>12}")
    for letter, name in _CLASSES.items():
        counts = [
            table[letter, verdict]
            for verdict in (Verdict.BREAKING, Verdict.UNDETERMINED, Verdict.COMPATIBLE)
        ]
        breaking, undetermined, compatible = counts
        click.echo(f"{name:22}{sum(counts):8}{breaking:10}{undetermined:14}{compatible:12}")
    harmless = ("N", "0", "D")
    found = table["B", Verdict.BREAKING]
    total = sum(count for (letter, _), count in table.items() if letter == "B")
    alarms = sum(table[letter, Verdict.BREAKING] for letter in harmless)
    open_ones = sum(table[letter, Verdict.UNDETERMINED] for letter in "BN0D")
    others = sum(count for (letter, _), count in table.items() if letter in harmless)
    click.echo(
        f"\nfound {found} of {total} breaking, {alarms} false alarms in {others} harmless, "
        f"{open_ones} undetermined"
    )


if __name__ == "__main__":
    main()
