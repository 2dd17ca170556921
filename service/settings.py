"""Which settings does the service take, and are the given ones acceptable?

Each setting is one field of `Settings`; its environment variable is the field's name in capitals
behind `BINDERY_`. `docs/settings.md` is generated from the same fields.
"""

import dataclasses
from collections.abc import Callable, Mapping
from enum import StrEnum
from pathlib import Path
from typing import Any

from marshmallow import ValidationError, validate
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError

from service.setting_checks import are_mirrorable, are_networks, is_rate_limit
from service.setting_fields import schema_of

PREFIX = "BINDERY_"
SECRET_KEY_LENGTH = 32
LOCAL_SECRET_KEY = "local-profile-only-not-a-secret-at-all"  # noqa: S105 - refused in production


class Profile(StrEnum):
    """A named set of defaults; only `production` refuses insecure values."""

    DEVELOPMENT = "development"
    TESTING = "testing"
    PRODUCTION = "production"


class LogFormat(StrEnum):
    """How log lines are written."""

    JSON = "json"
    CONSOLE = "console"


class InvalidSettings(Exception):
    """The environment does not make acceptable settings; the message lists every complaint."""

    def __init__(self, complaints: list[str]) -> None:
        self.complaints = complaints
        super().__init__(
            "The settings cannot be used:\n" + "\n".join(f"  - {line}" for line in complaints)
        )


def _setting(
    default: Any,
    description: str,
    *,
    check: Callable[[Any], object] | None = None,
    secret: bool = False,
) -> Any:
    metadata = {"description": description, "check": check, "secret": secret}
    return dataclasses.field(default=default, metadata=metadata)


_POSITIVE = validate.Range(min=1)
_NOT_NEGATIVE = validate.Range(min=0)


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """The service's settings, typed and checked; built by `load_settings` only."""

    profile: Profile = _setting(
        Profile.PRODUCTION,
        "`development`, `testing` or `production`. The first two are for local use: they accept a"
        " built-in secret key.",
    )
    deployment_version: str = _setting(
        "", "Free text that names this deployment in every log line, such as a commit."
    )

    # --- secrets
    secret_key: str = _setting(
        "",
        f"Signs what must not be forged. At least {SECRET_KEY_LENGTH} characters; required in"
        " production.",
        secret=True,
    )

    # --- database
    data_dir: Path = _setting(Path(".local"), "Folder of the embedded database and its backups.")
    database_url: str = _setting(
        "",
        "SQLAlchemy URL: `postgresql+psycopg://user:password@host/name` or `sqlite:///file`."
        " Empty: an SQLite file in the data folder.",
        secret=True,
    )
    database_pool_size: int = _setting(
        8, "PostgreSQL connections that each web process keeps.", check=_POSITIVE
    )
    database_connect_timeout: int = _setting(
        3, "Seconds to wait for a PostgreSQL connection.", check=_POSITIVE
    )
    database_statement_timeout: int = _setting(
        10_000, "Milliseconds that one statement may take on PostgreSQL.", check=_POSITIVE
    )
    database_lock_timeout: int = _setting(
        4_000, "Milliseconds to wait for a lock, on either database.", check=_POSITIVE
    )

    # --- blobs: built packages and whatever else is kept by its digest
    blob_store: str = _setting(
        "",
        "Where blobs are kept: `file:///folder` that all processes share, or `s3://bucket/prefix`."
        " Empty: in the database.",
        check=validate.Regexp(
            r"^(file:///.+|s3://[^/]+(/.*)?)?$",
            error="must look like file:///folder or s3://bucket",
        ),
    )
    s3_endpoint: str = _setting(
        "", "URL of an object storage that is not Amazon's, such as `https://minio.example.com`."
    )
    s3_region: str = _setting("us-east-1", "Region of the bucket.")
    s3_access_key_id: str = _setting("", "Access key of the bucket. Empty: the machine's role.")
    s3_secret_access_key: str = _setting("", "Its secret.", secret=True)

    # --- where it is reached
    public_url: str = _setting(
        "",
        "The address users reach the service at, such as `https://bindery.example.com`. Used in"
        " links sent to people; empty: taken from the request.",
    )
    url_prefix: str = _setting(
        "",
        "Path below which the service is mounted, such as `/bindery`. Empty: the root.",
        check=validate.Regexp(
            r"^(/[A-Za-z0-9._~-]+)*$", error="must look like /bindery, without a slash at its end"
        ),
    )
    proxy_hops: int = _setting(
        0,
        "How many proxies in front may be believed about X-Forwarded-For, -Proto, -Host, -Prefix.",
        check=_NOT_NEGATIVE,
    )
    cors_origins: tuple[str, ...] = _setting(
        (), "Origins, separated by commas, whose pages may call the API. Empty: none."
    )
    outgoing_networks: tuple[str, ...] = _setting(
        (),
        "Networks that are not public but may be called, as by webhooks: `10.1.0.0/16,fd00::/8`."
        " In them plain http is allowed, too. Empty: none.",
        check=are_networks,
    )
    index_upstream: str = _setting(
        "",
        "Address of a package index (PEP 691, ending in `/simple/`) from which the clients'"
        " dependencies are mirrored, so that ours is the only index that is asked. Where it, or the"
        " host of its files, is not public, name its network in BINDERY_OUTGOING_NETWORKS. Empty:"
        " nothing is mirrored.",
        check=validate.Regexp(
            r"^(https?://[^\s?#@]+/simple/)?$", error="must look like https://host/simple/"
        ),
    )
    index_mirrored: tuple[str, ...] = _setting(
        (
            *("anyio", "attrs", "certifi", "exceptiongroup", "h11", "httpcore", "httpx", "idna"),
            *("python-dateutil", "six", "sniffio", "typing-extensions"),
        ),
        "Packages that are mirrored, and no others: what the clients need, and what that needs.",
        check=are_mirrorable,
    )
    hsts_seconds: int = _setting(
        31_536_000,
        "max-age of Strict-Transport-Security, sent on https only. 0: not sent.",
        check=_NOT_NEGATIVE,
    )

    # --- logs
    log_level: str = _setting(
        "INFO",
        "DEBUG, INFO, WARNING or ERROR.",
        check=validate.OneOf(["DEBUG", "INFO", "WARNING", "ERROR"]),
    )
    log_format: LogFormat = _setting(LogFormat.JSON, "`json`, or `console` for people.")

    # --- rate limits
    rate_limits_enabled: bool = _setting(True, "Whether rate limits are applied.")
    rate_limit_storage_url: str = _setting(
        "memory://",
        "Where rate limits are counted: `memory://` (each process by itself) or `redis://...`.",
        secret=True,
    )
    rate_limit_authentication: str = _setting(
        "10 per minute",
        "Attempts to sign in, per client address and per user name.",
        check=is_rate_limit,
    )
    rate_limit_publishing: str = _setting(
        "120 per minute",
        "Publications and checks, and comparisons of versions; strangers by their address.",
        check=is_rate_limit,
    )

    # --- documents
    max_json_bytes: int = _setting(
        20_000_000, "Largest JSON document accepted, in bytes.", check=_POSITIVE
    )
    max_yaml_bytes: int = _setting(
        5_000_000, "Largest YAML document accepted, in bytes.", check=_POSITIVE
    )
    max_document_depth: int = _setting(
        100, "Deepest nesting accepted in a document.", check=validate.Range(min=10, max=200)
    )
    max_document_nodes: int = _setting(
        1_000_000, "Most values accepted in a document.", check=_POSITIVE
    )
    max_request_bytes: int = _setting(
        1_000_000, "Largest request body accepted where no document is sent.", check=_POSITIVE
    )
    parses_at_once: int = _setting(
        2,
        "Documents that one process reads or compares at the same time; more wait, then get 503.",
        check=_POSITIVE,
    )
    parse_wait_seconds: int = _setting(
        20, "Seconds that a publication waits for its turn.", check=_POSITIVE
    )

    # --- quotas (the defaults of each group; an administrator can change a group's own)
    quota_apis: int = _setting(200, "APIs per group.", check=_POSITIVE)
    quota_versions: int = _setting(5_000, "Versions per group, all APIs together.", check=_POSITIVE)
    quota_bytes: int = _setting(5_000_000_000, "Bytes of documents per group.", check=_POSITIVE)
    quota_webhooks: int = _setting(20, "Webhooks per group.", check=_POSITIVE)

    # --- identities
    token_days: int = _setting(90, "Days an access token lives if none are named.", check=_POSITIVE)
    token_max_days: int = _setting(365, "Most days an access token may live.", check=_POSITIVE)
    invitation_days: int = _setting(7, "Days an invitation can be accepted.", check=_POSITIVE)
    password_min_length: int = _setting(
        12, "Shortest password accepted.", check=validate.Range(min=8, max=128)
    )
    argon2_time_cost: int = _setting(3, "argon2id passes.", check=_POSITIVE)
    argon2_memory_kib: int = _setting(65_536, "argon2id memory in KiB.", check=_POSITIVE)

    # --- jobs
    broker_url: str = _setting(
        "",
        "Where workers on other machines are told of work: `redis://...` or `amqp://...`. Empty:"
        " workers look for it themselves.",
        check=validate.Regexp(
            r"^(|(redis|rediss|amqp|amqps)://.+)$",
            error="must start with redis://, rediss://, amqp:// or amqps://",
        ),
        secret=True,
    )
    broker_queue: str = _setting(
        "bindery",
        "The queue at the broker; each instance needs its own.",
        check=validate.Regexp(r"^[a-z0-9._-]{1,64}$", error="lower-case letters, digits, . _ -"),
    )
    job_places: int = _setting(2, "Jobs that one worker does at the same time.", check=_POSITIVE)
    job_grace_seconds: int = _setting(
        20,
        "Seconds that work in flight may go on after its worker was told to stop; the rest is"
        " handed back.",
        check=_NOT_NEGATIVE,
    )

    # --- webhooks
    webhook_places: int = _setting(
        32,
        "Receivers that one deliverer sends to at the same time. Those that do not answer get half"
        " of the places at most.",
        check=validate.Range(min=2, max=256),
    )

    # --- requests
    idempotency_hours: int = _setting(
        24, "Hours that an Idempotency-Key is remembered.", check=validate.Range(min=24)
    )

    @property
    def resolved_database_url(self) -> str:
        """The database URL, with the embedded default filled in.

        A relative SQLite file is meant from the working folder, as everywhere else.
        """
        if not self.database_url:
            return f"sqlite:///{(self.data_dir / 'bindery.sqlite3').absolute()}"
        url = make_url(self.database_url)
        if url.get_backend_name() != "sqlite" or url.database in {None, "", ":memory:"}:
            return self.database_url
        return url.set(database=str(Path(url.database or "").absolute())).render_as_string(
            hide_password=False
        )

    @property
    def is_embedded(self) -> bool:
        """Whether the database is an SQLite file beside the process."""
        return make_url(self.resolved_database_url).get_backend_name() == "sqlite"


def load_settings(environment: Mapping[str, str]) -> Settings:
    """Return the settings that the environment asks for.

    Raises `InvalidSettings` with every complaint at once: unknown `BINDERY_` names, values of the
    wrong type, values out of bounds, and what the profile does not allow.
    """
    given = {
        name.removeprefix(PREFIX).lower(): value
        for name, value in environment.items()
        if name.startswith(PREFIX) and name not in _READ_ELSEWHERE
    }
    try:
        values = schema_of(Settings).load(given)
    except ValidationError as error:
        raise InvalidSettings(_complaints(dict(error.messages_dict))) from None
    settings = _with_local_secret(Settings(**values))
    if complaints := _forbidden_by_profile(settings):
        raise InvalidSettings(complaints)
    return settings


_READ_ELSEWHERE = frozenset(
    {
        *("BINDERY_URL", "BINDERY_TOKEN", "BINDERY_ENV_FILE"),
        *("BINDERY_SHARED", "BINDERY_REQUIRE"),
        *("BINDERY_TEST_POSTGRESQL", "BINDERY_TEST_REDIS", "BINDERY_TEST_CHROMIUM"),
        "BINDERY_TEST_RABBITMQ",
    }
)
"""Variables of the command line client and of the tests, which the service itself ignores."""


def read_env_file(path: Path) -> dict[str, str]:
    """Return the assignments of a `.env` file: `NAME=value` lines, `#` comments, no expansion."""
    if not path.is_file():
        return {}
    lines = (line.strip() for line in path.read_text(encoding="utf-8").splitlines())
    pairs = (line.split("=", 1) for line in lines if "=" in line and not line.startswith("#"))
    return {name.strip(): value.strip().strip("\"'") for name, value in pairs}


def _complaints(messages: dict[str, Any]) -> list[str]:
    """Return one line per complaint; values are left out, since some are secret."""
    return [
        f"{PREFIX}{name.upper()}: {'; '.join(map(str, reasons))}"
        for name, reasons in sorted(messages.items())
    ]


def _with_local_secret(settings: Settings) -> Settings:
    if settings.profile is Profile.PRODUCTION or settings.secret_key:
        return settings
    return dataclasses.replace(settings, secret_key=LOCAL_SECRET_KEY)


def _forbidden_by_profile(settings: Settings) -> list[str]:
    complaints = []
    if len(settings.secret_key) < SECRET_KEY_LENGTH:
        complaints.append(
            f"{PREFIX}SECRET_KEY: needs at least {SECRET_KEY_LENGTH} characters; make one with"
            " python3 -c 'import secrets; print(secrets.token_urlsafe(48))'"
        )
    if settings.profile is Profile.PRODUCTION and settings.secret_key == LOCAL_SECRET_KEY:
        complaints.append(f"{PREFIX}SECRET_KEY: this value is for local profiles only")
    if "*" in settings.cors_origins:
        complaints.append(f"{PREFIX}CORS_ORIGINS: name the origins; * would allow every page")
    if settings.token_days > settings.token_max_days:
        complaints.append(f"{PREFIX}TOKEN_DAYS: more than {PREFIX}TOKEN_MAX_DAYS")
    return complaints + _database_complaints(settings)


def _database_complaints(settings: Settings) -> list[str]:
    try:
        backend = make_url(settings.resolved_database_url).drivername
    except ArgumentError:
        return [f"{PREFIX}DATABASE_URL: not a database URL"]
    if backend not in {"sqlite", "postgresql+psycopg"}:
        return [f"{PREFIX}DATABASE_URL: must start with sqlite:// or postgresql+psycopg://"]
    return []
