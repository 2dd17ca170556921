"""What do the pages list? A read model of the public catalogue, apart from the domains' own."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, func, select, tuple_
from sqlalchemy.orm import Session

from service.apis.models import Api
from service.documents.models import StoredDocument
from service.groups.models import Group, Visibility
from service.versions.models import ApiVersion, VersionState

VERSIONS_SHOWN = 5
CONTRACTS_SHOWN = 50
SHOWN_STATES = (VersionState.PUBLISHED, VersionState.DEPRECATED, VersionState.SUNSET)


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedVersion:
    """A version as a line of the catalogue; `verdict` is None where nothing was compared."""

    name: str
    state: VersionState
    verdict: str | None
    published_at: datetime
    has_document: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedContract:
    """An API of a public group with its newest versions, the newest first."""

    group: str
    api: str
    title: str
    description: str
    versions: Sequence[ListedVersion]


@dataclass(frozen=True, slots=True, kw_only=True)
class CataloguePage:
    """Some contracts, and the full name after which the next page begins; None on the last."""

    contracts: Sequence[ListedContract]
    next_after: str | None


def list_public_contracts(session: Session, *, after: tuple[str, str]) -> CataloguePage:
    """Return a page of the APIs of public groups by name; two queries, however many there are.

    `after` is the group and API that the page before ended with; two empty names: the start.
    """
    apis = session.execute(
        select(Api.id, Group.name, Api.name, Api.display_name, Api.description)
        .join(Group, Group.id == Api.group_id)
        .where(Group.visibility == Visibility.PUBLIC, tuple_(Group.name, Api.name) > after)
        .order_by(Group.name, Api.name)
        .limit(CONTRACTS_SHOWN + 1)
    ).all()
    shown = apis[:CONTRACTS_SHOWN]
    versions = _newest_versions(session, [row[0] for row in shown])
    contracts = [
        ListedContract(
            group=group,
            api=api,
            title=title,
            description=description,
            versions=versions.get(api_id, []),
        )
        for api_id, group, api, title, description in shown
    ]
    more = len(apis) > len(shown)
    return CataloguePage(
        contracts=contracts,
        next_after=f"{contracts[-1].group}/{contracts[-1].api}" if more else None,
    )


def _newest_versions(session: Session, api_ids: Sequence[str]) -> dict[str, list[ListedVersion]]:
    rank = (
        func.row_number()
        .over(partition_by=ApiVersion.api_id, order_by=ApiVersion.sequence.desc())
        .label("rank")
    )
    ranked = (
        select(ApiVersion, rank)
        .where(ApiVersion.api_id.in_(api_ids), ApiVersion.state.in_(SHOWN_STATES))
        .subquery()
    )
    columns: Any = ranked.c
    rows = session.execute(
        select(
            columns.api_id,
            columns.name,
            columns.state,
            columns.verdict,
            columns.published_at,
            columns.withheld_at,
        )
        .where(columns.rank <= VERSIONS_SHOWN)
        .order_by(columns.api_id, columns.rank)
    )
    found: dict[str, list[ListedVersion]] = {}
    for api_id, name, state, verdict, published_at, withheld_at in rows:
        found.setdefault(api_id, []).append(
            ListedVersion(
                name=name,
                state=state,
                verdict=verdict,
                published_at=published_at,
                has_document=withheld_at is None,
            )
        )
    return found


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicDocument:
    """A document that anybody may read."""

    checksum: str
    content: bytes


def find_public_title(session: Session, *, group: str, api: str, version: str) -> str | None:
    """Return the title of a version that anybody may read; None if there is none to show."""
    return session.scalar(
        select(ApiVersion.title)
        .join(Api, Api.id == ApiVersion.api_id)
        .join(Group, Group.id == Api.group_id)
        .where(*_is_public(group=group, api=api, version=version))
    )


def find_public_document(
    session: Session, *, group: str, api: str, version: str
) -> PublicDocument | None:
    """Return the document of a version that anybody may read; None if there is none to show."""
    row = session.execute(
        select(StoredDocument.checksum, StoredDocument.content)
        .join(ApiVersion, ApiVersion.document_checksum == StoredDocument.checksum)
        .join(Api, Api.id == ApiVersion.api_id)
        .join(Group, Group.id == Api.group_id)
        .where(*_is_public(group=group, api=api, version=version))
    ).one_or_none()
    if row is None or row[1] is None:
        return None
    return PublicDocument(checksum=row[0], content=row[1])


def _is_public(*, group: str, api: str, version: str) -> tuple[ColumnElement[bool], ...]:
    """Return the conditions under which a version of that name may be read by anybody."""
    return (
        Group.visibility == Visibility.PUBLIC,
        Group.name == group,
        Api.name == api,
        ApiVersion.name == version,
        ApiVersion.state.in_(SHOWN_STATES),
        ApiVersion.withheld_at.is_(None),
    )
