"""Keeps the page to this computer and its own scripts: host, origin, and content security policy."""

from urllib.parse import urlsplit

from flask import abort, request

OWN_HOSTS = ("127.0.0.1", "localhost")
SECURITY_HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'; "
        "base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
    ),
    "Cache-Control": "no-store",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}


def check_host() -> None:
    """Refuse a request that came under another name, as one does after DNS rebinding (403)."""
    if urlsplit(request.host_url).hostname not in OWN_HOSTS:
        abort(403)


def check_same_origin() -> None:
    """Refuse a change that another web page asks for (403); programs send neither header."""
    if request.method in ("GET", "HEAD"):
        return
    site = request.headers.get("Sec-Fetch-Site", "same-origin")
    origin = request.headers.get("Origin", request.host_url.rstrip("/"))
    if site != "same-origin" or origin != request.host_url.rstrip("/"):
        abort(403)
