"""A place in the tokens of a wording, and what can be taken there."""

from collections.abc import Callable

from kehoach.wordings.file_forms import Form
from kehoach.wordings.language.lexicon import Sym, Token
from kehoach.wordings.language.spelling import undressed
from kehoach.words import Text


class Doubtful(Exception):  # noqa: N818 - it is the wording that is in doubt
    """The wording cannot be read without guessing; ``first`` to ``end`` are the tokens at fault.

    ``sure`` are rules of it that are in no doubt, in files' forms.
    """

    sure: tuple[Form, ...] = ()

    def __init__(self, first: int, end: int, why: Text) -> None:
        self.first = first
        self.end = end
        self.why = why


def about(vi: str, en: str) -> Text:
    """Return what is to be said of words of the wording, which stand before it as ``{words}``."""
    return Text(f"“{{words}}”{vi}", f"“{{words}}”{en}")


class Cursor:
    """Tokens and a place among them, which only the methods here and the combinators move."""

    __slots__ = ("bare", "place", "tokens", "wording")

    def __init__(self, wording: str, tokens: tuple[Token, ...]) -> None:
        self.wording = wording
        self.tokens = tokens
        self.place = 0
        self.bare = undressed(wording)

    @property
    def sym(self) -> Sym:
        """What stands here."""
        return self.tokens[self.place].sym

    @property
    def token(self) -> Token:
        """The token that stands here."""
        return self.tokens[self.place]

    @property
    def passed(self) -> Token:
        """The token before this one; at the beginning an ``END``."""
        return self.tokens[self.place - 1]

    def at(self, *syms: Sym) -> bool:
        """Say whether one of these stands here."""
        return self.tokens[self.place].sym in syms

    def ahead(self, steps: int = 1) -> Sym:
        """Return what stands some steps on."""
        return self.tokens[min(self.place + steps, len(self.tokens) - 1)].sym

    def next(self, steps: int = 1) -> Token:
        """Pass over the token that stands here, and others after it; return it."""
        self.place += steps
        return self.tokens[self.place - steps]

    def take(self, *syms: Sym) -> bool:
        """Pass over one of these where it stands here."""
        if self.tokens[self.place].sym in syms:
            self.place += 1
            return True
        return False

    def skip(self, *syms: Sym) -> None:
        """Pass over any number of these."""
        while self.tokens[self.place].sym in syms:
            self.place += 1

    def run(self, *syms: Sym) -> bool:
        """Pass over these one after another, or over none of them."""
        if any(self.ahead(step) is not sym for step, sym in enumerate(syms)):
            return False
        self.place += len(syms)
        return True

    def take_each(self, *syms: Sym) -> bool:
        """Pass over those of these that stand here one after another, in this order."""
        start = self.place
        for sym in syms:
            self.take(sym)
        return self.place > start

    def leave(self, *syms: Sym) -> bool:
        """Give back one of these where it was the last passed over."""
        if self.passed.sym in syms:
            self.place -= 1
            return True
        return False

    def until(self, stops: Callable[["Cursor", int], bool], *trailing: Sym) -> None:
        """Pass over all up to where ``stops`` says so, or to where a bracket around it closes.

        ``stops`` is told how many brackets are open. What is ``trailing`` at the end is left again.
        """
        first, depth = self.place, 0
        while not stops(self, depth):
            depth += self.at(Sym.OPEN) - self.at(Sym.CLOSE)
            if depth < 0:
                break
            self.place += 1
        while self.place > first and self.leave(*trailing):
            pass

    def words(self, first: int, end: int | None = None) -> str:
        """Return the wording's own words from one token up to another, or to here."""
        end = self.place if end is None else end
        return self.wording[self.tokens[first].start : self.tokens[end - 1].end] * (first < end)

    def refuse(self, doubtful: object, why: Text, first: int, end: int | None = None) -> None:
        """Refuse the tokens from ``first`` to here (or ``end``) where they are doubtful.

        Raises:
            Doubtful: they are; ``{words}`` of the reason are theirs.
        """
        if doubtful:
            raise self.doubt(why, first, end)

    def doubt(self, why: Text, first: int, end: int | None = None) -> Doubtful:
        """Return the doubt about the tokens from ``first`` to here; ``{words}`` are theirs."""
        return Doubtful(first, max(end or self.place, first + 1), why)
