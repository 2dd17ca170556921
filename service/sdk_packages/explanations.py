"""What do the generator's complaints mean for whoever wrote the document?"""

import re
from collections.abc import Iterable, Mapping
from typing import Any

from service.sdk_packages.failures import Reason
from service.sdk_packages.preparation import Prepared
from service.sdk_packages.sandbox import Outcome

MOST_REASONS = 20
_UNREADABLE = re.compile(r"Unable to parse schema /components/schemas/(\w+)")
_UNUSABLE = re.compile(r"Unable to process schema /components/schemas/(\w+)")
_OPERATION = re.compile(r"WARNING parsing ([A-Z]+) (\S+) within")
_LARGE = (
    "Divide the document into several APIs, or take out schemas that no operation uses; operators"
    " can also raise the limits of builds."
)
_DEEP = "Find the schemas that contain each other, and divide the ring at one place."
_REPORT = "Please report this with the document: it is a fault of the generator, not of yours."


def unreadable_schemas(errors: Iterable[str]) -> set[str]:
    """Return the names of the prepared schemas that the generator could not read.

    Those that only refer to one of these may well be read once that is mended.
    """
    told = list(errors)
    return _named(_UNREADABLE, told) or _named(_UNUSABLE, told)


def _named(pattern: re.Pattern[str], errors: Iterable[str]) -> set[str]:
    return {found[1] for error in errors if (found := pattern.match(error))}


def loosened(names: Iterable[str], prepared: Prepared) -> list[Reason]:
    """Tell which schemas the client treats as "anything"."""
    return [
        Reason(
            prepared.pointers.get(name, ""),
            f"The schema that would become {name} cannot be said as a Python class; the client"
            " takes and gives any value in its place.",
            "Nothing has to change for the client to work; a schema without rings of oneOf, anyOf"
            " and items would give it types.",
        )
        for name in sorted(names)
    ]


def omitted(errors: Iterable[str], prepared: Prepared) -> list[Reason]:
    """Tell which operations, or answers of them, the client does without."""
    places = {
        (operation.method.upper(), operation.path): operation.pointer
        for operation in prepared.operations
    }
    found = {
        places.get((match[1], match[2]), ""): error
        for error in errors
        if (match := _OPERATION.match(error))
    }
    return [
        Reason(
            pointer,
            f"A part of this operation is missing in the client: {_detail(error)}",
            "Describe its parameters, body and answers by schemas with a type.",
        )
        for pointer, error in found.items()
    ]


def cannot_generate(outcome: Outcome) -> list[Reason]:
    """Tell why the generator has written nothing."""
    if outcome.trouble is None and outcome.answer is not None:
        return [
            Reason(
                "",
                f"The generator does not understand the document: {_detail(error)}",
                _REPORT,
            )
            for error in outcome.answer["errors"][:MOST_REASONS]
        ]
    last = (outcome.complaint.strip().splitlines() or [""])[-1]
    if "MemoryError" in last or outcome.trouble == "it was ended by SIGKILL":
        return [Reason("", "Generating the client needs more memory than a build may use.", _LARGE)]
    if "RecursionError" in last:
        return [Reason("", "The document's schemas are nested too deeply for a client.", _DEEP)]
    if outcome.trouble is not None and (
        "SIGXCPU" in outcome.trouble or "longer" in outcome.trouble
    ):
        return [Reason("", f"Generating the client was ended: {outcome.trouble}.", _LARGE)]
    told = last[:300] or outcome.trouble or "it did not say why"
    return [Reason("", f"The generator broke off: {told}", _REPORT)]


def cannot_format(outcome: Outcome) -> list[Reason]:
    """Tell why what was generated is no Python."""
    told = outcome.answer["complaints"][0] if outcome.answer else outcome.trouble
    sentence = f"What was generated from this document is no Python: {str(told)[:500]}"
    return [Reason("", sentence, _REPORT)]


def not_python(path: str) -> list[Reason]:
    """Tell that a module cannot even be read."""
    sentence = (
        f"The generated module {path} is no Python: a name, or schemas nested very deeply, were too"
        " much for the generator."
    )
    remedy = "Give the schema or operation it is about a plainer name, or fewer levels."
    return [Reason("", sentence, remedy)]


def incomplete(missing: Mapping[str, str], prepared: Prepared) -> list[Reason]:
    """Tell which modules are imported (class name → who imports it) and not there."""
    return [
        Reason(
            prepared.pointers.get(name, ""),
            f"The client has no class for {name}, which {place} needs.",
            "Give the schema another name, or a plain type.",
        )
        for name, place in list(missing.items())[:MOST_REASONS]
    ]


def _detail(error: Any) -> str:
    return " ".join(str(error).split())[:300]
