"""For which reasons is a publication accepted, held or refused? Each is a type with an id.

Ids are for ever: they stand in stored attempts, in answers and in the audit.
"""

from dataclasses import asdict, dataclass
from typing import Any, ClassVar


@dataclass(frozen=True, slots=True, kw_only=True)
class BreakingChange:
    """The document breaks with earlier versions of its line."""

    id: ClassVar[str] = "breaking_change"
    versions: tuple[str, ...]
    changes: int

    @property
    def message(self) -> str:
        """Say it to people."""
        return f"Breaking changes since {_listed(self.versions)}, {self.changes} in all."


@dataclass(frozen=True, slots=True, kw_only=True)
class MajorNotRaised:
    """It breaks, and its major version is not higher than that of what it breaks with."""

    id: ClassVar[str] = "major_not_raised"
    versions: tuple[str, ...]

    @property
    def message(self) -> str:
        """Say it to people."""
        return f"A breaking change needs a higher major version than {_listed(self.versions)}."


@dataclass(frozen=True, slots=True, kw_only=True)
class NotSemanticVersions:
    """It breaks, and the names do not tell whether the major version was raised."""

    id: ClassVar[str] = "not_semantic_versions"
    versions: tuple[str, ...]
    names: tuple[str, ...]
    """Those of the names on both sides that are none."""

    @property
    def message(self) -> str:
        """Say it to people."""
        return (
            "A breaking change needs a new major version, which only semantic versions such as"
            f" 2.0.0 can show; not one is: {_listed(self.names)}."
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Undetermined:
    """Whether it breaks could not be determined."""

    id: ClassVar[str] = "undetermined"
    versions: tuple[str, ...]
    causes: tuple[str, ...]

    @property
    def message(self) -> str:
        """Say it to people."""
        causes = ", ".join(self.causes) or "unknown"
        return f"Whether it breaks since {_listed(self.versions)} is not certain: {causes}."


@dataclass(frozen=True, slots=True, kw_only=True)
class NotAllCompared:
    """The line has more versions than are compared with at once."""

    id: ClassVar[str] = "not_all_compared"
    compared: int

    @property
    def message(self) -> str:
        """Say it to people."""
        return f"Only the newest {self.compared} versions of its line were compared with."


@dataclass(frozen=True, slots=True, kw_only=True)
class MajorRaised:
    """It may break: its major version is new."""

    id: ClassVar[str] = "major_raised"
    versions: tuple[str, ...]

    @property
    def message(self) -> str:
        """Say it to people."""
        return f"It is a new major version since {_listed(self.versions)}, which may break."


@dataclass(frozen=True, slots=True, kw_only=True)
class NameWithoutMajor:
    """Its name tells no major version, while those of the versions before it do."""

    id: ClassVar[str] = "name_without_major"
    name: str

    @property
    def message(self) -> str:
        """Say it to people."""
        return (
            f"'{self.name}' is no semantic version (such as 2.0.0), unlike the versions before it:"
            " it belongs to no major version."
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Approved:
    """Changes that would count were approved."""

    id: ClassVar[str] = "approved"
    fingerprints: tuple[str, ...]

    @property
    def message(self) -> str:
        """Say it to people."""
        return f"Approved changes do not count, {len(self.fingerprints)} here."


@dataclass(frozen=True, slots=True, kw_only=True)
class NoBase:
    """There is nothing to compare with."""

    id: ClassVar[str] = "no_base"

    @property
    def message(self) -> str:
        """Say it to people."""
        return "It is the first version; there is nothing to compare with."


@dataclass(frozen=True, slots=True, kw_only=True)
class AwaitsReview:
    """The very version is held already."""

    id: ClassVar[str] = "awaits_review"
    version: str

    @property
    def message(self) -> str:
        """Say it to people."""
        return f"Version {self.version} is there with this content, and waits for a maintainer."


@dataclass(frozen=True, slots=True, kw_only=True)
class TurnedDown:
    """The very version was rejected by a maintainer, or disabled."""

    id: ClassVar[str] = "turned_down"
    version: str
    state: str
    reason: str | None

    @property
    def message(self) -> str:
        """Say it to people."""
        because = f": {self.reason}" if self.reason else "."
        return f"Version {self.version} with this content was {self.state}{because}"


Violation = BreakingChange | MajorNotRaised | NotSemanticVersions
Doubt = Undetermined | NotAllCompared
Note = MajorRaised | NameWithoutMajor | Approved | NoBase
Repeated = AwaitsReview | TurnedDown
"""What stands against publishing again what is there already, but is not accepted."""
Reason = Violation | Doubt | Note | Repeated


def reason_as_plain(reason: Reason) -> dict[str, Any]:
    """Return a reason as JSON: its id for programs, its message for people, its facts."""
    facts = {
        key: list(value) if isinstance(value, tuple) else value
        for key, value in asdict(reason).items()
    }
    return {"id": reason.id, "message": reason.message, "facts": facts}


def _listed(versions: tuple[str, ...]) -> str:
    shown = ", ".join(versions[:5])
    return shown if len(versions) <= 5 else f"{shown} and {len(versions) - 5} more"  # noqa: PLR2004 - as many as people read
