"""The headers every answer carries: no scripts but our own, no frames, no referrer, nothing kept that is personal."""

from flask import Flask, Response, request

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self'; media-src 'self'; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
ALWAYS = {
    "Content-Security-Policy": POLICY,
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}
A_YEAR = 31_536_000


def init_headers(app: Flask) -> None:
    """Set the headers on every answer of the app."""

    @app.after_request
    def _set(response: Response) -> Response:
        response.headers.update(ALWAYS)
        if app.extensions["ringdown"].settings.public_base_url.startswith("https://"):
            response.headers["Strict-Transport-Security"] = f"max-age={A_YEAR}"
        if request.endpoint != "static":
            response.headers.setdefault("Cache-Control", "no-store")
        elif "v" in request.args:
            response.headers["Cache-Control"] = f"public, max-age={A_YEAR}, immutable"
        return response
