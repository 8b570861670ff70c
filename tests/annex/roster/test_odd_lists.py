"""Lists of bodies that are seldom written so, and registries beside which they are read."""

from datetime import date
from pathlib import Path

import pytest

from annex.documents.packages import paragraph, row, word
from builders import a_registry
from kehoach.annex.bodies.body_words import begins
from kehoach.annex.documents.document_limits import AnnexRefused
from kehoach.annex.roster import roster_files, roster_lists
from kehoach.annex.roster.registry_merge import Merge, merged
from kehoach.annex.roster.roster_files import read_roster, read_text
from kehoach.annex.roster.roster_lines import NoNames, Roster, line_of
from kehoach.words import Text

_DAY = date(2026, 1, 1)
_REGISTRY = a_registry(
    {"id": "so-noi-vu", "name": "Sở Nội vụ"},
    {"id": "cac-xa", "name": "Ban Quản lý các xã"},
    {"id": "xa-a", "name": "UBND xã Phúc Sơn", "parent": "so-noi-vu"},
    {"id": "xa-b", "name": "UBND xã Phúc Sơn", "parent": "cac-xa"},
)


def _merged(text: str) -> Merge:
    return merged(read_text(text.encode(), {}), _REGISTRY, _DAY)


def test_another_body_is_not_taken_for_a_mistyped_one() -> None:
    """Of *Sở Ngoại vụ* and *Sở Nội vụ* all words but one are alike."""
    assert [said["id"] for said in _merged("Sở Ngoại vụ\nSở Y tế").new] == [
        "so-ngoai-vu",
        "so-y-te",
    ]


def test_a_parent_is_looked_up_in_the_registry_too() -> None:
    merge = _merged("Chi cục Kiểm lâm thuộc Sở Nội vụ\nChi cục Dân số thuộc Sở Y tế")
    assert [said.get("parent") for said in merge.new] == ["so-noi-vu", None]
    assert any("“Sở Y tế”" in told.vi or "Sở Y tế" in told.vi for told in merge.told)


def test_a_name_that_two_bodies_bear_is_told_and_nobody_is_chosen() -> None:
    merge = _merged("Xã Phúc Sơn\nSở Nội vụ")
    assert (merge.known, merge.new) == (1, ())
    assert any("có thể là xa-a, xa-b; phải chọn một" in told.vi for told in merge.told)


def test_the_id_of_a_new_group_is_nobody_s_yet() -> None:
    (group,) = _merged("Các xã:\nXã Quảng Minh\nXã Hương Mai").groups
    assert group.id == "cac-xa-nhom"


def _document(tmp_path: Path, body: str) -> Roster:
    file = tmp_path / "a.docx"
    file.write_bytes(word(body))
    return read_roster(file, {})


def test_a_document_without_a_table_is_a_list_of_its_paragraphs(tmp_path: Path) -> None:
    lines = _document(tmp_path, paragraph("Sở Nội vụ") + paragraph("Sở Y tế")).lines
    assert [line.name for line in lines] == ["Sở Nội vụ", "Sở Y tế"]


def test_a_document_with_a_table_of_something_else_alone_is_refused(tmp_path: Path) -> None:
    with pytest.raises(NoNames) as refused:
        _document(tmp_path, f"<w:tbl>{row(('Họ tên', 'Tuổi'))}{row(('An', '30'))}</w:tbl>")
    assert refused.value.seen == "Họ tên | Tuổi"


def test_headings_without_anybody_and_rows_without_a_name_are_told_or_passed_over(
    tmp_path: Path,
) -> None:
    rows = (("", ""), ("TT", "Tên cơ quan"), ("I", "Khối các sở"), ("1", "Sở Nội vụ"), ("2", ""),
            ("TT", "Tên cơ quan"), ("3", "Sở Y tế"), ("II", "Khối các hội"))  # fmt: skip
    roster = _document(tmp_path, f"<w:tbl>{''.join(map(row, rows))}</w:tbl>")
    assert [(line.name, line.group) for line in roster.lines] == [
        ("Sở Nội vụ", "Khối các sở"), ("Sở Y tế", "Khối các sở"),
    ]  # fmt: skip
    assert [told.vi for told in roster.left if "Khối các" in told.vi] != []
    assert not any("Khối các sở" in told.vi for told in roster.left)


def test_a_list_of_more_names_than_any_registry_has_is_refused(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(roster_files, "MOST_NAMES", 2)
    with pytest.raises(AnnexRefused, match="roster-long"):
        read_text(b"So A; So B; So C\nSo D".replace(b"So", "Sở".encode()), {})


def test_a_list_whose_lines_end_as_on_old_macs_is_read() -> None:
    """Where one line ends so, Python's reader of tables gives up."""
    raw = "STT\tTên\n1\tSở Y tế\r2\tSở Nội vụ\n".encode()
    assert [line.name for line in read_text(raw, {}).lines] == ["Sở Y tế", "Sở Nội vụ"]


def test_a_cell_as_long_as_no_name_is_refused() -> None:
    raw = f"STT;Tên\n1;Sở Y tế\n2;{'a' * 140_000}\n".encode()
    with pytest.raises(AnnexRefused) as refused:
        read_text(raw, {})
    assert refused.value.text.en == "a cell has over 131072 letters"


@pytest.mark.parametrize("sign", [";", "\t", ","])
def test_a_row_of_many_blanks_widens_no_other(sign: str) -> None:
    """Every row was made as wide: 15,000 of half a million cells took 13 GB, and the machine."""
    rows = "".join(f"{n}{sign}Sở số {n}\n" for n in range(1, 4))
    text = f"STT{sign}Tên\n{rows}4{sign}Sở Y tế{sign * 500_000}\n"
    assert [line.name for line in read_text(text.encode(), {}).lines][-1] == "Sở Y tế"


def test_a_table_of_more_cells_than_any_list_has_is_refused(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(roster_files, "MOST_CELLS", 5)
    with pytest.raises(AnnexRefused, match="wide"):
        read_text("STT;Tên\n1;Sở Y tế\n2;Sở Nội vụ\n".encode(), {})


def test_what_is_blank_between_signs_is_not_asked_whether_it_is_a_body(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A line that ends in thousands of signs was asked of each of them, and joined again at each."""
    asked: list[str] = []

    def counted(words: str) -> bool:
        asked.append(words)
        return begins(words)

    monkeypatch.setattr(roster_lists, "begins", counted)
    text = f"Sở Y tế; Sở Nội vụ{';' * 500}\nSở Tư pháp, tên cũ; phòng cũ{'; ' * 500}\n"
    found = read_text(text.encode(), {}).lines
    assert [line.name for line in found][:2] == ["Sở Y tế", "Sở Nội vụ"]
    assert len(asked) < 20


def test_a_name_as_long_as_none_is_refused() -> None:
    """A hundred thousand bodies on one line are one name; to compare it took minutes."""
    with pytest.raises(AnnexRefused) as refused:
        read_text(("Sở Y tế, " * 300).encode(), {})
    assert "over 2000 letters" in refused.value.text.en
    assert len(read_text(("Sở Y tế, " * 200).encode(), {}).lines) == 1


def test_a_line_of_more_names_than_a_table_has_columns_is_a_list() -> None:
    names = [f"Sở số {n}" for n in range(400)]
    found = read_text("; ".join(names).encode(), {}).lines
    assert [line.name for line in found] == names


def test_lines_that_end_as_on_old_macs_have_the_same_bound() -> None:
    with pytest.raises(AnnexRefused, match="roster-long"):
        read_text(b"a\r" * 20_001, {})


def test_a_long_word_is_looked_through_once_for_an_address() -> None:
    """It took the square of its letters: such a list was never read to its end."""
    line = line_of(f"Sở Y tế {'a' * 400_000} x@y.vn", Text("", ""))
    assert line.addresses == ("x@y.vn",)
