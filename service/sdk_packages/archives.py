"""How do files become a wheel and an sdist? Written here byte by byte, so that nothing is run.

The same files always give the same bytes: sorted, one date, no owner. Only another zlib may
compress them differently.
"""

import base64
import gzip
import hashlib
import io
import tarfile
import zipfile
from collections.abc import Mapping

from service.sdk_packages.metadata import PackageMetadata

SOURCE_DATE_EPOCH = 315_532_800
"""1980-01-01, the earliest date that a ZIP file can hold."""

_ZIP_DATE = (1980, 1, 1, 0, 0, 0)
_UNIX = 3
_REGULAR_FILE = 0o100644 << 16
_LEVEL = 9
_WHEEL = b"Wheel-Version: 1.0\nGenerator: bindery\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
_PYPROJECT = """\
[build-system]
requires = ["hatchling"]
build-backend = "hatchling.build"

[project]
name = "{name}"
version = "{version}"
requires-python = "{requires_python}"
dependencies = [{dependencies}]

[tool.hatch.build.targets.wheel]
packages = ["{import_name}"]
"""


def write_wheel(metadata: PackageMetadata, files: Mapping[str, bytes]) -> bytes:
    """Return the wheel that holds the files (path below the package's folder → content)."""
    info = metadata.wheel_name.removesuffix("-py3-none-any.whl") + ".dist-info"
    contents = {
        **_placed(metadata, files),
        f"{info}/METADATA": metadata.core_metadata,
        f"{info}/WHEEL": _WHEEL,
    }
    contents[f"{info}/RECORD"] = _record(contents, f"{info}/RECORD")
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED, compresslevel=_LEVEL) as archive:
        for name, content in _sorted_for_wheels(contents):
            entry = zipfile.ZipInfo(name, _ZIP_DATE)
            entry.create_system, entry.external_attr = _UNIX, _REGULAR_FILE
            archive.writestr(entry, content, zipfile.ZIP_DEFLATED, _LEVEL)
    return written.getvalue()


def write_sdist(metadata: PackageMetadata, files: Mapping[str, bytes]) -> bytes:
    """Return the sdist: the same files, and what a build backend would need to know."""
    stem = metadata.sdist_name.removesuffix(".tar.gz")
    contents = {
        **_placed(metadata, files),
        "PKG-INFO": metadata.core_metadata,
        "pyproject.toml": _pyproject(metadata),
    }
    plain = io.BytesIO()
    with tarfile.open(fileobj=plain, mode="w", format=tarfile.PAX_FORMAT) as archive:
        for name, content in sorted(contents.items()):
            entry = tarfile.TarInfo(f"{stem}/{name}")
            entry.size, entry.mtime, entry.mode = len(content), SOURCE_DATE_EPOCH, 0o644
            archive.addfile(entry, io.BytesIO(content))
    return gzip.compress(plain.getvalue(), _LEVEL, mtime=SOURCE_DATE_EPOCH)


def _placed(metadata: PackageMetadata, files: Mapping[str, bytes]) -> dict[str, bytes]:
    return {f"{metadata.import_name}/{path}": content for path, content in files.items()}


def _sorted_for_wheels(contents: Mapping[str, bytes]) -> list[tuple[str, bytes]]:
    """Return the entries in the order that wheels have: what describes them comes last."""
    return sorted(
        contents.items(),
        key=lambda entry: (".dist-info/" in entry[0], entry[0].endswith("/RECORD"), entry[0]),
    )


def _record(contents: Mapping[str, bytes], own_name: str) -> bytes:
    lines = []
    for name, content in _sorted_for_wheels(contents):
        checksum = base64.urlsafe_b64encode(hashlib.sha256(content).digest()).rstrip(b"=")
        lines.append(f"{name},sha256={checksum.decode()},{len(content)}\n")
    return "".join([*lines, f"{own_name},,\n"]).encode()


def _pyproject(metadata: PackageMetadata) -> bytes:
    text = _PYPROJECT.format(
        name=metadata.name,
        version=metadata.version,
        requires_python=metadata.requires_python,
        dependencies=", ".join(f'"{entry}"' for entry in metadata.requires_dist),
        import_name=metadata.import_name,
    )
    return text.encode()
