from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.sdk_state import SdkState, check_sdk_state
from ..models.sdk_verdict import SdkVerdict, check_sdk_verdict

if TYPE_CHECKING:
    from ..models.sdk_change import SdkChange
    from ..models.sdk_file import SdkFile
    from ..models.sdk_reason import SdkReason


T = TypeVar("T", bound="Sdk")


@_attrs_define
class Sdk:
    """
    Attributes:
        group (str):
        api (str):
        version (str):
        state (SdkState):
        package (str): Its name.
        package_version (None | str):
        import_name (None | str):
        requires_python (None | str):
        generator (None | str): Who made it.
        install (None | str): The command that installs it; null where it cannot be.
        files (list[SdkFile]):
        reasons (list[SdkReason]): Why there is none.
        remarks (list[SdkReason]): What the client does without.
        base (None | str): The version whose client this one was compared with.
        verdict (None | SdkVerdict): Whether code written for the client of `base` goes on working; null until both are
            ready.
        breaking_count (int): How many of the changes break.
        change_count (int): How many changes there are.
        changes (list[SdkChange]): At most the first 100, those that break first.
        job_id (None | UUID): The job that builds or built it.
        created_at (datetime.datetime | None):
        finished_at (datetime.datetime | None):
    """

    group: str
    api: str
    version: str
    state: SdkState
    package: str
    package_version: None | str
    import_name: None | str
    requires_python: None | str
    generator: None | str
    install: None | str
    files: list[SdkFile]
    reasons: list[SdkReason]
    remarks: list[SdkReason]
    base: None | str
    verdict: None | SdkVerdict
    breaking_count: int
    change_count: int
    changes: list[SdkChange]
    job_id: None | UUID
    created_at: datetime.datetime | None
    finished_at: datetime.datetime | None
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        group = self.group

        api = self.api

        version = self.version

        state: str = self.state

        package = self.package

        package_version: None | str
        package_version = self.package_version

        import_name: None | str
        import_name = self.import_name

        requires_python: None | str
        requires_python = self.requires_python

        generator: None | str
        generator = self.generator

        install: None | str
        install = self.install

        files = []
        for files_item_data in self.files:
            files_item = files_item_data.to_dict()
            files.append(files_item)

        reasons = []
        for reasons_item_data in self.reasons:
            reasons_item = reasons_item_data.to_dict()
            reasons.append(reasons_item)

        remarks = []
        for remarks_item_data in self.remarks:
            remarks_item = remarks_item_data.to_dict()
            remarks.append(remarks_item)

        base: None | str
        base = self.base

        verdict: None | str
        if isinstance(self.verdict, str):
            verdict = self.verdict
        else:
            verdict = self.verdict

        breaking_count = self.breaking_count

        change_count = self.change_count

        changes = []
        for changes_item_data in self.changes:
            changes_item = changes_item_data.to_dict()
            changes.append(changes_item)

        job_id: None | str
        if isinstance(self.job_id, UUID):
            job_id = str(self.job_id)
        else:
            job_id = self.job_id

        created_at: None | str
        if isinstance(self.created_at, datetime.datetime):
            created_at = self.created_at.isoformat()
        else:
            created_at = self.created_at

        finished_at: None | str
        if isinstance(self.finished_at, datetime.datetime):
            finished_at = self.finished_at.isoformat()
        else:
            finished_at = self.finished_at

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "group": group,
                "api": api,
                "version": version,
                "state": state,
                "package": package,
                "package_version": package_version,
                "import_name": import_name,
                "requires_python": requires_python,
                "generator": generator,
                "install": install,
                "files": files,
                "reasons": reasons,
                "remarks": remarks,
                "base": base,
                "verdict": verdict,
                "breaking_count": breaking_count,
                "change_count": change_count,
                "changes": changes,
                "job_id": job_id,
                "created_at": created_at,
                "finished_at": finished_at,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.sdk_change import SdkChange  # noqa: PLC0415
        from ..models.sdk_file import SdkFile  # noqa: PLC0415
        from ..models.sdk_reason import SdkReason  # noqa: PLC0415

        d = dict(src_dict)
        group = d.pop("group")

        api = d.pop("api")

        version = d.pop("version")

        state = check_sdk_state(d.pop("state"))

        package = d.pop("package")

        def _parse_package_version(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        package_version = _parse_package_version(d.pop("package_version"))

        def _parse_import_name(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        import_name = _parse_import_name(d.pop("import_name"))

        def _parse_requires_python(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        requires_python = _parse_requires_python(d.pop("requires_python"))

        def _parse_generator(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        generator = _parse_generator(d.pop("generator"))

        def _parse_install(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        install = _parse_install(d.pop("install"))

        files = []
        _files = d.pop("files")
        for files_item_data in _files:
            files_item = SdkFile.from_dict(files_item_data)

            files.append(files_item)

        reasons = []
        _reasons = d.pop("reasons")
        for reasons_item_data in _reasons:
            reasons_item = SdkReason.from_dict(reasons_item_data)

            reasons.append(reasons_item)

        remarks = []
        _remarks = d.pop("remarks")
        for remarks_item_data in _remarks:
            remarks_item = SdkReason.from_dict(remarks_item_data)

            remarks.append(remarks_item)

        def _parse_base(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        base = _parse_base(d.pop("base"))

        def _parse_verdict(data: object) -> None | SdkVerdict:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                verdict_type_0 = check_sdk_verdict(data)

                return verdict_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | SdkVerdict, data)

        verdict = _parse_verdict(d.pop("verdict"))

        breaking_count = d.pop("breaking_count")

        change_count = d.pop("change_count")

        changes = []
        _changes = d.pop("changes")
        for changes_item_data in _changes:
            changes_item = SdkChange.from_dict(changes_item_data)

            changes.append(changes_item)

        def _parse_job_id(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                job_id_type_0 = UUID(data)

                return job_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        job_id = _parse_job_id(d.pop("job_id"))

        def _parse_created_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                created_at_type_0 = datetime.datetime.fromisoformat(data)

                return created_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        created_at = _parse_created_at(d.pop("created_at"))

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

        sdk = cls(
            group=group,
            api=api,
            version=version,
            state=state,
            package=package,
            package_version=package_version,
            import_name=import_name,
            requires_python=requires_python,
            generator=generator,
            install=install,
            files=files,
            reasons=reasons,
            remarks=remarks,
            base=base,
            verdict=verdict,
            breaking_count=breaking_count,
            change_count=change_count,
            changes=changes,
            job_id=job_id,
            created_at=created_at,
            finished_at=finished_at,
        )

        sdk.additional_properties = d
        return sdk

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
