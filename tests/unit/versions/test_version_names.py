"""Is the line of a version found from its name?"""

import pytest

from service.versions.version_names import Step, major_of, step_between


@pytest.mark.parametrize(
    ("name", "major"),
    [
        ("1.2.3", 1),
        ("0.1.0", 0),
        ("10.0.0-rc.1+build.5", 10),
        ("1.2", None),
        ("v1.2.3", None),
        ("2024-01-01", None),
        ("2024.01.01", None),
        ("01.2.3", None),
        ("main", None),
        (f"{2**31 - 1}.0.0", 2**31 - 1),
        (f"{2**31}.0.0", None),
    ],
)
def test_only_semantic_versions_have_a_major(name: str, major: int | None) -> None:
    assert major_of(name) == major


@pytest.mark.parametrize(
    ("base", "name", "step"),
    [
        ("1.0.0", "1.9.0", Step.SAME_MAJOR),
        ("1.9.0", "1.0.0", Step.SAME_MAJOR),
        ("1.0.0", "2.0.0", Step.MAJOR_RAISED),
        ("0.9.0", "1.0.0-rc.1", Step.MAJOR_RAISED),
        ("2.0.0", "1.0.0", Step.MAJOR_LOWERED),
        ("2024-01", "1.0.0", Step.UNKNOWN),
        ("1.0.0", "main", Step.UNKNOWN),
    ],
)
def test_the_step_from_one_version_to_another_is_told(base: str, name: str, step: Step) -> None:
    assert step_between(base, name) is step
