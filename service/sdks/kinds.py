"""Which jobs do builds of clients cause?"""

from service.jobs.kinds import JobKind, JobLimits

BUILD_SDK = JobKind(
    name="sdk.build",
    arguments=("build_id",),
    one_per=("build_id",),
    limits=JobLimits(seconds=2_400, memory_bytes=3_000_000_000, at_once=1),
)
"""Builds take a processor and much memory each: one worker does one at a time, and keeps its other
places free for short work."""
