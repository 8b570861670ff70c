"""Vietnamese words: compared, ordered, and printed as words (domain.md, traps.md)."""

import unicodedata
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kehoach.words import alphabetical, fold, plain_letters
from kehoach.words.safety import one_line, printable

LETTERS = "aăâbcdđeêghiklmnoôơpqrstuưvxy"
TONES = ("", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323")
letters = st.builds(
    lambda letter, tone: unicodedata.normalize("NFC", letter + tone),
    st.sampled_from(LETTERS + LETTERS.upper()),
    st.sampled_from(TONES),
)
phrases = st.lists(st.lists(letters, max_size=7).map("".join), max_size=4).map(" ".join)
laws = settings(deadline=None, max_examples=80)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Uỷ ban nhân dân", "Ủy ban nhân dân"),
        ("hoà giải", "hòa giải"),
        ("Hiệp Hoà", "Hiệp Hòa"),
        ("thuý", "thúy"),
        ("sức khoẻ", "sức khỏe"),
        ("XÂY DỰNG", "xây dựng"),
        ("\u00d0ông Sơn", "Đông Sơn"),
        ("Sở  Tư\u00a0pháp\n", "Sở Tư pháp"),
        ("Lao động – Thương binh", "Lao động - Thương binh"),
        ("hằng năm", "hàng năm"),
        ("Hằng quý", "hàng quý"),
    ],
)
def test_two_spellings_of_one_name_fold_alike(one: str, other: str) -> None:
    """The plan itself has both (domain.md, Vietnamese text)."""
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Xã Quang Minh", "Xã Quảng Minh"),
        ("Xã Đồng Sơn", "Xã Đông Sơn"),
        ("Dân Tiến", "Đan Tiến"),
        ("chằng", "chàng"),
        ("hoàn", "hoan"),
        ("loài", "loái"),
        ("má", "mà"),
    ],
)
def test_different_names_stay_different(one: str, other: str) -> None:
    """Two communes differ by a tone alone: dropping or blurring tones would merge them."""
    assert fold(one) != fold(other)


@laws
@given(phrases)
def test_folding_sees_no_normal_form_and_no_case(words: str) -> None:
    """A file name from macOS is NFD; it is the same name."""
    assert fold(unicodedata.normalize("NFD", words)) == fold(words)
    assert fold(words.upper()) == fold(words.lower()) == fold(words)
    assert fold(fold(words)) == fold(words)


@laws
@given(phrases)
def test_folding_keeps_every_letter_and_tone(words: str) -> None:
    """Only the place of a tone mark may change, never the mark (save hằng, which is hàng)."""

    def marks(text: str) -> list[str]:
        return sorted(unicodedata.normalize("NFD", text.lower()).replace(" ", ""))

    if "hằng" not in words.lower():
        assert marks(fold(words)) == marks(words)


def _sorted_anew(order: list[str]) -> list[str]:
    """Return words in order, from the worst order they can be in."""
    backwards = [*reversed(order)]
    return sorted(backwards, key=alphabetical)


@given(st.permutations(LETTERS))
@laws
def test_the_alphabet(shuffled: list[str]) -> None:
    """The order is a ă â b c d đ e ê …, not that of code points."""
    order = list(LETTERS)
    assert sorted(shuffled, key=alphabetical) == order
    assert sorted(map(str.upper, shuffled), key=alphabetical) == [each.upper() for each in order]


@pytest.mark.parametrize("vowel", list("aăâeêioôơuưy"))
def test_the_tones(vowel: str) -> None:
    """Ngang, huyền, hỏi, ngã, sắc, nặng."""
    order = [unicodedata.normalize("NFC", f"m{vowel}{tone}") for tone in TONES]
    assert _sorted_anew(order) == order


@pytest.mark.parametrize(
    "order",
    [
        ["ma", "mà", "mả", "mã", "má", "mạ", "mác", "man", "màn"],
        ["Hiệp Hòa", "Lạng Giang", "Lục Nam", "Lục Ngạn", "Sơn Động", "Tân Yên", "Việt Yên",
         "Yên Dũng", "Yên Thế"],
        ["Sở Công Thương", "Sở Giao thông vận tải", "Sở Nội vụ", "Sở Tài chính", "Sở Tư pháp",
         "Sở Y tế"],
        ["Ban Dân tộc", "Công an tỉnh", "Dĩnh Kế", "Đa Mai", "Đồng Sơn", "Em", "Ê ke"],
        ["Quang Minh", "Quảng Minh"],
        ["Đông Sơn", "Đồng Sơn"],
        ["2", "Hà Nội", "Han", "hàng"],
    ],
)  # fmt: skip
def test_words_stand_as_in_a_dictionary(order: list[str]) -> None:
    """Letters before tones, tones only between equal letters; a space before any letter."""
    assert _sorted_anew(order) == order
    spread = [unicodedata.normalize("NFD", each) for each in order]
    assert _sorted_anew(spread) == spread


@laws
@given(st.lists(st.one_of(phrases, st.text(max_size=8)), max_size=6), st.randoms())
def test_any_words_have_one_order(words: list[str], random: Random) -> None:
    """Whatever stands in a note can be sorted, and the order of files does not show."""
    shuffled = random.sample(words, len(words))
    assert sorted(shuffled, key=alphabetical) == sorted(words, key=alphabetical)


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("Sở Tư pháp", "Sở Tư pháp"),
        ("\x1b[31mđỏ\x1b[0m", "\ufffd[31mđỏ\ufffd[0m"),
        ("\x9b31m", "\ufffd31m"),
        ("a\x00b\x07c\x7f", "a\ufffdb\ufffdc\ufffd"),
        ("xong\r::error::giả", "xong\ufffd::error::giả"),
        ("abc\u202ecba", "abc\ufffdcba"),
        ("\u2066a\u2069", "\ufffda\ufffd"),
        ("hai\ndòng\tcột", "hai\ndòng\tcột"),
    ],
)
def test_printable(words: str, shown: str) -> None:
    """A terminal obeys nothing that an agency wrote (traps.md, untrusted text)."""
    assert printable(words) == shown


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("  hai\n dòng\t", "hai dòng"),
        ("một\r\n::error::giả", "một ::error::giả"),
        ("a\u2028b\u2029c\x85d", "a b c d"),
        ("\x1b[2J", "\ufffd[2J"),
        ("", ""),
    ],
)
def test_one_line(words: str, shown: str) -> None:
    """No line of output can be forged from inside a note."""
    assert one_line(words) == shown


@laws
@given(st.text(max_size=40))
def test_what_is_shown_on_a_line_is_on_one_line(words: str) -> None:
    """For any text whatever; and what is clean stays as it is."""
    shown = one_line(words)
    assert len(shown.splitlines()) <= 1
    assert not any(unicodedata.category(char) == "Cc" for char in shown)
    assert one_line(shown) == shown


@given(phrases)
@laws
def test_plain_letters_are_those_of_a_keyboard_without_diacritics(words: str) -> None:
    plain = plain_letters(words)
    assert plain.isascii()
    assert plain == plain_letters(unicodedata.normalize("NFD", words))
    assert plain.split() == [plain_letters(word) for word in words.split()]


@pytest.mark.parametrize(
    ("words", "plain"),
    [("“hoà” – кӧ", "“hoa” – ко"), ("a\u0323\u034f\u05b0b", "a\u034fb"), ("한글", "한글")],
)
def test_plain_letters_of_other_scripts_lose_their_marks_too(words: str, plain: str) -> None:
    assert plain_letters(words) == plain


def test_plain_letters_keep_case_and_signs() -> None:
    assert plain_letters("Đường Điện Biên Phủ, số 06/ĐA") == "Duong Dien Bien Phu, so 06/DA"
