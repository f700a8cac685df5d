"""Supporters' numbers are read by us alone, each for the purpose for which it was kept."""

import pytest
from cryptography.exceptions import InvalidTag

from app.guard.phone_vault import PhoneVault

OLD, NEW, HASH = b"o" * 32, b"n" * 32, b"h" * 32
NUMBER = "+16175550123"


@pytest.fixture
def vault():
    return PhoneVault([NEW], HASH)


def test_what_was_kept_can_be_read(vault):
    assert vault.decrypt(vault.encrypt(NUMBER, purpose="call"), purpose="call") == NUMBER


def test_no_digit_shows(vault):
    assert b"5550123" not in vault.encrypt(NUMBER, purpose="call")


def test_the_same_number_never_looks_the_same_twice(vault):
    assert vault.encrypt(NUMBER, purpose="call") != vault.encrypt(NUMBER, purpose="call")


def test_for_another_purpose_it_cannot_be_read(vault):
    with pytest.raises(InvalidTag):
        vault.decrypt(vault.encrypt(NUMBER, purpose="call"), purpose="event")


@pytest.mark.parametrize("place", range(0, 40, 3))
def test_one_altered_bit_is_noticed(vault, place):
    altered = bytearray(vault.encrypt(NUMBER, purpose="call"))
    altered[place] ^= 1
    with pytest.raises(InvalidTag):
        vault.decrypt(bytes(altered), purpose="call")


def test_a_new_key_reads_on_what_the_old_one_kept():
    kept = PhoneVault([OLD], HASH).encrypt(NUMBER, purpose="call")
    assert PhoneVault([NEW, OLD], HASH).decrypt(kept, purpose="call") == NUMBER


def test_the_newest_key_encrypts():
    kept = PhoneVault([NEW, OLD], HASH).encrypt(NUMBER, purpose="call")
    assert PhoneVault([NEW], HASH).decrypt(kept, purpose="call") == NUMBER


def test_once_its_key_is_gone_a_number_is_gone():
    kept = PhoneVault([OLD], HASH).encrypt(NUMBER, purpose="call")
    with pytest.raises(InvalidTag):
        PhoneVault([NEW], HASH).decrypt(kept, purpose="call")


def test_a_number_is_recognised(vault):
    assert vault.fingerprint(NUMBER, purpose="limit") == PhoneVault([OLD], HASH).fingerprint(NUMBER, purpose="limit")


def test_fingerprints_for_two_purposes_cannot_be_joined(vault):
    assert vault.fingerprint(NUMBER, purpose="limit") != vault.fingerprint(NUMBER, purpose="consent")


def test_without_the_key_a_fingerprint_cannot_be_guessed(vault):
    assert vault.fingerprint(NUMBER, purpose="limit") != PhoneVault([NEW], NEW).fingerprint(NUMBER, purpose="limit")
