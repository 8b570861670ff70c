"""Sentences in two languages."""

from kehoach.words import Text


def test_words_within_words_are_filled_in_each_language_in_its_own() -> None:
    heirs = Text("không cơ quan nào", "nobody")
    told = Text("nay thuộc: {heirs} ({day})", "passed to: {heirs} ({day})")
    assert told.filled(heirs=heirs, day=1) == Text(
        "nay thuộc: không cơ quan nào (1)", "passed to: nobody (1)"
    )


def test_braces_in_what_is_filled_in_are_words() -> None:
    assert Text("“{words}”", "“{words}”").filled(words="{x}") == Text("“{x}”", "“{x}”")
