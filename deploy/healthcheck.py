"""Is the service in this container ready? Exit status 0 if it says so, for HEALTHCHECK."""

import os
import sys
import urllib.request
from http import HTTPStatus

PORT = 8000


def main() -> int:
    """Ask the readiness endpoint, below the same prefix as the service."""
    prefix = os.environ.get("BINDERY_URL_PREFIX", "")
    try:
        address = f"http://127.0.0.1:{PORT}{prefix}/health/ready"
        with urllib.request.urlopen(address, timeout=3) as answer:  # noqa: S310 - this container
            return 0 if answer.status == HTTPStatus.OK else 1
    except OSError as error:  # URLError and timeouts are among them
        print(error, file=sys.stderr)
        return 1


if __name__ == "__main__":
    sys.exit(main())
