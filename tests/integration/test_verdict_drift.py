"""Is it told which verdicts another engine would not give again, and does history stay?"""

import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from click.testing import Result
from flask import Flask
from sqlalchemy import func, select, update

from service.commands import with_commands
from service.comparisons import use_cases as comparisons
from service.comparisons.models import StoredComparison
from service.documents.models import StoredDocument
from service.openapi_diff import RULES, Judgement
from service.versions.use_cases import comparing, drift
from tests.factories.documents import Publisher, a_publisher, document, document_bytes
from tests.factories.world import World

pytestmark = pytest.mark.both_databases

Plant = Callable[..., None]


@pytest.fixture
def publisher(world: World) -> Publisher:
    """Return a maintainer of acme/orders with three versions: the second adds, the third fits."""
    publisher = a_publisher(world, enforced=False)
    publisher.publish(document_bytes("/orders"), version="1.0.0")
    publisher.publish(document_bytes("/orders", "/items"), version="1.1.0")
    publisher.publish(document_bytes("/orders", "/items", version="x"), version="1.2.0")
    return publisher


@pytest.fixture
def another_engine(monkeypatch: pytest.MonkeyPatch) -> Plant:
    """Return what installs another engine; with `flipped`, an added path breaks by it."""

    def plant(*, flipped: bool) -> None:
        monkeypatch.setattr(comparisons, "ENGINE", f"{comparisons.ENGINE[:20]}+other")
        if flipped:
            rule = replace(RULES["path.added"], request=Judgement.BREAKS)
            monkeypatch.setitem(RULES, "path.added", rule)

    return plant


def run(app: Flask, *arguments: str) -> Result:
    """Run the command as `flask` does."""
    runner = with_commands(app).test_cli_runner()
    return runner.invoke(args=["recompute-verdicts", *arguments])


def report(app: Flask, *arguments: str) -> dict[str, Any]:
    """Run the command and return what it reports."""
    parsed: dict[str, Any] = json.loads(run(app, "--json", *arguments).stdout)
    return parsed


def stored(world: World) -> int:
    """Return how many results of comparisons are stored."""
    with world.units.reading() as work:
        return work.session.scalar(select(func.count(StoredComparison.id))) or 0


@pytest.mark.usefixtures("publisher")
def test_the_engine_that_judged_finds_no_drift(app: Flask, world: World) -> None:
    before = stored(world)

    result = run(app)

    assert (result.exit_code, stored(world)) == (0, before)
    assert result.stdout.startswith("0 judged otherwise by engine ")
    assert result.stdout.endswith(", 2 alike, 0 not recomputed.\n")


@pytest.mark.usefixtures("publisher")
def test_another_engine_that_judges_alike_finds_no_drift(app: Flask, another_engine: Plant) -> None:
    another_engine(flipped=False)

    result = run(app)

    assert (result.exit_code, ", 2 alike, " in result.stdout) == (0, True)


def test_what_is_judged_otherwise_is_told_with_both_engines(
    app: Flask, publisher: Publisher, another_engine: Plant
) -> None:
    first_engine = comparisons.ENGINE
    another_engine(flipped=True)

    result, told = run(app), report(app)

    assert result.exit_code == 1
    assert "acme/orders 1.1.0 (base 1.0.0): compatible -> breaking" in result.stdout
    assert "error 0 -> 1, info 1 -> 0" in result.stdout
    assert (told["is_complete"], told["unchanged"], told["omitted"]) == (True, 1, [])
    assert told["drifted"] == [
        {
            "api": "acme/orders",
            "version": "1.1.0",
            "base": "1.0.0",
            "before": {
                "engine_version": first_engine,
                "verdict": "compatible",
                "counts": {"error": 0, "warning": 0, "info": 1},
            },
            "after": {
                "engine_version": comparisons.ENGINE,
                "verdict": "breaking",
                "counts": {"error": 1, "warning": 0, "info": 0},
            },
            "omission": None,
            "rules": [
                {"rule": "path.added", "level": "error", "before": 0, "after": 1},
                {"rule": "path.added", "level": "info", "before": 1, "after": 0},
            ],
        }
    ]
    assert publisher.get("/versions/1.1.0").json["verdict"] == "compatible"


@pytest.mark.usefixtures("publisher")
def test_results_are_kept_beside_the_old_ones_and_computed_once(
    app: Flask, world: World, another_engine: Plant, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = stored(world)
    another_engine(flipped=True)

    first = report(app)
    kept = stored(world)
    monkeypatch.delattr(drift, "compute_and_keep")
    again = report(app)

    assert (kept, stored(world)) == (before + 2, before + 2)
    assert again == first


@pytest.mark.usefixtures("publisher")
def test_who_stops_it_is_told_what_is_known_and_can_go_on(
    app: Flask, another_engine: Plant, monkeypatch: pytest.MonkeyPatch
) -> None:
    another_engine(flipped=True)
    seen: list[tuple[Any, ...]] = []

    def judge_one_and_stop(*arguments: Any) -> Any:
        if seen:
            raise KeyboardInterrupt
        seen.append(arguments)
        return comparing.compute_and_keep(*arguments)

    monkeypatch.setattr(drift, "compute_and_keep", judge_one_and_stop)
    stopped = run(app, "--json")
    monkeypatch.setattr(drift, "compute_and_keep", comparing.compute_and_keep)
    resumed = report(app)

    told = json.loads(stopped.stdout)
    assert (stopped.exit_code, told["is_complete"], len(told["drifted"])) == (130, False, 1)
    assert "call it again to go on" in stopped.stderr
    assert (resumed["is_complete"], resumed["unchanged"], resumed["drifted"]) == (
        True,
        1,
        told["drifted"],
    )


def test_withheld_documents_are_left_out_and_said_so(
    app: Flask, publisher: Publisher, another_engine: Plant
) -> None:
    publisher.withhold("1.1.0")
    another_engine(flipped=True)

    result, told = run(app), report(app)

    omitted = [(one["version"], one["omission"], one["after"]) for one in told["omitted"]]
    assert (result.exit_code, told["drifted"]) == (0, [])
    assert omitted == [
        ("1.1.0", "document_withheld", None),
        ("1.2.0", "document_withheld", None),
    ]
    assert "acme/orders 1.1.0: not recomputed, document_withheld" in result.stdout


def test_a_document_that_is_withheld_meanwhile_leaves_no_result(
    app: Flask,
    publisher: Publisher,
    world: World,
    another_engine: Plant,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    another_engine(flipped=True)

    def compute_while_it_is_withheld(*documents: Any) -> Any:
        publisher.withhold("1.1.0")
        return comparisons.compute_comparison(*documents)

    monkeypatch.setattr(comparing, "compute_comparison", compute_while_it_is_withheld)
    before = stored(world)

    told = report(app)

    assert [one["omission"] for one in told["omitted"]] == ["document_withheld"] * 2
    assert stored(world) == before


def test_a_document_that_is_no_longer_readable_is_left_out(
    app: Flask,
    world: World,
    publisher: Publisher,
    another_engine: Plant,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    publisher.publish(document("/orders"), version="2.0.0")
    with world.units.writing() as work:
        work.session.execute(update(StoredDocument).values(text_by="an earlier release"))
    another_engine(flipped=True)
    monkeypatch.setattr("service.documents.use_cases.MOST_OPERATIONS", 1)

    told = report(app)

    assert {one["omission"] for one in told["omitted"]} == {"document_unreadable"}
    assert len(told["omitted"]) == 3


@pytest.mark.usefixtures("publisher")
def test_one_api_can_be_asked_for(app: Flask, world: World, another_engine: Plant) -> None:
    world.api(world.group("other", maintainer=(bob := world.user("bob"))), "orders")
    other = Publisher(world.client(bob), "/groups/other/apis/orders")
    for version, paths in (("1.0.0", ["/a"]), ("1.1.0", ["/a", "/b"])):
        other.publish(document_bytes(*paths), version=version)
    another_engine(flipped=True)

    everywhere, there = report(app), report(app, "--api", "other/orders")
    nowhere = run(app, "--api", "other/nothing")

    assert len(everywhere["drifted"]) == 2
    assert [one["api"] for one in there["drifted"]] == ["other/orders"]
    assert (nowhere.exit_code, "There is no API 'other/nothing'." in nowhere.stderr) == (2, True)


def test_long_histories_are_read_in_batches(
    app: Flask, publisher: Publisher, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(drift, "_AT_ONCE", 2)
    for minor in range(3, 8):
        publisher.publish(document_bytes("/orders", "/items", f"/{minor}"), version=f"1.{minor}.0")

    assert report(app)["unchanged"] == 7
