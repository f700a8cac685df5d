"""Digits as people say them in Haitian Creole, and as a carrier that only knows French writes them down."""

from voice_flows.numbers.number_words import NumberWords

NUMBERS = NumberWords(
    digits={
        "zewo": "0",
        "zéro": "0",
        "zero": "0",
        "youn": "1",
        "yon": "1",
        "en": "1",
        "un": "1",
        "de": "2",
        "deux": "2",
        "twa": "3",
        "trois": "3",
        "kat": "4",
        "quatre": "4",
        "senk": "5",
        "cinq": "5",
        "sis": "6",
        "six": "6",
        "sèt": "7",
        "sept": "7",
        "uit": "8",
        "huit": "8",
        "nèf": "9",
        "neuf": "9",
    },
    fillers=frozenset({"e", "euh", "et", "enben"}),
    dashes=frozenset({"tirè", "tiret", "plis", "plus"}),
    leads=frozenset({"zip kòd mwen se", "zip kòd", "zip code", "mwen rete", "se", "bonjou", "bonjour", "tanpri"}),
)
