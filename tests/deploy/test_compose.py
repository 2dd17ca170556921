"""Does the compose file describe a whole and careful installation, as far as reading it tells?"""

import dataclasses
import re
import runpy
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from service.settings import Settings
from tests.app_settings import make_settings
from tests.architecture.source_tree import ROOT

COMPOSE = ROOT / "deploy" / "compose.yaml"


@pytest.fixture(scope="module")
def services() -> dict[str, Any]:
    """The services of the compose file, its anchors resolved."""
    described = yaml.load(COMPOSE.read_text("utf-8"), yaml.SafeLoader)
    services: dict[str, Any] = described["services"]
    return services


def validate(path: Path) -> int:
    """Check a file against the published schema of compose files, as packaged with the tool."""
    program = Path(sys.executable).with_name("check-jsonschema")
    return subprocess.run(  # noqa: S603 - the environment's own program
        [program, "--builtin-schema", "vendor.compose-spec", path], capture_output=True, check=False
    ).returncode


def test_it_fits_the_published_schema() -> None:
    assert validate(COMPOSE) == 0


def test_a_planted_mistake_does_not_fit_the_schema(tmp_path: Path) -> None:
    planted = tmp_path / "compose.yaml"
    planted.write_text(COMPOSE.read_text("utf-8").replace("read_only:", "readonly:"), "utf-8")

    assert validate(planted) == 1


def test_every_image_is_pinned_by_its_tag(services: dict[str, Any]) -> None:
    images = [service["image"] for service in services.values() if "build" not in service]

    assert [image for image in images if not re.search(r":\d+(\.\d+)+-\w+$", image)] == []


def test_every_variable_is_a_setting(services: dict[str, Any]) -> None:
    known = {f"BINDERY_{field.name.upper()}" for field in dataclasses.fields(Settings)}
    given = {
        name
        for service in services.values()
        for name in service.get("environment", {})
        if name.startswith("BINDERY_")
    }

    assert given - known == set()


def test_secrets_have_no_default(services: dict[str, Any]) -> None:
    text = COMPOSE.read_text("utf-8")

    demanded = set(re.findall(r"\$\{(\w*(?:SECRET|PASSWORD)\w*)([^}]*)\}", text))

    assert {name for name, _ in demanded} == {"BINDERY_SECRET_KEY", "POSTGRES_PASSWORD"}
    assert {rest for _, rest in demanded} == {":?see .env.example"}
    assert "web" in services


def test_the_example_of_the_environment_names_what_is_demanded() -> None:
    demanded = set(re.findall(r"\$\{(\w+):\?", COMPOSE.read_text("utf-8")))
    example = (ROOT / ".env.example").read_text("utf-8")

    assert demanded - set(re.findall(r"^(\w+)=", example, flags=re.MULTILINE)) == set()


def test_every_service_gives_up_what_it_does_not_need(services: dict[str, Any]) -> None:
    careless = [
        name
        for name, service in services.items()
        if service.get("cap_drop") != ["ALL"]
        or service.get("security_opt") != ["no-new-privileges:true"]
    ]

    assert careless == []


def test_only_nginx_can_be_reached(services: dict[str, Any]) -> None:
    published = [name for name, service in services.items() if service.get("ports")]

    assert published == ["nginx"]
    assert services["database"]["networks"] == services["redis"]["networks"] == ["backend"]


def test_every_mounted_file_exists(services: dict[str, Any]) -> None:
    mounts = [volume for service in services.values() for volume in service.get("volumes", ())]
    files = [mount.split(":")[0] for mount in mounts if mount.startswith(".")]

    assert len(files) == 2
    assert [file for file in files if not (COMPOSE.parent / file).is_file()] == []


def test_requests_in_flight_can_end_before_the_container_does(services: dict[str, Any]) -> None:
    gunicorn = runpy.run_path(str(ROOT / "deploy" / "gunicorn.conf.py"))

    grace = int(services["web"]["stop_grace_period"].removesuffix("s"))

    assert grace > gunicorn["graceful_timeout"]


def test_work_in_flight_can_end_before_the_worker_does(services: dict[str, Any]) -> None:
    grace = int(services["worker"]["stop_grace_period"].removesuffix("s"))

    assert grace > make_settings().job_grace_seconds


def test_the_service_believes_exactly_the_one_proxy_there_is(services: dict[str, Any]) -> None:
    assert services["web"]["environment"]["BINDERY_PROXY_HOPS"] == "1"


def test_the_schema_is_ready_before_the_service_starts(services: dict[str, Any]) -> None:
    assert services["web"]["depends_on"]["migrate"] == {
        "condition": "service_completed_successfully"
    }
    assert services["migrate"]["restart"] == "no"
