"""Supporters' numbers are read by us alone, each for the purpose for which it was kept."""

from pathlib import Path

import pytest
from cryptography.exceptions import InvalidTag

from app.clock import utc_now
from app.guard.keys.days import DayKeys
from app.guard.keys.folder import KeysFolder
from app.guard.phone_vault import PhoneVault

NO_DAYS = DayKeys(KeysFolder(Path("nowhere"), []), utc_now)
OLD, NEW, HASH = b"o" * 32, b"n" * 32, b"h" * 32
NUMBER = "+16175550123"


def vault_of(keys, hash_key):
    return PhoneVault(keys, hash_key, NO_DAYS)


@pytest.fixture
def vault():
    return vault_of([NEW], HASH)


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
    kept = vault_of([OLD], HASH).encrypt(NUMBER, purpose="call")
    assert vault_of([NEW, OLD], HASH).decrypt(kept, purpose="call") == NUMBER


def test_the_newest_key_encrypts():
    kept = vault_of([NEW, OLD], HASH).encrypt(NUMBER, purpose="call")
    assert vault_of([NEW], HASH).decrypt(kept, purpose="call") == NUMBER


def test_once_its_key_is_gone_a_number_is_gone():
    kept = vault_of([OLD], HASH).encrypt(NUMBER, purpose="call")
    with pytest.raises(InvalidTag):
        vault_of([NEW], HASH).decrypt(kept, purpose="call")


def test_a_number_is_recognised(vault):
    assert vault.fingerprint(NUMBER, purpose="limit") == vault_of([OLD], HASH).fingerprint(NUMBER, purpose="limit")


def test_fingerprints_for_two_purposes_cannot_be_joined(vault):
    assert vault.fingerprint(NUMBER, purpose="limit") != vault.fingerprint(NUMBER, purpose="consent")


def test_without_the_key_a_fingerprint_cannot_be_guessed(vault):
    assert vault.fingerprint(NUMBER, purpose="limit") != vault_of([NEW], NEW).fingerprint(NUMBER, purpose="limit")
