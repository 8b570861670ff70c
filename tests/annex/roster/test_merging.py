"""Lists merged into a registry that stands: what is added, what is only told, and what never changes."""

import unicodedata
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from kehoach.annex.annex_draft import StandingRegistry, standing_registry
from kehoach.annex.roster.registry_merge import SameNames
from kehoach.annex.roster.registry_writing import RegistryDraft, registry_draft
from kehoach.annex.roster.roster_files import read_text
from kehoach.model.agencies import Registry

_DAY = date(2026, 1, 1)
_DATA = Path(__file__).parents[3] / "data"
_STANDS = """\
# sổ cơ quan
schema: kehoach/agencies@1
agencies:
  - id: so-noi-vu   # một
    name: Sở Nội vụ
  - {id: so-tai-chinh, name: Sở Tài chính, short: STC}
  - id: so-ke-hoach-dau-tu
    name: Sở Kế hoạch và Đầu tư
    valid: {to: 2025-02-28}
    successors: [so-tai-chinh]
  - id: ubnd-xa-quang-minh
    name: UBND xã Quang Minh

groups:
  - id: cac-so
    name: các sở
    members: [so-noi-vu]   # chưa đủ
"""


def _standing(text: str, folder: Path) -> StandingRegistry:
    (folder / "agencies.yaml").write_text(text, encoding="utf-8", newline="")
    found = standing_registry(folder, folder)
    assert found is not None
    return found


def _merged(words: str, text: str, folder: Path, day: date = _DAY) -> RegistryDraft:
    roster = read_text(words.encode(), {})
    return registry_draft(roster, _standing(text, folder), day, "vi")


_LIST = """\
Các sở:
Sở Nội vụ (SNV), snv@x.vn
Sở Tài chính (STCH)
Sở Y tế
Các xã:
Xã Quảng Minh
Xã Hương Mai
"""
_EXPECTED = """\
# sổ cơ quan
schema: kehoach/agencies@1
agencies:
  - id: so-noi-vu   # một
    name: Sở Nội vụ
    short: SNV
    contact: {email: "snv@x.vn"}
  - {id: so-tai-chinh, name: Sở Tài chính, short: STC}
  - id: so-ke-hoach-dau-tu
    name: Sở Kế hoạch và Đầu tư
    valid: {to: 2025-02-28}
    successors: [so-tai-chinh]
  - id: ubnd-xa-quang-minh
    name: UBND xã Quang Minh
  - id: so-y-te
    name: Sở Y tế
  - id: ubnd-xa-huong-mai
    name: UBND xã Hương Mai

groups:
  - id: cac-so
    name: các sở
    members: [so-noi-vu, so-tai-chinh, so-y-te]   # chưa đủ
  - id: cac-xa
    name: Các xã
    members: [ubnd-xa-huong-mai]
"""


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_what_is_new_is_added_and_all_else_stays(tmp_path: Path, line_end: str) -> None:
    made = _merged(_LIST, _STANDS.replace("\n", line_end), tmp_path)
    assert made.text == _EXPECTED.replace("\n", line_end)


def test_what_is_in_doubt_is_told_and_not_added(tmp_path: Path) -> None:
    told = "\n".join(each.vi for each in _merged(_LIST, _STANDS, tmp_path).told)
    assert "5 tên: 2 đã có, 2 mới, 1 nhóm mới" in told
    assert "“UBND xã Quảng Minh” gần giống “UBND xã Quang Minh” (ubnd-xa-quang-minh)" in told
    assert "so-tai-chinh: short ở đây là “STCH”, danh sách cơ quan ghi “STC”" in told
    assert (
        "1 cơ quan cùng loại" not in told
    )  # the one that ended is not missed, the near one is told


@pytest.mark.parametrize(
    "words", [_LIST, "Sở Y tế\n\tChi cục Dân số\n", "Các cơ quan liên quan:\nSở Y tế\n"]
)
def test_importing_again_changes_nothing(words: str, tmp_path: Path) -> None:
    once = _merged(words, _STANDS, tmp_path)
    again = _merged(words, once.text, tmp_path)
    assert once.text != _STANDS
    assert again.text == once.text


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("Sở Kế hoạch và Đầu tư", "trong danh sách cơ quan đã kết thúc (so-ke-hoach-dau-tu)"),
        ("Sở Nội vu\nSở Tài chính", "“Sở Nội vu” gần giống “Sở Nội vụ” (so-noi-vu)"),
        ("Sở Noi vụ\nSở Tài chính", "“Sở Noi vụ” gần giống “Sở Nội vụ” (so-noi-vu)"),
        ("Sở Nội vụ tỉnh Bắc Ninh\nSở Tài chính",
         "“Sở Nội vụ tỉnh Bắc Ninh” gần giống “Sở Nội vụ” (so-noi-vu)"),
        ("Sở Nội vụ\nSở NV", "là một cơ quan (so-noi-vu)"),
        ("Sở Tài chính", "1 cơ quan cùng loại có trong agencies.yaml"),
        ("Sở Nội vụ\nSở Tài chính\nChi cục A thuộc Sở B", "không rõ cơ quan chủ quản “Sở B”"),
        ("id;Tên\nso-noi-vu;Sở Tổ chức cán bộ\nx;Sở Tài chính\n",
         "so-noi-vu trong danh sách cơ quan là “Sở Nội vụ”, ở đây là “Sở Tổ chức cán bộ”"),
    ],
)  # fmt: skip
def test_each_doubt_is_told(words: str, told: str, tmp_path: Path) -> None:
    assert told in "\n".join(each.vi for each in _merged(words, _STANDS, tmp_path).told)


def test_an_address_is_where_letters_go_and_a_second_one_is_kept_in_words(tmp_path: Path) -> None:
    """Who may commit is settled by hand: an address of a list is not known to be a committer's."""
    made = _merged("Sở Xây dựng, sxd@x.vn, vp@sxd.x.vn\nSở Nội vụ, moi@x.vn\n", _EXPECTED, tmp_path)
    assert (
        'name: Sở Xây dựng\n    contact: {email: "sxd@x.vn"}\n    note: "vp@sxd.x.vn"\n'
        in made.text
    )
    assert "committers" not in made.text
    told = "\n".join(each.vi for each in made.told)
    assert "so-noi-vu: contact ở đây là “moi@x.vn”, danh sách cơ quan ghi “snv@x.vn”" in told


def test_names_alike_but_for_a_tone_are_two_bodies_where_the_list_has_both(tmp_path: Path) -> None:
    made = _merged("Xã Quang Minh\nXã Quảng Minh\n", _STANDS, tmp_path)
    assert "  - id: ubnd-xa-quang-minh-2\n    name: UBND xã Quảng Minh\n" in made.text
    assert "gần giống" not in "".join(each.vi for each in made.told)


def test_ids_do_not_hang_on_the_order_of_the_list(tmp_path: Path) -> None:
    lines = ["Xã Đồng Sơn", "Xã Đông Sơn", "Xã Phúc Sơn, huyện Tân Yên", "Xã Phúc Sơn, huyện Sơn Động",
             "Huyện Tân Yên"]  # fmt: skip
    one, other = (_merged("\n".join(each), _STANDS, tmp_path).text for each in (lines, lines[::-1]))
    assert sorted(one.splitlines()) == sorted(other.splitlines())
    assert "id: ubnd-xa-phuc-son-tan-yen\n" in one
    assert "    parent: ubnd-huyen-tan-yen\n" in one


def test_two_lines_that_nothing_tells_apart_are_refused(tmp_path: Path) -> None:
    with pytest.raises(SameNames):
        _merged("Sở Y tế\nSở Nội vụ\nSở  Y tế.\n", _STANDS, tmp_path)


def test_spelling_makes_nobody_new(tmp_path: Path) -> None:
    words = "Các sở:\nSỞ NỘI VỤ\nSở tài chính\nUỷ ban nhân dân xã Quang Minh\n"
    for form in ("NFC", "NFD"):
        made = _merged(unicodedata.normalize(form, words), _STANDS, tmp_path)
        assert made.text == _STANDS.replace(
            "[so-noi-vu]", "[so-noi-vu, so-tai-chinh, ubnd-xa-quang-minh]"
        )


def _communes(column: int) -> list[str]:
    text = (Path(__file__).parent / "communes.tsv").read_text(encoding="utf-8")
    return list(dict.fromkeys(line.split("\t")[column] for line in text.splitlines()[1:]))


def test_the_58_communes_of_2025_are_all_known_to_the_shipped_registry(tmp_path: Path) -> None:
    text = (_DATA / "agencies.yaml").read_text(encoding="utf-8")
    names = _communes(1)
    made = _merged("\n".join(names), text, tmp_path)
    assert (len(names), made.text) == (58, text)
    assert [each.en for each in made.told] == ["58 names: 58 known, 0 new, 0 new groups"]


def test_the_58_communes_make_a_registry_of_their_own() -> None:
    roster = read_text(("Các xã, phường:\n" + "\n".join(_communes(1))).encode(), {})
    made = registry_draft(roster, None, _DAY, "vi")
    assert made.text.count("  - id: ubnd-") == 58
    assert (
        made.text.count("ubnd-phuong-") == 2 * 13
    )  # 45 communes and 13 wards, each once more as a member


def test_a_renamed_commune_is_told_and_waits_for_a_person(tmp_path: Path) -> None:
    text = (_DATA / "agencies.yaml").read_text(encoding="utf-8")
    names = [name.replace("Xã Tân Dĩnh", "Xã Tân Dính") for name in _communes(1)]
    made = _merged("\n".join(names), text, tmp_path)
    assert made.text == text
    assert "“UBND xã Tân Dính” gần giống “UBND xã Tân Dĩnh”" in "\n".join(t.vi for t in made.told)


_KNOWN = ("Sở Nội vụ", "Sở Tài chính", "Xã Quang Minh", "Thanh tra tỉnh", "Sở Y tế", "Xã Hương Mai")
_SPELLINGS: tuple[Callable[[str], str], ...] = (
    str,
    str.upper,
    lambda name: f"- {name};",
    lambda name: unicodedata.normalize("NFD", name),
    lambda name: name.replace("Xã", "UBND xã"),
    lambda name: name.replace(" ", "\u00a0"),
)


@given(st.permutations(_KNOWN), st.data())
def test_a_list_in_any_order_and_spelling_is_merged_once(
    names: list[str], data: st.DataObject
) -> None:
    """What is added is the same set of entries; a second list of the same names adds nothing."""
    once = registry_draft(read_text("\n".join(_KNOWN).encode(), {}), None, _DAY, "vi")
    spelled = "\n".join(data.draw(st.sampled_from(_SPELLINGS))(name) for name in names)
    registry = Registry.model_validate(yaml.safe_load(once.text))
    standing = StandingRegistry(registry, once.text, Path("agencies.yaml"))
    again = registry_draft(read_text(spelled.encode(), {}), standing, _DAY, "vi")
    assert again.text == once.text


def test_of_a_list_with_few_of_a_kind_nobody_is_said_to_be_gone(tmp_path: Path) -> None:
    text = (_DATA / "agencies.yaml").read_text(encoding="utf-8")
    told = [each.en for each in _merged("Sở Nội vụ\nXã Tân Dĩnh\n", text, tmp_path).told]
    assert told[0] == "2 names: 2 known, 0 new, 0 new groups"
    assert all("are not in this list; they stay" in each for each in told[1:])
    assert "44 of 45 bodies" in "\n".join(
        told
    )  # the other communes of 2025; wards are another kind


def test_codes_and_notes_are_kept_and_a_code_tells_who_was_renamed(tmp_path: Path) -> None:
    text = (_DATA / "agencies.yaml").read_text(encoding="utf-8")
    words = "Mã;Tên;Ghi chú\n07246;Xã Xuân Lương;\n"
    words += "07264;Xã Tam Tiến Mới;\n99999;Xã Hoàn Toàn Mới;lập năm 2026\n"
    made = _merged(words, text, tmp_path)
    added = [line for line in made.text.splitlines() if line not in text.splitlines()]
    assert "".join(added) == (
        "  - {id: ubnd-xa-hoan-toan-moi, name: UBND xã Hoàn Toàn Mới, codes: "
        '{2026-01-01: "99999"}, note: lập năm 2026}'
    )
    assert "“UBND xã Tam Tiến Mới” gần giống “UBND xã Tam Tiến”" in "".join(t.vi for t in made.told)
