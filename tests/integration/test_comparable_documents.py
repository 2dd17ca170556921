"""Is a stored document compared without reading it again, and only by the release that read it?"""

import pytest
from sqlalchemy import update

from service.documents import use_cases
from service.documents.models import StoredDocument
from service.documents.use_cases import load_comparable, read_comparable, read_received
from service.openapi_documents import ReadLimits
from service.unit_of_work import UnitsOfWork
from tests.factories.documents import Publisher, a_publisher, document, document_bytes
from tests.factories.world import World

pytestmark = pytest.mark.both_databases

YAML = b"""\xef\xbb\xbfopenapi: 3.1.0
info: {title: "Orders \xc3\xa9", version: 1.0.0}
x-limits: [1.0, 1e3, -0.0, 1e300, 0.1, 18446744073709551615]
x-shared: &shared {a: [1, null, true], "b/~c": ""}
x-again: *shared
paths: {}
"""


@pytest.fixture
def publisher(world: World) -> Publisher:
    """Return a maintainer of acme/orders."""
    return a_publisher(world, enforced=False)


def pretend_an_earlier_release(units: UnitsOfWork) -> None:
    """Make all that is stored look as if another release had written it."""
    with units.writing() as work:
        work.session.execute(update(StoredDocument).values(text_by="0.0.1"))


def count_readings(monkeypatch: pytest.MonkeyPatch) -> list[bytes]:
    """Return a list that grows with each document that is read and checked in full."""
    read, seen = use_cases.read_received, []

    def read_and_note(raw: bytes, *, limits: ReadLimits) -> object:
        seen.append(raw)
        return read(raw, limits=limits)

    monkeypatch.setattr(use_cases, "read_received", read_and_note)
    return seen


@pytest.mark.parametrize("raw", [document_bytes("/a", "/b"), YAML], ids=["json", "yaml"])
def test_what_is_compared_later_is_what_was_read(
    publisher: Publisher, units: UnitsOfWork, raw: bytes
) -> None:
    checksum = publisher.client.post(
        f"{publisher.path}/versions",
        data=raw,
        headers={"Content-Type": "application/octet-stream"},
    ).json["checksum"]
    received = read_received(raw, limits=ReadLimits())

    with units.reading() as work:
        soon = load_comparable(work, checksum)
    pretend_an_earlier_release(units)
    with units.reading() as work:
        anew = load_comparable(work, checksum)

    assert (soon.is_text, anew.is_text, anew.data) == (True, False, raw)
    for found in map(read_comparable, (soon, anew)):
        assert (found.digest, repr(found.content)) == (received.digest, repr(received.content))


def test_a_base_is_read_anew_only_where_another_release_read_it(
    publisher: Publisher, units: UnitsOfWork, monkeypatch: pytest.MonkeyPatch
) -> None:
    publisher.publish(document("/orders"), version="1.0.0")
    seen = count_readings(monkeypatch)

    publisher.get("/versions/1.0.0")
    publisher.publish(document("/orders", "/a"), version="1.1.0")
    soon = len(seen)
    pretend_an_earlier_release(units)
    answer = publisher.publish(document("/orders", "/a", "/b"), version="1.2.0")

    assert (soon, len(seen)) == (0, 1)
    assert answer.json["verdict"] == "compatible"


def test_bytes_that_are_published_again_are_comparable_again(
    publisher: Publisher, units: UnitsOfWork
) -> None:
    checksum = publisher.publish(document("/orders"), version="1.0.0").json["checksum"]
    publisher.withhold("1.0.0")
    with units.reading() as work:
        row = work.session.get_one(StoredDocument, checksum)
        withheld = (row.content, row.text, row.text_by)

    publisher.publish(document("/orders"), version="1.0.1")

    assert withheld == (None, None, None)
    with units.reading() as work:
        assert load_comparable(work, checksum).is_text
