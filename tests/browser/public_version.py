"""How does a test put a version of a public API into the database, whatever its document says?"""

import hashlib
import json
from typing import Any

from service.apis.models import Api
from service.documents.models import StoredDocument
from service.groups.models import Group, Visibility
from service.unit_of_work import UnitsOfWork
from service.versions.models import ApiVersion, VersionState


def add_public_version(
    units: UnitsOfWork, document: dict[str, Any], *, group: str = "acme", api: str = "orders"
) -> None:
    """Add group, API and version `1.0.0` with this document, past every check."""
    stored = _stored(document)
    with units.writing() as work:
        session, now = work.session, work.now
        owner = Group(
            name=group,
            folded_name=group,
            display_name=group.title(),
            visibility=Visibility.PUBLIC,
            created_at=now,
        )
        session.add(owner)
        session.flush()
        owned = Api(
            group_id=owner.id, name=api, folded_name=api, display_name=api.title(), created_at=now
        )
        stored.created_at = now
        session.add_all([owned, stored])
        session.flush()
        session.add(_version(owned, stored, title=document["info"]["title"]))


def _stored(document: dict[str, Any]) -> StoredDocument:
    content = json.dumps(document).encode()
    checksum = f"sha256:{hashlib.sha256(content).hexdigest()}"
    return StoredDocument(
        checksum=checksum, digest=checksum, format="json", size=len(content), content=content
    )


def _version(api: Api, stored: StoredDocument, *, title: str) -> ApiVersion:
    return ApiVersion(
        api_id=api.id,
        name="1.0.0",
        folded_name="1-0-0",
        sequence=1,
        state=VersionState.PUBLISHED,
        document_checksum=stored.checksum,
        digest=stored.digest,
        size=stored.size,
        format=stored.format,
        specification="3.1",
        title=title,
        info_version="1.0.0",
        warnings=[],
        verdict=None,
        verdict_reason="no_base",
        decision_reasons=[],
        published_by="alice",
        published_at=stored.created_at,
        state_changed_at=stored.created_at,
    )
