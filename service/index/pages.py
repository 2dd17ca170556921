"""How does the index tell of projects and files? As JSON (PEP 691) and as HTML (PEP 503)."""

import html
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

API_VERSION = "1.1"
JSON = "application/vnd.pypi.simple.v1+json"
HTML = "application/vnd.pypi.simple.v1+html"
PLAIN_HTML = "text/html"
LATEST: Mapping[str, str] = {
    "application/vnd.pypi.simple.latest+json": JSON,
    "application/vnd.pypi.simple.latest+html": HTML,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class IndexFile:
    """A file as installers need it; `yanked` is the reason, empty if it is not yanked."""

    name: str
    url: str
    digest: str
    """In hexadecimal digits, without the name of the algorithm."""
    size: int | None
    uploaded_at: str | None
    requires_python: str | None
    metadata_digest: str | None
    yanked: str


def projects_as_json(names: Sequence[str]) -> str:
    """Return the list of projects."""
    return _dumped({"projects": [{"name": name} for name in names]})


def projects_as_html(names: Sequence[str], note: str) -> str:
    """Return the list of projects, with a sentence for people."""
    links = "".join(f'<a href="{quote(name)}/">{html.escape(name)}</a><br>\n' for name in names)
    return _page("Packages", f"{links}<p>{html.escape(note)}</p>\n")


def project_as_json(name: str, versions: Sequence[str] | None, files: Sequence[IndexFile]) -> str:
    """Return a project's files; `versions` of None: they are not known."""
    told: dict[str, Any] = {"name": name, "files": [_file_as_json(file) for file in files]}
    if versions is None:
        return _dumped(told, api_version="1.0")
    return _dumped({**told, "versions": list(versions)})


def project_as_html(name: str, files: Sequence[IndexFile]) -> str:
    """Return a project's files."""
    links = "".join(
        f'<a href="{html.escape(file.url)}#sha256={file.digest}"{_attributes(file)}>'
        f"{html.escape(file.name)}</a><br>\n"
        for file in files
    )
    return _page(f"Links for {name}", links)


def _file_as_json(file: IndexFile) -> dict[str, Any]:
    told: dict[str, Any] = {
        "filename": file.name,
        "url": file.url,
        "hashes": {"sha256": file.digest},
        "yanked": file.yanked or False,
    }
    if file.requires_python:
        told["requires-python"] = file.requires_python
    if file.size is not None:
        told["size"] = file.size
    if file.uploaded_at:
        told["upload-time"] = file.uploaded_at
    if file.metadata_digest:
        told["core-metadata"] = {"sha256": file.metadata_digest}
        told["dist-info-metadata"] = told["core-metadata"]  # what it was called at first
    return told


def _attributes(file: IndexFile) -> str:
    values = {}
    if file.requires_python:
        values["data-requires-python"] = file.requires_python
    if file.metadata_digest:
        values["data-core-metadata"] = f"sha256={file.metadata_digest}"
        values["data-dist-info-metadata"] = values["data-core-metadata"]
    if file.yanked:
        values["data-yanked"] = file.yanked
    return "".join(f' {name}="{html.escape(value)}"' for name, value in values.items())


def _dumped(content: Mapping[str, Any], api_version: str = API_VERSION) -> str:
    return json.dumps({"meta": {"api-version": api_version}, **content}, separators=(",", ":"))


def _page(title: str, body: str) -> str:
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta name="pypi:repository-version" content="{API_VERSION}">\n'
        f"<title>{html.escape(title)}</title>\n</head>\n<body>\n"
        f"<h1>{html.escape(title)}</h1>\n{body}</body>\n</html>\n"
    )
