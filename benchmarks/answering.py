"""An app that costs next to nothing: it answers each turn of a call with the document that stands here."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from subprocess import PIPE, Popen  # nosec B404 # runs this module alone
from sys import executable, stdout
from wsgiref.types import StartResponse, WSGIEnvironment

from waitress.server import create_server

THREADS = 32  # as many as the phone network asks at once
EVERY_EVENT = ("initiated", "ringing", "answered", "completed")
EMPTY = "<Response/>"
SAY = {
    "/greeting": '<Gather numDigits="1" action="/script"><Say>Press one to speak to your office.</Say></Gather>',
    "/script": '<Gather numDigits="1" action="/office"><Say>Here is what to say. Press one.</Say></Gather>',
    "/office": '<Say>Connecting you.</Say><Dial action="/after" timeout="25" hangupOnStar="true"><Number '
    f'statusCallback="/status" statusCallbackEvent="{" ".join(EVERY_EVENT)}">+16175550190</Number></Dial>',
    "/after": '<Gather numDigits="1" action="/goodbye"><Say>How did it go?</Say></Gather>',
    "/goodbye": "<Say>Thank you. Goodbye.</Say><Hangup/>",
}


def answer(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
    """Answer one request of the carrier."""
    environ["wsgi.input"].read()
    verbs = SAY.get(environ["PATH_INFO"])
    document = (f"<Response>{verbs}</Response>" if verbs else EMPTY).encode()
    start_response("200 OK", [("Content-Type", "text/xml"), ("Content-Length", str(len(document)))])
    return [document]


@contextmanager
def answering() -> Iterator[str]:
    """Let it run as a program of its own, so that nobody shares an interpreter with it; gives its URL."""
    with Popen([executable, "-m", __name__], stdout=PIPE, text=True) as program:  # nosec B603 # ours
        try:
            yield (program.stdout.readline() if program.stdout else "").strip()
        finally:
            program.terminate()


if __name__ == "__main__":
    server = create_server(answer, host="127.0.0.1", port=0, threads=THREADS)
    stdout.write(f"http://127.0.0.1:{server.effective_port}\n")
    stdout.flush()
    server.run()
