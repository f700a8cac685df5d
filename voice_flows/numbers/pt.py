"""Digits as people say them in Portuguese, where half a dozen stands for six."""

from voice_flows.numbers.number_words import NumberWords

NUMBERS = NumberWords(
    digits={
        "zero": "0",
        "um": "1",
        "uma": "1",
        "dois": "2",
        "duas": "2",
        "três": "3",
        "tres": "3",
        "quatro": "4",
        "cinco": "5",
        "seis": "6",
        "meia": "6",
        "sete": "7",
        "oito": "8",
        "nove": "9",
        "dez": "10",
        "onze": "11",
        "doze": "12",
        "treze": "13",
        "quatorze": "14",
        "catorze": "14",
        "quinze": "15",
        "dezesseis": "16",
        "dezessete": "17",
        "dezoito": "18",
        "dezenove": "19",
    },
    tens={
        "vinte": "2",
        "trinta": "3",
        "quarenta": "4",
        "cinquenta": "5",
        "sessenta": "6",
        "setenta": "7",
        "oitenta": "8",
        "noventa": "9",
    },
    sound_alike={"o": "0", "hum": "1", "dos": "2", "treis": "3", "seix": "6"},
    times={"duplo": 2, "triplo": 3},
    fillers=frozenset({"e", "é", "eh", "ahn", "hã", "mmm", "então", "olá", "oi"}),
    dashes=frozenset({"traço", "hífen", "mais"}),
    leads=frozenset(
        {
            *("meu zip code é", "o meu zip code é", "o zip code é", "zip code", "meu zip é", "zip"),
            *("meu código postal é", "o meu código postal é", "código postal", "meu cep é", "o meu cep é", "cep"),
            *("eu moro em", "moro em", "estou em", "sou de", "sim", "por favor", "obrigado", "obrigada"),
        }
    ),
)
