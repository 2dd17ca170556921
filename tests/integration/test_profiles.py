"""Does the service start under each profile, and refuse to where it would be insecure?"""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from service.app import create_app
from service.settings import LOCAL_SECRET_KEY, InvalidSettings, Profile, load_settings
from tests.architecture.source_tree import ROOT

SECRET = "s" * 48
"""Long enough, and not the built-in one."""


def environment(profile: Profile, folder: Path, **values: str) -> dict[str, str]:
    """Return the environment of a service under the profile, on its own file."""
    return {
        "BINDERY_PROFILE": profile,
        "BINDERY_DATABASE_URL": f"sqlite:///{folder / 'x.sqlite3'}",
        "BINDERY_LOG_LEVEL": "ERROR",
        **values,
    }


@pytest.mark.parametrize("profile", Profile)
def test_the_application_starts_under_each_profile(profile: Profile, tmp_path: Path) -> None:
    values = environment(profile, tmp_path, BINDERY_SECRET_KEY=SECRET)

    app = create_app(load_settings(values))

    assert app.test_client().get("/health/live").status_code == 200
    assert app.config["SECRET_KEY"] == SECRET


@pytest.mark.parametrize("profile", [Profile.DEVELOPMENT, Profile.TESTING])
def test_local_profiles_need_no_secret(profile: Profile, tmp_path: Path) -> None:
    assert load_settings(environment(profile, tmp_path)).secret_key == LOCAL_SECRET_KEY


@pytest.mark.parametrize("secret", ["", "short", LOCAL_SECRET_KEY])
def test_production_takes_no_default_and_no_weak_secret(secret: str, tmp_path: Path) -> None:
    values = environment(Profile.PRODUCTION, tmp_path, BINDERY_SECRET_KEY=secret)

    with pytest.raises(InvalidSettings, match="BINDERY_SECRET_KEY"):
        load_settings(values)


def test_production_is_what_runs_where_nobody_says_otherwise() -> None:
    with pytest.raises(InvalidSettings, match="BINDERY_SECRET_KEY"):
        load_settings({})


def test_no_profile_is_a_debugger(tmp_path: Path) -> None:
    for profile in Profile:
        app = create_app(load_settings(environment(profile, tmp_path, BINDERY_SECRET_KEY=SECRET)))

        assert (app.debug, app.testing) == (False, False)


def test_a_process_that_cannot_start_says_every_reason_and_no_secret(tmp_path: Path) -> None:
    values = environment(
        Profile.PRODUCTION,
        tmp_path,
        BINDERY_SECRET_KEY="geheim",  # noqa: S106 - too short to be used
        BINDERY_CORS_ORIGINS="*",
        BINDERY_DATABASE_URL="mysql://root:geheim@db/prod",
    )

    finished = subprocess.run(
        [sys.executable, "-c", "import service.wsgi"],
        env={"PATH": os.environ["PATH"], "BINDERY_ENV_FILE": os.devnull, **values},
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )

    assert finished.returncode != 0
    for name in ("SECRET_KEY", "CORS_ORIGINS", "DATABASE_URL"):
        assert f"BINDERY_{name}" in finished.stderr
    assert "geheim" not in finished.stderr
