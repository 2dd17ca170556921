"""Are settings read completely, strictly, and with every complaint at once?"""

import dataclasses
from pathlib import Path
from typing import Any

import pytest

from service.settings import (
    InvalidSettings,
    LogFormat,
    Profile,
    Settings,
    load_settings,
    read_env_file,
)
from service.settings_page import settings_reference

LOCAL = {"BINDERY_PROFILE": "testing"}


def complaints(**values: str) -> list[str]:
    """Return what is complained of, by setting."""
    environment = {**LOCAL, **{f"BINDERY_{name.upper()}": value for name, value in values.items()}}
    with pytest.raises(InvalidSettings) as refusal:
        load_settings(environment)
    return [line.split(":")[0] for line in refusal.value.complaints]


def test_without_variables_every_field_has_its_default() -> None:
    settings = load_settings(LOCAL)

    different = {
        field.name
        for field in dataclasses.fields(Settings)
        if getattr(settings, field.name) != field.default
    }
    assert different == {"profile", "secret_key"}


@pytest.mark.parametrize(
    ("name", "text", "value"),
    [
        ("database_pool_size", "3", 3),
        ("rate_limits_enabled", "false", False),
        ("rate_limits_enabled", "1", True),
        ("log_format", "console", LogFormat.CONSOLE),
        ("profile", "development", Profile.DEVELOPMENT),
        (
            "cors_origins",
            "https://a.example, https://b.example,",
            ("https://a.example", "https://b.example"),
        ),
        ("data_dir", "~/bindery", Path.home() / "bindery"),
        ("url_prefix", "/a/b", "/a/b"),
    ],
)
def test_texts_become_values(name: str, text: str, value: Any) -> None:
    settings = load_settings({**LOCAL, f"BINDERY_{name.upper()}": text})

    assert getattr(settings, name) == value


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("database_pool_size", "many"),
        ("database_pool_size", "0"),
        ("rate_limits_enabled", "perhaps"),
        ("log_level", "LOUD"),
        ("log_format", "xml"),
        ("profile", "staging"),
        ("proxy_hops", "-1"),
        ("url_prefix", "bindery"),
        ("url_prefix", "/bindery/"),
        ("max_document_depth", "5000"),
        ("idempotency_hours", "1"),
        ("database_url", "nonsense"),
        ("database_url", "mysql://x/y"),
        ("cors_origins", "https://a.example,*"),
        ("no_such_setting", "1"),
    ],
)
def test_what_is_not_acceptable_is_complained_of_by_name(name: str, text: str) -> None:
    assert complaints(**{name: text}) == [f"BINDERY_{name.upper()}"]


def test_all_complaints_come_at_once() -> None:
    found = complaints(log_level="LOUD", proxy_hops="-1", nonsense="1")

    assert found == ["BINDERY_LOG_LEVEL", "BINDERY_NONSENSE", "BINDERY_PROXY_HOPS"]


def test_tokens_do_not_live_longer_by_default_than_at_most() -> None:
    days = {"token_days": "30", "token_max_days": "7"}

    assert complaints(**days) == ["BINDERY_TOKEN_DAYS"]


def test_complaints_do_not_repeat_what_was_given() -> None:
    with pytest.raises(InvalidSettings) as refusal:
        load_settings({**LOCAL, "BINDERY_DATABASE_URL": "mysql://root:geheim@db/x"})

    assert "geheim" not in str(refusal.value)


def test_variables_of_others_are_left_alone() -> None:
    settings = load_settings({**LOCAL, "BINDERY_URL": "x", "BINDERY_TOKEN": "y", "PATH": "/bin"})

    assert settings.profile is Profile.TESTING


def test_the_embedded_database_is_in_the_data_folder(tmp_path: Path) -> None:
    settings = load_settings({**LOCAL, "BINDERY_DATA_DIR": str(tmp_path)})

    assert settings.resolved_database_url == f"sqlite:///{tmp_path / 'bindery.sqlite3'}"
    assert settings.is_embedded


def test_postgresql_is_not_embedded() -> None:
    url = "postgresql+psycopg://u@h/d"

    assert not load_settings({**LOCAL, "BINDERY_DATABASE_URL": url}).is_embedded


def test_an_env_file_holds_assignments_and_comments(tmp_path: Path) -> None:
    path = tmp_path / ".env"
    path.write_text("# a comment\n\nA=1\n B = 'two' \nC=\"a=b\"\nnothing\n", "utf-8")

    assert read_env_file(path) == {"A": "1", "B": "two", "C": "a=b"}


def test_no_env_file_is_no_settings(tmp_path: Path) -> None:
    assert read_env_file(tmp_path / "absent") == {}


def test_the_reference_names_every_setting() -> None:
    reference = settings_reference()

    missing = [
        field.name
        for field in dataclasses.fields(Settings)
        if f"| `BINDERY_{field.name.upper()}` |" not in reference
    ]
    assert missing == []


def test_settings_cannot_be_changed() -> None:
    settings = load_settings(LOCAL)

    with pytest.raises(dataclasses.FrozenInstanceError):
        settings.proxy_hops = 5  # type: ignore[misc]  # what is tested
