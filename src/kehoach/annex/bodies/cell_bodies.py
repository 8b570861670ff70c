"""Several bodies in one cell: each by its longest name in the registry, the rest in doubt."""

import re
from typing import NamedTuple

from kehoach.annex.annex_messages import message
from kehoach.annex.bodies.body_names import Word, words_of
from kehoach.annex.bodies.registry_names import Directory, RegistryName
from kehoach.annex.clean_words import without_marks
from kehoach.annex.draft_plan import NamedBody
from kehoach.words import Text, fold
from kehoach.words.shortening import flat

_BODY = re.compile(
    r"(?:UBND|HĐND|MTTQ|VP)\b|(?i:ủy ban|uỷ ban|các|một số)\b|\w+(?: \w+)? (?:[A-ZĐ]\w|tỉnh\b)"
)
_SIGNS = " \n\t-–+•*.,;:&"
_JOINING = re.compile(r"^(?:và|cùng với|cùng|với)(?:\s+|$)|\s+và$", re.IGNORECASE)
_DEPARTMENT = Word("sở", "Sở", 0, 0)
_LEADS = ("các sở", "sở", "các cơ quan", "các đơn vị", "ubnd các huyện")
_DIVIDES = re.compile(
    r"[;,\n()/:]|(?:(?<=\s)|^)(?:và|&)(?=\s)|(?:(?<=\s)|^)[-–+•*](?=\s)|\.(?=\s|$)"
)
_HEADS = (
    "sở", "ban", "ubnd", "ủy ban", "hđnd", "hội", "công an", "bộ", "phòng", "chi cục", "cục", "tổng cục",
    "trung tâm", "văn phòng", "vp", "thanh tra", "viện", "tòa", "đài", "báo", "trường", "mặt trận",
    "mttq", "ubmttq", "liên đoàn", "tỉnh đoàn", "tỉnh ủy", "huyện ủy", "thành ủy", "đảng ủy",
    "bảo hiểm", "bhxh", "kho bạc", "ngân hàng", "công ty", "tổng công ty", "tập đoàn", "bảo tàng",
    "thư viện", "bệnh viện", "hiệp hội", "quỹ", "liên hiệp", "liên minh", "tổ", "đoàn", "hạt", "chủ tịch",
    "thủ trưởng", "giám đốc", "các", "một số", "những", "toàn", "cấp", "xã", "phường", "huyện",
    "thành phố", "thị xã", "thị trấn", "tp", "đơn vị", "cơ quan", "bql", "bch", "điện lực", "học viện",
    "hợp tác xã", "doanh nghiệp", "vksnd", "tand", "đặc khu", "bchqs", "bộ đội",
)  # fmt: skip
_SAME = re.compile(r"nt|n\.t|như trên|như mục trên|[\"”″]+|''")
_SETS = re.compile(r"\b(các|một số|những|toàn thể|mọi)\b")
_ONE_NAME = re.compile(
    r"\b(?:văn phòng|vp)\s+đoàn\s+(?:đbqh|đại biểu quốc hội)[^;,\n]{0,20}?\s(?:và|&)\s+(?:hđnd|hội đồng)",
    re.IGNORECASE,
)
_TALLY = re.compile(r"\d{1,2}")
_OPEN = re.compile(
    r"\b(?:các|một số|những)\b(?:(?!\b(?:các|một số|những)\b)[^;\n()])*?\bliên quan\b",
    re.IGNORECASE,
)


class Mentions(NamedTuple):
    """Who is named, in order, and what is in doubt about it."""

    named: tuple[NamedBody, ...] = ()
    doubts: tuple[Text, ...] = ()


class _Piece(NamedTuple):
    """A stretch of a cell: who it names, or words that nobody is called by."""

    start: int
    end: int
    found: tuple[RegistryName, ...] = ()
    guessed: bool = False


_Told = tuple[NamedBody | None, tuple[Text, ...]]


def read_mentions(words: str, directory: Directory) -> Mentions:
    """Return the bodies that a cell names."""
    text = without_marks(words)
    named: list[NamedBody] = []
    doubts: list[Text] = []
    for piece in _Scan(text, directory).pieces():
        told = _trimmed(text[piece.start : piece.end])
        if not told or _leads(told, text[piece.start : piece.end], text[piece.end :]):
            continue
        name, more = _one(told, piece, text, directory)
        named += [name] if name and name.id not in {each.id for each in named} else []
        doubts += more
    return Mentions(tuple(named), tuple(doubts))


def _leads(told: str, piece: str, after: str) -> bool:
    """Say whether words only lead to those behind them: a place in a list, “Các sở: …”."""
    if _TALLY.fullmatch(told):
        return after[:1] in tuple(".)") or piece.rstrip()[-1:] in tuple(".)")
    return fold(told) == "các" or (piece.rstrip().endswith(":") and fold(told) in _LEADS)


def _one(told: str, piece: _Piece, text: str, directory: Directory) -> _Told:
    """Return whom a piece names, and the doubts about it."""
    if piece.found:
        return _known(told, piece, directory)
    if is_ditto(told):
        return None, (message("as-above", words=told),)
    if not _is_name(told) or text[: piece.start].rstrip().endswith("("):
        return None, (message("no-body", words=told),)
    return NamedBody(told, directory.proposed_id(told), known=False), (_unknown(told, directory),)


def _known(told: str, piece: _Piece, directory: Directory) -> _Told:
    """Return whom a name in the registry means, and the doubts about it."""
    if len(piece.found) > 1:
        ids = ", ".join(entry.id for entry in piece.found)
        name = NamedBody(told, directory.proposed_id(told), known=False)
        return name, (message("several-bodies", words=told, ids=ids),)
    (entry,) = piece.found
    name = NamedBody(told, entry.id)
    if piece.guessed:
        return name, (message("guessed-body", words=told, name=entry.name, id=entry.id),)
    return name, _ended(told, entry.id, directory)


def _unknown(told: str, directory: Directory) -> Text:
    """Return the doubt about words that nobody is called by, with who may be meant."""
    near = directory.nearest(told)
    groups = directory.open_groups() if "liên quan" in fold(told) else ()
    if groups:
        return message("open-set", words=told, ids=", ".join(groups))
    if near:
        return message("near-body", words=told, name=near.name, id=near.id)
    return message("unknown-body", words=told)


def _trimmed(words: str) -> str:
    """Return words without the signs and joining words around them."""
    return flat(_JOINING.sub("", flat(words).strip(_SIGNS)).strip(_SIGNS))


def _is_name(words: str) -> bool:
    """Say whether words may be a body's name: they hold a letter."""
    return any(char.isalpha() for char in words)


def is_ditto(words: str) -> bool:
    """Say whether words only point to those above: ``nt``, *như trên*, a quotation mark."""
    return _SAME.fullmatch(fold(_trimmed(words))) is not None


def is_set(words: str) -> bool:
    """Say whether words name a set of bodies, not one."""
    return _SETS.search(fold(words)) is not None


def _ended(words: str, id_: str, directory: Directory) -> tuple[Text, ...]:
    if not directory.ended(id_):
        return ()
    agency = directory.agency(id_)
    heirs = ", ".join(agency.successors) if agency else ""
    more = message("successors", ids=heirs) if heirs else Text("", "")
    return (message("body-ended", words=words, id=id_, heirs=more),)


class _Scan:
    """Walks along a cell: the longest names first, what lies between them by its signs."""

    def __init__(self, text: str, directory: Directory) -> None:
        self._text = text
        self._directory = directory
        self._words = words_of(text)
        self._signs = [match.span() for match in _DIVIDES.finditer(text)]
        self._open = [match.span() for each in (_OPEN, _ONE_NAME) for match in each.finditer(text)]

    def pieces(self) -> list[_Piece]:
        """Return the cell divided."""
        pieces: list[_Piece] = []
        at = rest = 0
        while at < len(self._words):
            last = pieces[-1] if pieces else _Piece(0, 0)
            if (found := self._name(at, rest, last)) is None:
                at += 1
                continue
            pieces += [*self._between(rest, found.start), found]
            rest = found.end
            while at < len(self._words) and self._words[at].start < rest:
                at += 1
        return [*pieces, *self._between(rest, len(self._text))]

    def _name(self, at: int, rest: int, last: _Piece) -> _Piece | None:
        """Return the name at a word, where it stands alone between signs that divide.

        ``last`` is the name before it, whose end is ``rest``.
        """
        start = self._words[at].start
        if not self._after_sign(start, self._words[at].word):
            return None
        length, found = self._directory.longest(self._words, at)
        if length:
            return self._alone(start, at + length, found)
        if self._in_list(_trimmed(self._text[rest:start]), last):
            told = (_DEPARTMENT, *self._words[at:])
            length, found = self._directory.longest(told, 0)
            if length > 1:
                return self._alone(start, at + length - 1, found, guessed=True)
        return None

    def _alone(
        self, start: int, after: int, found: tuple[RegistryName, ...], *, guessed: bool = False
    ) -> _Piece | None:
        """Return a name that ends before word ``after``, if a sign follows, or *tỉnh* and a sign."""
        for more in (0, 1):
            if more and (after == len(self._words) or self._words[after].word != "tỉnh"):
                break
            end = self._words[after - 1 + more].end
            if self._before_sign(end) and not self._within_open(start, end):
                return _Piece(start, end, found, guessed)
        return None

    @staticmethod
    def _in_list(between: str, last: _Piece) -> bool:
        """Say whether a word stands in a list of departments: after one, or behind “các sở:”."""
        department = any(entry.key[0] == _DEPARTMENT.word for entry in last.found)
        return (department and not between) or fold(between) in ("sở", "các sở")

    def _after_sign(self, place: int, word: str) -> bool:
        ends = [0, *(end for _, end in self._signs if end <= place)]
        before = fold(self._text[ends[-1] : place].strip())
        return not before or (before == "các" and word == _DEPARTMENT.word)

    def _before_sign(self, place: int) -> bool:
        """Say whether a sign follows; a dash within a line divides only where a name begins."""
        first = next((sign for sign in self._signs if sign[0] >= place), None)
        if first is None:
            return not self._text[place:].strip()
        start, end = first
        dash = self._text[start] in "-–" and "\n" not in self._text[place:start]
        if self._text[place:start].strip():
            return False
        return not dash or _begins_name(self._text[end:]) or self._text[end:].strip() == ""

    def _within_open(self, start: int, end: int) -> bool:
        """Say whether a name only begins an open set: “các sở, cơ quan” of “… có liên quan”."""
        return any(first <= start and end < last for first, last in self._open)

    def _between(self, start: int, end: int) -> list[_Piece]:
        """Return the pieces of a stretch without known names, divided where one can begin."""
        pieces: list[_Piece] = []
        first = start
        for sign in _DIVIDES.finditer(self._text, start, end):
            inside = any(one < sign.start() < other for one, other in self._open)
            begins = _begins_body if is_set(self._text[first : sign.start()]) else _begins_name
            if not inside and (sign[0] in ";()" or begins(self._text[sign.end() : end])):
                pieces.append(_Piece(first, sign.start()))
                first = sign.end()
        return [*pieces, _Piece(first, end)]


def _begins_name(words: str) -> bool:
    told = fold(words.lstrip(" \n-–+•*"))
    if told.startswith("đoàn thể"):  # those of “các sở, ban, ngành, đoàn thể”
        return False
    return any(told == head or told.startswith((f"{head} ", f"{head},")) for head in _HEADS)


def _begins_body(words: str) -> bool:
    """Say whether one body's name begins: “Ban Quản lý …”, not the “Ban” of “các Sở, Ban, ngành”."""
    told = words.lstrip(" \n-–+•*")
    return _begins_name(words) and _BODY.match(told) is not None
