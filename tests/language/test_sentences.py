"""Sentences as values: English by themselves, and whatever a catalog makes of them."""

from app.language.catalogs import catalog
from app.language.sentences import counted, sentence

INSIDE = sentence("%(ended)s Listen to your phone.", ended=sentence("The office's line was busy."))


def test_a_sentence_reads_as_english():
    assert str(sentence("ZIP code %(code)s is not known.", code="02139")) == "ZIP code 02139 is not known."


def test_a_sentence_within_a_sentence_is_translated_too():
    assert INSIDE.told(catalog("es")) == "La línea de la oficina estaba ocupada. Escuche su teléfono."


def test_a_number_decides_between_one_and_many():
    assert [str(counted("a minute", "%(num)s minutes", number)) for number in (1, 2)] == ["a minute", "2 minutes"]


def test_each_language_counts_in_its_own_way():
    minutes = [counted("a minute", "%(num)s minutes", number) for number in (1, 5)]
    assert [it.told(catalog("pt")) for it in minutes] == ["um minuto", "5 minutos"]
    assert [it.told(catalog("zh_Hant")) for it in minutes] == ["1分鐘", "5分鐘"]


def test_a_language_without_a_catalog_reads_as_english():
    assert INSIDE.told(catalog("en")) == str(INSIDE)


def test_a_sentence_that_ends_with_a_shortened_word_has_one_full_stop():
    assert str(sentence("Ring at %(time)s.", time="8:00 a.m.")) == "Ring at 8:00 a.m."
