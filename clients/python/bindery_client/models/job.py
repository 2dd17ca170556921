from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.job_state import JobState, check_job_state

if TYPE_CHECKING:
    from ..models.job_arguments import JobArguments
    from ..models.job_failure import JobFailure
    from ..models.job_progress import JobProgress
    from ..models.job_result import JobResult


T = TypeVar("T", bound="Job")


@_attrs_define
class Job:
    """
    Attributes:
        id (UUID):
        kind (str): What is done.
        state (JobState):
        arguments (JobArguments): Ids of what it is about, by kind.
        progress (JobProgress):
        attempts (int): How often it was begun.
        next_attempt_at (datetime.datetime | None): When it may be begun; null unless `queued`.
        failure (JobFailure | None): Why the last attempt failed, if it did.
        result (JobResult): Ids of what came of it; empty unless `succeeded`.
        group_id (None | UUID): Its group; null: the instance.
        api_id (None | UUID):
        request_id (str): The id of the request that caused it.
        actor_name (str): Who caused it, by the name at that time.
        created_at (datetime.datetime):
        started_at (datetime.datetime | None): Begin of the last attempt.
        finished_at (datetime.datetime | None):
    """

    id: UUID
    kind: str
    state: JobState
    arguments: JobArguments
    progress: JobProgress
    attempts: int
    next_attempt_at: datetime.datetime | None
    failure: JobFailure | None
    result: JobResult
    group_id: None | UUID
    api_id: None | UUID
    request_id: str
    actor_name: str
    created_at: datetime.datetime
    started_at: datetime.datetime | None
    finished_at: datetime.datetime | None
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.job_failure import JobFailure  # noqa: PLC0415

        id = str(self.id)

        kind = self.kind

        state: str = self.state

        arguments = self.arguments.to_dict()

        progress = self.progress.to_dict()

        attempts = self.attempts

        next_attempt_at: None | str
        if isinstance(self.next_attempt_at, datetime.datetime):
            next_attempt_at = self.next_attempt_at.isoformat()
        else:
            next_attempt_at = self.next_attempt_at

        failure: dict[str, Any] | None
        if isinstance(self.failure, JobFailure):
            failure = self.failure.to_dict()
        else:
            failure = self.failure

        result = self.result.to_dict()

        group_id: None | str
        if isinstance(self.group_id, UUID):
            group_id = str(self.group_id)
        else:
            group_id = self.group_id

        api_id: None | str
        if isinstance(self.api_id, UUID):
            api_id = str(self.api_id)
        else:
            api_id = self.api_id

        request_id = self.request_id

        actor_name = self.actor_name

        created_at = self.created_at.isoformat()

        started_at: None | str
        if isinstance(self.started_at, datetime.datetime):
            started_at = self.started_at.isoformat()
        else:
            started_at = self.started_at

        finished_at: None | str
        if isinstance(self.finished_at, datetime.datetime):
            finished_at = self.finished_at.isoformat()
        else:
            finished_at = self.finished_at

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "kind": kind,
                "state": state,
                "arguments": arguments,
                "progress": progress,
                "attempts": attempts,
                "next_attempt_at": next_attempt_at,
                "failure": failure,
                "result": result,
                "group_id": group_id,
                "api_id": api_id,
                "request_id": request_id,
                "actor_name": actor_name,
                "created_at": created_at,
                "started_at": started_at,
                "finished_at": finished_at,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.job_arguments import JobArguments  # noqa: PLC0415
        from ..models.job_failure import JobFailure  # noqa: PLC0415
        from ..models.job_progress import JobProgress  # noqa: PLC0415
        from ..models.job_result import JobResult  # noqa: PLC0415

        d = dict(src_dict)
        id = UUID(d.pop("id"))

        kind = d.pop("kind")

        state = check_job_state(d.pop("state"))

        arguments = JobArguments.from_dict(d.pop("arguments"))

        progress = JobProgress.from_dict(d.pop("progress"))

        attempts = d.pop("attempts")

        def _parse_next_attempt_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                next_attempt_at_type_0 = datetime.datetime.fromisoformat(data)

                return next_attempt_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        next_attempt_at = _parse_next_attempt_at(d.pop("next_attempt_at"))

        def _parse_failure(data: object) -> JobFailure | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                failure_type_0 = JobFailure.from_dict(data)

                return failure_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(JobFailure | None, data)

        failure = _parse_failure(d.pop("failure"))

        result = JobResult.from_dict(d.pop("result"))

        def _parse_group_id(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                group_id_type_0 = UUID(data)

                return group_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        group_id = _parse_group_id(d.pop("group_id"))

        def _parse_api_id(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                api_id_type_0 = UUID(data)

                return api_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        api_id = _parse_api_id(d.pop("api_id"))

        request_id = d.pop("request_id")

        actor_name = d.pop("actor_name")

        created_at = datetime.datetime.fromisoformat(d.pop("created_at"))

        def _parse_started_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                started_at_type_0 = datetime.datetime.fromisoformat(data)

                return started_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        started_at = _parse_started_at(d.pop("started_at"))

        def _parse_finished_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                finished_at_type_0 = datetime.datetime.fromisoformat(data)

                return finished_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        finished_at = _parse_finished_at(d.pop("finished_at"))

        job = cls(
            id=id,
            kind=kind,
            state=state,
            arguments=arguments,
            progress=progress,
            attempts=attempts,
            next_attempt_at=next_attempt_at,
            failure=failure,
            result=result,
            group_id=group_id,
            api_id=api_id,
            request_id=request_id,
            actor_name=actor_name,
            created_at=created_at,
            started_at=started_at,
            finished_at=finished_at,
        )

        job.additional_properties = d
        return job

    @property
    def additional_keys(self) -> list[str]:
        return list(self.additional_properties.keys())

    def __getitem__(self, key: str) -> Any:
        return self.additional_properties[key]

    def __setitem__(self, key: str, value: Any) -> None:
        self.additional_properties[key] = value

    def __delitem__(self, key: str) -> None:
        del self.additional_properties[key]

    def __contains__(self, key: str) -> bool:
        return key in self.additional_properties
