"""What does gunicorn load for a sabotage? The application, broken as CONTRACT_SABOTAGE says."""

import os

from service.app import create_app
from service.settings import load_settings
from tests.contract.sabotages import SABOTAGES

app = create_app(load_settings(os.environ))
for sabotage in SABOTAGES:
    if sabotage.name == os.environ["CONTRACT_SABOTAGE"]:
        sabotage.install(app)
