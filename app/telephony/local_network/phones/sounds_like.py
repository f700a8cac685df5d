"""What a recognizer takes for what, by language: words that sound alike, what people say between, what a set says."""

from collections.abc import Mapping

Table = Mapping[str, Mapping[str, tuple[str, ...]]]

ALIKE: Table = {
    "en": {
        "oh": ("O", "owe", "zero", "0"),
        "one": ("won", "1"),
        "two": ("to", "too", "2"),
        "three": ("tree", "free", "3"),
        "four": ("for", "fore", "4"),
        "six": ("sicks", "6"),
        "eight": ("ate", "8"),
        "nine": ("nein", "9"),
    },
    "es": {
        "cero": ("sero", "0"),
        "uno": ("un", "1"),
        "tres": ("tras", "3"),
        "cinco": ("sinco", "5"),
        "seis": ("seys", "6"),
    },
    "pt": {"um": ("hum", "1"), "dois": ("dos", "2"), "três": ("treis", "3"), "seis": ("meia", "6")},
    "cmn": {
        "零": ("〇", "灵", "0"),
        "一": ("幺", "衣", "1"),
        "二": ("儿", "2"),
        "三": ("山", "3"),
        "四": ("事", "4"),
        "五": ("舞", "5"),
        "六": ("流", "6"),
        "七": ("妻", "7"),
        "八": ("吧", "8"),
        "九": ("酒", "9"),
    },
    "yue": {
        "零": ("〇", "靈", "0"),
        "一": ("壹", "日", "1"),
        "二": ("易", "2"),
        "三": ("衫", "3"),
        "四": ("試", "4"),
        "五": ("午", "5"),
        "六": ("陸", "6"),
        "七": ("柒", "7"),
        "八": ("白", "8"),
        "九": ("久", "9"),
    },
}
FILLERS: Mapping[str, tuple[str, ...]] = {
    "en": ("um", "uh", "well,", "okay", "hmm"),
    "es": ("eh", "este", "pues", "hola,"),
    "pt": ("é", "ahn", "então", "olá,"),
    "cmn": ("嗯", "呃", "啊"),
    "yue": ("嗯", "呃", "呀"),
}
TELEVISION: Mapping[str, tuple[str, ...]] = {
    "en": (
        "and now the weather for tonight",
        "call 1 800 555 0100 now",
        "only 19 99 plus shipping",
        "in the year 2026",
        "the score is 4 to 3",
        "on channel 5 at 11",
        "live from Boston",
        "it is 30 degrees in Worcester",
    ),
    "es": (
        "y ahora el tiempo para esta noche",
        "llame al 1 800 555 0100",
        "solo 19 99",
        "en el año 2026",
        "ganan cuatro a tres",
        "en el canal 5",
        "en vivo desde Boston",
    ),
    "pt": (
        "e agora a previsão do tempo",
        "ligue 1 800 555 0100",
        "por apenas 19 99",
        "no ano de 2026",
        "quatro a três no placar",
        "no canal 5",
        "ao vivo de Boston",
    ),
    "cmn": ("下面是今晚的天气", "请拨打 1 800 555 0100", "只要 19 99", "二零二六年", "四比三", "第五频道", "现场报道"),
    "yue": ("以下係今晚嘅天氣", "請打 1 800 555 0100", "淨係 19 99", "二零二六年", "四比三", "第五台", "現場報道"),
}
