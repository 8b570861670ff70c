"""A place in the tokens of a wording, and what can be taken there."""

from kehoach.wordings.lexicon import BARE_NUMBER_WORDS, NUMBER_WORDS, ROMAN, Sym
from kehoach.wordings.moments import Doubtful
from kehoach.wordings.tokens import Token, undressed
from kehoach.words import Text

_FIRST_YEAR, _LAST_YEAR = 1990, 2100
_YEAR_DIGITS = 4
_TEN = 10
_MILLENNIUM = 2000
_NO_YEAR = Text("“{words}” không phải là năm", "“{words}” is no year")
_RANGE_OR_LIST = Text(
    "“{words}”: gạch nối một khoảng, hay gạch đầu dòng, không rõ",
    "“{words}”: a dash of a range, or of a list, is not clear",
)
_TWO_READINGS = Text(
    "“{words}” thiếu dấu, đọc được hai cách", "“{words}” without diacritics has two readings"
)
_DIFFERENT = Text("số và chữ trong ngoặc khác nhau", "the figure and the words in brackets differ")


class Cursor:
    """Tokens and a place among them; what does not fit leaves the place as it was."""

    def __init__(self, wording: str, tokens: tuple[Token, ...]) -> None:
        self.wording = wording
        self.tokens = tokens
        self.place = 0
        self._numbers = BARE_NUMBER_WORDS if undressed(wording) else NUMBER_WORDS

    @property
    def sym(self) -> Sym:
        """What stands here."""
        return self.tokens[self.place].sym

    @property
    def token(self) -> Token:
        """The token that stands here."""
        return self.tokens[self.place]

    def at(self, *syms: Sym) -> bool:
        """Say whether one of these stands here."""
        return self.tokens[self.place].sym in syms

    def ahead(self, steps: int = 1) -> Sym:
        """Return what stands some steps on."""
        return self.tokens[min(self.place + steps, len(self.tokens) - 1)].sym

    def take(self, *syms: Sym) -> bool:
        """Pass over one of these where it stands here."""
        if self.at(*syms):
            self.place += 1
            return True
        return False

    def skip(self, *syms: Sym) -> None:
        """Pass over any number of these."""
        while self.at(*syms):
            self.place += 1

    def run(self, *syms: Sym) -> bool:
        """Pass over these one after another, or over none of them."""
        for step, sym in enumerate(syms):
            if self.ahead(step) is not sym:
                return False
        self.place += len(syms)
        return True

    def refuse_a_bullet(self) -> None:
        """Refuse "- Tháng 6/2026 - Tháng 12/2026": a range, or two entries of a list.

        Raises:
            Doubtful: the dash here may be a bullet as the first sign is.
        """
        dashed = self.at(Sym.DASH) and self.place > 0 and self.tokens[0].sym is Sym.DASH
        if dashed and self.wording[self.token.start - 1].isspace():
            raise self.doubt(_RANGE_OR_LIST, 0, self.place + 1)

    def words(self, first: int, end: int) -> str:
        """Return the wording's own words from one token up to another."""
        if first >= end:
            return ""
        return self.wording[self.tokens[first].start : self.tokens[end - 1].end]

    def doubt(self, why: Text, first: int, end: int | None = None) -> Doubtful:
        """Return the doubt about the tokens from ``first`` to here; ``{words}`` are theirs."""
        return Doubtful(first, max(end or self.place, first + 1), why)

    def number(self) -> int | None:
        """Take a number in figures or words; "05 (năm)" says it twice and must agree."""
        if self.at(Sym.NUMBER):
            value = self.token.value
            self.place += 1
            self._restated(value)
            return value
        return self.spelled()

    def _restated(self, value: int) -> None:
        start = self.place
        if self.at(Sym.OPEN):
            self.place += 1
            said = self.spelled()
            if said is not None and self.take(Sym.CLOSE):
                if said != value:
                    raise self.doubt(_DIFFERENT, start - 1)
                return
        self.place = start

    def spelled(self) -> int | None:
        """Take a number in words: hai, mười lăm, hai mươi mốt, ba mươi."""
        digits: list[int] = []
        start = self.place
        while (digit := self._digit(self.place)) is not None and (
            not digits or not self.at(Sym.YEAR)  # "sáu năm": six, and then years
        ):
            digits.append(digit)
            self.place += 1
        while digits and _value(digits) is None:
            digits.pop()
        self.place = start + len(digits)
        return _value(digits)

    def _digit(self, place: int) -> int | None:
        token = self.tokens[place]
        if token.sym not in (Sym.WORD, Sym.YEAR):
            return None
        if token.sym is Sym.YEAR and self._dated(place + 1):
            return None  # "năm 2026" is a year and no five, and so is "hằng năm ngày 05/12"
        return self._numbers.get(token.text)

    def _dated(self, place: int) -> bool:
        """Say whether a number stands here, or a day, month or quarter that one follows."""
        if self.tokens[place].sym is Sym.NUMBER:
            return True
        unit = self.tokens[place].sym in (Sym.DAY, Sym.MONTH, Sym.QUARTER)
        return unit and self.numbered(place + 1)

    def numbered(self, place: int) -> bool:
        """Say whether a number stands here, in figures, in Roman figures or in words."""
        token = self.tokens[place]
        if token.sym is Sym.WORD:
            return token.text in ROMAN or token.text in self._numbers
        return token.sym is Sym.NUMBER

    def index(self, *, roman: bool = False) -> int | None:
        """Take the number of a month or quarter, or of a quarter in Roman figures."""
        if roman and self.at(Sym.WORD) and self.token.text in ROMAN:
            self.place += 1
            return ROMAN[self.tokens[self.place - 1].text]
        self._refuse_two_readings()
        if self.at(Sym.NUMBER) and len(self.token.text) < _YEAR_DIGITS - 1:
            self.place += 1
            return self.tokens[self.place - 1].value
        return self.spelled()

    def _refuse_two_readings(self) -> None:
        """Refuse "thang sau" and "thang tu" without diacritics: sáu or sau, tư or từ.

        Raises:
            Doubtful: it is one of them.
        """
        if self._numbers is BARE_NUMBER_WORDS and self.token.text in ("sau", "tu"):
            raise self.doubt(_TWO_READINGS, self.place - 1, self.place + 1)

    def at_year(self, steps: int = 0) -> bool:
        """Say whether a year's four figures stand some steps on."""
        token = self.tokens[min(self.place + steps, len(self.tokens) - 1)]
        return token.sym is Sym.NUMBER and len(token.text) == _YEAR_DIGITS

    def year(self) -> int | None:
        """Take a year of four figures.

        Raises:
            Doubtful: they are no year that a plan speaks of.
        """
        start = self.place
        if self.at_year():
            self.place += 1
            year = self.tokens[start].value
        elif (spelled := self._spelled_year()) is not None:
            year = spelled
        else:
            return None
        if not _FIRST_YEAR <= year <= _LAST_YEAR:
            raise self.doubt(_NO_YEAR, start)
        return year

    def _spelled_year(self) -> int | None:
        """Take "hai nghìn không trăm hai mươi sáu"."""
        start = self.place
        texts = [token.text for token in self.tokens[start : start + 4]]
        if texts[:1] != ["hai"] or texts[1:2] not in (["nghìn"], ["ngàn"], ["nghin"], ["ngan"]):
            return None
        self.place += 4 if texts[2:] in (["không", "trăm"], ["khong", "tram"]) else 2
        if self.token.text in ("linh", "lẻ", "le"):
            self.place += 1
        rest = self.spelled()
        if rest is None:
            self.place = start
            return None
        return _MILLENNIUM + rest


def _value(digits: list[int]) -> int | None:
    """Return the number that its words make: [2, 10, 1] is 21, [10, 5] is 15."""
    match digits:
        case [one]:
            return one
        case [10, one] if one < _TEN:
            return _TEN + one
        case [tens, 10] if tens < _TEN:
            return tens * _TEN
        case [tens, 10, one] if max(tens, one) < _TEN:
            return tens * _TEN + one
        case _:
            return None
