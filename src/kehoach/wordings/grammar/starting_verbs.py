"""Verbs of a beginning, and what ends it: "khởi công", "ra quân", "triển khai", "hoàn thành"."""

from kehoach.wordings.grammar.cursor import Cursor, about
from kehoach.wordings.grammar.phrases import Sign
from kehoach.wordings.language.lexicon import Sym, Token
from kehoach.words import plain_letters

VERBS = (Sym.START, Sym.UNDERTAKE)
_FINISHING = ("hoan thanh", "xong", "ket thuc", "hoan tat", "khanh thanh", "be mac")
# What a beginning only names, and is no beginning itself: "kế hoạch khởi công trước ngày 30/6".
_NAMED = (
    "ke hoach", "thu tuc", "ho so", "dieu kien", "phuong an", "van ban", "chuan bi", "ket qua", "tinh hinh",
    "cong tac", "du thao", "to trinh", "quyet dinh", "chi thi", "de an", "chuong trinh", "kich ban",
    "mat bang", "giay phep", "le", "buoi", "hoi nghi", "thong bao", "bao cao", "danh muc",
)  # fmt: skip
_DOING = (
    "bao dam", "dam bao", "quyet tam", "tap trung", "yeu cau", "thong nhat", "khan truong", "som", "ngay",
    "se", "dong loat", "chinh thuc", "moi", "du an", "cong trinh", "goi thau", "chien dich", "phong trao",
    "cuoc van dong", "cung", "dot", "viec", "trien khai", "lai", "xay dung",
)  # fmt: skip
_BETWEEN = (Sym.WORD, Sym.FILLER, Sym.REPORT, Sym.UNDERTAKE, Sym.START, Sym.OF)
_FEW = 12  # words of one part of a wording
_WHICH = about(
    ": việc bắt đầu, hay một việc khác, không rõ",
    ": the beginning, or something else, is not clear",
)


def starting(c: Cursor) -> Sign | None:
    """Take a verb of a beginning that governs the time beside it.

    Raises:
        Doubtful: it may belong to something else that is due: "lễ khởi công".
    """
    if not c.at(*VERBS):
        return None
    said = _said_before(c)
    if any(f" {words} " in said for words in (*_NAMED, *_FINISHING)):
        return None
    for words in _DOING:
        said = said.replace(f" {words} ", " ")
    first, verb = c.place, c.next()
    if verb.sym is Sym.UNDERTAKE:
        return None if said.strip() else Sign("undertake")
    c.refuse(said.strip(), _WHICH, first - len(said.split()))
    return Sign("begin" if _plain(verb).startswith("bat dau") else "start")


def speaks_of_beginnings(c: Cursor) -> bool:
    """Say whether the wording has a verb of a beginning: words of an end then tell the two apart."""
    return any(token.sym in VERBS for token in c.tokens)


def ending(c: Cursor) -> bool:
    """Take the "kết thúc" of "bắt đầu thi công quý I/2026, kết thúc quý IV/2026": the work's end."""
    if not c.at(Sym.END_OF) or not finishes(c.token):
        return False
    return any(token.sym is Sym.START for token in c.tokens[: c.place]) and c.take(Sym.END_OF)


def finishes(token: Token) -> bool:
    """Say whether a word speaks of an end: "hoàn thành", "xong trước"."""
    return token.sym is not Sym.END and any(words in _plain(token) for words in _FINISHING)


def _said_before(c: Cursor) -> str:
    """Return the words of this part of the wording that stand before the verb, between spaces."""
    place = c.place
    while place > c.place - _FEW and c.tokens[place - 1].sym in _BETWEEN:
        place -= 1
    told = (token for token in c.tokens[place : c.place] if not _fills(token))
    return f" {' '.join(map(_plain, told))} "


def _fills(token: Token) -> bool:
    return token.sym in (Sym.FILLER, Sym.OF, Sym.START) and not finishes(token)


def _plain(token: Token) -> str:
    return plain_letters(token.text)
