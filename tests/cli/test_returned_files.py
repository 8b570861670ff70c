"""Files that the form of the site made come back by e-mail, and are entered as workbooks are."""

from pathlib import Path

import pytest

from kehoach.cli.app import run

PLAN = """\
schema: kehoach/plan@1
id: "07"
title: Kế hoạch
period: {from: 2027-01-01, to: 2027-12-31}
items:
  - id: "1"
    kind: report
    title: Báo cáo
    text: Báo cáo trước ngày 10/6/2027.
    implement: [so-y-te, so-noi-vu]
    deadline: {before: 2027-06-10}
"""
AGENCIES = """\
schema: kehoach/agencies@1
agencies: [{id: so-y-te, name: Sở Y tế}, {id: so-noi-vu, name: Sở Nội vụ}]
"""
FILE = """\
schema: kehoach/submission@1
plan: "07"
agency: {agency}
document: {{number: "{number}", date: 2027-06-08}}
reports:
  - {{item: "1"}}
"""


@pytest.fixture(name="desk")
def _desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder of mail beside a data folder; the program is called from there."""
    (tmp_path / "data").mkdir()
    (tmp_path / "thu").mkdir()
    (tmp_path / "data" / "plan_07.yaml").write_text(PLAN)
    (tmp_path / "data" / "agencies.yaml").write_text(AGENCIES)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def _imported(*args: str) -> int:
    return run(
        ["import", "submissions", *args, "--received", "2027-06-09", "--as-of", "2027-06-30"]
    )


def test_files_of_one_name_go_to_their_agencies_and_into_the_book(
    desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for agency, number in (("so-y-te", "8/BC-SYT"), ("so-noi-vu", "9/BC-SNV")):
        (desk / "thu" / agency).mkdir()
        text = FILE.format(agency=agency, number=number)
        (desk / "thu" / agency / "bao-cao-once.yaml").write_text(text)
    assert _imported("thu/so-y-te/bao-cao-once.yaml", "thu/so-noi-vu") == 0
    filed = sorted(each.relative_to(desk).as_posix() for each in desk.rglob("submissions/*/*.yaml"))
    assert filed == [
        "data/submissions/so-noi-vu/bao-cao-once.yaml", "data/submissions/so-y-te/bao-cao-once.yaml",
    ]  # fmt: skip
    capsys.readouterr()
    run(["status", "--no-git", "--as-of", "2027-06-30", "--by", "agency"])
    shown = capsys.readouterr().out
    assert "Hoàn thành 2/2 (100,0 %) · Đúng hạn 2/2 (100,0 %)" in shown
    assert (desk / "data" / "receipts.yaml").read_text().count("received: 2027-06-09") == 2


def test_what_cannot_be_read_is_told_with_its_place_and_hinders_nobody_else(
    desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    good, bad, lost = (desk / "thu" / name for name in ("a.yaml", "b.yaml", "c.yaml"))
    good.write_text(FILE.format(agency="so-y-te", number="8/BC-SYT"))
    bad.write_text(FILE.format(agency="so-noi-vu", number="9/BC-SNV") + "tasks: xong\n")
    lost.write_text(FILE.format(agency="so-la", number="7/BC-SL"))
    assert _imported("thu") == 1
    told = capsys.readouterr().err
    assert "thu/b.yaml:7:8: KH203" in told
    assert "không có kế hoạch “07” hoặc cơ quan “so-la” ở đây" in told
    assert [each.parent.name for each in desk.rglob("submissions/*/*.yaml")] == ["so-y-te"]


def test_a_file_that_is_named_twice_is_read_once(desk: Path) -> None:
    (desk / "thu" / "a.yaml").write_text(FILE.format(agency="so-y-te", number="8/BC-SYT"))
    assert _imported("thu", "thu/a.yaml", "thu/../thu/a.yaml") == 0
    assert (desk / "data" / "receipts.yaml").read_text().count("received:") == 1


@pytest.mark.parametrize(
    ("files", "told"),
    [
        ({"a.txt": "x"}, "there is no workbook and no .yaml file in “thu”"),
        (dict.fromkeys(("a.yaml", "b.yaml"), FILE.format(agency="so-y-te", number="8")),
         "two sheets make the same file data/submissions/so-y-te/bao-cao-once.yaml"),
    ],
)  # fmt: skip
def test_what_cannot_be_entered_leaves_the_folder_as_it_was(
    desk: Path, capsys: pytest.CaptureFixture[str], files: dict[str, str], told: str
) -> None:
    for name, text in files.items():
        (desk / "thu" / name).write_text(text)
    before = sorted(desk.rglob("*"))
    assert _imported("thu", "--lang", "en") == 2
    assert told in capsys.readouterr().err
    assert sorted(desk.rglob("*")) == before
