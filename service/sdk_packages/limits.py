"""How much may one build take? Generous for the largest public documents, finite for all others."""

from dataclasses import dataclass

MIBIBYTE = 1024 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class BuildLimits:
    """Limits of one build; those of processes hold for each step of it anew."""

    memory_bytes: int = 2048 * MIBIBYTE
    processor_seconds: int = 600
    wall_seconds: float = 900.0
    open_files: int = 256
    file_bytes: int = 64 * MIBIBYTE
    package_files: int = 20_000
    package_bytes: int = 256 * MIBIBYTE
    answer_bytes: int = 16 * MIBIBYTE
    """How much a step may report back."""
