"""What comes hidden in a form: its token, the secret of its page, work for a browser if asked, whence somebody came."""

from dataclasses import dataclass

from app.extensions import Given
from app.limits.suspicion.proof import challenge
from app.web.form import new_token, nonce_in

SECRET = "form-secret"  # nosec B105 # the purpose of a token, and no password


@dataclass(frozen=True)
class FormKeys:
    """The token makes the form count once; who sends it again knows the `secret`, or is told nothing of its call."""

    token: str
    secret: str
    challenge: str
    came_from: str = ""

    def each(self) -> tuple[str, ...]:
        """Them in their order."""
        return self.token, self.secret, self.challenge, self.came_from


def new_keys(own: Given, campaign_id: int, *, asks_proof: bool, came_from: str = "") -> FormKeys:
    """Those of one more form, whose visitor came from there; nothing is stored for them."""
    token = new_token(own.tokens, campaign_id)
    nonce = nonce_in(own.tokens, token)
    work = challenge(own.settings, nonce) if asks_proof else ""
    return FormKeys(token, secret_of(own, nonce), work, came_from)


def secret_of(own: Given, nonce: str) -> str:
    """What nobody knows who has only the token: made of it by our key."""
    return own.tokens.sign(SECRET, nonce)
