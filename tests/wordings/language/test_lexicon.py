"""The lexicon: every line names a kind, every kind of words has a line."""

from kehoach.wordings.language.lexicon import LEXICON, WORD_LISTS, Sym, bare_lexicon


def test_every_kind_of_words_is_listed() -> None:
    signs = {
        Sym.NUMBER, Sym.CLOCK, Sym.DOCUMENT, Sym.ODD, Sym.MARK, Sym.SLASH, Sym.DASH, Sym.DOT, Sym.COMMA,
        Sym.SEMICOLON, Sym.OPEN, Sym.CLOSE, Sym.PERCENT, Sym.END,
    }  # fmt: skip
    assert {sym for sym, _ in LEXICON.values()} == set(Sym) - signs


def test_weekdays_go_from_monday_to_sunday() -> None:
    assert LEXICON[("thứ", "hai")] == LEXICON[("thứ", "2")] == (Sym.WEEKDAY, 0)
    assert LEXICON[("chủ", "nhật")] == (Sym.WEEKDAY, 6)


def test_words_are_found_as_they_are_compared() -> None:
    """Folded: "hằng" and "hàng" are one word, and so are both spellings of a tone."""
    assert LEXICON[("hàng",)] == (Sym.EVERY, 0)
    assert ("hằng",) not in LEXICON


def test_without_diacritics_the_first_is_meant() -> None:
    assert bare_lexicon()[("tu",)][0] is Sym.FROM
    assert bare_lexicon()[("quy",)][0] is Sym.QUARTER


def test_the_words_of_a_list_keep_their_kind() -> None:
    """They are folded as a token's text is, and a list is no kind."""
    assert WORD_LISTS["honouring"][:3] == ("mừng", "niệm", "dịp")
    assert ("gần",) not in LEXICON
    assert LEXICON[("giai", "đoạn")][0] is Sym.SPAN
    assert "giai đoạn" in WORD_LISTS["stages"]
    assert "qúa" in WORD_LISTS["rough"]
