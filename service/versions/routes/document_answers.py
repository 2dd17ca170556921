"""How is a document sent, so that no browser ever runs it?"""

from flask import Response

from service.documents.use_cases import read_stored
from service.groups.models import Visibility
from service.http_api.document_body import content_digest, document_slot
from service.openapi_documents import DocumentFormat, render_document
from service.versions.choices import DocumentRendering
from service.versions.routes.lifecycle_headers import lifecycle_headers
from service.versions.use_cases import Found

CACHE_SECONDS = 3600
"""The bytes never change, but they may be withheld: caches ask again after so long."""

SANDBOX = "sandbox; default-src 'none'; frame-ancestors 'none'"


def answer_document(found: Found, raw: bytes, *, rendering: DocumentRendering) -> Response:
    """Return the response that carries the document of a version."""
    version = found.version
    body, format_ = _rendered(raw, DocumentFormat(version.format), rendering)
    visibility = version.api.group.visibility
    cached_by = "public" if visibility is Visibility.PUBLIC else "private"
    name = f"{version.api.group.name}-{version.api.name}-{version.name}.{format_}"
    response = Response(body, content_type=f"application/{format_}")
    response.headers.update(
        {
            "Cache-Control": f"{cached_by}, max-age={CACHE_SECONDS}, immutable",
            "Content-Digest": content_digest(body),
            "Content-Disposition": f'attachment; filename="{name}"',
            "Content-Security-Policy": SANDBOX,
            **lifecycle_headers(found),
        }
    )
    response.set_etag(content_digest(body)[9:-1])
    return response


def _rendered(
    raw: bytes, format_: DocumentFormat, rendering: DocumentRendering
) -> tuple[bytes, DocumentFormat]:
    if rendering is DocumentRendering.ORIGINAL:
        return raw, format_
    wanted = DocumentFormat(rendering.value)
    with document_slot():
        return render_document(read_stored(raw).content, wanted), wanted
