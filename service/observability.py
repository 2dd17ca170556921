"""How does the service say what it does? JSON lines with the request's id on every one."""

import logging
import sys
from typing import Any

import structlog

from service.settings import LogFormat, Settings

REDACTED = "[redacted]"
_SECRET_WORDS = ("authorization", "password", "secret", "token", "cookie", "api_key")
_NOT_SECRET = frozenset({"token_id"})


def configure_logging(settings: Settings) -> None:
    """Send every log line, ours and the libraries', to standard error in the chosen format."""
    shared: list[Any] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.stdlib.add_logger_name,
        structlog.processors.TimeStamper(fmt="iso", utc=True, key="time"),
        redact,
    ]
    structlog.configure(
        processors=[*shared, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        cache_logger_on_first_use=False,
    )
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=shared,
            processors=[
                structlog.stdlib.ProcessorFormatter.remove_processors_meta,
                *_renderers(settings.log_format),
            ],
        )
    )
    root = logging.getLogger()
    root.handlers = [handler]
    root.setLevel(settings.log_level)
    logging.getLogger("alembic.runtime").setLevel(logging.WARNING)  # readiness asks it each time


def redact(_logger: Any, _method: str, line: Any) -> Any:
    """Replace values whose names say that they are secret; a structlog processor."""
    for name in line:
        if name not in _NOT_SECRET and any(word in name.lower() for word in _SECRET_WORDS):
            line[name] = REDACTED
    return line


def _renderers(log_format: LogFormat) -> list[Any]:
    match log_format:
        case LogFormat.CONSOLE:
            return [structlog.dev.ConsoleRenderer(colors=sys.stderr.isatty())]
        case LogFormat.JSON:
            return [
                structlog.processors.EventRenamer("message"),
                structlog.processors.format_exc_info,
                structlog.processors.JSONRenderer(),
            ]
