"""Which command shows what an upgrade of the engine would judge otherwise?"""

import json
import sys
from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

import click
from flask.cli import with_appcontext

from service.comparisons.use_cases import ENGINE
from service.errors import NotFound
from service.http_api.state import service_state
from service.unit_of_work import UnitsOfWork
from service.versions import use_cases
from service.versions.use_cases import Recomputed

_DRIFT, _STOPPED = 1, 130  # 2 is wrong usage, as click has it; 130 is Ctrl-C, as shells number it


class Tally:
    """What was recomputed so far; of what stayed the same, only how many there are."""

    def __init__(self) -> None:
        self.unchanged = 0
        self.drifted: list[Recomputed] = []
        self.omitted: list[Recomputed] = []
        self.is_complete = False

    def add(self, recomputed: Recomputed) -> None:
        """Count one verdict."""
        if recomputed.omission is not None:
            self.omitted.append(recomputed)
        elif recomputed.has_drifted:
            self.drifted.append(recomputed)
        else:
            self.unchanged += 1

    @property
    def exit_status(self) -> int:
        """0 no drift, 1 drift, 130 stopped before it was known."""
        if not self.is_complete:
            return _STOPPED
        return _DRIFT if self.drifted else 0


@click.command("recompute-verdicts")
@click.option("--api", "api_name", metavar="GROUP/API", help="Only the versions of this API.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
@with_appcontext
def recompute_verdicts(api_name: str | None, *, as_json: bool) -> None:
    """Show which verdicts on record the present engine would not give again.

    Compares each version with its base anew, unless this engine has done so already. Verdicts and
    states of versions stay as they are; the new results are kept beside the old ones. It can be
    stopped, and goes on where it was. Versions whose documents were withheld are listed as such.

    \b
    Exit status:
      0    no verdict and no number of changes differs
      1    some differ
      2    wrong usage
      130  stopped before the end
    """
    units = service_state().units
    api_id = None if api_name is None else _api_id(units, api_name)
    tally = _recompute_all(units, api_id)
    click.echo(json.dumps(_as_plain(tally), indent=2) if as_json else "\n".join(_lines(tally)))
    sys.exit(tally.exit_status)


def _api_id(units: UnitsOfWork, full_name: str) -> str:
    group_name, _, api_name = full_name.partition("/")
    try:
        return use_cases.find_api_id(units, group_name=group_name, api_name=api_name)
    except NotFound as refusal:
        raise click.BadParameter(refusal.message, param_hint="--api") from None


def _recompute_all(units: UnitsOfWork, api_id: str | None) -> Tally:
    tally = Tally()
    progress: Any = click.progressbar(
        use_cases.recompute_verdicts(units, api_id=api_id),
        length=use_cases.count_verdicts(units, api_id=api_id),
        label="Verdicts recomputed",
        show_pos=True,
        file=sys.stderr,  # standard output is the report's alone
    )
    try:
        with progress as each:
            for recomputed in each:
                tally.add(recomputed)
        tally.is_complete = True
    except KeyboardInterrupt:
        click.echo("Stopped; call it again to go on.", err=True)
    return tally


def _as_plain(tally: Tally) -> dict[str, Any]:
    return {
        "engine_version": ENGINE,
        "is_complete": tally.is_complete,
        "unchanged": tally.unchanged,
        "drifted": [asdict(one) for one in tally.drifted],
        "omitted": [asdict(one) for one in tally.omitted],
    }


def _lines(tally: Tally) -> Iterator[str]:
    for drifted in tally.drifted:
        yield from _drift_lines(drifted)
    for omitted in tally.omitted:
        yield f"{omitted.api} {omitted.version}: not recomputed, {omitted.omission}"
    yield (
        f"{len(tally.drifted)} judged otherwise by engine {ENGINE}, {tally.unchanged} alike,"
        f" {len(tally.omitted)} not recomputed"
        + ("." if tally.is_complete else ", and more to do.")
    )


def _drift_lines(drifted: Recomputed) -> Iterator[str]:
    before, after = drifted.before, drifted.after
    if after is None:  # pragma: no cover - what drifted was judged
        return
    counts = ", ".join(
        f"{level} {before.counts[level]} -> {after.counts[level]}"
        for level in before.counts
        if before.counts[level] != after.counts[level]
    )
    yield (
        f"{drifted.api} {drifted.version} (base {drifted.base}):"
        f" {before.verdict} -> {after.verdict}; {counts}; engine {before.engine_version}"
    )
    for rule in drifted.rules:
        yield f"    {rule.rule} ({rule.level}) {rule.before} -> {rule.after}"
