"""A wording as tokens, each with its place in the wording."""

import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

from kehoach.wordings.lexicon import BARE_LEXICON, BARE_UNITS, LEXICON, LONGEST, ROMAN, Sym
from kehoach.wordings.slips import almost_before
from kehoach.words import fold, plain_letters

_SHAPES = re.compile(
    r"""
    (?P<document>\d+(?:/\d{4})?[-/][A-ZĐ]{2,}[^\W\d_]*(?:[-/–][A-ZĐ][^\W\d_]*)*)
    | (?P<bullet>\n\s*[-–—+•*·]\s)
    | (?P<odd>/\s*/ | \b(?=[\dlIOo]*\d)(?=[\dlIOo]*[lIOo])[\dlIOo]{2,}\b(?!\s*(?i:giờ|h\b)) | \?)
    | (?P<clock>\d{1,2}\s*(?i:giờ|gio|h|g)(?:\s*\d{2}(?!\d))?(?:\s*(?i:phút|phut|p)\b)?(?!\w)
        | \d{1,2}:\d{2}(?!\d))
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
_NAMING = (Sym.NUMBER, Sym.DAY, Sym.MONTH, Sym.QUARTER, Sym.YEAR)
_BULLETS = "-–—+•*·"
_BARE_RHYTHMS = ("nam", "quy", "thang", "tuan")
_MOST_DIGITS = 9
_HOUR = 60
_CLOCK = re.compile(r"(\d+)\D*(\d*)")


class Token(NamedTuple):
    """A piece of the wording: what it is, its folded text, its number, where it stands."""

    sym: Sym
    text: str
    value: int
    start: int
    end: int


def tokens_of(wording: str) -> tuple[Token, ...]:
    """Return the tokens of a wording in NFC, closed by an ``END``."""
    raw = tuple(_raw(wording))
    lexicon = BARE_LEXICON if undressed(wording) else LEXICON
    found: list[Token] = []
    place = 0
    while place < len(raw):
        length, token = _longest(raw, place, lexicon)
        found.append(token)
        place += length
    return (*found, Token(Sym.END, "", 0, len(wording), len(wording)))


def undressed(wording: str) -> bool:
    """Say whether all letters come from a keyboard without diacritics."""
    return all(char.isascii() for char in wording if char.isalpha())


def composed(wording: str) -> str:
    """Return the wording in the form that tokens count their places in."""
    return unicodedata.normalize("NFC", wording)


def _raw(wording: str) -> Iterator[Token]:
    for match in _SHAPES.finditer(wording):
        kind, text = match.lastgroup, match[0]
        value = 0
        if kind == "sign":
            sym = _SIGNS.get(text, Sym.MARK)
        elif kind == "bullet":
            sym, text = _bullet(wording, match)
        elif kind == "number":
            sym, value = Sym.NUMBER, int(text[:_MOST_DIGITS])
        elif kind == "clock":
            value = _minutes(text)
            sym = Sym.CLOCK if value >= 0 else Sym.ODD
        else:
            sym = {"document": Sym.DOCUMENT, "odd": Sym.ODD, "word": Sym.WORD}[kind or ""]
        yield Token(sym, fold(text) if kind == "word" else text, value, *match.span())


def _bullet(wording: str, match: re.Match[str]) -> tuple[Sym, str]:
    """Return what a sign at the start of a line is: the next entry of a cell, or a range's dash.

    Where the first line has no such sign and ends in a number, it may be either.
    """
    dash = match[0].strip() in "-–—"
    if (
        not dash
        or wording.lstrip()[:1] in _BULLETS
        or not wording[: match.start()].rstrip()[-1:].isdigit()
    ):
        return Sym.SEMICOLON, ";"
    return (
        (Sym.DASH, "-") if wording[match.end() : match.end() + 1].isdigit() else (Sym.ODD, match[0])
    )


def _minutes(text: str) -> int:
    """Return a clock time in minutes; -1 where no hour has so many."""
    match = _CLOCK.match(text)
    assert match is not None  # noqa: S101 - the shape has digits
    minutes = int(match[2] or 0)
    return int(match[1]) * _HOUR + minutes if minutes < _HOUR else -1


def _longest(
    raw: tuple[Token, ...], place: int, lexicon: dict[tuple[str, ...], tuple[Sym, int]]
) -> tuple[int, Token]:
    """Return how many raw tokens the longest entry at ``place`` takes, and what it is."""
    first = raw[place]
    if first.sym is not Sym.WORD:
        return 1, first
    words: list[str] = []
    for token in raw[place : place + LONGEST]:
        if token.sym is not Sym.WORD and words not in (["thứ"], ["thu"]):
            break
        words.append(token.text)
    for length in range(len(words), 0, -1):
        if entry := lexicon.get(tuple(words[:length])):
            sym, value = entry
            text = " ".join(words[:length])
            return length, Token(sym, text, value, first.start, raw[place + length - 1].end)
    return 1, _undressed(raw, place)


def _undressed(raw: tuple[Token, ...], place: int) -> Token:
    """Return a word for what it must be where only its diacritics are missing: "Thang 8/2026"."""
    token = raw[place]
    after = raw[place + 1] if place + 1 < len(raw) else None
    unit = BARE_UNITS.get(plain_letters(token.text)) if token.text.isascii() else None
    rhythm = _rhythm_in(raw, place)
    if rhythm is not None:
        return rhythm
    if unit != "trước" and after and almost_before(token.text) and _of_time(after):
        return token._replace(sym=Sym.ODD)
    if unit and after and (_of_time(after) or after.text in ROMAN):
        sym, value = LEXICON[(fold(unit),)]
        return token._replace(sym=sym, value=value)
    return token


def _rhythm_in(raw: tuple[Token, ...], place: int) -> Token | None:
    """Return "hang" or "nam" of "Hang nam" for what it must be among words with diacritics."""
    token = raw[place]
    if token.text == "hang" and place + 1 < len(raw) and raw[place + 1].text in _BARE_RHYTHMS:
        return token._replace(sym=Sym.EVERY)
    if token.text in _BARE_RHYTHMS and place and plain_letters(raw[place - 1].text) == "hang":
        return token._replace(sym=BARE_LEXICON[(token.text,)][0])
    return None


def _of_time(token: Token) -> bool:
    sym, _ = BARE_LEXICON.get((plain_letters(token.text),), (token.sym, 0))
    return sym in _NAMING
