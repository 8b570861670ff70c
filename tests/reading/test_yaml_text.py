"""YAML as plain text values: every trap that PyYAML's loaders set is closed, at an exact place.

The traps are those met by real projects: YAML 1.1's guessing of types, silent duplicate keys,
merge keys and aliases, bombs, deep nesting, and the encodings in which Vietnamese offices save
files (UTF-16 of Windows Notepad, TCVN3 and Windows-1258 of older keyboards).
"""

import time
import unicodedata
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from kehoach.diagnostics import Finding
from kehoach.reading.positions import Positions
from kehoach.reading.yaml_files.yaml_text import MAX_DEPTH, Refused, decode, read_mapping

FILE = "a.yaml"
BOMB = b"a: &a [x,x,x,x,x,x,x,x,x]\n" + b"".join(
    b"%c: &%c [%s]\n" % (name, name, b",".join([b"*%c" % (name - 1)] * 9))
    for name in range(ord("b"), ord("j"))
)


def read(raw: bytes | str) -> tuple[dict[str, Any], list[Finding]]:
    """Read a file's bytes as the program does."""
    data = raw.encode() if isinstance(raw, str) else raw
    return read_mapping(decode(data, FILE), FILE, "submission")


def value(words: str) -> Any:
    """Return what a value of a mapping is read as; nothing may be wrong with it."""
    mapping, findings = read(f"key: {words}\n")
    assert findings == []
    return mapping["key"]


def found(raw: bytes | str) -> list[tuple[str, int, int]]:
    """Return code, line and column of everything found in a file."""
    try:
        findings = read(raw)[1]
    except Refused as refused:
        findings = [refused.finding]
    located = map(Positions(lambda _: "").locate, findings)
    return [(each.finding.rule.code, each.line, each.column) for each in located]


@pytest.mark.parametrize(
    "words",
    [
        "1.10", "010", "01", "06", "17:00", "1_000", "0x1F", "0b1", "1e3", ".inf", ".nan",
        "no", "NO", "on", "off", "yes", "true", "False", "y", "n",
        "2026-04-05", "2026-4-5", "2026-04", "20260405", "2026-02-30", "2026-04-05T10:00:00Z",
        "07210", "-1", "+84", "Null", "NULL", "=", "1/BC", "III.1.c",
    ],
)  # fmt: skip
def test_scalars_stay_the_text_that_stands_in_the_file(words: str) -> None:
    """``06`` is no six, ``17:00`` no 1020, ``NO`` not false, ``2026-02-30`` no ValueError."""
    assert value(words) == words
    assert value(f'"{words}"') == words
    assert value(f"'{words}'") == words


@pytest.mark.parametrize("words", ["", "~", "null"])
def test_an_empty_value_is_nothing_but_a_quoted_one_is_text(words: str) -> None:
    assert value(words) is None
    assert value(f'"{words}"') == words


def test_keys_stay_text_too() -> None:
    """A date as key becomes a date object in PyYAML, ``1`` an int and ``no`` a bool."""
    mapping, findings = read("2026-04-05: a\n1: b\nno: c\n1.10: d\n1.1: e\n~: f\n")
    assert findings == []
    assert list(mapping) == ["2026-04-05", "1", "no", "1.10", "1.1", "~"]


def test_block_and_folded_text_and_flow_are_read() -> None:
    mapping, findings = read("a: |\n  một\n  hai\nb: >-\n  một\n  hai\nc: {d: [1, 2], e: {}}\n")
    assert findings == []
    assert mapping == {"a": "một\nhai\n", "b": "một hai", "c": {"d": ["1", "2"], "e": {}}}


def test_text_is_composed_whatever_way_it_was_typed() -> None:
    """A Mac writes decomposed letters: NFC and NFD differ byte by byte and are the same word."""
    assert value(unicodedata.normalize("NFD", "Sở Tài chính")) == "Sở Tài chính"


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("a: 1\nb: 2\na: 3\n", [("KH104", 3, 1)]),
        ("a: {b: 1, b: 2}\n", [("KH104", 1, 11)]),
        ("a: 1\n'a': 2\n", [("KH104", 2, 1)]),
        ("a: 1\na: 2\na: 3\n", [("KH104", 2, 1), ("KH104", 3, 1)]),
    ],
)
def test_a_key_given_twice_is_found(text: str, places: list[tuple[str, int, int]]) -> None:
    """PyYAML silently takes the last; here it is a finding that names the first line."""
    assert found(text) == places


def test_of_equal_keys_the_first_is_kept_and_its_line_named() -> None:
    mapping, findings = read("x: 0\na: 1\na: 2\n")
    assert mapping == {"x": "0", "a": "1"}
    assert findings[0].values == {"key": "a", "line": 2}


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("a: &x 1\n", [("KH105", 1, 4)]),
        ("a: &x 1\nb: *x\n", [("KH105", 1, 4), ("KH105", 2, 4)]),
        ("a: *nowhere\n", [("KH105", 1, 4)]),
        ("a: &x {c: 1}\nb:\n  <<: *x\n", [("KH105", 1, 4), ("KH105", 3, 3), ("KH105", 3, 7)]),
        ("&x a: 1\n", [("KH105", 1, 1)]),
        ("a: &x [*x]\n", [("KH105", 1, 4), ("KH105", 1, 8)]),
        ("*x : 1\n", [("KH109", 1, 1)]),
        ('"<<": 1\n', []),
    ],
)
def test_aliases_anchors_and_merge_keys_are_refused(
    text: str, places: list[tuple[str, int, int]]
) -> None:
    """Also where an alias points nowhere or at itself; a quoted "<<" is a word like another."""
    assert found(text) == places


@pytest.mark.parametrize(
    ("text", "column"),
    [
        ("a: !!python/object/apply:os.system [ls]\n", 4),
        ("a: !!int 06\n", 4),
        ("a: !!str 06\n", 4),
        ("a: !mine {b: 1}\n", 4),
        ("!!str a: 1\n", 1),
    ],
)
def test_tags_are_refused(text: str, column: int) -> None:
    assert found(text) == [("KH106", 1, column)]


@pytest.mark.parametrize(
    "make",
    [
        lambda: BOMB,
        lambda: b"a: &a [*a, *a]\n" * 1,
        lambda: b"a: " + b"[" * 2000 + b"]" * 2000,
        lambda: b"a: " + b"{b: " * 2000 + b"}" * 2000,
        lambda: b"".join(b" " * depth + b"a:\n" for depth in range(2000)),
        lambda: b"a: " + b"[" * 200_000,
        lambda: b"- " * 2000,
        lambda: b"? " * 2000,
        lambda: b"a: " + b"x" * 4_000_000,
        lambda: b"a: [" + b"{b: 1}," * 1000 + b"]",
    ],
)
def test_bombs_cost_no_more_than_their_size(make: Callable[[], bytes]) -> None:
    """A 236-byte bomb of aliases, a structure in itself, 2,000-deep nesting, a very long word."""
    began = time.perf_counter()
    found(make())
    assert time.perf_counter() - began < 2


def test_the_bomb_is_told_by_its_aliases() -> None:
    assert {code for code, _, _ in found(BOMB)} == {"KH105"}


@pytest.mark.parametrize(("extra", "codes"), [(0, []), (1, ["KH109"])])
def test_nesting_has_a_limit(extra: int, codes: list[str]) -> None:
    """The mapping of the file itself is the first level."""
    depth = MAX_DEPTH - 1 + extra
    text = "a: " + "[" * depth + "]" * depth
    assert [code for code, _, _ in found(text)] == codes


@pytest.mark.parametrize(
    ("raw", "place"),
    [
        (b"", ("KH108", 1, 1)),
        (b"   \n\n", ("KH108", 3, 1)),
        (b"# only a remark\n", ("KH108", 2, 1)),
        (b"---\n", ("KH108", 2, 1)),
        (b"--- \n...\n", ("KH108", 2, 1)),
        (b"\xef\xbb\xbf", ("KH108", 1, 1)),
        (b"a: 1\n---\nb: 2\n", ("KH107", 2, 1)),
        (b"a: 1\n...\n---\nb: 2\n", ("KH107", 3, 1)),
        (b"a: 1\n...\nb: 2\n", ("KH103", 3, 1)),
        (b"- a\n- b\n", ("KH109", 1, 1)),
        (b"just words\n", ("KH109", 1, 1)),
        (b'""\n', ("KH109", 1, 1)),
        (b"a:\n  [b]: c\n", ("KH109", 2, 3)),
        (b"? {b: 1}\n: c\n", ("KH109", 1, 3)),
        ("a: b\n".encode("utf-16"), ("KH102", 1, 1)),
        ("a: b\n".encode("utf-16-le"), ("KH102", 1, 1)),
        ("\ufeffa: b\n".encode("utf-16-be"), ("KH102", 1, 1)),
        ("\ufeffa: b\n".encode("utf-32"), ("KH102", 1, 1)),
        ("a: b\nname: Bắc ".encode() + b"Giang \xb8\n", ("KH102", 2, 17)),
        ("a: é\n".encode("latin-1"), ("KH102", 1, 4)),
        ("a: Ủy\n".encode().replace("Ủ".encode(), b"\xf1"), ("KH102", 1, 4)),
        (b"a: x\x00y\n", ("KH102", 1, 5)),
        (b"b: 1\na: \x1b[31m\n", ("KH102", 2, 4)),
        (b"a: \x7f\n", ("KH102", 1, 4)),
        (b"a: \xed\xa0\x80\n", ("KH102", 1, 4)),
        (b"a:\n\tb: 1\n", ("KH103", 2, 1)),
        (b"a: b: c\n", ("KH103", 1, 5)),
        (b'a: "open\n', ("KH103", 2, 1)),
        (b"a: [1, 2\nb: 3\n", ("KH103", 2, 2)),
        (b"a: 1\n  b: 2\n", ("KH103", 2, 4)),
        (b"%YAML 9.9\n---\na: 1\n", ("KH103", 1, 1)),
        (b'a: "\\ud800"\n', ("KH103", 1, 7)),
    ],
)
def test_what_cannot_be_read_at_all_is_told_with_its_place(
    raw: bytes, place: tuple[str, int, int]
) -> None:
    """Empty, comment-only, several documents, other encodings, NUL, tabs, syntax errors."""
    assert found(raw) == [place]


@pytest.mark.parametrize(
    "raw", [b"\xef\xbb\xbfa: 1\nb: 2\n", b"a: 1\r\nb: 2\r\n", b"a: 1\rb: 2\r", b"a: 1\nb: 2"]
)
def test_a_mark_of_utf_8_and_the_line_ends_of_every_system_are_read(raw: bytes) -> None:
    assert read(raw) == ({"a": "1", "b": "2"}, [])


def test_one_explicit_document_is_read() -> None:
    assert read("---\na: 1\n...\n") == ({"a": "1"}, [])


NFD = unicodedata.normalize("NFD", "Ủỷễ")


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        ("a: 1\r\n\r\nb: &x 1\r\n", 3, 4),
        (f"{{a: {NFD}, b: &x 1}}\n", 1, 5 + len(NFD) + 5),
        ("{a: \N{GRINNING FACE}\N{GRINNING FACE}, b: &x 1}\n", 1, 12),
        ("\ufeffb: &x 1\n", 1, 4),
        (f"{NFD}: &x 1\n", 1, len(NFD) + 3),
        ("a: một\u2028hai\u2029ba\x85bốn\nb: &x 1\n", 2, 4),
        ("a: |\n  một\n  hai\n# lời\n\nb: &x 1\n", 6, 4),
    ],
)
def test_places_count_characters_from_one(text: str, line: int, column: int) -> None:
    """A decomposed letter is as many columns as it has characters, one beyond U+FFFF is one.

    U+2028 and its like end a line for the parser, but not in an editor or on a forge.
    """
    assert found(text) == [("KH105", line, column)]


def test_several_mistakes_of_one_file_are_all_found() -> None:
    text = "a: &x 1\na: 2\nb: !!str 3\n<<: {c: 1}\n"
    assert found(text) == [("KH105", 1, 4), ("KH104", 2, 1), ("KH106", 3, 4), ("KH105", 4, 1)]


YAML_LIKE = st.text(st.sampled_from("ab:-?&*!{}[],\"'|>%#~<\n\r\t \\\ufeff\x85\u2028ạ\x00😀"))


@settings(max_examples=300, deadline=None, database=None, derandomize=True)
@given(st.binary() | YAML_LIKE.map(str.encode) | YAML_LIKE.map(lambda text: f"a: {text}".encode()))
@example(b"*a : b")
@example(b"? &a\n: b")
@example(b"%TAG ! tag:x,2000:\n--- !y {a: 1}")
@example(b"a: \xef\xbb\xbf")
@example(b"\xff\xfe")
@example(b"a")
def test_any_bytes_give_a_mapping_or_findings_and_never_another_error(raw: bytes) -> None:
    """Whatever was committed: text values, or findings that lie within the file and can be said."""
    try:
        mapping, findings = read(raw)
    except Refused as refused:
        mapping, findings = {}, [refused.finding]
    assert all(isinstance(key, str) for key in mapping)
    assert mapping or findings or raw
    lines = raw.count(b"\n") + raw.count(b"\r") + 1
    for finding in findings:
        located = Positions(lambda _: "").locate(finding)
        assert 1 <= located.line <= lines + 1
        assert located.column >= 1
        for lang in ("vi", "en"):
            assert finding.message(lang)
            assert finding.hint(lang)


@pytest.mark.parametrize("first", range(0, 0x11000, 0x1000))
def test_what_no_text_should_hold_is_told_by_bytes_as_by_letters(first: int) -> None:
    """YAML 1.2, 5.1: tab, line ends, U+0020–7E, U+0085, U+00A0–D7FF, U+E000–FFFD and what lies beyond."""
    for code in range(first, first + 0x1000):
        if 0xD800 <= code <= 0xDFFF:
            continue
        allowed = (
            code in (0x9, 0xA, 0xD, 0x85) or 0x20 <= code <= 0x7E or code >= 0xA0
        ) and code not in (0xFFFE, 0xFFFF)
        raw = f"đ{chr(code)}".encode()
        if allowed:
            assert len(decode(raw, FILE)) == 2
        else:
            with pytest.raises(Refused):
                decode(raw, FILE)
