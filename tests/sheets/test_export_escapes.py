"""Texts of strangers in exports, and the ids of a calendar's events."""

import csv
import json
import unicodedata
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from io import BytesIO, StringIO
from typing import Any

import pyarrow.parquet as pq
import pytest
from icalendar import Calendar

from kehoach import __version__
from kehoach.run import Run
from kehoach.sheets.workbook_writer import MOST_UNITS, in_cell
from kehoach.words import Lang
from kehoach.words.safety import printable
from sheets.exported import TEN, Judge, PlanText, book, export, ones, shipped

UID_OCTETS = 255  # RFC 7986, 5.3
NAMES = (
    "schema: kehoach/agencies@1\nagencies:\n  - {id: so-tai-chinh, name: Sở Tài chính}\n"
    "  - {id: so-noi-vu, name: Sở Nội vụ}\n  - {id: so-tu-phap, name: Sở Tư pháp}\n"
)
BY_AGENCY = 3  # the parts of an id: plan, item, period, agency, and what makes it unique
HOSTILE = (
    "[/nope][red]", "\x1b[31mđỏ\x1b[0m", "::error file=a::b", "a|b", "một\nhai", "<b>x</b>&amp;",
    '=HYPERLINK("http://x","y")', "+1", "-2+3", "@all", "\t=1", "ab\u202etxt", "\u200f@x", "x;=1+1",
    unicodedata.normalize("NFD", "Uỷ ban hoà giải"), 'nháy " kép, phẩy', "\\n \\, \\;",
)  # fmt: skip


def _events(run: Run) -> list[Any]:
    """Return the events of the calendar, as another program reads them."""
    return list(Calendar.from_ical(export(run, "ics")).walk("VEVENT"))


def _named(event: Any) -> str:
    """Return what an event's id names, without what makes it unique in the world."""
    return str(event["uid"]).rpartition("/")[0]


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
    text = export(hostile, "csv").decode()
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
    sheets = book(hostile)
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
        cut = in_cell(words, "vi")
        assert len(cut.encode("utf-16-le")) <= 2 * MOST_UNITS
        assert "\ufffd" not in cut
    assert in_cell("😀" * 16_383, "vi") == "😀" * 16_383


def test_the_calendar_escapes_every_text(hostile: Run) -> None:
    """RFC 5545, 3.1: lines of at most 75 octets, folded between signs; no text forges a line."""
    raw = export(hostile, "ics")
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
    (event,) = _events(ones(judge, plan_text))
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
    (event,) = _events(ones(judge, plan_text, agencies=("so-noi-vu",)))
    assert _named(event) == "07/1/once/so-noi-vu"
    assert "đã xong" in event["summary"]
    assert not event.walk("VALARM")


def test_ids_never_change_and_are_told_apart(judge: Judge) -> None:
    """A calendar that imports a later export replaces its events instead of doubling them."""
    ids = {}
    for day in ("2021-12-15", "2024-01-10", "2026-12-31"):
        found = [str(event["uid"]) for event in _events(judge(shipped(), day, git=False))]
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
    runs = [ones(judge, plan_text, **each) for each in asked]
    found = [event["uid"] for run in runs for event in _events(run)]
    assert len(found) == len(set(found))


def test_what_lies_ahead_is_in_the_calendar(judge: Judge) -> None:
    """The yearly report, before 2 December: all of its days, successors in the place of bodies."""
    run = judge(shipped(), "2021-12-15", items=("III.1.c",), git=False)
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
    table = pq.read_table(BytesIO(export(ones(judge, plan_text), "parquet")))
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
    text = export(example, name, lang).decode().replace("\r\n ", "").replace("\r\n", "\n")
    golden(f"export.{lang}.{name}", text.replace(f"kehoach {__version__}//", "kehoach VERSION//"))
