"""The words that speak of time in Vietnamese administrative wording, and what each is.

The phrases stand in ``lexicon.txt``, which whoever knows the language can read and add to.
"""

from enum import StrEnum
from functools import lru_cache
from pkgutil import get_data  # a tenth of the time that `importlib.resources` takes to import

from kehoach.words import fold, plain_letters

Lexicon = dict[tuple[str, ...], tuple["Sym", int]]
"""Folded words, and what they are together; the number is that of a weekday, 0 for Monday."""


class Sym(StrEnum):
    """What a token is to the grammar."""

    NUMBER = "number"
    CLOCK = "clock"  # 16 giờ 30, 17:00; its value is minutes
    DOCUMENT = "document"  # 34/2014/NĐ-CP: a name, whatever numbers it holds
    ODD = "odd"  # what is surely a slip of the keyboard
    WORD = "word"
    SLASH = "/"
    DASH = "-"
    DOT = "."
    COMMA = ","
    SEMICOLON = ";"
    OPEN = "("
    CLOSE = ")"
    PERCENT = "%"
    MARK = "mark"  # any other sign
    END = "end"
    # units
    DAY = "ngày"
    WORKDAY = "ngày làm việc"
    WEEK = "tuần"
    MONTH = "tháng"
    QUARTER = "quý"
    YEAR = "năm"
    TERM = "kỳ"
    HALF = "nửa"
    HALF_YEARLY = "bán niên"
    HOUR = "giờ"
    WEEKDAY = "thứ"
    # limits
    BEFORE = "trước"
    BY = "chậm nhất"
    WITHIN = "trong"
    TOWARD = "đến"
    FROM = "từ"
    SINCE = "kể từ"
    AFTER = "sau"
    ONCE_DONE = "sau khi"
    LENGTH_OF = "trong thời hạn"
    # places in a period
    FIRST = "đầu"
    MIDDLE = "giữa"
    LAST = "cuối"
    NEXT = "tiếp theo"
    PAST = "trước đó"
    OF = "của"
    AND = "và"
    OR = "hoặc"
    ON = "vào"
    # rhythm
    EVERY = "hàng"
    PERIODIC = "định kỳ"
    ONCE_A = "một lần"
    TIMES = "lần"
    REPORT = "báo cáo"
    FOR = "đối với"
    THIS = "này"
    FOLLOWING = "những năm tiếp theo"
    ONWARD = "trở đi"
    # other kinds
    SESSION = "kỳ họp"
    CONTINUOUS = "thường xuyên"
    REQUEST = "khi có yêu cầu"
    BLANK = "chưa xác định"
    REFERENCE = "theo"
    SOFT = "phấn đấu"
    AT_LEAST = "ít nhất"
    INCLUSIVE = "kể cả ngày đó"
    END_OF = "kết thúc"
    SPAN = "giai đoạn"
    NEAREST = "gần nhất"
    # words around a deadline that say nothing of it, and words that would change it
    FILLER = "thực hiện"
    DANGER = "trừ"


WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_UNITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười")
NUMBER_WORDS = {word: value for value, word in enumerate(_UNITS)} | {
    "tư": 4, "bẩy": 7, "lăm": 5, "nhăm": 5, "mốt": 1, "mươi": 10,
}  # fmt: skip
BARE_NUMBER_WORDS = {plain_letters(word): value for word, value in reversed(NUMBER_WORDS.items())}
ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "ⅰ": 1, "ⅱ": 2, "ⅲ": 3, "ⅳ": 4}


def _entries() -> Lexicon:
    """Read the lexicon.

    Raises:
        KeyError: a line names no kind.
    """
    found: Lexicon = {}
    weekday = 0
    for line in (get_data(__package__, "lexicon.txt") or b"").decode().splitlines():
        if not line or line.startswith("#"):
            continue
        name, _, phrases = fold(line).partition(":")
        sym = Sym[name.upper()]
        for phrase in phrases.split("|"):
            found[tuple(phrase.split())] = (sym, weekday)
        weekday += sym is Sym.WEEKDAY
    return found


LEXICON = _entries()
LONGEST = max(map(len, LEXICON))


@lru_cache(maxsize=1)
def bare_lexicon() -> Lexicon:
    """Return the lexicon as it looks without diacritics: of two that look alike, the first."""
    return {tuple(map(plain_letters, words)): entry for words, entry in reversed(LEXICON.items())}
