"""Digits as people say them in Mandarin, one character each."""

from voice_flows.numbers.number_words import NumberWords

NUMBERS = NumberWords(
    digits={
        "零": "0",
        "〇": "0",
        "洞": "0",
        "一": "1",
        "幺": "1",
        "二": "2",
        "两": "2",
        "三": "3",
        "四": "4",
        "五": "5",
        "六": "6",
        "七": "7",
        "八": "8",
        "九": "9",
    },
    sound_alike={
        "o": "0",
        "灵": "0",
        "铃": "0",
        "衣": "1",
        "腰": "1",
        "儿": "2",
        "山": "3",
        "是": "4",
        "事": "4",
        "舞": "5",
        "流": "6",
        "妻": "7",
        "吧": "8",
        "酒": "9",
    },
    fillers=frozenset({"嗯", "呃", "啊", "那个"}),
    dashes=frozenset({"杠", "横杠", "减", "加"}),
    leads=frozenset(
        {
            *("我的邮政编码是", "我的邮编是", "邮政编码是", "邮编是", "我的邮编", "邮政编码", "邮编"),
            *("我住在", "我在", "你好", "您好", "请", "谢谢", "好的"),
        }
    ),
)
