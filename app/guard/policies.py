"""The headers of a page of ours: no scripts but our own, no referrer, and no frames but one: a preview in our page."""

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self'; media-src 'self'; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
FRAMES_OURS = f"{POLICY}; frame-src 'self'"
# Nothing is sent from there: what looks like a supporter's form would do what it says.
IN_OUR_FRAME = POLICY.replace("frame-ancestors 'none'", "frame-ancestors 'self'").replace(
    "form-action 'self'", "form-action 'none'"
)
PAGE_HEADERS = {
    "Content-Security-Policy": POLICY,
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}
MAY_LOCATE = {"Permissions-Policy": "camera=(), geolocation=(self), microphone=()"}

# What no browser shows needs no more: a program fetched it, and reads it as what it says that it is.
PROGRAM_HEADERS = {"X-Content-Type-Options": "nosniff"}
