"""Do two different things ever get the same name, version or import name?"""

from hypothesis import example, given
from hypothesis import strategies as st
from packaging.utils import canonicalize_name
from packaging.version import Version

from service.names import NAME_PATTERN
from service.sdk_packages import distribution_name, python_version
from service.sdk_packages.identity import LONGEST_NAME, import_name

names = st.from_regex(NAME_PATTERN, fullmatch=True).filter(lambda name: not name.endswith("\n"))
alike = st.text(alphabet="ab-._", min_size=1, max_size=6).filter(
    lambda name: name[0].isalnum() and name[-1].isalnum()
)
pairs = st.tuples(names | alike, names | alike)
versions = st.text(min_size=1, max_size=70) | st.from_regex(
    r"v?[0-9]{1,3}(\.[0-9]{1,2}){0,3}(-(rc|alpha|beta|x)(\.[0-9]{1,2})?)?(\+[a-zA-Z0-9.-]{1,5})?",
    fullmatch=True,
)
regenerations = st.integers(min_value=0, max_value=3)


@given(pairs, pairs)
@example(("a-b", "c"), ("a", "b-c"))
@example(("a.b", "c"), ("a-b", "c"))
@example(("a", "b-client-2"), ("a-b", "client"))
@example(("a--b", "c"), ("a-b", "c"))
def test_two_apis_never_share_a_name(one: tuple[str, str], other: tuple[str, str]) -> None:
    same = canonicalize_name(distribution_name(*one)) == canonicalize_name(
        distribution_name(*other)
    )

    assert same == (one == other)


@given(pairs, pairs)
def test_two_apis_never_share_an_import_name(one: tuple[str, str], other: tuple[str, str]) -> None:
    first, second = import_name(distribution_name(*one)), import_name(distribution_name(*other))

    assert (first == second) == (one == other)
    assert first.isidentifier()


@given(pairs)
def test_a_name_is_normal_already_and_fits_into_a_file_name(pair: tuple[str, str]) -> None:
    name = distribution_name(*pair)

    assert canonicalize_name(name) == name
    assert len(name) <= LONGEST_NAME


@given(st.tuples(versions, regenerations), st.tuples(versions, regenerations))
@example(("1.2.0", 0), ("1.2", 0))
@example(("1.0", 0), ("1", 0))
@example(("2024-05-01", 0), ("2024.5.1", 0))
@example(("1.0.0-rc.1", 0), ("1.0.0-rc.01", 0))
@example(("1.0.0+A", 0), ("1.0.0+a", 0))
@example(("1.0.0+1", 0), ("1.0.0+01", 0))
@example(("Z", 0), ("z", 0))
def test_two_versions_are_never_equal_for_installers(
    one: tuple[str, int], other: tuple[str, int]
) -> None:
    first = Version(python_version(one[0], regeneration=one[1]))
    second = Version(python_version(other[0], regeneration=other[1]))

    assert (first == second) == (one == other)


@given(versions, regenerations)
def test_a_version_is_normal_already(name: str, regeneration: int) -> None:
    version = python_version(name, regeneration=regeneration)

    assert str(Version(version)) == version


def test_the_documented_examples_hold() -> None:
    told = {
        "1.2.0": "1.2.0",
        "1.2.0-rc.1": "1.2.0rc1",
        "1.2.0-rc.1+build": "1.2.0rc1+bbuild",
        "1.2.0-snapshot": "1.2.0.dev0+n1zp2zp0zdsnapshot",
        "v3": "3+nv3",
        "2024-05-01": "2024.5.1+n2024zd05zd01",
        "main build": "0.dev0+nmainzwbuild",
    }

    assert {name: python_version(name) for name in told} == told
    assert distribution_name("acme", "orders") == "acme-orders-client"
    assert distribution_name("acme", "eu-orders") == "acme-eu-orders-client"
    assert distribution_name("acme-eu", "orders") == "acme-eu-orders-client-2"


def test_a_release_candidate_comes_before_its_release_and_a_regeneration_after() -> None:
    candidate, release = python_version("1.2.0-rc.1"), python_version("1.2.0")
    again = python_version("1.2.0", regeneration=1)

    assert Version(candidate) < Version(release) < Version(again) < Version("1.2.1")
