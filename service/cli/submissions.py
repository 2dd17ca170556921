"""What does a command submit, and what if the service cannot take it?"""

import shlex
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any

from bindery_client import ApiError, Bindery, Unset
from bindery_client.models import DocumentWarning
from service.cli.api_names import ApiName
from service.cli.connection import WrongUsage
from service.cli.document_problems import STANDARD_INPUT, told_problems
from service.cli.missing_api import TAKEN_UNSEEN, is_api_there

_DOCUMENT_INVALID = "document_invalid"


@dataclass(frozen=True, slots=True, kw_only=True)
class Submission:
    """What shall become a version: the document, and what the options say about it."""

    api: ApiName
    file: str
    document: bytes
    version: str | Unset
    base: str | Unset


@contextmanager
def refusals_told(server: Bindery, submission: Submission, *, is_created: bool) -> Iterator[None]:
    """Tell what is wrong with the document, or with the API's name, as this command knows it."""
    try:
        yield
    except ApiError as error:
        if error.code == _DOCUMENT_INVALID and (problems := _problems(error)):
            raise WrongUsage(told_problems(submission.file, problems)) from error
        if error.status == HTTPStatus.NOT_FOUND and not is_api_there(server, submission.api):
            error.add_note(TAKEN_UNSEEN if is_created else _way_to_make(submission))
        raise


def require_readable(file: str, document: bytes) -> None:
    """Complain about a document that no service would take, before anything is made for it.

    How large one may be is the service's to say.
    """
    # the reader is loaded for this alone: other commands start without it
    from service.openapi_documents import (  # noqa: PLC0415 - see above
        DocumentTooLarge,
        InvalidDocument,
        read_document,
    )

    try:
        read_document(document)
    except DocumentTooLarge:
        return
    except InvalidDocument as refusal:
        raise WrongUsage(told_problems(file, refusal.problems)) from None


def _way_to_make(submission: Submission) -> str:
    file = "-" if submission.file == STANDARD_INPUT else shlex.quote(submission.file)
    return f"A new API is made with: bindery publish {file} --api {submission.api} --create"


def _problems(error: ApiError) -> list[DocumentWarning]:
    """Return the places that the document is wrong at; none if a service tells them otherwise."""
    told: Any = error.details.get("problems")
    try:
        return [DocumentWarning.from_dict(problem) for problem in told]
    except (KeyError, TypeError, ValueError):  # a service of another version
        return []
