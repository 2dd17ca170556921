"""How are requests sent? With a token, a time limit and retries, in sync or async code."""

import asyncio
import datetime
import ssl
import threading
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import TracebackType
from typing import Any, Self
from urllib.parse import quote

import httpx

from service.sdk_packages.runtime.errors import Unreachable
from service.sdk_packages.runtime.retries import HARMLESS, Attempts, Retries
from service.sdk_packages.runtime.version import API_PATH, USER_AGENT

ANSWER_SECONDS = 60.0
"""Long answers may take a service some seconds."""
CONNECT_SECONDS = 5.0


def path_segment(value: object) -> str:
    """Return what stands for a value in a path.

    Raises `ValueError` for one that would lead to another operation than the one called.
    """
    match value:
        case bool():
            text = "true" if value else "false"
        case datetime.date():
            text = value.isoformat()
        case _:
            text = str(value)
    if text in {"", ".", ".."}:
        raise ValueError(f"A name in the path is empty or made of dots: {text!r}")
    return quote(text, safe="")


def form_fields(fields: Mapping[str, Any]) -> dict[str, Any]:
    """Return what a form is sent as: fields of fields as `outer[inner]`, lists by repetition."""
    told: dict[str, Any] = {}
    for name, value in fields.items():
        told.update(_spelled(name, value))
    return told


def _spelled(name: str, value: Any) -> dict[str, Any]:
    told: dict[str, Any] = {}
    match value:
        case dict():
            for key, inner in value.items():
                told.update(_spelled(f"{name}[{key}]", inner))
        case list() if any(isinstance(entry, dict) for entry in value):
            for number, entry in enumerate(value):
                told.update(_spelled(f"{name}[{number}]", entry))
        case _:
            told[name] = value
    return told


def _usual_timeout() -> httpx.Timeout:
    return httpx.Timeout(ANSWER_SECONDS, connect=CONNECT_SECONDS)


@dataclass(slots=True, eq=False, kw_only=True)
class Client:
    """Sends the requests of all operations to one service.

    `url` is where the service is reached, with the prefix it may be mounted below. `token` is sent
    as a bearer token; `auth` (user and password, or any scheme of httpx) and `headers` are for
    services that ask for something else. `transport` and `async_transport` replace the network,
    for proxies, client certificates and tests. Threads may share one object.
    """

    url: str = field(kw_only=False)
    token: str | None = field(default=None, repr=False)
    auth: httpx.Auth | tuple[str, str] | None = field(default=None, repr=False)
    headers: Mapping[str, str] = field(default_factory=dict, repr=False)
    timeout: httpx.Timeout | float = field(default_factory=_usual_timeout, repr=False)
    retries: Retries = field(default_factory=Retries, repr=False)
    verify: ssl.SSLContext | bool = field(default=True, repr=False)
    transport: httpx.BaseTransport | None = field(default=None, repr=False)
    async_transport: httpx.AsyncBaseTransport | None = field(default=None, repr=False)
    _sync: httpx.Client | None = field(default=None, init=False, repr=False)
    _async: httpx.AsyncClient | None = field(default=None, init=False, repr=False)
    _loop: asyncio.AbstractEventLoop | None = field(default=None, init=False, repr=False)
    _lock: threading.Lock = field(default_factory=threading.Lock, init=False, repr=False)

    def __post_init__(self) -> None:
        """Refuse an address or a token that cannot work, before anything is sent."""
        self.url = _checked_url(self.url)
        if self.token is not None and not (self.token.isascii() and self.token.isprintable()):
            raise ValueError("The access token holds characters that no access token has.")

    def send(self, **request: Any) -> httpx.Response:
        """Send one request, again if that is safe and may help; return the last response.

        Raises `Unreachable` if the last attempt got none.
        """
        attempts, request = self._attempts(request), _with_cookies(request)
        while True:
            outcome = self._try(request)
            wait = attempts.wait_after(outcome)
            if wait is None:
                return self._answered(outcome)
            time.sleep(wait)

    async def send_async(self, **request: Any) -> httpx.Response:
        """Do what `send` does, without blocking the event loop."""
        attempts, request = self._attempts(request), _with_cookies(request)
        while True:
            outcome = await self._try_async(request)
            wait = attempts.wait_after(outcome)
            if wait is None:
                return self._answered(outcome)
            await asyncio.sleep(wait)

    def close(self) -> None:
        """Close the connections of sync code; the next request opens new ones."""
        if self._sync is not None:
            self._sync.close()
            self._sync = None

    async def close_async(self) -> None:
        """Close the connections of async code; the next request opens new ones."""
        if self._async is not None:
            await self._async.aclose()
            self._async = None

    def __enter__(self) -> Self:
        """Return the client; `close` is called at the end of the block."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """Close the connections of sync code."""
        self.close()

    async def __aenter__(self) -> Self:
        """Return the client; `close_async` is called at the end of the block."""
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """Close the connections of async code."""
        await self.close_async()

    def _attempts(self, request: dict[str, Any]) -> Attempts:
        return Attempts(
            self.retries,
            request["method"],
            request.get("headers", {}),
            is_harmless=HARMLESS in request.get("extensions", {}),
        )

    def _try(self, request: dict[str, Any]) -> httpx.Response | httpx.RequestError:
        with self._lock:
            if self._sync is None:
                self._sync = httpx.Client(transport=self.transport, **self._httpx_arguments())
            client = self._sync
        try:
            return client.request(**request)
        except httpx.RequestError as error:
            return error

    async def _try_async(self, request: dict[str, Any]) -> httpx.Response | httpx.RequestError:
        loop = asyncio.get_running_loop()
        if self._async is None or self._loop is not loop:  # connections die with their loop
            self._async = httpx.AsyncClient(
                transport=self.async_transport, **self._httpx_arguments()
            )
            self._loop = loop
        try:
            return await self._async.request(**request)
        except httpx.RequestError as error:
            return error

    def _httpx_arguments(self) -> dict[str, Any]:
        headers = {"User-Agent": USER_AGENT, "Accept": "application/json, */*;q=0.5"}
        if self.token is not None:
            headers["Authorization"] = f"Bearer {self.token}"
        headers.update(self.headers)
        return {
            "auth": self.auth,
            "base_url": self.url,
            "headers": headers,
            "timeout": self.timeout,
            "verify": self.verify,
        }

    def _answered(self, outcome: httpx.Response | httpx.RequestError) -> httpx.Response:
        if isinstance(outcome, httpx.RequestError):
            cause = str(outcome) or type(outcome).__name__
            raise Unreachable(f"{self.url} does not answer: {cause}") from outcome
        return outcome


def _checked_url(url: str) -> str:
    """Return the address without what is added anyway.

    Raises `ValueError` if it cannot be the address of a service.
    """
    try:
        parsed = httpx.URL(url.strip())
    except httpx.InvalidURL as error:
        raise ValueError(f"The address is not valid: {error}") from error
    if parsed.scheme not in {"http", "https"} or not parsed.host:
        raise ValueError(f"The address must look like https://api.example.com, not {url!r}.")
    if parsed.userinfo or parsed.query or parsed.fragment:
        raise ValueError("The address takes no password, query or fragment; use token=...")
    return str(parsed).rstrip("/").removesuffix(API_PATH)


def _with_cookies(request: dict[str, Any]) -> dict[str, Any]:
    """Return the request with its cookies among its headers: httpx keeps cookies with clients."""
    cookies = request.get("cookies")
    if cookies is None:
        return request
    others = {key: value for key, value in request.items() if key != "cookies"}
    line = "; ".join(f"{name}={value}" for name, value in cookies.items())
    return {**others, "headers": {**request.get("headers", {}), "Cookie": line}} if line else others
