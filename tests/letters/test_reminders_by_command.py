"""Reminders as the command writes them: numbered, entered in the book, each shown or sent."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from kehoach.cli import app
from kehoach.reading.folder import DataFolder
from letters.reminding import BOOK, DAY, FILES, LETTER, Capture


@pytest.fixture
def here(folder: Callable[..., DataFolder], monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand beside the example's ``data/``."""
    for name in ("KEHOACH_DATA", "KEHOACH_LANG"):
        monkeypatch.delenv(name, raising=False)
    root = folder({**FILES, "reminders.yaml": f"{BOOK}# sổ tay\n{LETTER}"}).root.parent
    monkeypatch.chdir(root)
    return root


EACH = ["summary", "--as-of", DAY, "--no-git", "--each", "-o", "thu"]


def test_numbers_count_up_and_are_entered(here: Path, capsys: Capture) -> None:
    """In the order of the files; a report has a book of its own; comments stay; never twice."""
    record = [*EACH, "--number", "125", "--reply-by", "05/12/2026", "--record"]
    assert app.run(record) == 0
    told = capsys.readouterr().err
    assert "số 125/STP-PBGDPL: Sở Nội vụ" in told  # a notice: of the same series, not entered
    assert "số 126/STP-PBGDPL: Sở Tài chính" in told
    assert "báo cáo có sổ số riêng, số để trống: UBND tỉnh" in told
    assert sorted(path.name for path in (here / "thu").iterdir()) == [
        "so-noi-vu.md", "so-tai-chinh-lan-2.md", "so-tu-phap.md", "ubnd-tinh.md",
    ]  # fmt: skip
    book = here / "data" / "reminders.yaml"
    kept = book.read_text(encoding="utf-8")
    assert kept.startswith(f"{BOOK}# sổ tay\n{LETTER}")
    (entry,) = yaml.safe_load(kept.removeprefix(f"{BOOK}# sổ tay\n{LETTER}"))
    assert entry["agency"] == "so-tai-chinh"
    assert entry["document"]["number"] == "126/STP-PBGDPL"
    assert str(entry["reply_by"]) == "2026-12-05"
    # Q1 was reported; Q2 and Q3 (due 30 June and 30 September) were not.
    assert entry["about"] == [
        {"item": "II.1"}, {"item": "II.2", "period": "2026-Q2"}, {"item": "II.2", "period": "2026-Q3"},
    ]  # fmt: skip
    assert app.run(["check", "--as-of", DAY, "--no-git", "data/reminders.yaml"]) == 0
    capsys.readouterr()

    assert app.run([*record, "--force"]) == 0
    told = capsys.readouterr().err
    assert "chưa đến lượt đôn đốc (viết cả: --all): Sở Tài chính (từ 25/12/2026)" in told
    assert app.run([*record, "--force", "--all"]) == 0
    assert "đã có các văn bản này" in capsys.readouterr().err
    assert book.read_text(encoding="utf-8") == kept


def test_entries_are_proposed_where_none_is_written(here: Path, capsys: Capture) -> None:
    """To be pasted: the number is left to be filled in, and such an entry does not count yet."""
    (here / "data" / "reminders.yaml").unlink()
    assert app.run(EACH) == 0
    out = capsys.readouterr().out
    (entry,) = yaml.safe_load(out)
    assert entry["agency"] == "so-tai-chinh"
    assert "number" not in entry["document"]
    assert not (here / "data" / "reminders.yaml").exists()
    (here / "data" / "reminders.yaml").write_text(BOOK + out, encoding="utf-8")
    assert app.run(["check", "--as-of", DAY, "--no-git"]) == 0
    assert "KH560" in capsys.readouterr().out


def test_the_book_is_begun_where_there_is_none(here: Path, capsys: Capture) -> None:
    """One letter, entered in a file with its schema."""
    (here / "data" / "reminders.yaml").unlink()
    one = ["summary", "--as-of", DAY, "--no-git", "--agency", "so-tai-chinh", "--number", "9",
           "--record", "-o", "stc.docx"]  # fmt: skip
    assert app.run(one) == 0
    assert "đã ghi vào data/reminders.yaml: 1 văn bản" in capsys.readouterr().err
    book = yaml.safe_load((here / "data" / "reminders.yaml").read_text(encoding="utf-8"))
    assert book["schema"] == "kehoach/reminders@1"
    assert book["reminders"][0]["document"]["number"] == "09/STP-PBGDPL"


@pytest.mark.parametrize("to", [["--each"], ["--agency", "so-tai-chinh"]])
@pytest.mark.parametrize("how", ["read-only", "closed folder", "another form"])
def test_no_letter_is_written_where_the_book_cannot_be(
    here: Path, capsys: Capture, how: str, to: list[str]
) -> None:
    """A letter that is sent and not remembered would be sent again."""
    data, book = here / "data", here / "data" / "reminders.yaml"
    if how == "another form":
        book.write_text("{schema: kehoach/reminders@1, reminders: []}\n", encoding="utf-8")
    if how == "read-only":
        book.chmod(0o444)
    if how == "closed folder":
        book.unlink()
        data.chmod(0o555)
    before = {path: path.read_bytes() for path in here.rglob("*") if path.is_file()}
    asked = ["summary", "--as-of", DAY, "--no-git", *to, "--number", "125", "--record"]
    code = app.run([*asked, "-o", "thu" if to == ["--each"] else "thu.md"])
    data.chmod(0o755)
    out, err = capsys.readouterr()
    assert (code, out, len(err.splitlines())) == (2, "", 1)
    assert "data/reminders.yaml" in err
    assert {path: path.read_bytes() for path in here.rglob("*") if path.is_file()} == before


@pytest.mark.usefixtures("here")
def test_an_email_knows_its_address_or_says_that_it_does_not(capsys: Capture) -> None:
    """``To:`` from the registry; whom it has no address of is told once."""
    assert app.run([*EACH, "--format", "eml"]) == 0
    assert "chưa có nơi nhận, vì agencies.yaml không ghi contact của: Sở Nội vụ, UBND tỉnh" in (
        capsys.readouterr().err
    )
    assert "vt@stc.example.vn" in Path("thu/so-tai-chinh-lan-2.eml").read_text("ascii")


@pytest.mark.usefixtures("here")
def test_reminders_are_shown(capsys: Capture) -> None:
    """By explain with each letter, by agency how often, in JSON as a list."""
    about = ["--as-of", DAY, "--no-git"]
    assert app.run(["explain", "II.1", "--agency", "so-tai-chinh", *about]) == 0
    told = " ".join(capsys.readouterr().out.split())
    assert "80/STP-PBGDPL ngày 20/07/2026, đề nghị trả lời chậm nhất 05/08/2026" in told
    assert app.run(["agency", "so-tai-chinh", *about]) == 0
    assert "đã đôn đốc 01 lần, gần nhất 20/07/2026" in " ".join(capsys.readouterr().out.split())
    assert app.run(["summary", *about]) == 0
    assert "đã đôn đốc 01 lần, gần nhất 20/07/2026" in " ".join(capsys.readouterr().out.split())
    assert app.run(["status", "--format", "json", *about]) == 0
    found = {
        (each["agency"], each["item"], each["period"]): each["reminders"]
        for each in json.loads(capsys.readouterr().out)["obligations"]
    }
    assert found["so-tai-chinh", "II.1", "once"] == [
        {"number": "80/STP-PBGDPL", "date": "2026-07-20", "reply_by": "2026-08-05"}
    ]
    assert found["so-tai-chinh", "II.2", "2026-Q2"] == []
