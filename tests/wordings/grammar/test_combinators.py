"""Parsers made of parsers: what finds nothing leaves the place as it was."""

import pytest

from kehoach.wordings.grammar.combinators import attempt, behind, many, one_of
from kehoach.wordings.grammar.cursor import Cursor, Doubtful, about
from kehoach.wordings.language.lexicon import Sym
from kehoach.wordings.language.tokens import tokens_of


def cursor(wording: str) -> Cursor:
    return Cursor(wording, tokens_of(wording))


@attempt
def month(c: Cursor) -> int | None:
    return c.next().value if c.take(Sym.MONTH) and c.at(Sym.NUMBER) else None


@behind(Sym.QUARTER)
def quarter(c: Cursor) -> int | None:
    return c.next().value if c.at(Sym.NUMBER) else None


@attempt
def lasts(c: Cursor) -> bool:
    return c.take(Sym.WITHIN) and c.take(Sym.YEAR)


def test_an_attempt_that_fails_takes_nothing() -> None:
    for wording in ("tháng sau", "năm 2026", ""):
        c = cursor(wording)
        assert month(c) is None
        assert c.place == 0
    c = cursor("trong tháng")
    assert not lasts(c)
    assert c.place == 0


def test_an_attempt_that_finds_stands_behind_what_it_took() -> None:
    c = cursor("tháng 6 này")
    assert month(c) == 6
    assert c.at(Sym.THIS)


def test_zero_is_found() -> None:
    c = cursor("tháng 0")
    assert month(c) == 0
    assert c.at(Sym.END)


def test_behind_takes_its_token_only_with_what_follows() -> None:
    found, failed = cursor("quý 2"), cursor("quý sau")
    assert (quarter(found), found.place) == (2, 2)
    assert (quarter(failed), failed.place) == (None, 0)


def test_one_of_takes_what_the_first_finds() -> None:
    either = one_of(month, quarter)
    for wording, expected, place in (("tháng 6", 6, 2), ("quý 2", 2, 2), ("tháng quý 2", None, 0)):
        c = cursor(wording)
        assert (either(c), c.place) == (expected, place)


def test_many_stops_where_no_other_stands() -> None:
    c = cursor("tháng 6 tháng 7 tháng sau")
    assert (many(month, c), c.place) == ([6, 7], 4)
    assert many(month, c) == []


def test_until_keeps_within_its_brackets_and_leaves_what_trails() -> None:
    c = cursor("báo cáo, (và quý), ) năm")
    c.until(lambda c, _depth: c.at(Sym.END), Sym.COMMA)
    assert c.words(0) == "báo cáo, (và quý)"


def test_a_doubt_names_its_words() -> None:
    c = cursor("trước tháng 13/2026")
    c.next(3)
    with pytest.raises(Doubtful) as doubt:
        c.refuse(True, about(": sai", " is wrong"), 1)
    assert c.words(doubt.value.first, doubt.value.end) == "tháng 13"
    assert doubt.value.why.filled(words="x").en == "“x” is wrong"
    c.refuse(None, about("", ""), 0)
