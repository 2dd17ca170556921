"""What does gunicorn load in the tests of servers? The service, with a view that takes its time."""

import os
import time

from flask import Response, request

from service.app import create_app
from service.http_api.parsing import read_body
from service.settings import load_settings

app = create_app(load_settings(os.environ))


@app.get("/slow")
def slow() -> str:
    """Answer after as many seconds as the query says."""
    time.sleep(float(request.args["seconds"]))
    return "done"


@app.post("/read")
def read() -> str:
    """Read a body as every operation does; say how many bytes it has."""
    return str(len(read_body(limit=1_000)))


@app.post("/read-unguarded")
def read_unguarded() -> Response:
    """Read a body as Werkzeug offers it; say how many bytes it has."""
    request.max_content_length = 1_000
    return Response(str(len(request.get_data())))
