"""`make injection-audit`: the long form, every position with every payload."""

import sys
import tempfile
from pathlib import Path

import click

from tests.injection.audit import Findings, bare, old_generator, this_python, whole_road
from tests.injection.payloads import PAYLOADS
from tests.injection.positions import positions

_FEWEST_OF_OLD = 10


@click.command()
@click.option("--together", is_flag=True, help="All positions of a payload in one document.")
def main(*, together: bool) -> None:
    """Print what became code; exit with 1 if anything did, or if the control was not found out."""
    click.echo(f"{len(positions())} positions x {len(PAYLOADS)} payloads")
    ours = whole_road(PAYLOADS, one_by_one=not together)
    _tell("our road", ours)
    pinned = bare(this_python(), PAYLOADS)
    _tell("the pinned generator alone", pinned)
    is_bad = bool(ours.injected or ours.outside or pinned.injected or pinned.outside)
    with tempfile.TemporaryDirectory() as folder:
        python = old_generator(Path(folder))
        if python is None:
            click.echo("control skipped: the old generator cannot be installed here")
        else:
            old = bare(python, PAYLOADS)
            _tell("control, the old generator", old)
            is_bad = is_bad or len(old.injected) < _FEWEST_OF_OLD
    sys.exit(1 if is_bad else 0)


def _tell(name: str, findings: Findings) -> None:
    click.echo(
        f"{name}: {findings.tried} tried, {findings.refused} invalid,"
        f" {findings.broken} not built or no Python, {len(findings.injected)} positions injectable,"
        f" {len(findings.outside)} files outside"
    )
    for position, payloads in findings.injected.items():
        click.echo(f"    {position}: {', '.join(sorted(payloads))}")


if __name__ == "__main__":
    main()
