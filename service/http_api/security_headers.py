"""Which headers protect browsers from what we send them?"""

from flask import Flask, Response, request

from service.http_api.state import current_settings

NOTHING_ALLOWED = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'"
"""For everything that is no page; pages set their own policy."""


def install_security_headers(app: Flask) -> None:
    """Send the security headers with every response."""
    app.after_request(_add_headers)


def _add_headers(response: Response) -> Response:
    headers = response.headers
    headers.setdefault("Content-Security-Policy", NOTHING_ALLOWED)
    headers.setdefault("X-Content-Type-Options", "nosniff")
    headers.setdefault("Referrer-Policy", "no-referrer")
    headers.setdefault("X-Frame-Options", "DENY")
    headers.setdefault("Cross-Origin-Opener-Policy", "same-origin")
    headers.setdefault("Cross-Origin-Resource-Policy", "same-origin")
    headers.setdefault("Permissions-Policy", "camera=(), geolocation=(), microphone=()")
    hsts = current_settings().hsts_seconds
    if request.is_secure and hsts:
        headers.setdefault("Strict-Transport-Security", f"max-age={hsts}; includeSubDomains")
    if request.path.startswith("/api/"):
        headers.setdefault("Cache-Control", "private, no-store")
        response.vary.update(["Authorization", "Accept"])
        if current_settings().cors_origins:
            response.vary.add("Origin")  # Flask-CORS leaves it out where the list has one entry
    return response
