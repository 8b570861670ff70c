"""How parsers are made of parsers; these, and nothing else, put a cursor's place back.

A parser takes tokens from where the cursor stands and returns what they mean, or ``None``; one that only
says whether returns ``False``.
"""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec, TypeVar

from kehoach.wordings.grammar.cursor import Cursor
from kehoach.wordings.language.lexicon import Sym

_P = ParamSpec("_P")
_T = TypeVar("_T")
_Parser = Callable[Concatenate[Cursor, _P], _T]


def attempt(parser: _Parser[_P, _T]) -> _Parser[_P, _T]:
    """Return the parser that leaves the place as it was where it finds nothing."""

    @wraps(parser)
    def attempting(c: Cursor, /, *args: _P.args, **kwargs: _P.kwargs) -> _T:
        start = c.place
        found = parser(c, *args, **kwargs)
        if found is None or found is False:
            c.place = start
        return found

    return attempting


def peek(parser: _Parser[_P, _T]) -> _Parser[_P, _T]:
    """Return the parser that says what it finds and leaves the place as it was."""

    @wraps(parser)
    def peeking(c: Cursor, /, *args: _P.args, **kwargs: _P.kwargs) -> _T:
        start = c.place
        found = parser(c, *args, **kwargs)
        c.place = start
        return found

    return peeking


def behind(*syms: Sym) -> Callable[[_Parser[_P, _T]], _Parser[_P, _T | None]]:
    """Return what makes of a parser the attempt that first takes one of these."""

    def following(parser: _Parser[_P, _T]) -> _Parser[_P, _T | None]:
        @wraps(parser)
        def attempting(c: Cursor, /, *args: _P.args, **kwargs: _P.kwargs) -> _T | None:
            if c.sym not in syms:
                return None
            start = c.place
            c.next()
            found = parser(c, *args, **kwargs)
            if found is None:
                c.place = start
            return found

        return attempting

    return following


def one_of(*parsers: Callable[[Cursor], _T | None]) -> Callable[[Cursor], _T | None]:
    """Return a parser of what the first of these finds that finds anything."""

    def first(c: Cursor) -> _T | None:
        start = c.place
        for parser in parsers:
            if (found := parser(c)) is not None:
                return found
            c.place = start
        return None

    return first


def many(parser: Callable[[Cursor], _T | None], c: Cursor) -> list[_T]:
    """Take as many as there are, one after another."""
    found: list[_T] = []
    start = c.place
    while (each := parser(c)) is not None:
        found.append(each)
        start = c.place
    c.place = start
    return found
