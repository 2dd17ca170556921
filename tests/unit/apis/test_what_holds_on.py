"""Which rows keep a group or an API from being deleted? The refusals name one kind each."""

import pytest

from service.tables import METADATA


@pytest.mark.parametrize(
    ("table", "holders"),
    [("groups", ["apis.group_id"]), ("apis", ["api_versions.api_id"])],
)
def test_only_what_the_refusal_names_holds_on(table: str, holders: list[str]) -> None:
    pointing = [
        key
        for other in METADATA.tables.values()
        for key in other.foreign_keys
        if key.column.table.name == table
    ]

    assert [str(key.parent) for key in pointing if key.ondelete != "CASCADE"] == holders
