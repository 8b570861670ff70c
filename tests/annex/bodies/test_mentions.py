"""Bodies in one cell, by the registry of plan 06; what nobody is called by is never matched."""

from datetime import date
from pathlib import Path

import pytest

from kehoach.annex.annex_draft import registry_for
from kehoach.annex.bodies.cell_bodies import read_mentions
from kehoach.annex.bodies.registry_names import Directory
from kehoach.periods import Span

_DATA = Path(__file__).parents[3] / "data"
_PLAN = Span(date(2021, 6, 1), date(2027, 1, 1))


@pytest.fixture(scope="module", name="directory")
def _directory() -> Directory:
    return Directory(registry_for(_DATA, _DATA), _PLAN)


def _named(words: str, directory: Directory) -> tuple[str, int]:
    """Return who is named, those unknown in quotes, and how many doubts there are."""
    read = read_mentions(words, directory)
    return " ".join(n.id if n.known else f"“{n.words}”" for n in read.named), len(read.doubts)


@pytest.mark.parametrize(
    ("words", "ids"),
    [
        ("Sở Tư pháp; Sở Nội vụ", "so-tu-phap so-noi-vu"),
        ("- Sở Y tế\n- Sở Xây dựng", "so-y-te so-xay-dung"),
        ("Sở Văn hóa, Thể thao và Du lịch, Sở Y tế", "so-van-hoa-the-thao-du-lich so-y-te"),
        ("Sở Nông nghiệp và Phát triển nông thôn và Sở Y tế", "so-nong-nghiep-ptnt so-y-te"),
        ("Sở Nông\nnghiệp và Phát triển nông thôn", "so-nong-nghiep-ptnt"),
        ("Sở NN&PTNT, Sở Nông nghiệp & PTNT", "so-nong-nghiep-ptnt"),
        ("Sở LĐ-TB&XH; Sở VH,TT&DL", "so-lao-dong-tbxh so-van-hoa-the-thao-du-lich"),
        ("STP", "so-tu-phap"),
        ("SỞ TƯ PHÁP.", "so-tu-phap"),
        ("Sở Văn hoá, Thể thao và Du lịch", "so-van-hoa-the-thao-du-lich"),
        ("Uỷ ban nhân dân tỉnh; VP UBND tỉnh", "ubnd-tinh van-phong-ubnd-tinh"),
        ("TAND tỉnh, VKSND tỉnh", "ta-tinh vks-tinh"),
        ("UBND các huyện, thành phố", "ubnd-cap-huyen"),
        ("các sở, cơ quan thuộc UBND tỉnh", "so-nganh"),
        ("Sở Tư pháp và các cơ quan có liên quan", "so-tu-phap co-quan-lien-quan"),
        ("UBND xã Quang Minh", "ubnd-xa-quang-minh-hiep-hoa"),
        ("UBND xã Quảng Minh", "ubnd-xa-quang-minh-viet-yen"),
        ("1. Sở Nội vụ\n2. Sở Y tế", "so-noi-vu so-y-te"),
        ("1) Sở Nội vụ; 2) Sở Y tế", "so-noi-vu so-y-te"),
        ("Sở Nội vụ - Sở Y tế", "so-noi-vu so-y-te"),
        ("Sở Nội vụ¹; Sở Y tế[2]", "so-noi-vu so-y-te"),
        ("–", ""),
    ],
)  # fmt: skip
def test_known_bodies_are_told_apart_without_a_doubt(
    words: str, ids: str, directory: Directory
) -> None:
    assert _named(words, directory) == (ids, 0)


@pytest.mark.parametrize(
    ("words", "ids", "doubts"),
    [
        ("UBND xã Quãng Minh", "“UBND xã Quãng Minh”", 1),
        ("So Tu phap", "“So Tu phap”", 1),
        ("Sở Tư phap", "“Sở Tư phap”", 1),
        ("UBND xã Phúc Sơn", "“UBND xã Phúc Sơn”", 1),
        ("Sở NV", "“Sở NV”", 1),
        (
            "Công an tỉnh, Bộ CHQS tỉnh và các sở liên quan",
            "cong-an-tinh “Bộ CHQS tỉnh” “các sở liên quan”",
            2,
        ),
        ("các sở, cơ quan, đơn vị liên quan", "“các sở, cơ quan, đơn vị liên quan”", 1),
        (
            "Các Sở, Ban, ngành và UBND các huyện, thành phố",
            "“Các Sở, Ban, ngành” ubnd-cap-huyen",
            1,
        ),
        ("Giám đốc Sở Tư pháp", "", 1),
        ("Sở Nội vụ (Phòng Cải cách hành chính)", "so-noi-vu", 1),
        ("-nt-", "", 1),
        ("Như trên", "", 1),
        ("Sở Tư pháp, Tài chính", "so-tu-phap so-tai-chinh", 1),
        ("Các Sở: Tư pháp, Tài chính, Nội vụ", "so-tu-phap so-tai-chinh so-noi-vu", 2),
        ("Các Sở Tư pháp, Tài chính và Nội vụ", "so-tu-phap so-tai-chinh so-noi-vu", 2),
        # Divisions of a district, and one of a department's name with words added: never departments.
        (
            "Sở Tư pháp, các Phòng: Nội vụ, Tài chính",
            "so-tu-phap “Phòng Nội vụ” “Phòng Tài chính”",
            2,
        ),
        ("Sở Tư pháp, Phòng Nội vụ, Tài chính", "so-tu-phap “Phòng Nội vụ, Tài chính”", 1),
        ("Sở Tài chính - Kế hoạch", "“Sở Tài chính - Kế hoạch”", 1),
        ("Phòng Tư pháp", "“Phòng Tư pháp”", 1),
        ("Văn phòng Đoàn ĐBQH và HĐND tỉnh", "“Văn phòng Đoàn ĐBQH và HĐND tỉnh”", 1),
        (
            "Các sở, ban, ngành, đoàn thể tỉnh và UBND các huyện, thành phố",
            "“Các sở, ban, ngành, đoàn thể tỉnh” ubnd-cap-huyen",
            1,
        ),
    ],
)
def test_all_else_is_in_doubt(words: str, ids: str, doubts: int, directory: Directory) -> None:
    assert _named(words, directory) == (ids, doubts)


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("UBND xã Quãng Minh", "ubnd-xa-quang-minh-viet-yen"),
        ("Sở Tư phap", "so-tu-phap"),
        ("Giám đốc Sở Tư pháp", "so-tu-phap"),
        ("Sở Thông tin", "so-thong-tin-truyen-thong"),
        ("các sở liên quan", "co-quan-lien-quan"),
        ("UBND xã Phúc Sơn", "ubnd-xa-phuc-son-tan-yen, ubnd-xa-phuc-son-son-dong"),
    ],
)
def test_a_doubt_names_who_may_be_meant(words: str, meant: str, directory: Directory) -> None:
    (doubt,) = read_mentions(words, directory).doubts
    assert meant in doubt.vi


def test_an_id_that_is_proposed_is_never_one_that_the_registry_has(directory: Directory) -> None:
    """“So tu phap” would make the very id of Sở Tư pháp, and so a match."""
    (name,) = read_mentions("So tu phap", directory).named
    assert (name.known, name.id) == (False, "so-tu-phap-moi")


def test_a_body_that_has_ended_is_matched_in_doubt_with_its_heir() -> None:
    later = Directory(registry_for(_DATA, _DATA), Span(date(2026, 1, 1), date(2027, 1, 1)))
    read = read_mentions("Sở Kế hoạch và Đầu tư", later)
    assert [name.id for name in read.named] == ["so-ke-hoach-dau-tu"]
    assert "kế thừa: so-tai-chinh" in read.doubts[0].vi


def test_without_a_registry_everybody_is_a_proposal() -> None:
    read = read_mentions(
        "Sở Văn hóa, Thể thao và Du lịch, Sở Y tế và UBND tỉnh", Directory(None, None)
    )
    assert [name.words for name in read.named] == [
        "Sở Văn hóa, Thể thao và Du lịch",
        "Sở Y tế",
        "UBND tỉnh",
    ]
    assert len(read.doubts) == 3


@pytest.mark.parametrize(
    "words",
    [
        "Sở Tư pháp hoàn thành trước ngày 30/6/2026",
        "Giao Sở Tư pháp báo cáo",
        "Sở Tư pháp, xong trước 30/6",
    ],
)
def test_a_name_ends_where_words_say_what_is_done_or_when(words: str, directory: Directory) -> None:
    read = read_mentions(words, directory)
    assert [name.id for name in read.named] == ["so-tu-phap"]
    assert len(read.doubts) == 1  # of the words behind the name


_TABLE = (Path(__file__).parent / "with_registry.tsv").read_text(encoding="utf-8").splitlines()
_IN_2026 = [line.split("\t") for line in _TABLE if not line.startswith("#")]


@pytest.mark.parametrize(("words", "ids"), _IN_2026, ids=[row[0] for row in _IN_2026])
def test_nobody_is_taken_for_another_in_2026(words: str, ids: str) -> None:
    """A name with more around it is another's: “Đảng ủy Sở Tư pháp”, “Công an tỉnh Bắc Kạn”."""
    later = Directory(registry_for(_DATA, _DATA), Span(date(2026, 1, 1), date(2027, 1, 1)))
    assert _named(words, later)[0] == ids
