"""Words are seen to be fine at once; what is not is made so by the same signs as ever."""

import json
import re
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kehoach.words.escapes import csv_words, no_formula, storable
from kehoach.words.safety import one_line, printable, safe_json, unobeyed

_CONTROL = "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]"
_UNFIT = re.compile(rf"{_CONTROL}|[\ufffe\uffff\ud800-\udfff\u2028\u2029]|[^\S ]")
_SIGNS = st.sampled_from("a =@+-;'\" \t\n\r\x1c\x85\u2028\u202e\ud800\uffff#[＝ế")
_PIECES = _SIGNS | st.sampled_from(["##", "##vso["])
_WORDS = st.lists(_PIECES, max_size=12).map("".join) | st.text(max_size=12)


def test_no_sign_that_is_printable_is_ever_replaced() -> None:
    """All signs there are: control, direction, line ends, half characters, spaces but the one."""
    every = map(chr, range(sys.maxunicode + 1))
    assert not [hex(ord(sign)) for sign in every if sign.isprintable() and _UNFIT.match(sign)]


@given(_WORDS)
def test_words_come_out_as_if_every_sign_had_been_looked_at(words: str) -> None:
    spaced = re.sub(r"\s+", " ", words).strip()
    line = re.sub("(##|##vso)\\[", r"\1 [", re.sub(_CONTROL, "\N{REPLACEMENT CHARACTER}", spaced))
    assert printable(words) == re.sub(_CONTROL, "\N{REPLACEMENT CHARACTER}", words)
    assert one_line(words) == line
    ends = re.sub("\r\n?|[\u2028\u2029]", "\n", words)
    assert storable(words) == re.sub(
        "[\ufffe\uffff\ud800-\udfff]", "\N{REPLACEMENT CHARACTER}", printable(ends)
    )


@pytest.mark.parametrize(
    "command",
    ["##[", "##vso[", "##VSO[", "#\u200b#[", "##\u00advso[", "##v\u2060so\ufeff[", "##vso\u200d["],
)
def test_no_runner_finds_a_command_in_words(command: str) -> None:
    """Azure looks for ``##vso[`` and ``##[`` anywhere, and may pass over signs without a width."""
    seen = re.compile(r"##(vso)?\[", re.IGNORECASE)
    written = f"một {command}error]x"
    for line in (unobeyed(written), one_line(written), safe_json(json.dumps(written))):
        assert not seen.search(re.sub("[\u00ad\u200b\u200d\u2060\ufeff]", "", line))
    assert json.loads(safe_json(json.dumps(written, ensure_ascii=False))) == written


@given(_WORDS)
def test_a_formula_is_stopped_wherever_it_would_begin(words: str) -> None:
    line, sign = one_line(words), "[-+=@＝＠＋－\N{MINUS SIGN}]"
    assert csv_words(words) == re.sub(rf"(^|;[ \"]*)(?={sign})", r"\1'", line)
    pasted = re.sub(rf"^(?![-+＋－\N{{MINUS SIGN}}][\s\d])(?={sign})", "\u200b", words)
    assert no_formula(words) == pasted
