"""Is what ReDoc gets harmless, and otherwise the same?"""

import pytest

from service.web.viewer import REPLACEMENT, is_safe_address, viewer_copy


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "JavaScript:alert(1)",
        " java\tscript:alert(1)",
        "\x01javascript:alert(1)",
        "data:text/html,<script>",
        "vbscript:x",
        "file:///etc/passwd",
        "http://[half",
    ],
)
def test_an_address_that_would_run_or_leave_the_web_is_unsafe(address: str) -> None:
    assert not is_safe_address(address)


@pytest.mark.parametrize(
    "address", ["https://a.example/b", "HTTP://a.example", "mailto:a@b.example", "/docs", "", "#x"]
)
def test_ordinary_addresses_are_safe(address: str) -> None:
    assert is_safe_address(address)


def test_unsafe_addresses_are_replaced_wherever_they_stand() -> None:
    document = {
        "info": {"contact": {"url": "javascript:x"}, "termsOfService": "data:x"},
        "servers": [{"url": "https://a.example"}, {"url": "javascript:y"}],
    }

    copied = viewer_copy(document)

    assert copied == {
        "info": {"contact": {"url": REPLACEMENT}, "termsOfService": REPLACEMENT},
        "servers": [{"url": "https://a.example"}, {"url": REPLACEMENT}],
    }


def test_names_that_reach_into_the_viewer_are_left_out() -> None:
    document = {"a": {"__proto__": {"b": 1}, "constructor": 2, "x-logo": {"url": "x"}, "c": 3}}

    copied = viewer_copy(document)

    assert copied == {"a": {"c": 3}}


def test_the_order_of_names_and_items_is_kept_and_the_document_is_not_changed() -> None:
    document = {"z": [1, {"b": None, "a": [True, "x"]}], "a": {"y": 1.5, "x": {}}}

    copied = viewer_copy(document)

    assert str(copied) == str(document)
    assert copied is not document
    assert copied["z"][1] is not document["z"][1]  # type: ignore[index]  # a list, as written above


def test_depth_is_no_danger() -> None:
    document: dict[str, object] = {}
    inner = document
    for _ in range(50_000):
        inner["a"] = inner = {}

    copied = viewer_copy(document)

    assert list(copied) == ["a"]
