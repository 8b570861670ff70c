"""A guess is offered where it is likely, and none where it would be silly."""

import pytest

from kehoach.words.nearness import nearest, toneless

CALLED = {
    "so-tai-chinh": ("Sở Tài chính", "STC"),
    "so-y-te": ("Sở Y tế", "SYT"),
    "so-nganh": ("các sở, cơ quan thuộc UBND tỉnh",),
    "ubnd-tinh": ("UBND tỉnh", "Ủy ban nhân dân tỉnh"),
    "ubnd-xa-quang-minh": ("UBND xã Quang Minh",),
    "ubnd-xa-quang-minh-2": ("UBND xã Quảng Minh",),
    "III.1.c": ("Báo cáo năm",),
}


@pytest.mark.parametrize(
    ("asked", "meant"),
    [
        ("Sở Y tê", ["so-y-te"]),
        ("stcc", ["so-tai-chinh"]),
        ("Tài chính", ["so-tai-chinh"]),
        ("so tai chinh", ["so-tai-chinh"]),
        ("so-tài-chính", ["so-tai-chinh"]),
        ("so-tai-chin", ["so-tai-chinh"]),
        ("iii.1.C", ["III.1.c"]),
        # Dropping tones merges two communes: both are offered.
        ("ubnd xa quang minh", ["ubnd-xa-quang-minh", "ubnd-xa-quang-minh-2"]),
        ("UBND các xã, phường", []),
        ("cong-an-tinh", []),
        ("xyz", []),
        ("", []),
        ("…", []),
    ],
)
def test_what_was_probably_meant(asked: str, meant: list[str]) -> None:
    """The last ones were met: a commune's office guessed to be the province's, police a group."""
    assert nearest(asked, CALLED) == meant


def test_words_without_tones_have_neither_signs_nor_case() -> None:
    assert toneless("Sở Đầu tư – Ủy ban") == "so dau tu uy ban"
    assert toneless("Sơ\u0309 Đâ\u0300u tư") == "so dau tu"


def test_not_more_than_a_few_are_offered() -> None:
    """The nearest ones, however many are alike."""
    assert len(nearest("muc 1", {f"muc {n}": () for n in range(2, 90)}, most=3)) == 3
