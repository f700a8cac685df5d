"""Whose consent it was is read by whoever has the private half of a key, and by no server."""

from app.guard.keys.away import SealedAway, new_pair, opened

NUMBER = "+16175550123"


def test_only_the_private_half_opens_it():
    public, private = new_pair()
    sealed = SealedAway(public).seal(NUMBER)
    assert opened(sealed, private) == NUMBER
    assert opened(sealed, new_pair()[1]) is None
    assert opened(sealed, public) is None
    assert opened(b"", private) is None


def test_nothing_looks_the_same_twice():
    seal = SealedAway(new_pair()[0]).seal
    assert seal(NUMBER) != seal(NUMBER)


def test_without_a_key_nothing_is_kept():
    assert SealedAway("").seal(NUMBER) is None
