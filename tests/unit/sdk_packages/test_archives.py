"""Are the archives what installers expect, and always the same bytes?"""

import io
import tarfile
import zipfile

from packaging.metadata import Metadata

from service.sdk_packages.archives import write_sdist, write_wheel
from service.sdk_packages.identity import PackageIdentity
from service.sdk_packages.metadata import PackageMetadata, describe

FILES = {"b.py": b"import httpx\n", "a/__init__.py": b"", "py.typed": b""}


def metadata(title: str = "Pets") -> PackageMetadata:
    """Describe a package of three files."""
    identity = PackageIdentity("acme", "pets", "1.0.0", "bindery1:00")
    return describe(identity, title=title, foreign={"httpx"})


def test_the_same_files_in_any_order_give_the_same_bytes() -> None:
    reverse = dict(reversed(FILES.items()))

    assert write_wheel(metadata(), FILES) == write_wheel(metadata(), reverse)
    assert write_sdist(metadata(), FILES) == write_sdist(metadata(), reverse)


def test_another_byte_in_a_file_gives_another_wheel() -> None:
    changed = {**FILES, "b.py": b"import httpx \n"}

    assert write_wheel(metadata(), FILES) != write_wheel(metadata(), changed)


def test_a_wheel_lists_each_of_its_files_with_its_checksum() -> None:
    archive = zipfile.ZipFile(io.BytesIO(write_wheel(metadata(), FILES)))

    record = archive.read("acme_pets_client-1.0.0.dist-info/RECORD").decode()

    assert [line.split(",")[0] for line in record.splitlines()] == archive.namelist()
    assert archive.namelist()[0] == "acme_pets_client/a/__init__.py"


def test_neither_archive_holds_a_program_for_installing() -> None:
    wheel = zipfile.ZipFile(io.BytesIO(write_wheel(metadata(), FILES))).namelist()
    with tarfile.open(fileobj=io.BytesIO(write_sdist(metadata(), FILES))) as archive:
        sdist = archive.getnames()

    assert not [name for name in [*wheel, *sdist] if name.endswith(("setup.py", "setup.cfg"))]
    assert "acme_pets_client-1.0.0/PKG-INFO" in sdist


def test_only_what_is_imported_is_required() -> None:
    told = Metadata.from_email(metadata().core_metadata)

    assert [str(entry) for entry in told.requires_dist or ()] == ["httpx<0.29,>=0.27"]


def test_a_title_cannot_add_a_header() -> None:
    told = Metadata.from_email(metadata("Pets\nRequires-Dist: evil").core_metadata)

    assert [str(entry) for entry in told.requires_dist or ()] == ["httpx<0.29,>=0.27"]
    assert told.summary == "Client of Pets Requires-Dist: evil"
