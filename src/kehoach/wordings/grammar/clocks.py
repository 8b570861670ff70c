"""Times of day, and what leads on from them to their day."""

from kehoach.wordings.grammar.combinators import behind
from kehoach.wordings.grammar.cursor import Cursor
from kehoach.wordings.language.lexicon import Sym


@behind(Sym.CLOCK)
def clock_time(c: Cursor) -> int | None:
    """Take a clock time and what leads on from it to the day; return it in minutes."""
    minutes = c.passed.value
    if c.at(Sym.COMMA) and c.ahead() in (Sym.DAY, Sym.WEEKDAY, Sym.NUMBER, Sym.EVERY):
        c.next()
    c.skip(Sym.OF, Sym.ON)
    return minutes
