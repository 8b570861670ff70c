"""Exports: every figure adds up, every word stays a word, every day is a real day.

What was written is read back by other programs than those that wrote it: ``openpyxl``,
``icalendar``, ``csv`` and ``pyarrow``.
"""

import csv
import json
import sys
import unicodedata
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from io import BytesIO, StringIO
from itertools import chain, repeat
from pathlib import Path
from typing import Any

import openpyxl
import pyarrow.parquet as pq
import pytest
from icalendar import Calendar
from openpyxl.worksheet.worksheet import Worksheet

from kehoach import __version__
from kehoach.cli.app import run as command
from kehoach.pages.status_page import status_json
from kehoach.run import Run
from kehoach.sheets.export_formats import EXPORT_FORMATS
from kehoach.sheets.workbook_writer import MOST_UNITS, fitting
from kehoach.terminal.screen import Screen
from kehoach.verdicts.assessment import Reason, Status
from kehoach.verdicts.assessment.alike import alone
from kehoach.words import Lang
from kehoach.words.safety import printable

SHIPPED = Path(__file__).resolve().parents[2] / "data"
Judge = Callable[..., Run]
PlanText = Callable[..., str]
VI = Screen()
UID_OCTETS = 255  # RFC 7986, 5.3
NAMES = (
    "schema: kehoach/agencies@1\nagencies:\n  - {id: so-tai-chinh, name: Sở Tài chính}\n"
    "  - {id: so-noi-vu, name: Sở Nội vụ}\n  - {id: so-tu-phap, name: Sở Tư pháp}\n"
)
BY_AGENCY = 3  # the parts of an id: plan, item, period, agency, and what makes it unique

TEN = 'id: "1", title: "Báo cáo", lead: [so-tai-chinh], implement: [so-noi-vu], deadline: {by: 2021-12-10}'
HOSTILE = (
    "[/nope][red]", "\x1b[31mđỏ\x1b[0m", "::error file=a::b", "a|b", "một\nhai", "<b>x</b>&amp;",
    '=HYPERLINK("http://x","y")', "+1", "-2+3", "@all", "\t=1", "ab\u202etxt", "\u200f@x", "x;=1+1",
    unicodedata.normalize("NFD", "Uỷ ban hoà giải"), 'nháy " kép, phẩy', "\\n \\, \\;",
)  # fmt: skip


def _export(run: Run, name: str, lang: Lang = "vi") -> bytes:
    made = EXPORT_FORMATS[name].export(run, Screen(lang=lang))
    return made if isinstance(made, bytes) else b"".join(made)


def _csv(run: Run, lang: Lang = "vi") -> list[dict[str, str]]:
    text = _export(run, "csv", lang).decode()
    return list(csv.DictReader(StringIO(text, newline="")))


def _book(run: Run, lang: Lang = "vi", *, large: bool = False) -> dict[str, Worksheet]:
    book = openpyxl.load_workbook(BytesIO(_export(run, "xlsx", lang)), read_only=large)
    return {name: book[name] for name in book.sheetnames}


def _events(run: Run) -> list[Any]:
    """Return the events of the calendar, as another program reads them."""
    return list(Calendar.from_ical(_export(run, "ics")).walk("VEVENT"))


def _named(event: Any) -> str:
    """Return what an event's id names, without what makes it unique in the world."""
    return str(event["uid"]).rpartition("/")[0]


def _ones(judge: Judge, plan_text: PlanText, **question: Any) -> Run:
    """Return a run over two duties, one delivered in time, due on 2021-12-10."""
    done = (
        'schema: kehoach/submission@1\nplan: "07"\nagency: so-noi-vu\n'
        "document: {number: 9/SNV, date: 2021-12-01}\n"
        'tasks: [{item: "1", status: done, completed: 2021-12-01}]\n'
    )
    files = {"plan_07.yaml": plan_text(TEN), "submissions/so-noi-vu/a.yaml": done}
    return judge(files, "2021-12-05", **question)


def _published(judge: Judge, plan_text: PlanText) -> Run:
    """Return the table of report 1270/BC-TCTTTg of the Government Office (2017), verdict by verdict."""
    run = _ones(judge, plan_text)
    one = run.assessments[0]
    numbers = {
        Status.DONE_ON_TIME: 14_068, Status.DONE_LATE: 1_983, Status.IN_TERM: 5_640,
        Status.OVERDUE: 223,
    }  # fmt: skip
    each = (one._replace(status=s, reason=Reason.NOTHING_CAME) for s in numbers)
    return replace(
        run, alike=tuple(map(alone, chain.from_iterable(map(repeat, each, numbers.values()))))
    )


def test_the_published_table_in_the_workbook(judge: Judge, plan_text: PlanText) -> None:
    """21,914 = 14,068 + 1,983 + 5,640 + 223; completion 16,051/16,274."""
    sheets = _book(_published(judge, plan_text), large=True)
    rows = {
        str(row[0]): row[1:4] for row in sheets["Tổng hợp"].iter_rows(values_only=True) if row[0]
    }
    parts = ("Hoàn thành đúng hạn", "Hoàn thành quá hạn", "Trong hạn", "Quá hạn")
    assert [rows[part][0] for part in parts] == [14_068, 1_983, 5_640, 223]
    assert rows["Giao = đúng hạn + hoàn thành quá hạn + trong hạn + quá hạn"][0] == 21_914
    (completion,) = (cells for name, cells in rows.items() if name.startswith("Tỷ lệ hoàn thành"))
    assert completion[:2] == (16_051, 16_274)
    assert completion[2] == pytest.approx(16_051 / 16_274)
    for name in ("Theo cơ quan", "Theo mục"):
        heads, *body = sheets[name].iter_rows(values_only=True)
        sums = {
            head: sum(number for row in body if isinstance(number := row[column], int))
            for column, head in enumerate(heads)
        }
        heads = ("Giao", "Hoàn thành đúng hạn", "Hoàn thành quá hạn", "Trong hạn", "Quá hạn")
        assert [sums[head] for head in heads] == [21_914, 14_068, 1_983, 5_640, 223]
    assert sheets["Quá hạn"].max_row == 1 + 223
    assert sheets["Nghĩa vụ"].max_row == 1 + 21_914


def test_the_published_table_in_csv(judge: Judge, plan_text: PlanText) -> None:
    """The rows of each state are as many as the table says."""
    assert Counter(row["Trạng thái"] for row in _csv(_published(judge, plan_text))) == {
        "Hoàn thành đúng hạn": 14_068,
        "Hoàn thành quá hạn": 1_983,
        "Trong hạn": 5_640,
        "Quá hạn": 223,
    }


def test_the_shipped_data_agree_in_every_format(judge: Judge) -> None:
    """One row an obligation everywhere, and the workbook's sums are those of ``status``."""
    run = judge(_shipped(), "2021-12-15", git=False)
    assert len(_csv(run)) == len(run.assessments)
    sheets = _book(run)
    assert list(sheets) == [
        "Tổng hợp", "Nghĩa vụ", "Theo cơ quan", "Theo mục", "Quá hạn", "Sắp đến hạn", "Phát hiện",
    ]  # fmt: skip
    assert sheets["Nghĩa vụ"].max_row == 1 + len(run.assessments)
    assert sheets["Theo cơ quan"].max_row == 1 + len(run.responsibilities)
    assert sheets["Phát hiện"].max_row == 1 + len(run.wrong)
    (assigned,) = (row[1] for row in sheets["Tổng hợp"].iter_rows(values_only=True)
                   if str(row[0]).startswith("Giao ="))  # fmt: skip
    assert assigned == run.counts.assigned
    assert _export(run, "json").decode() == "".join(status_json(run, VI))


def _shipped() -> Any:
    from kehoach.reading.folder import DataFolder  # noqa: PLC0415 - of one test's concern

    return DataFolder(SHIPPED)


def test_the_first_sheet_says_what_it_is(judge: Judge) -> None:
    """Plan, day, data revision, and that invented data are counted."""
    run = judge(_shipped(), "2021-12-15", git=False)
    top = [row[0].value for row in _book(run)["Tổng hợp"].iter_rows(max_row=9)]
    assert any("Dữ liệu minh hoạ" in str(words) for words in top)
    assert any("Kế hoạch 06" in str(words) for words in top)
    assert any("15/12/2021" in str(words) for words in top)
    assert any("không thuộc kho git nào" in str(words) for words in top)


def test_what_was_asked_for_is_said(judge: Judge, plan_text: PlanText) -> None:
    """A part is never taken for the whole."""
    run = _ones(judge, plan_text, agencies=("so-noi-vu",), only=("on-time",))
    words = "".join(str(row[0].value) for row in _book(run)["Tổng hợp"].iter_rows())
    assert "Chỉ gồm: cơ quan so-noi-vu · trạng thái on-time" in words
    assert len(_csv(run)) == 1


def test_days_are_days_and_numbers_are_numbers(judge: Judge, plan_text: PlanText) -> None:
    """Sorting by day and adding up work in a spreadsheet; the header stays and filters."""
    sheet = _book(_ones(judge, plan_text))["Nghĩa vụ"]
    heads = [str(cell.value) for cell in sheet[1]]
    due = sheet.cell(2, heads.index("Hạn") + 1)
    assert due.value == datetime(2021, 12, 10)  # noqa: DTZ001 - a day of a spreadsheet has no zone
    assert due.is_date
    assert due.number_format == "dd/mm/yyyy"
    days = [
        sheet.cell(row, 1 + heads.index("Quá hạn (+), còn lại hoặc sớm (−): ngày"))
        for row in (2, 3)
    ]
    # Five days are left to the one; the other had done it nine days before.
    assert sorted(str(cell.value) for cell in days) == ["-5", "-9"]
    assert {cell.data_type for cell in days} == {"n"}
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref


def test_csv_keeps_numbers_and_days(judge: Judge, plan_text: PlanText) -> None:
    """A negative number is no formula; days are ISO 8601; lines end as RFC 4180 has it."""
    run = _ones(judge, plan_text)
    rows = _csv(run, "en")
    assert [row["Due"] for row in rows] == ["2021-12-10"] * 2
    assert sorted(row["Days late (+), left or early (-)"] for row in rows) == ["-5", "-9"]
    assert _export(run, "csv").count(b"\r\n") == 3
    assert not _export(run, "csv").startswith(b"\xef\xbb\xbf")


@pytest.mark.parametrize("lang", ["vi", "en"])
@pytest.mark.parametrize("name", ["csv", "xlsx", "ics", "json", "parquet"])
def test_the_same_answer_gives_the_same_bytes(
    judge: Judge, plan_text: PlanText, name: str, lang: Lang
) -> None:
    """Nothing rests on the clock."""
    run = _ones(judge, plan_text)
    assert _export(run, name, lang) == _export(run, name, lang)


@pytest.fixture(name="hostile")
def _hostile(judge: Judge, plan_text: PlanText) -> Run:
    """Return a run with a hostile text in the title, the sentence, the wording and each note."""
    deadline = "lead: [so-tai-chinh], deadline: {within: 2021}"
    items = (
        f'id: "{number}", title: {json.dumps(text)}, text: {json.dumps(text)}, '
        f"wording: {json.dumps(text)}, {deadline}"
        for number, text in enumerate(HOSTILE, start=1)
    )
    big = "Ghi chú dài " * 9_000
    tasks = [
        {"item": str(number), "status": "done", "note": big if number == 1 else text,
         "completed": "2021-06-01"}
        for number, text in enumerate(HOSTILE, start=1)
    ]  # fmt: skip
    filed = {
        "schema": "kehoach/submission@1", "plan": "07", "agency": "so-tai-chinh",
        "document": {"number": "=cmd|' /C calc'!A0", "date": "2021-06-02"}, "tasks": tasks,
    }  # fmt: skip
    run = judge(
        {
            "plan_07.yaml": plan_text(*items),
            "submissions/so-tai-chinh/a.yaml": json.dumps(filed),
        },
        "2021-12-05",
    )
    assert len(run.assessments) == len(HOSTILE)
    assert all(each.claim is not None for each in run.assessments)
    return run


def _safe(words: str) -> bool:
    return "\x1b" not in words and printable(words.replace("\r\n", "\n")) == words.replace(
        "\r\n", "\n"
    )


def test_csv_escapes_every_text(hostile: Run) -> None:
    """A reader finds as many columns and rows as were written, and nothing that acts."""
    text = _export(hostile, "csv").decode()
    assert _safe(text)
    table = list(csv.reader(StringIO(text, newline="")))
    assert len(table) == 1 + len(HOSTILE)
    assert len({len(row) for row in table}) == 1
    heads, *rows = table
    numeric = {column for column, head in enumerate(heads) if head.startswith("Quá hạn (+)")}
    for row in rows:
        for column, cell in enumerate(row):
            assert column in numeric or not cell.startswith(tuple("=+-@\t\r"))
    notes = [row[heads.index("Ghi chú của cơ quan")] for row in rows]
    assert len(notes[0]) > 100_000
    # A file in NFD (macOS) is composed when it is read: searching in the table finds it.
    assert unicodedata.normalize("NFC", "Uỷ ban hoà giải") in notes
    assert 'nháy " kép, phẩy' in notes


def test_the_workbook_escapes_every_text(hostile: Run) -> None:
    """No cell is a formula or a link; a note longer than a cell may hold is cut and says so."""
    sheets = _book(hostile)
    for sheet in sheets.values():
        for row in sheet.iter_rows():
            for cell in row:
                assert cell.data_type != "f"
                assert cell.hyperlink is None
                if isinstance(cell.value, str):
                    assert _safe(cell.value)
                    assert len(cell.value.encode("utf-16-le")) // 2 <= MOST_UNITS
    sheet = sheets["Nghĩa vụ"]
    heads = [str(cell.value) for cell in sheet[1]]
    notes = [sheet.cell(row, heads.index("Ghi chú của cơ quan") + 1) for row in range(2, 19)]
    assert str(notes[0].value).endswith("… (đã cắt; xem tệp gốc)")
    link = next(cell for cell in notes if str(cell.value).startswith("=HYPERLINK"))
    assert link.data_type == "s"
    assert link.quotePrefix


def test_cutting_never_halves_a_sign() -> None:
    """Excel counts UTF-16 units: a sign outside the first plane counts twice."""
    for words in ("a" * 40_000, "😀" * 20_000, "a" + "😀" * 20_000):
        cut = fitting(words, "vi")
        assert len(cut.encode("utf-16-le")) <= 2 * MOST_UNITS
        assert "\ufffd" not in cut
    assert fitting("😀" * 16_383, "vi") == "😀" * 16_383


def test_the_calendar_escapes_every_text(hostile: Run) -> None:
    """RFC 5545, 3.1: lines of at most 75 octets, folded between signs; no text forges a line."""
    raw = _export(hostile, "ics")
    lines = raw.removesuffix(b"\r\n").split(b"\r\n")
    assert all(len(line) <= 75 for line in lines)
    for line in lines:
        line.decode()  # no sign is torn apart
        assert b"\n" not in line
    assert _safe(raw.decode())
    events = _events(hostile)
    assert len(events) == len(HOSTILE)
    words = [str(event["description"]) for event in events]
    assert any("một\nhai" in each for each in words)
    assert any("\\n \\, \\;" in each for each in words)


def test_an_event_for_all_who_owe_it(judge: Judge, plan_text: PlanText) -> None:
    """One item and period is one event, a whole day, with reminders, at no hour of the clock."""
    (event,) = _events(_ones(judge, plan_text))
    assert _named(event) == "07/1/once"
    assert event["dtstart"].dt == date(2021, 12, 10)
    assert event["dtend"].dt == date(2021, 12, 11)
    assert event["dtstamp"].dt == datetime(2021, 12, 5, tzinfo=UTC)
    assert "còn 1/2 cơ quan" in event["summary"]
    assert "Sở Tài chính: Sắp đến hạn" in event["description"]
    assert "Sở Nội vụ" not in event["description"]
    assert [alarm["trigger"].dt for alarm in event.walk("VALARM")] == [
        timedelta(days=-30), timedelta(days=-7), timedelta(days=-1),
    ]  # fmt: skip


def test_the_calendar_of_an_agency(judge: Judge, plan_text: PlanText) -> None:
    """Its own events with ids of its own; what it has delivered does not remind it."""
    (event,) = _events(_ones(judge, plan_text, agencies=("so-noi-vu",)))
    assert _named(event) == "07/1/once/so-noi-vu"
    assert "đã xong" in event["summary"]
    assert not event.walk("VALARM")


def test_ids_never_change_and_are_told_apart(judge: Judge) -> None:
    """A calendar that imports a later export replaces its events instead of doubling them."""
    ids = {}
    for day in ("2021-12-15", "2024-01-10", "2026-12-31"):
        found = [str(event["uid"]) for event in _events(judge(_shipped(), day, git=False))]
        assert len(found) == len(set(found))
        ids[day] = {uid for uid in found if uid.count("/") <= BY_AGENCY}
    assert ids["2021-12-15"] == ids["2024-01-10"] == ids["2026-12-31"]


@pytest.mark.parametrize(
    ("head", "registry"),
    [
        ("number: 2/KH-UBND\n", ""),
        ("number: 1/KH-UBND\nissued: 2021-02-03\n", ""),
        ("number: 1/KH-UBND\nissuer: so-tu-phap\n", ""),
        ("number: 1/KH-UBND\n", "Sở Nội vụ tỉnh khác"),
    ],
)
def test_no_other_plan_has_the_same_ids(
    judge: Judge, plan_text: PlanText, head: str, registry: str
) -> None:
    """RFC 5545, 3.8.4.7: both calendars go into one program; every province has a plan 07."""
    names = NAMES.replace("Sở Nội vụ", registry) if registry else NAMES
    issuer = "" if "issuer" in head else "issuer: so-noi-vu\n"
    here = {"plan_07.yaml": plan_text(TEN, head="number: 1/KH-UBND\nissuer: so-noi-vu\n"),
            "agencies.yaml": NAMES}  # fmt: skip
    there = {"plan_07.yaml": plan_text(TEN, head=head + issuer), "agencies.yaml": names}
    (ours,), (theirs,) = (_events(judge(each, "2021-12-05")) for each in (here, there))
    assert _named(ours) == _named(theirs)
    assert ours["uid"] != theirs["uid"]
    assert len(ours["uid"].encode()) <= UID_OCTETS


def test_another_question_has_other_ids(judge: Judge, plan_text: PlanText) -> None:
    """A calendar of one agency, imported beside that of all, overwrites nothing."""
    asked: tuple[dict[str, Any], ...] = (
        {}, {"agencies": ("so-noi-vu",)}, {"agencies": ("so-noi-vu", "so-tai-chinh")},
        {"items": ("1",)}, {"periods": ("once",)},
    )  # fmt: skip
    runs = [_ones(judge, plan_text, **each) for each in asked]
    found = [event["uid"] for run in runs for event in _events(run)]
    assert len(found) == len(set(found))


def test_what_lies_ahead_is_in_the_calendar(judge: Judge) -> None:
    """The yearly report, before 2 December: all of its days, successors in the place of bodies."""
    run = judge(_shipped(), "2021-12-15", items=("III.1.c",), git=False)
    days = {_named(event): event["dtstart"].dt for event in _events(run)}
    # 2023-12-02 is a Saturday; 2024-12-01 a Sunday, so that the last day is the Monday.
    assert days["06/III.1.c/2023"] == date(2023, 12, 1)
    assert days["06/III.1.c/2024"] == date(2024, 12, 2)
    (last,) = (e for e in _events(run) if _named(e) == "06/III.1.c/2025")
    assert "Sở Nông nghiệp và Môi trường" in last["description"]
    assert "Sở Nông nghiệp và Phát triển nông thôn" not in last["description"]


def test_an_extension_is_an_event_of_its_own(judge: Judge, plan_text: PlanText) -> None:
    """The original day stays for all the others."""
    decisions = (
        "schema: kehoach/decisions@1\nextensions:\n"
        '  - {item: "1", agencies: [so-tai-chinh], due: 2021-12-20,\n'
        "     document: {number: 1/UBND, date: 2021-12-01}}\n"
    )
    run = judge({"plan_07.yaml": plan_text(TEN), "decisions.yaml": decisions}, "2021-12-05")
    assert {_named(event): event["dtstart"].dt for event in _events(run)} == {
        "07/1/once": date(2021, 12, 10),
        "07/1/once/so-tai-chinh": date(2021, 12, 20),
    }


def test_parquet_has_types(judge: Judge, plan_text: PlanText) -> None:
    """Days are days and numbers are numbers; the file says which plan, day and revision."""
    table = pq.read_table(BytesIO(_export(_ones(judge, plan_text), "parquet")))
    assert table.num_rows == 2
    assert table.column("due").to_pylist() == [date(2021, 12, 10)] * 2
    assert sorted(table.column("days").to_pylist()) == [-9, -5]
    assert set(table.column("status").to_pylist()) == {"in_term", "done_on_time"}
    assert set(table.column("period").to_pylist()) == {"once"}
    about = table.schema.metadata
    assert about[b"kehoach.plans"] == b"07"
    assert about[b"kehoach.as_of"] == b"2021-12-05"


@pytest.mark.parametrize("lang", ["vi", "en"])
@pytest.mark.parametrize("name", ["csv", "ics"])
def test_the_shared_example(
    example: Run, golden: Callable[[str, str], None], name: str, lang: Lang
) -> None:
    """Every text of it survives; how lines end and fold, and the version, are compared elsewhere."""
    text = _export(example, name, lang).decode().replace("\r\n ", "").replace("\r\n", "\n")
    golden(f"export.{lang}.{name}", text.replace(f"kehoach {__version__}//", "kehoach VERSION//"))


def _command(*args: str) -> int:
    return command([
        "export", "--data", str(SHIPPED), "--as-of", "2021-12-15", "--no-git", *args
    ])  # fmt: skip


def test_a_file_is_not_overwritten_unasked(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The suffix chooses the format; ``--force`` overwrites; a BOM where Excel needs one."""
    path = tmp_path / "xuất.csv"
    assert _command("-o", str(path)) == 0
    before = path.read_bytes()
    assert _command("-o", str(path), "--bom") == 2
    assert path.read_bytes() == before
    assert "--force" in capsys.readouterr().err
    assert _command("-o", str(path), "--bom", "--force") == 0
    assert path.read_bytes() == b"\xef\xbb\xbf" + before
    assert _command("-o", str(tmp_path / "a.xlsx")) == 0
    assert (tmp_path / "a.xlsx").read_bytes().startswith(b"PK")
    assert _command("-o", str(tmp_path / "no" / "such.csv")) == 2


def test_standard_output(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    """Off a terminal bytes go there as they are."""
    assert _command("--format", "csv") == 0
    assert capfdbinary.readouterr().out.startswith("Kế hoạch,Mục,Kỳ".encode())
    assert _command("--format", "docx") == 2
    assert _command("--format", "json", "--bom") == 2


@pytest.mark.parametrize("name", ["xlsx", "parquet"])
def test_a_terminal_gets_no_binary(
    name: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """One line that names what is refused and the way out, and nothing on standard output."""
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    assert _command("--format", name) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.count("\n") == 1
    assert f"{name} không phải văn bản để in ra màn hình; ghi ra tệp bằng -o TỆP" in told.err


@pytest.mark.parametrize(
    ("name", "library", "extra"),
    [("xlsx", "xlsxwriter", "excel"), ("ics", "icalendar", "calendar"),
     ("parquet", "pyarrow", "parquet")],
)  # fmt: skip
def test_a_missing_library_is_named(
    name: str,
    library: str,
    extra: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """One line that says what to install, exit 2."""
    monkeypatch.delitem(sys.modules, f"kehoach.sheets.export_{name}", raising=False)
    monkeypatch.setitem(sys.modules, library, None)
    assert _command("--format", name) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert f"pip install 'kehoach[{extra}]'" in told.err
    assert told.err.count("\n") == 1


@pytest.mark.parametrize(("name", "separator"), [(";", ";"), ("tab", "\t"), (",", ",")])
def test_fields_are_divided_as_asked(
    capfdbinary: pytest.CaptureFixture[bytes], name: str, separator: str
) -> None:
    """The same cells, however they are divided; "-" is standard output, and no file."""
    assert _command("-o", "-", "--format", "csv") == 0
    usual = capfdbinary.readouterr().out.decode()
    assert _command("-o", "-", "--format", "csv", "--sep", name) == 0
    divided = capfdbinary.readouterr().out.decode()
    cells = list(csv.reader(StringIO(divided, newline=""), delimiter=separator))
    assert cells == list(csv.reader(StringIO(usual, newline="")))
    assert len(cells) > 1
    assert not Path("-").exists()


def test_a_separator_is_for_csv_only() -> None:
    assert _command("--format", "json", "--sep", ";") == 2
