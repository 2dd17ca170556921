"""Which functions does a client offer? One for each operation, in a module for each tag."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from service.sdk_packages.failures import Reason
from service.sdk_packages.preparation import messages
from service.sdk_packages.preparation.merging import References
from service.sdk_packages.preparation.parameters import Argument, arguments_of
from service.sdk_packages.preparation.python_names import Taken, snake_name
from service.sdk_packages.preparation.schemas import SchemaPreparation
from service.sdk_packages.preparation.swagger import METHODS
from service.sdk_packages.preparation.texts import plain_text, sayable

_PLACEHOLDER = re.compile(r"\{([^{}]*)\}")
_NONE_OF_OURS = frozenset({"api", "models"})


@dataclass(frozen=True, slots=True)
class Answer:
    """One successful response: how it is read, and what the document gives as examples."""

    status: str
    kind: str | None
    schema: dict[str, Any]
    examples: tuple[Any, ...]


@dataclass(slots=True)
class PreparedOperation:
    """One operation as the generator gets it."""

    tag: str
    name: str
    method: str
    path: str
    pointer: str
    summary: str
    description: str
    arguments: list[Argument]
    body: messages.Content | None = None
    body_schema: dict[str, Any] = field(default_factory=dict)
    body_required: bool = False
    answers: list[Answer] = field(default_factory=list)


class OperationPreparation:
    """Prepares operations one after the other; `remarks` tell what a client has to do without."""

    def __init__(self, references: References, schemas: SchemaPreparation) -> None:
        self.remarks: list[Reason] = []
        self._references = references
        self._schemas = schemas
        self._modules: dict[str, Taken] = {}

    def all(self, paths: Mapping[str, Any]) -> Iterator[PreparedOperation]:
        """Yield the operations of all paths, in the document's order."""
        for path, entry in paths.items():
            item = self._references.followed(entry)
            if item is None or not path.startswith("/"):
                continue
            for method in METHODS:
                operation = item.get(method)
                if isinstance(operation, dict):
                    pointer = f"/paths/{_escaped(path)}/{method}"
                    made = self._operation(path, method, operation, item, pointer)
                    if made is not None:
                        yield made

    def _operation(
        self,
        path: str,
        method: str,
        operation: Mapping[str, Any],
        item: Mapping[str, Any],
        pointer: str,
    ) -> PreparedOperation | None:
        tags = [tag for tag in operation.get("tags") or () if isinstance(tag, str)]
        tag = snake_name(tags[0] if tags else "default", reserved=_NONE_OF_OURS, suffix="tag")
        wanted = operation.get("operationId") or f"{method} {path}"
        taken = self._modules.setdefault(tag, Taken())
        name = taken.give(snake_name(wanted, reserved=frozenset(), suffix="call"), joint="_")
        entries = self._as_in_path(self._parameters(item, operation), path, pointer)
        arguments = arguments_of(entries, name, references=self._references, schemas=self._schemas)
        told_path = self._path(path, arguments, pointer)
        if told_path is None:
            return None
        made = PreparedOperation(
            tag=tag,
            name=name,
            method=method,
            path=told_path,
            pointer=pointer,
            summary=plain_text(operation.get("summary")),
            description=plain_text(operation.get("description")),
            arguments=arguments,
        )
        self._add_body(made, operation)
        self._add_answers(made, operation)
        return made

    def _parameters(
        self, item: Mapping[str, Any], operation: Mapping[str, Any]
    ) -> list[Mapping[str, Any]]:
        """Return the parameters of path and operation; the operation's own take precedence."""
        found: dict[tuple[str, str], Mapping[str, Any]] = {}
        for entry in [*(item.get("parameters") or ()), *(operation.get("parameters") or ())]:
            parameter = self._references.followed(entry) or {}
            match parameter:
                case {"name": str(name), "in": "path" | "query" | "header" | "cookie" as place}:
                    found[name, place] = parameter
                case _:
                    pass
        return list(found.values())

    def _as_in_path(
        self, entries: list[Mapping[str, Any]], path: str, pointer: str
    ) -> list[Mapping[str, Any]]:
        """Return the parameters with those of the path that are in it, no more and no fewer."""
        asked = dict.fromkeys(_PLACEHOLDER.findall(path))
        declared = {entry["name"] for entry in entries if entry["in"] == "path"}
        missing = [name for name in asked if name not in declared]
        if missing:
            self.remarks.append(
                Reason(
                    pointer,
                    f"The path has {', '.join(f'{{{name}}}' for name in missing)}, which no"
                    " parameter describes; the client takes text for it.",
                    "Declare a parameter in path for each name in braces.",
                )
            )
        kept = [entry for entry in entries if entry["in"] != "path" or entry["name"] in asked]
        return kept + [
            {"name": name, "in": "path", "schema": {"type": "string"}} for name in missing
        ]

    def _path(self, path: str, arguments: list[Argument], pointer: str) -> str | None:
        """Return the path with the arguments' names in it; None if it cannot be called."""
        names = {entry.wire_name: entry.name for entry in arguments if entry.location == "path"}
        asked = _PLACEHOLDER.findall(path)
        rest = _PLACEHOLDER.sub("", path)
        if sorted(asked) == sorted(names) and sayable(path) and not set("{}") & set(rest):
            return _PLACEHOLDER.sub(lambda found: f"{{{names[found[1]]}}}", path)
        self.remarks.append(
            Reason(
                pointer,
                "The path has a name in braces twice, or braces around no name, so no function can"
                " fill it in; the client does without this operation.",
                "Name each path parameter exactly once in the path.",
            )
        )
        return None

    def _add_body(self, made: PreparedOperation, operation: Mapping[str, Any]) -> None:
        body = self._references.followed(operation.get("requestBody"))
        content = messages.sent((body or {}).get("content"), f"{made.pointer}/requestBody/content")
        if body is None or content is None:
            return
        if len(body["content"]) > 1:
            self.remarks.append(
                Reason(
                    f"{made.pointer}/requestBody/content",
                    f"The body may be sent as one of several media types; the client sends"
                    f" {content.media_type}.",
                    "Nothing has to change; another media type needs an operation of its own.",
                )
            )
        made.body, made.body_required = content, body.get("required") is True
        match content.kind:
            case messages.JSON:
                made.body_schema = self._schemas.of(content.schema, f"{made.name} body")
            case messages.FORM | messages.MULTIPART:
                made.body_schema = self._form(content, f"{made.name} body")
            case _:
                made.body_schema = {"type": "string", "format": "binary"}

    def _form(self, content: messages.Content, hint: str) -> dict[str, Any]:
        if content.kind == messages.MULTIPART:
            return self._schemas.form(content.schema, hint)
        made = self._schemas.of(content.schema, hint)
        name = made.get("$ref", "").rpartition("/")[2]
        if name in self._schemas.components and "enum" not in self._schemas.components[name]:
            return made
        return self._schemas.form({}, hint)

    def _add_answers(self, made: PreparedOperation, operation: Mapping[str, Any]) -> None:
        responses = operation.get("responses")
        given = responses if isinstance(responses, dict) else {}
        successes = [status for status in given if str(status)[:1] == "2"]
        others = [status for status in given if str(status)[:1] == "3" or status == "default"]
        for status in successes or others:
            response = self._references.followed(given[status])
            if response is not None:
                made.answers.append(self._answer(str(status), response, made))

    def _answer(self, status: str, response: Mapping[str, Any], made: PreparedOperation) -> Answer:
        pointer = f"{made.pointer}/responses/{status}/content"
        content = messages.read(response.get("content"), pointer)
        if content is None:
            return Answer(status.upper() if "x" in status else status, None, {}, ())
        match content.kind:
            case messages.JSON:
                schema = self._schemas.of(content.schema, f"{made.name} response {status}")
            case messages.TEXT:
                schema = {"type": "string"}
            case _:
                schema = {"type": "string", "format": "binary"}
        kind = content.kind if content.kind in {messages.JSON, messages.TEXT} else messages.BYTES
        return Answer(status, kind, schema, content.examples)


def _escaped(token: str) -> str:
    return token.replace("~", "~0").replace("/", "~1")
