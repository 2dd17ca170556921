"""How do tests stand up another package index? On loopback, with packages made on the spot."""

import hashlib
import json
import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from service.sdk_packages import PackageMetadata
from service.sdk_packages.archives import write_wheel

JSON = "application/vnd.pypi.simple.v1+json"


def make_wheel(name: str, version: str, *, requires: Sequence[str] = ()) -> tuple[str, bytes]:
    """Return the name and the bytes of a wheel whose one module tells its version."""
    lines = ["Metadata-Version: 2.1", f"Name: {name}", f"Version: {version}"]
    lines += [f"Requires-Dist: {one}" for one in requires]
    stem = f"{name.replace('-', '_')}-{version}"
    metadata = PackageMetadata(
        name=name,
        version=version,
        import_name=name.replace("-", "_"),
        requires_python=">=3.11",
        requires_dist=tuple(requires),
        core_metadata="\n".join([*lines, "", ""]).encode(),
        wheel_name=f"{stem}-py3-none-any.whl",
        sdist_name=f"{stem}.tar.gz",
    )
    module = f"VERSION = {version!r}\n".encode()
    return metadata.wheel_name, write_wheel(metadata, {"__init__.py": module})


@dataclass(slots=True)
class FakeIndex:
    """An index of a few wheels, which notes what it was asked for."""

    projects: dict[str, dict[str, bytes]]
    url: str = ""
    asked: list[str] = field(default_factory=list)
    lies: bool = False
    """Whether the files are other ones than the pages say."""

    def answer(self, path: str) -> tuple[int, str, bytes]:
        """Return status, kind and body of what is at a path."""
        self.asked.append(path)
        match path.strip("/").split("/"):
            case ["simple", name] if name in self.projects:
                page = _page(name, self.projects[name])
                return 200, JSON, json.dumps(page).encode()
            case ["files", name, file] if file in self.projects.get(name, {}):
                content = self.projects[name][file]
                return 200, "application/octet-stream", content + b"!" * self.lies
            case _:
                return 404, "text/plain", b"nothing here"


def _page(name: str, files: Mapping[str, bytes]) -> dict[str, Any]:
    told = [
        {
            "filename": file,
            "url": f"/files/{name}/{file}",
            "hashes": {"sha256": hashlib.sha256(content).hexdigest()},
            "requires-python": ">=3.8",
        }
        for file, content in files.items()
    ]
    return {"meta": {"api-version": "1.0"}, "name": name, "files": told}


@contextmanager
def fake_index(*wheels: tuple[str, str, Sequence[str]]) -> Iterator[FakeIndex]:
    """Serve wheels, given as name, version and requirements."""
    index = FakeIndex({})
    for name, version, requires in wheels:
        file, content = make_wheel(name, version, requires=requires)
        index.projects.setdefault(name, {})[file] = content

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            status, kind, body = index.answer(self.path)
            self.send_response(status)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    index.url = f"http://127.0.0.1:{server.server_port}/simple/"
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield index
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
