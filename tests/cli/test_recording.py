"""``receive``, ``extend``, ``waive`` and the like: one entry, judged before it is written.

The plan "06" of the fixture: II.1.b of all departments by the end of July 2021 (the 31st is a Saturday:
by 2 August), II.3.5 of so-tai-chinh by 30 September, and the yearly report III.1.c of all by 1 December.
"""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import pytest

from cli.entering import LETTER, entered, text
from cli.hostile_runs import Capture, MakeFolder
from kehoach.cli.app import run
from kehoach.cli.commands.recording import recorded
from kehoach.diagnostics import Finding
from kehoach.reading.folder import ChangedMeanwhile
from kehoach.run.since import brought

DONE = ("--number", "7/SNV", "--dated", "2021-07-29")
HEAD = "schema: kehoach/decisions@1\n"


def test_what_came_is_entered_in_a_book_that_is_begun(small: MakeFolder, capsys: Capture) -> None:
    """The lines are shown with their place, then what they turned: 4 days overdue, and on the last day."""
    data = small()
    came = (
        "receive",
        "Sở Tài chính",
        "so-noi-vu",
        "III.1.c",
        "--period",
        "2021",
        "--on",
        "1/12/2021",
    )
    assert entered(*came) == 0
    assert text(data.root, "receipts.yaml") == (
        "schema: kehoach/receipts@1\nreceipts:\n"
        "  - {agency: so-tai-chinh, item: III.1.c, period: 2021, received: 2021-12-01}\n"
        "  - {agency: so-noi-vu, item: III.1.c, period: 2021, received: 2021-12-01}\n"
    )
    out = capsys.readouterr().out
    assert out.startswith("data/receipts.yaml:1\n  schema: kehoach/receipts@1\n")
    assert (
        "Sở Tài chính, Sở Nội vụ: mục III.1.c, kỳ 2021: Quá hạn, chưa gửi báo cáo (hạn 01/12/2021, "
        "muộn 4 ngày) → Hoàn thành đúng hạn (hạn 01/12/2021, đúng ngày cuối của hạn)\n"
    ) in out


KEPT = (
    "\ufeff# Sổ của văn phòng\r\nschema: kehoach/decisions@1\r\n\r\nwaivers: []   # chưa có\r\n"
    "extensions:\r\n  # cũ\r\n  - {item: II.3.5, due: 2021-10-29, "
    "document: {number: '1/A', date: 2021-09-01}}  # đã gửi\r\n\r\n# hết\r\n"
)


def test_every_other_byte_stays(small: MakeFolder) -> None:
    """Comments, order, quotes, CRLF, the byte order mark; the new entry is written as those before it."""
    data = small({"decisions.yaml": KEPT})
    longer = (
        "extend",
        "III.1.c",
        "--period",
        "2021",
        "--agency",
        "so-noi-vu",
        "--to",
        "2021-12-20",
    )
    assert entered(*longer, *LETTER) == 0
    added = (
        "  - {item: III.1.c, period: 2021, agencies: [so-noi-vu], due: 2021-12-20, "
        'document: {number: "12/QĐ-UBND", date: 2021-11-20}}\r\n'
    )
    before, after = KEPT.split("# đã gửi\r\n")
    assert text(data.root, "decisions.yaml") == f"{before}# đã gửi\r\n{added}{after}"


@pytest.mark.parametrize(
    ("args", "said"),
    [
        # It is no later than what stands: an error, and nothing helps.
        (("extend", "III.1.c", "--period", "2021", "--to", "2021-11-20", *LETTER), "KH604"),
        (
            ("extend", "III.1.c", "--period", "2021", "--to", "2021-11-20", *LETTER, "--anyway"),
            "KH604",
        ),
        # II.3.5 is so-tai-chinh's alone.
        (("waive", "II.3.5", "--agency", "so-noi-vu", "--reason", "x", *LETTER), "KH606"),
        # The same day that stands already.
        (
            ("extend", "II.3.5", "--to", "2021-09-30", "--number", "1", "--dated", "2021-09-01"),
            "KH607",
        ),
        # It is due at no session.
        (("event", "III.1.c", "--on", "2021-10-01", "--period", "2021", *LETTER), "KH607"),
        # Nobody sent a letter of that number.
        (("receive", "so-noi-vu", "--number", "9/X", "--on", "2021-11-30"), "KH612"),
        # II.3.5 is not its; the report of 2022 came before 2022 began.
        (("receive", "so-noi-vu", "II.3.5", "--on", "2021-07-30", *DONE), "KH407"),
        (("receive", "so-noi-vu", "III.1.c", "--period", "2022", "--on", "2021-11-30"), "KH417"),
        # It came before it was written; and after today.
        (
            ("receive", "so-noi-vu", "II.1.b", "--on", "2021-07-01", *DONE),
            "KH610",
        ),
        (("receive", "so-noi-vu", "III.1.c", "--period", "2021", "--on", "2091-07-01"), "KH609"),
    ],
)
def test_what_check_would_find_wrong_is_not_written(
    small: MakeFolder, capsys: Capture, args: tuple[str, ...], said: str
) -> None:
    data = small({"decisions.yaml": HEAD})
    assert entered(*args) == 1
    told = capsys.readouterr()
    assert said in told.err
    assert "chưa ghi gì" in told.err
    assert not told.out
    assert text(data.root, "decisions.yaml") == HEAD
    assert not (data.root / "receipts.yaml").exists()


def test_what_has_no_effect_yet_is_written_anyway(small: MakeFolder, capsys: Capture) -> None:
    """The office enters a letter whose file is still to be imported."""
    data = small()
    assert entered("receive", "so-noi-vu", "--number", "9/X", "--on", "2021-11-30", "--anyway") == 0
    assert "KH612" in capsys.readouterr().err
    assert 'document: {number: "9/X"}' in text(data.root, "receipts.yaml")


def test_the_same_is_not_entered_twice(small: MakeFolder, capsys: Capture) -> None:
    data = small()
    came = ("receive", "so-noi-vu", "II.1.b", "--on", "2021-07-30", *DONE)
    assert entered(*came) == 0
    once = text(data.root, "receipts.yaml")
    assert entered(*came) == 1
    assert "KH613" in capsys.readouterr().err
    assert text(data.root, "receipts.yaml") == once


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (
            ("extend", "II.3.55", "--to", "2021-12-20", *LETTER),
            "không có mục “II.3.55”; có phải: II.3.5",
        ),
        (("waive", "II.3.5", "--agency", "so-tai-chin", "--reason", "x", *LETTER), "so-tai-chinh"),
        (("receive", "so-noi-vu", "II.3.55", "--on", "2021-07-30"), "có phải: II.3.5"),
        (("receive", "so-noi-vu", "III.1.c", "--on", "2021-11-30"), "cần --period: 2021"),
        (
            ("receive", "so-noi-vu", "III.1.c", "--period", "2030", "--on", "2021-11-30"),
            "các kỳ: 2021",
        ),
        (("receive", "so-noi-vu", "II.9", "--on", "2021-07-30"), "không có cơ quan hay mục “II.9”"),
        (("receive", "so-noi-vu", "II.1.b", "--on", "2021-07-30"), "thêm --number, --dated"),
        (("receive", "II.1.b", "--on", "2021-11-30"), "chưa nêu cơ quan"),
        (("receive", "so-noi-vu", "--on", "2021-11-30"), "chưa nêu đã nhận gì"),
        (("event", "mua-lu", "--on", "2021-11-30", *LETTER), "không có sự kiện “mua-lu”"),
        (
            ("extend", "II.3.5", "--plan", "07", "--to", "2021-12-20", *LETTER),
            "không có kế hoạch “07”",
        ),
        (
            ("event", "III.1.c", "--on", "2021-12-01", "--agency", "x", *LETTER),
            "--agency không dùng",
        ),
        (
            ("receive", "so-noi-vu", "--number", "1", "--period", "2021", "--on", "2021-12-01"),
            "chỉ khi",
        ),
        (("pause", "II.3.5", "--end", "2021-12-20"), "không có lần tạm dừng nào đang kéo dài"),
    ],
)
def test_what_is_not_known_is_told_in_one_line(
    small: MakeFolder, capsys: Capture, args: tuple[str, ...], said: str
) -> None:
    data = small()
    assert entered(*args) == 2
    told = capsys.readouterr()
    assert said in told.err
    assert told.err.count("\n") == 1
    assert not (data.root / "decisions.yaml").exists()


@pytest.mark.parametrize(
    ("args", "example"),
    [
        (
            ("extend",),
            "thiếu ITEM, --to, --number, --dated; ví dụ: kehoach extend II.2 --to 2026-12-20 ",
        ),
        (
            ("waive", "II.3.5", *LETTER),
            "thiếu --reason; ví dụ: kehoach waive II.3.5 --reason 'thiên tai' ",
        ),
        (("return", "III.1.c", "--reason", "x", *LETTER), "thiếu --agency; "),
        (("pause", "II.3.5", *LETTER), "thiếu --from, --reason; "),
        (("event",), "thiếu EVENT, --on, --number, --dated; "),
        (
            ("receive",),
            "thiếu AGENCY, ITEM, --on; ví dụ: kehoach receive so-y-te II.2 --on 2026-12-01",
        ),
    ],
)
def test_all_that_lacks_is_told_at_once_with_a_line_to_paste(
    small: MakeFolder, capsys: Capture, args: Sequence[str], example: str
) -> None:
    small()
    assert run([*args]) == 2
    told = capsys.readouterr().err
    assert example in " ".join(told.split())


def test_a_trial_shows_all_and_writes_nothing(small: MakeFolder, capsys: Capture) -> None:
    data = small()
    excused = ("waive", "II.3.5", "--reason", "thiên tai", *LETTER)
    assert entered(*excused, "--dry-run") == 0
    shown = capsys.readouterr()
    assert not (data.root / "decisions.yaml").exists()
    assert entered(*excused) == 0
    assert capsys.readouterr().out == shown.out
    assert "Quá hạn (hạn 30/09/2021, muộn 66 ngày) → Miễn" in shown.out


def test_a_file_that_cannot_be_read_is_mended_first(small: MakeFolder, capsys: Capture) -> None:
    data = small({"decisions.yaml": f"{HEAD}extensions: [\n"})
    assert entered("waive", "II.3.5", "--reason", "x", *LETTER) == 2
    assert "data/decisions.yaml" in capsys.readouterr().err
    assert text(data.root, "decisions.yaml") == f"{HEAD}extensions: [\n"


def test_what_may_not_be_written_is_left(
    small: MakeFolder, capsys: Capture, tmp_path: Path
) -> None:
    """A link, within the folder or out of it, and a file that is only for reading."""
    data = small({"decisions.yaml": HEAD})
    path, excused = data.root / "decisions.yaml", ("waive", "II.3.5", "--reason", "x", *LETTER)
    path.chmod(0o444)
    assert entered(*excused) == 2
    assert "chỉ cho đọc" in capsys.readouterr().err
    path.chmod(0o644)
    path.rename(data.root / "that.yaml")
    path.symlink_to(data.root / "that.yaml")
    assert entered(*excused) == 2
    assert "liên kết" in capsys.readouterr().err
    path.unlink()
    (tmp_path / "out.yaml").write_text(HEAD)
    path.symlink_to(tmp_path / "out.yaml")
    assert entered(*excused) == 2
    assert (tmp_path / "out.yaml").read_text() == HEAD


def test_english(small: MakeFolder, capsys: Capture) -> None:
    small()
    assert entered("waive", "II.3.5", "--reason", "storm", *LETTER, "--lang", "en") == 0
    out = capsys.readouterr().out
    assert "Sở Tài chính: item II.3.5: Overdue (due 2021-09-30, 66 days late) → Waived" in out


def test_the_letter_that_ends_a_pause_is_noted(small: MakeFolder) -> None:
    data = small()
    begun = (
        "pause",
        "II.3.5",
        "--from",
        "2021-09-01",
        "--reason",
        "chờ",
        "--title",
        "V/v tạm dừng",
    )
    assert entered(*begun, "--number", "5/TB", "--dated", "2021-09-01") == 0
    assert entered("pause", "II.3.5", "--end", "2021-11-30", *LETTER) == 0
    assert text(data.root, "decisions.yaml").endswith(
        '    document: {number: "5/TB", date: 2021-09-01, title: V/v tạm dừng}\n'
        "    until: 2021-11-30\n"
        "    note: kết thúc theo 12/QĐ-UBND ngày 20/11/2021\n"
    )


def test_a_file_that_somebody_else_writes_meanwhile_is_left_to_them(
    small: MakeFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = small({"decisions.yaml": HEAD})
    theirs = f"{HEAD}waivers: []\n"

    def meanwhile(old: Iterable[Finding], new: Iterable[Finding]) -> Iterator[Finding]:
        (data.root / "decisions.yaml").write_text(theirs)
        return brought(old, new)

    monkeypatch.setattr(recorded, "brought", meanwhile)
    with pytest.raises(ChangedMeanwhile):  # told in one line where the program begins
        entered("waive", "II.3.5", "--reason", "x", *LETTER)
    assert text(data.root, "decisions.yaml") == theirs
