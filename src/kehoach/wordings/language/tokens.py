"""A wording as tokens, each with its place in the wording."""

import re
import unicodedata
from collections.abc import Iterator, Sequence

from kehoach.wordings.language.lexicon import LEXICON, LONGEST, Lexicon, Sym, Token, bare_lexicon
from kehoach.wordings.language.spelling import meant, undressed, yearly
from kehoach.words import fold, plain_letters

_SHAPES = re.compile(
    r"""
    (?P<contact>\S+@\S+\w | (?i:https?://|www\.)[^\s,;()]+ | \b0\d{2,3}(?:[.\s]?\d{3,4}){2,3}\b)
    | (?P<document>\d+(?:/\d{4})?[-/][A-ZĐ]{2,}[^\W\d_]*(?:[-/–][A-ZĐ][^\W\d_]*)*)
    | (?P<bullet>\n\s*[-–—+•*·]\s)
    | (?P<odd>/\s*/ | \b(?=[\dlIOo]*\d)(?=[\dlIOo]*[lIOo])[\dlIOo]{2,}\b(?!\s*(?i:giờ|h\b)) | \?)
    | (?P<clock>(?:
            \d{1,2}\s*(?i:giờ|gio|h|g)(?:(?:\s*|\.)\d{2}(?!\d))?(?:\s*(?i:phút|phut|p)\b)?(?!\w)
            (?:\s*\d{2}\s*(?i:giây)\b)?
            | \d{1,2}\.\d{2}\s*(?i:giờ|h)\b
            | \d{1,2}:\d{2}(?!\d)
        )(?:\s?['’′`´])?
            (?:\s*(?i:(?:buổi\s+|buoi\s+)?(?:sáng|trưa|chiều|tối|đêm|khuya|trua|chieu|dem
                |toi(?!\s*\d{1,2}\s*(?:g|h|:))))\b)?)
    | (?P<unit>\b(?:[Qq]\.\s?(?=(?:I{1,3}|IV|[1-4])\b)|[Tt]\.\s?(?=\d{1,2}\s*/\s*\d{4}\b)))
    | (?P<number>\d+)
    | (?P<word>\b[Qq](?=(?:I{1,3}|IV|i{1,3}|iv)\b) | [^\W\d_]+)
    | (?P<sign>\S)
    """,
    re.VERBOSE,
)
_SIGNS = {
    "/": Sym.SLASH, "-": Sym.DASH, "–": Sym.DASH, "—": Sym.DASH, ".": Sym.DOT, ",": Sym.COMMA,
    ";": Sym.SEMICOLON, "(": Sym.OPEN, ")": Sym.CLOSE, "[": Sym.OPEN, "]": Sym.CLOSE,
    "%": Sym.PERCENT, "&": Sym.AND, "+": Sym.AND,
}  # fmt: skip
_SYMS: dict[str | None, Sym] = {
    "number": Sym.NUMBER, "document": Sym.DOCUMENT, "odd": Sym.ODD,
}  # fmt: skip
_UNITS = {"q": Sym.QUARTER, "t": Sym.MONTH}  # "Q.I/2026", "T.6/2026"
_BULLETS = "-–—+•*·"
# What ends a range behind a dash: "- 30/6/2026", but not "- 10 ngày đầu quý".
_OTHER_END = re.compile(r"\d{1,2}\s*[/.-]\s*\d|\d{4}\b")
_DASHES = "-–—"
_MOST_DIGITS = 9
_HOUR = 60
_NOON = 12
# The hours of each part of the day, and those that are told without the twelve before noon.
_PARTS_OF_DAY = {
    "sáng": (range(12), range(0)), "trưa": (range(10, 15), range(1, 3)),
    "chiều": (range(12, 20), range(1, 8)), "tối": (range(17, 24), range(5, 12)),
    "đêm": (range(21, 24), range(9, 12)),  # not twelve: at which end of the day
}  # fmt: skip
_PARTS_OF_DAY |= {
    "khuya": _PARTS_OF_DAY["đêm"], "trua": _PARTS_OF_DAY["trưa"], "chieu": _PARTS_OF_DAY["chiều"],
    "dem": _PARTS_OF_DAY["đêm"], "toi": (range(0), range(0)),  # tối, or tới
}  # fmt: skip
# Words of time as they look without diacritics; no word of the language is two of them.
_SYLLABLE = re.compile(
    "truoc|cham|muon|nhat|ngay|thang|quy|nam|tuan|hang|den|het|trong|vao|tu|ke|moi|dinh|ky|khong|qua|sau|khi"
    "|dau|giua|cuoi"
)
_GLUED = re.compile(f"(?:{_SYLLABLE.pattern}){{2,}}")
_WHOLE_DAY = (range(100), range(0))
_CLOCK = re.compile(r"(\d+)\D*(\d*)")


def tokens_of(wording: str) -> tuple[Token, ...]:
    """Return the tokens of a wording in NFC, closed by an ``END``."""
    raw = tuple(_raw(wording))
    lexicon = bare_lexicon() if undressed(wording) else LEXICON
    found: list[Token] = []
    place = 0
    while place < len(raw):
        length, token = _longest(raw, place, lexicon)
        found.append(token)
        place += length
    return (*found, Token(Sym.END, len(wording), len(wording)))


def composed(wording: str) -> str:
    """Return the wording in the form that tokens count their places in."""
    return unicodedata.normalize("NFC", wording)


def _raw(wording: str) -> Iterator[Token]:
    for found in _SHAPES.finditer(wording):
        shape, text = found.lastgroup, found[0]
        sym = _SIGNS.get(text, Sym.MARK) if shape == "sign" else _SYMS.get(shape, Sym.WORD)
        token = Token(sym, *found.span(), text)
        match shape:
            case "word":
                token = token._replace(text=fold(text))
                if _GLUED.fullmatch(plain_letters(token.text)):
                    yield from _divided(token)
                    continue
            case "number":
                token = token._replace(value=int(text[:_MOST_DIGITS]))
            case "clock":
                sym, value = _clock(text)
                token = token._replace(sym=sym, value=value)
            case "unit":
                token = token._replace(sym=_UNITS[text[0].casefold()])
            case "bullet":
                token = token._replace(sym=_bullet(found))
        yield token


def _divided(glued: Token) -> Iterator[Token]:
    """Yield the words of "trướcngày", "chậmnhất", between which a space is missing."""
    for word in _SYLLABLE.finditer(plain_letters(glued.text)):
        first, end = word.span()
        text = fold(glued.text[first:end])
        yield Token(Sym.WORD, glued.start + first, glued.start + end, text)


def _bullet(match: re.Match[str]) -> Sym:
    """Return what a sign at the start of a line is: the next entry of a cell, or a range's dash.

    Where the first line has no such sign and ends in a number, it may be either.
    """
    wording = match.string
    dash = match[0].strip() in _DASHES and wording.lstrip()[:1] not in _BULLETS
    if not dash or not wording[: match.start()].rstrip()[-1:].isdigit():
        return Sym.SEMICOLON
    return Sym.DASH if _OTHER_END.match(wording, match.end()) else Sym.ODD


def _clock(text: str) -> tuple[Sym, int]:
    """Return a clock time in minutes, or a slip where no hour has so many: "4 giờ chiều" is 16:00."""
    hour, minute = (int(part or 0) for part in _CLOCK.findall(text)[0])
    *_, part_of_day = text.split()
    hours, later = _PARTS_OF_DAY.get(part_of_day.casefold(), _WHOLE_DAY)
    hour += _NOON * (hour in later)
    sym = Sym.CLOCK if minute < _HOUR and hour in hours else Sym.ODD
    return sym, hour * _HOUR + minute


def _longest(raw: Sequence[Token], place: int, lexicon: Lexicon) -> tuple[int, Token]:
    """Return how many raw tokens the longest entry at ``place`` takes, and what it is."""
    first = raw[place]
    if first.sym is not Sym.WORD:
        return 1, first
    if (sym := yearly(raw, place)) is not None:
        return 1, first._replace(sym=sym)
    words = tuple(_words(raw, place))
    for length in range(len(words), 0, -1):
        if entry := lexicon.get(words[:length]):
            end = raw[place + length - 1].end
            return length, Token(entry[0], first.start, end, " ".join(words[:length]), entry[1])
    before = raw[place - 1] if place else None
    after = raw[place + 1] if place + 1 < len(raw) else None
    sym = meant(before, first, after)
    return 1, first._replace(sym=sym) if sym else first


def _words(raw: Sequence[Token], place: int) -> Iterator[str]:
    """Yield the words that stand together from ``place`` on; "thứ 2" is Monday's."""
    for step, token in enumerate(raw[place : place + LONGEST]):
        if token.sym is not Sym.WORD and step != 1:
            return
        yield token.text
