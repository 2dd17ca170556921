"""How does gunicorn run Bindery? Every setting that is not a default says why.

The command line wins over this file: `gunicorn --config deploy/gunicorn.conf.py --bind ...`.
"""

import os
from pathlib import Path
from typing import Any

wsgi_app = "service.wsgi:app"

# --- processes and threads
# WEB_CONCURRENCY is the variable that platforms set; four are enough until measured otherwise,
# since each process holds documents of several megabytes while it compares them.
workers = int(os.environ.get("WEB_CONCURRENCY") or min(4, os.cpu_count() or 1))
# Threads, because most requests wait for the database. A publication computes and waits for its
# turn; the other threads go on answering health checks meanwhile.
worker_class = "gthread"
threads = 8
# The application is loaded once and shared by copy-on-write: about 17 MB per process instead of 57.
preload_app = True

# --- how long things may take
# A worker whose heart stops is replaced; for threads this bounds the process, not one request.
timeout = 60
# Requests in flight may end after SIGTERM; what stops the container must wait a little longer.
graceful_timeout = 30
# Longer than a proxy keeps an idle connection, so that it is never the server that closes first.
keepalive = 75
# A process is replaced now and then, so that a slow leak in a library never becomes an outage; the
# jitter keeps the processes from being replaced at the same moment.
max_requests = 20_000
max_requests_jitter = 2_000

# --- what is accepted before the application sees it
# Cursors and filters make long addresses; beyond this gunicorn answers, outside the envelope.
limit_request_line = 8190
limit_request_fields = 64
limit_request_field_size = 8190

# --- whom to believe
# Nobody: the application believes as many proxies as BINDERY_PROXY_HOPS says. gunicorn's own
# default would believe every caller on this machine.
forwarded_allow_ips = ""

# --- around the process
# Heartbeats are files; in memory they cannot stall on a busy disk.
worker_tmp_dir = "/dev/shm" if Path("/dev/shm").is_dir() else None  # noqa: S108 - no secret in it
# No control interface: it would be a door that nobody watches, in the home directory.
control_socket_disable = True
# The application writes one line per request, with its id; a second one would only cost.
accesslog = None
# gunicorn's lines go through the application's handler, so that all of them are JSON.
logconfig_dict = {
    "version": 1,
    "disable_existing_loggers": False,
    "root": {"level": "INFO", "handlers": []},
    "handlers": {},
    "formatters": {},
    "loggers": {"gunicorn.error": {"level": "INFO", "handlers": [], "propagate": True}},
}


def post_fork(_server: Any, _worker: Any) -> None:
    """Forget what was inherited: a database connection shared by two processes mixes up answers."""
    from service.extensions import database  # noqa: PLC0415 - not before gunicorn has forked
    from service.wsgi import app  # noqa: PLC0415 - loaded already, by preload_app

    with app.app_context():
        database.engine.dispose(close=False)
