"""What an answer says of us: whether something of ours is broken."""

BROKEN, COME_BACK = 500, 503


def is_broken(status: int) -> bool:
    """Whoever is told to come back later was told so by intent: admission lets in as many as can be served."""
    return status >= BROKEN and status != COME_BACK
