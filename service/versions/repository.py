"""Which versions of an API are stored, and which of them may an actor see?"""

from collections.abc import Sequence

from sqlalchemy import (
    ColumnElement,
    Select,
    and_,
    delete,
    func,
    insert,
    literal,
    select,
    true,
    tuple_,
)
from sqlalchemy.orm import Session, joinedload
from sqlalchemy.orm.attributes import set_committed_value

from service.apis.models import Api
from service.errors import NotFound
from service.groups.errors import NameTaken
from service.names import folded_name
from service.openapi_documents import Operation
from service.pagination import Order, Page, PageRequest, fetch_page
from service.versions.models import (
    ACCEPTED_STATES,
    ApiOperation,
    ApiVersion,
    RefusedPublication,
    VersionState,
)
from service.versions.standing import Standing

UNACCEPTED_STATES = (VersionState.PENDING, VersionState.REJECTED)


class VersionRepository:
    """All SQL about the versions of one API."""

    def __init__(self, session: Session, api: Api) -> None:
        self._session = session
        self._api = api
        self._of_api = ApiVersion.api_id == api.id

    # --- one version

    def find(self, name: str) -> ApiVersion | None:
        """Return the version of that very name, with its base and comparison."""
        version = self._session.scalar(self._loaded().where(ApiVersion.name == name))
        if version is not None:
            self._adopt(version)
        return version

    def get_visible(self, name: str, *, with_unaccepted: bool) -> ApiVersion:
        """Return the version; raises `NotFound` also if the actor may not see it."""
        version = self.find(name)
        hidden = version is not None and version.state in UNACCEPTED_STATES and not with_unaccepted
        if version is None or hidden:
            raise NotFound(f"There is no version '{name}' of {self._api.full_name}.")
        return version

    def reload(self, version: ApiVersion) -> None:
        """Read the version again, with its base and comparison; what was loaded may be old."""
        statement = self._loaded().where(ApiVersion.id == version.id)
        self._session.scalar(statement.execution_options(populate_existing=True))
        self._adopt(version)

    def save(self) -> None:
        """Write the changes made to versions; raises `StaleDataError` if others made some."""
        self._session.flush()

    def require_no_twin(self, name: str) -> None:
        """Return if no version has a name that differs only in case or punctuation.

        Raises `NameTaken`.
        """
        taken = self._session.scalar(
            select(ApiVersion.name).where(
                self._of_api,
                ApiVersion.folded_name == folded_name(name),
                ApiVersion.name != name,
            )
        )
        if taken is not None:
            raise NameTaken(f"The name '{taken}' is taken.", details={"name": taken})

    def add(self, version: ApiVersion, operations: Sequence[Operation]) -> None:
        """Add a version with its operations, as the next of the API, which must be locked."""
        highest = self._session.scalar(select(func.max(ApiVersion.sequence)).where(self._of_api))
        version.sequence = (highest or 0) + 1
        self._session.add(version)
        self._session.flush()
        rows = [_operation_row(version.id, at, one) for at, one in enumerate(operations)]
        if rows:
            self._session.execute(insert(ApiOperation), rows)
        self.reload(version)

    # --- what a new version is compared with

    def last_accepted(
        self, *, major: int | None = None, has_major: bool = False
    ) -> Standing | None:
        """Return the accepted version published last: of this major, or with any, if asked for."""
        found = self._accepted(major, has_major=has_major, limit=1)
        return found[0] if found else None

    def accepted_of_line(self, *, major: int | None, limit: int) -> list[Standing]:
        """Return accepted versions, the newest first; only those of this major if one is named."""
        return self._accepted(major, limit=limit)

    def find_accepted(self, name: str) -> Standing | None:
        """Return the accepted version of that name."""
        row = self._session.execute(
            self._standings().where(ApiVersion.name == name, ApiVersion.state.in_(ACCEPTED_STATES))
        ).one_or_none()
        return None if row is None else Standing(*row)

    def find_successor(self, version: ApiVersion) -> str | None:
        """Return the name of the newest published version that came after this one."""
        return self._session.scalar(
            select(ApiVersion.name)
            .where(
                self._of_api,
                ApiVersion.state == VersionState.PUBLISHED,
                ApiVersion.sequence > version.sequence,
            )
            .order_by(ApiVersion.sequence.desc())
            .limit(1)
        )

    # --- lists

    def list_versions(
        self,
        *,
        page: PageRequest,
        oldest_first: bool,
        state: VersionState | None,
        verdict: str | None,
        with_unaccepted: bool,
    ) -> Page[ApiVersion]:
        """Return a page of the API's versions in publish order, or against it."""
        statement = self._loaded()
        if state is not None:
            statement = statement.where(ApiVersion.state == state)
        if verdict is not None:
            statement = statement.where(ApiVersion.verdict == verdict)
        if not with_unaccepted:
            statement = statement.where(ApiVersion.state.not_in(UNACCEPTED_STATES))
        order = Order([ApiVersion.sequence], descending=not oldest_first)
        found: Page[ApiVersion] = fetch_page(self._session, statement, order=order, page=page)
        for version in found.items:
            self._adopt(version)
        return found

    def list_operations(
        self, version: ApiVersion, *, page: PageRequest, method: str | None, deprecated: bool | None
    ) -> Page[ApiOperation]:
        """Return a page of the version's operations, in the order of the document."""
        statement = select(ApiOperation).where(ApiOperation.version_id == version.id)
        if method is not None:
            statement = statement.where(ApiOperation.method == method)
        if deprecated is not None:
            statement = statement.where(ApiOperation.deprecated == deprecated)
        order = Order([ApiOperation.position])
        return fetch_page(self._session, statement, order=order, page=page)

    # --- refused attempts

    def add_refused(self, refused: RefusedPublication) -> None:
        """Remember a refused attempt."""
        self._session.add(refused)
        self._session.flush()

    def list_refused(self, *, page: PageRequest) -> Page[RefusedPublication]:
        """Return a page of the API's refused attempts, the newest first."""
        statement = select(RefusedPublication).where(RefusedPublication.api_id == self._api.id)
        order = Order([RefusedPublication.refused_at, RefusedPublication.id], descending=True)
        return fetch_page(self._session, statement, order=order, page=page)

    def _accepted(
        self, major: int | None, *, limit: int, has_major: bool = False
    ) -> list[Standing]:
        statement = self._standings().where(ApiVersion.state.in_(ACCEPTED_STATES))
        if has_major:
            statement = statement.where(ApiVersion.major.is_not(None))
        if major is not None:
            statement = statement.where(ApiVersion.major == major)
        rows = self._session.execute(statement.order_by(ApiVersion.sequence.desc()).limit(limit))
        return [Standing(*row) for row in rows]

    def _standings(self) -> Select[str, str, str, str, bool]:
        return select(
            ApiVersion.id,
            ApiVersion.name,
            ApiVersion.digest,
            ApiVersion.document_checksum,
            ApiVersion.withheld_at.is_not(None),
        ).where(self._of_api)

    def _loaded(self) -> Select[ApiVersion]:
        return (
            select(ApiVersion)
            .where(self._of_api)
            .options(joinedload(ApiVersion.base), joinedload(ApiVersion.comparison))
        )

    def _adopt(self, version: ApiVersion) -> None:
        """Give the version its API, which is loaded already."""
        set_committed_value(version, "api", self._api)


def _was_compared(api_id: str | None) -> ColumnElement[bool]:
    of_api = true() if api_id is None else ApiVersion.api_id == api_id
    return and_(ApiVersion.comparison_id.is_not(None), of_api)


def _operation_row(version_id: str, position: int, operation: Operation) -> dict[str, object]:
    return {
        "version_id": version_id,
        "position": position,
        "method": operation.method,
        "path": operation.path,
        "operation_id": operation.operation_id,
        "summary": operation.summary,
        "tags": list(operation.tags),
        "deprecated": operation.deprecated,
    }


class StockRepository:
    """All SQL about versions across APIs: what groups use, and who else holds a document."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def usage_of(self, group_id: str) -> tuple[int, int]:
        """Return how many versions the group has, and how many bytes their documents have."""
        row = self._session.execute(
            select(func.count(ApiVersion.id), func.coalesce(func.sum(ApiVersion.size), 0))
            .join(Api, Api.id == ApiVersion.api_id)
            .where(Api.group_id == group_id)
        ).one()
        return row[0], int(row[1])

    def is_checksum_held(self, checksum: str) -> bool:
        """Whether a version whose document is not withheld has these very bytes."""
        return self._is_held(ApiVersion.document_checksum == checksum)

    def is_digest_held(self, digest: str) -> bool:
        """Whether a version whose document is not withheld has this content, in any format."""
        return self._is_held(ApiVersion.digest == digest)

    def forget_operations(self, version: ApiVersion) -> None:
        """Delete the version's operations: paths, tags and summaries all quote its document."""
        self._session.execute(delete(ApiOperation).where(ApiOperation.version_id == version.id))

    def is_any_withheld(self, version_ids: Sequence[str]) -> bool:
        """Whether the document of one of these versions has been withheld by now."""
        statement = select(ApiVersion.id).where(
            ApiVersion.id.in_(version_ids), ApiVersion.withheld_at.is_not(None)
        )
        return self._session.scalar(statement.limit(1)) is not None

    def count_compared(self, *, api_id: str | None) -> int:
        """Return how many versions were compared with a base, of all APIs or of one."""
        statement = select(func.count(ApiVersion.id)).where(_was_compared(api_id))
        return self._session.scalar(statement) or 0

    def list_compared(
        self, *, api_id: str | None, after: ApiVersion | None, limit: int
    ) -> list[ApiVersion]:
        """Return versions that were compared with a base, API by API in publish order.

        With their API, base and comparison; at most `limit` of those that follow `after`.
        """
        place = tuple_(ApiVersion.api_id, ApiVersion.sequence)
        statement = (
            select(ApiVersion)
            .where(_was_compared(api_id))
            .options(
                joinedload(ApiVersion.api).joinedload(Api.group),
                joinedload(ApiVersion.base),
                joinedload(ApiVersion.comparison),
            )
        )
        if after is not None:
            statement = statement.where(
                place > tuple_(literal(after.api_id), literal(after.sequence))
            )
        ordered = statement.order_by(ApiVersion.api_id, ApiVersion.sequence).limit(limit)
        return list(self._session.scalars(ordered))

    def _is_held(self, condition: ColumnElement[bool]) -> bool:
        statement = select(ApiVersion.id).where(condition, ApiVersion.withheld_at.is_(None))
        return self._session.scalar(statement.limit(1)) is not None
