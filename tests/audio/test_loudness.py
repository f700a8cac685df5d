"""Every prompt is as loud as the others, and begins and ends with its words."""

import math
from array import array

import pytest

from app.audio import prepare_sound
from app.audio.loudness import FULL, LEVEL
from tests.world.campaign.sounds import hum, quiet, samples_of, wav


def heard(samples):
    return samples_of(prepare_sound(wav(samples)).wav)


def level(samples):
    return math.sqrt(sum(sample * sample for sample in samples) / len(samples))


@pytest.mark.parametrize("loud", [0.005, 0.05, 0.3, 1.0])
def test_whispers_and_shouts_come_out_alike(loud):
    assert level(heard(hum(level=loud))) == pytest.approx(LEVEL, rel=0.05)


def test_a_pause_within_makes_the_words_no_louder():
    assert level(heard(hum() + quiet() + hum())[:8000]) == pytest.approx(LEVEL, rel=0.05)


def test_one_click_keeps_nothing_quiet_and_nothing_is_cut_off():
    samples = hum(level=0.01)
    samples[4000] = FULL
    told = heard(samples)
    assert level(told[:3000]) > LEVEL / 2
    assert max(map(abs, told)) < FULL


def test_silence_around_the_words_is_taken_away():
    assert len(heard(quiet(2) + hum(1) + quiet(3))) == pytest.approx(8000 + 2 * 800, abs=160)


def test_a_noisy_room_around_the_words_is_taken_away_too():
    room = hum(2, level=0.004, hertz=60)
    assert len(heard(room + hum(1) + room)) == pytest.approx(8000 + 2 * 800, abs=160)


def test_the_pause_within_stays():
    assert len(heard(hum(1) + quiet(1) + hum(1))) == 24_000


def test_a_lone_sample_is_too_little_to_be_a_sound():
    assert heard(quiet(0.2) + hum(0.2) + array("h", [0] * 801)).tobytes()
