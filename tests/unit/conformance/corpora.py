"""How does a test make a corpus of its own?"""

import json
from pathlib import Path
from typing import Any

Json = dict[str, Any]


def document(operation: Json, **more: Any) -> Json:
    """A valid document with one operation, `POST /things`."""
    return {
        "openapi": "3.1.0",
        "info": {"title": "Things", "version": "1"},
        "paths": {"/things": {"post": {"responses": {"200": {"description": "ok"}}, **operation}}},
        **more,
    }


def taking(schema: Any, **more: Any) -> Json:
    """A document whose operation takes what the schema accepts."""
    return document({"requestBody": {"content": {"application/json": {"schema": schema}}}}, **more)


def answering(schema: Any) -> Json:
    """A document whose operation answers what the schema accepts."""
    content = {"application/json": {"schema": schema}}
    return document({"responses": {"200": {"description": "ok", "content": content}}})


class CorpusFolder:
    """A folder with a manifest, and the cases that a test adds to it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._cases: list[Json] = []
        self._write()

    def add(self, base: Any, revision: Any, expect: Json | None = None, **fields: Any) -> None:
        """Add a case of oasdiff, unless `fields` say otherwise; the pair is written as JSON."""
        number = len(self._cases)
        for side, content in (("base", base), ("revision", revision)):
            text = content if isinstance(content, str) else json.dumps(content)
            (self.folder / f"{number}-{side}.json").write_text(text, encoding="utf-8")
        self._cases.append(
            {
                "id": f"case-{number}",
                "source": "oasdiff",
                "kind": "openapi",
                "base": f"{number}-base.json",
                "revision": f"{number}-revision.json",
                "reliability": "A",
                **fields,
                "expect": {"mode": "exact", "changes": [], "breaking": False, **(expect or {})},
            }
        )
        self._write()

    def _write(self) -> None:
        manifest = {"format": "bindery-diff-corpus/1", "cases": self._cases}
        (self.folder / "manifest.json").write_text(json.dumps(manifest), encoding="utf-8")
