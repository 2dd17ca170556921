"""What do gunicorn and the flask command load?"""

import os
from pathlib import Path

from service.app import create_app
from service.settings import load_settings, read_env_file

app = create_app(
    load_settings({**read_env_file(Path(os.environ.get("BINDERY_ENV_FILE", ".env"))), **os.environ})
)
