"""How is a client built, and what nobody needs any more cleaned away?"""

from collections.abc import Mapping
from typing import Any

from service.blobs import Blobs, store_from_settings
from service.documents.errors import DocumentInvalid
from service.documents.use_cases import read_stored
from service.jobs.running import RunningJob
from service.sdk_packages import BuildFailed, BuiltPackage, Reason, build_package
from service.sdks.use_cases import Order, keep_failure, keep_package, load_order


def build_sdk(job: RunningJob, arguments: Mapping[str, Any]) -> None:
    """Build the client of a version; what comes of it and the job's end are written together."""
    build_id = arguments["build_id"]
    with job.units.reading() as work:
        order = load_order(work, build_id)
    if order is None:
        return
    job.result["build_id"] = build_id
    try:
        built = _built(job, order)
    except BuildFailed as failure:
        job.result["state"] = "failed"
        with job.finishing() as work:
            keep_failure(work, build_id, reasons=failure.reasons)
        return
    job.result["state"] = "ready"
    blobs = Blobs(store_from_settings(job.settings))
    with job.finishing() as work:
        keep_package(work, build_id, built=built, blobs=blobs)


def _built(job: RunningJob, order: Order) -> BuiltPackage:
    try:
        document = read_stored(order.raw)
    except DocumentInvalid as refusal:
        problems = refusal.details["problems"]
        remedy = "Publish a document without this fault."
        raise BuildFailed([
            Reason(problem["pointer"] or "", problem["message"], remedy) for problem in problems
        ]) from None  # fmt: skip
    return build_package(document, order.identity, progress=job.progress)
