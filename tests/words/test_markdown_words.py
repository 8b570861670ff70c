"""People's words in Markdown, in a mail and in a calendar: shown as they are, and obeyed by nobody."""

import pytest

from kehoach.words.escapes import begun_in_markdown, in_markdown, in_plain_mail
from kehoach.words.safety import unobeyed_folds

_BREAK = "\u200b"


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("Sở *Y tế* | <b>", r"Sở \*Y tế\* \| \<b\>"),
        ("[a](b) `c`", r"\[a\](b) \`c\`"),
        (
            "snake_case _nghiêng_",
            r"snake_case \_nghiêng\_",
        ),  # a line within a word marks up nothing
        ("R&D &amp; $$", r"R\&D \&amp; $\$"),
        ("hai\ndòng", "hai dòng"),
        (
            "gọi @ai #12",
            f"gọi @{_BREAK}ai #{_BREAK}12",
        ),  # a forge would call somebody, or link an issue
        ("https://x.vn www.x.vn", f"https{_BREAK}://x.vn www{_BREAK}.x.vn"),
        ("=1+1", f"{_BREAK}=1+1"),
    ],
)
def test_markdown_shows_words_as_they_are(words: str, shown: str) -> None:
    assert in_markdown(words) == shown


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("100. Việc", r"100\. Việc"),
        ("2021) Việc", r"2021\) Việc"),
        ("- một", r"\- một"),
        ("# Mục", r"\# Mục"),
        ("::error::", r"\::error::"),
        ("Việc 1. là", "Việc 1. là"),
    ],
)
def test_words_that_begin_a_line_begin_nothing_else(words: str, shown: str) -> None:
    assert begun_in_markdown(words) == shown


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("[a](http://x)", "[a] (http://x)"),
        ("![a][b]", "! [a] [b]"),
        ("<b> </b> <!--", "< b> < /b> < !--"),
        ("@ai, a@b.vn", "@ ai, a@b.vn"),  # the address of a letter is no call
        ("2 < 3", "2 < 3"),
    ],
)
def test_a_mail_programme_finds_no_markup(words: str, shown: str) -> None:
    assert in_plain_mail(words) == shown


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("SUMMARY:a\r\n ::error::b\r\n", "SUMMARY:a\r\n :\r\n :error::b\r\n"),
        ("SUMMARY:a\r\n b\r\n", "SUMMARY:a\r\n b\r\n"),
    ],
)
def test_no_folded_line_of_a_calendar_goes_on_with_a_command(text: str, written: str) -> None:
    """RFC 5545, 3.1: a line break and a space are taken out again, wherever they stand."""
    assert unobeyed_folds(text) == written
    assert written.replace("\r\n ", "") == text.replace("\r\n ", "")
