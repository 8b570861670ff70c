"""Words as YAML scalars, read again by a YAML reader: the same text."""

import pytest
import yaml

from kehoach.words.yaml_words import block, flow, inline, remark, scalar


@pytest.mark.parametrize(
    ("words", "written"),
    [
        ("Sở Y tế", "Sở Y tế"),
        ("2026-06-30", "2026-06-30"),
        ("no", '"no"'),
        ("06", '"06"'),
        ("a: b", '"a: b"'),
        (" a", '" a"'),
        ("", '""'),
        ('nói "vậy"', '"nói \\"vậy\\""'),
        ("a\u200bb", '"a\\u200bb"'),  # signs that do not print, of four digits and of more
        ("a\U000e0001b", '"a\\U000e0001b"'),
    ],
)
def test_a_scalar_is_the_same_text_again(words: str, written: str) -> None:
    assert scalar(words) == written
    assert str(yaml.safe_load(written)) == words


@pytest.mark.parametrize(
    "words", ["một\nhai", "một\n\nhai", "một\nhai ", " một\nhai", "một\n\x85hai"]
)
def test_a_block_is_the_same_text_again(words: str) -> None:
    for indent in (0, 4):
        assert yaml.safe_load(block("a", words, indent)) == {"a": words}


def test_a_value_stands_on_one_line() -> None:
    said = {"a": ["b", "c, d"], "e": None, "f": "g h"}
    assert inline(said) == '{a: [b, "c, d"], e: null, f: g h}'
    assert flow(("a", "no")) == '[a, "no"]'


def test_nothing_ends_a_comment() -> None:
    assert remark("một\nhai\x07ba\n", 2) == "  # một\n  # hai ba\n"
