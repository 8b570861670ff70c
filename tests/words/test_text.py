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


def test_a_word_beside_a_number_bends_by_one() -> None:
    told = Text("{count} tệp", "{count} {count:file|files} {count:is|are} left out")
    assert told.to("en", count=1) == "1 file is left out"
    assert told.to("en", count=0) == "0 files are left out"
    assert told.to("en", count="01") == "01 file is left out"  # as letters write it
    assert told.to("en", count="1,001") == "1,001 files are left out"
    assert told.filled(count=1).vi == "1 tệp"
