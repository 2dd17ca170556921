"""Which database do the settings mean?"""

from pathlib import Path

import pytest

from service.settings import InvalidSettings
from tests.app_settings import make_settings


def test_without_a_url_it_is_a_file_in_the_data_folder(tmp_path: Path) -> None:
    settings = make_settings(data_dir=tmp_path)

    assert settings.resolved_database_url == f"sqlite:///{tmp_path}/bindery.sqlite3"
    assert settings.is_embedded


def test_a_relative_file_is_meant_from_the_working_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)

    settings = make_settings(database_url="sqlite:///data/b.sqlite3")

    assert settings.resolved_database_url == f"sqlite:///{tmp_path}/data/b.sqlite3"


def test_a_postgresql_url_keeps_its_password() -> None:
    url = "postgresql+psycopg://user:p%40ss@db.example/bindery"

    settings = make_settings(database_url=url)

    assert settings.resolved_database_url == url
    assert not settings.is_embedded


@pytest.mark.parametrize("url", ["mysql://db.example/x", "nonsense", "postgresql://db.example/x"])
def test_other_databases_are_refused_without_repeating_the_secret(url: str) -> None:
    with pytest.raises(InvalidSettings) as refusal:
        make_settings(database_url=url)

    assert "BINDERY_DATABASE_URL" in str(refusal.value)
    assert url not in str(refusal.value)


def test_a_rate_limit_that_nobody_can_read_is_refused() -> None:
    with pytest.raises(InvalidSettings) as refusal:
        make_settings(rate_limit_publishing="often", rate_limit_authentication="10 per moment")

    assert len(refusal.value.complaints) == 2
