"""What is cleaned away that nobody can ask for any more?"""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from service.blobs import Blobs, store_from_settings
from service.index.repository import MirrorRepository
from service.jobs.kinds import JobKind, JobLimits
from service.jobs.running import RunningJob
from service.sdks.repository import SdkRepository
from service.sdks.use_cases import close_abandoned

CLEAN_BLOBS = JobKind(name="blobs.clean", one_per=(), limits=JobLimits(seconds=1_800))
CLOSE_ABANDONED = JobKind(name="sdk.close_abandoned", one_per=())
KEPT = timedelta(days=1)
"""Younger bytes stay whatever names them: what does may be about to be written."""


def clean_blobs(job: RunningJob, _arguments: Mapping[str, Any]) -> None:
    """Drop blobs that no build and no mirrored project names, and bytes that no blob names."""
    blobs = Blobs(store_from_settings(job.settings))
    kept_before, last, dropped = job.units.now - KEPT, "", 0
    while True:
        with job.units.writing() as work:
            old = blobs.list_old(work, kept_before=kept_before, after=last)
            used = SdkRepository(work.session).list_used_digests(old)
            unused = sorted(set(old) - used - MirrorRepository(work.session).list_digests())
            blobs.drop(work, unused, kept_before=kept_before)
        if not old:
            break
        last, dropped = old[-1], dropped + len(unused)
        job.progress(dropped, None, "dropping what nothing names")
    strays = blobs.drop_strays(job.units, kept_before=kept_before)
    job.result.update({"blobs": dropped, "strays": strays})


def close_abandoned_builds(job: RunningJob, _arguments: Mapping[str, Any]) -> None:
    """Let builds fail whose jobs ended without them, so that whoever waits is told."""
    with job.finishing() as work:
        job.result["builds"] = close_abandoned(work)
