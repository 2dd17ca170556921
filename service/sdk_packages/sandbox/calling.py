"""What does the confined trial do? Imports every module of an installed package and calls it.

The answers come from a transport in the same process: there is no network in here, not even to
oneself.
"""

import datetime
import importlib
import json
import sys
import warnings
from pathlib import Path
from typing import Any
from uuid import UUID

import httpx

_MOST_TOLD = 20


def run(folder: Path, task: dict[str, Any]) -> dict[str, Any]:
    """Return what could not be imported and which calls came to what."""
    sys.path.insert(0, str(folder / "installed"))
    sys.dont_write_bytecode = True
    warnings.simplefilter("ignore")
    package = task["import_name"]
    broken = [line for name in task["modules"] if (line := _import_trouble(f"{package}.{name}"))]
    if broken:
        return {"broken": broken[:_MOST_TOLD], "called": [], "failed": []}
    called, failed = [], []
    for call in task["calls"]:
        trouble = _call_trouble(package, call)
        if trouble is None:
            called.append(call["pointer"])
        else:
            failed.append({"pointer": call["pointer"], "trouble": trouble})
    return {"broken": [], "called": called, "failed": failed[:_MOST_TOLD]}


def _import_trouble(name: str) -> str | None:
    try:
        importlib.import_module(name.removesuffix(".__init__"))
    except BaseException as error:  # noqa: BLE001 - whatever a foreign module raises is the finding
        return f"{name}: {type(error).__name__}: {str(error)[:300]}"
    return None


def _call_trouble(package: str, call: dict[str, Any]) -> str | None:
    """Return why none of the answers could be read; None if one of them was."""
    trouble = "no answer to try"
    for answer in call["answers"]:
        try:
            _call(package, call, answer)
        except BaseException as error:  # noqa: BLE001 - whatever a foreign module raises counts
            trouble = f"{type(error).__name__}: {str(error)[:300]}"
        else:
            return None
    return trouble


def _call(package: str, call: dict[str, Any], answer: dict[str, Any]) -> None:
    seen: list[httpx.Request] = []

    def respond(request: httpx.Request) -> httpx.Response:
        request.read()
        seen.append(request)
        return _response(answer)

    connection = importlib.import_module(f"{package}.client").Client(
        "http://mock.invalid", transport=httpx.MockTransport(respond)
    )
    arguments = {each["name"]: _made(package, each) for each in call["arguments"]}
    operation = importlib.import_module(f"{package}.{call['module']}")
    operation.sync_detailed(client=connection, **arguments)
    if [request.method for request in seen] != [call["method"]]:
        raise AssertionError(f"the service saw {seen!r}")
    if importlib.import_module(package).DOCUMENT_DIGEST not in seen[0].headers["User-Agent"]:
        raise AssertionError("the client does not say what it was built from")


def _response(answer: dict[str, Any]) -> httpx.Response:
    headers = {"Content-Type": answer["media_type"]} if answer["media_type"] else {}
    content = answer["content"]
    if "json" in answer["media_type"]:
        text = json.dumps(content)
    else:
        text = content if isinstance(content, str) else ""
    return httpx.Response(answer["status"], headers=headers, content=text.encode())


def _made(package: str, argument: dict[str, Any]) -> Any:
    value = argument["value"]
    match argument["made"]:
        case None:
            return value
        case "bytes":
            return value.encode()
        case "date":
            return datetime.date.fromisoformat(value)
        case "date-time":
            return datetime.datetime.fromisoformat(value)
        case "uuid":
            return UUID(value)
        case name:
            model = getattr(importlib.import_module(f"{package}.models"), name)
            return model.from_dict(value)
