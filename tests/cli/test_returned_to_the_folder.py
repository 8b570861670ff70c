"""What is written of a workbook that came back: nothing is overwritten, and nothing else believed."""

import json
import warnings
import zipfile
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

import jsonschema
import openpyxl
import pytest
import typer
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cli.returned_sheets import (
    COMPLETED,
    FIELDS,
    FILE,
    GOING,
    NOTE,
    REPORT,
    ROWS,
    STATUS,
    TASK,
    Desk,
    Pen,
    PlanText,
)
from kehoach.contract.schemas import schema_text


def test_an_error_on_one_sheet_keeps_that_sheet_alone_from_being_written(desk: Desk) -> None:
    """One bad cell blocks its agency alone: that is named at the end, and the exit code is 1."""
    for name, state in (("STC", "đang thực hiện"), ("SNV", "gần xong")):
        with desk.open(name) as pen:
            pen.head()
            pen.put(ROWS[2], STATUS, state)
    told = desk.run()
    assert (told.code, [*desk.written()]) == (1, [FILE])
    assert "1 tệp đã ghi; chưa ghi: “SNV”; sửa các lỗi trên rồi nhập lại" in told.out


def test_a_file_that_is_there_is_not_overwritten(desk: Desk) -> None:
    """Two workbooks of one agency: the second does not take the place of the first unasked."""
    with desk.open() as pen:
        pen.head()
        pen.put(ROWS[2], STATUS, "đang thực hiện")
    assert desk.run().code == 0
    before = (desk.root / FILE).read_bytes()
    with desk.open() as pen:
        pen.put(ROWS[2], NOTE, "khác")
    told = desk.run()
    assert (told.code, told.out, told.err.count("\n")) == (2, "", 1)
    assert (desk.root / FILE).read_bytes() == before
    assert desk.run(force=True).code == 0
    assert desk.written()[FILE].tasks[0].note == "khác"


def test_another_letter_on_the_same_period_takes_a_name_of_its_own(desk: Desk) -> None:
    """A report sent again, or the next one-off task of the year, must not undo what was sent before."""
    for number in ("210/BC-STC", "230/BC-STC", "230/BC-STC"):
        with desk.open() as pen:
            pen.head(number)
            pen.put(ROWS[0], STATUS, "đã gửi")
        assert desk.run().code == 0
    second = FILE.replace(".yaml", "-2.yaml")
    assert {file: of.document.number for file, of in desk.written().items()} == {
        FILE: "210/BC-STC",
        second: "230/BC-STC",
    }


def test_a_linked_folder_is_not_written_into(desk: Desk, tmp_path: Path) -> None:
    """It may lead anywhere, and is never read."""
    (tmp_path / "elsewhere").mkdir()
    (desk.root / "submissions").symlink_to(tmp_path / "elsewhere")
    with desk.open() as pen:
        pen.head()
        pen.put(ROWS[2], STATUS, "đang thực hiện")
    told = desk.run()
    assert (told.code, told.err.count("\n")) == (2, 1)
    assert list((tmp_path / "elsewhere").iterdir()) == []


def test_a_workbook_in_which_nothing_was_filled_in_makes_no_file(desk: Desk) -> None:
    told = desk.run()
    assert (told.code, told.out.count("chưa điền gì"), desk.written()) == (1, 2, {})
    assert "0 lỗi" in told.out
    assert "chưa có tờ nào được điền nên không có gì để ghi" in told.out
    assert "sửa các lỗi trên" not in told.out


def test_a_sheet_of_ones_own_is_told(desk: Desk) -> None:
    """What stands there is not read, and that is said."""
    book = openpyxl.load_workbook(desk.file)
    book.create_sheet("Ghi chép")["A1"] = "quan trọng"
    book.save(desk.file)
    assert "tờ “Ghi chép”: cần xem lại: tờ này không có dấu nhận biết" in desk.run().out


def test_without_the_hidden_sheet_deletions_cannot_be_noticed_and_that_is_said(desk: Desk) -> None:
    with desk.open() as pen:
        pen.head()
        pen.put(ROWS[2], STATUS, "đang thực hiện")
        del pen.sheet.parent["_kehoach"]
    told = desk.run()
    assert (told.code, "không biết có hàng nào bị xoá" in told.out) == (0, True)


def _foreign() -> bytes:
    book, file = openpyxl.Workbook(), BytesIO()
    book.active["A1"] = "kehoach/workbook"  # type: ignore[index]
    book.save(file)
    return file.getvalue()


def _zip(**parts: str) -> bytes:
    file = BytesIO()
    with zipfile.ZipFile(file, "w") as written:
        for name, content in parts.items():
            written.writestr(name, content)
    return file.getvalue()


@pytest.mark.parametrize(
    "raw",
    [
        pytest.param(_foreign(), id="never ours"),
        pytest.param(b"", id="empty"),
        pytest.param(b"schema: kehoach/submission@1\n", id="text"),
        pytest.param(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), id="a password, or .xls"),
        pytest.param(_foreign()[:900], id="cut off"),
        pytest.param(_zip(a="b"), id="another zip"),
        pytest.param(_zip(**{"[Content_Types].xml": "<x"}), id="broken XML"),
    ],
)
def test_a_file_that_is_none_of_ours_is_refused_in_a_line(desk: Desk, raw: bytes) -> None:
    desk.file.write_bytes(raw)
    told = desk.run()
    assert (told.code, told.out, told.err.count("\n")) == (2, "", 1)


def test_no_file_and_no_such_format(desk: Desk) -> None:
    desk.file.unlink()
    told = desk.run()
    assert (told.code, told.out, told.err.count("\n")) == (2, "", 1)
    with pytest.raises(typer.BadParameter):
        desk.run(format_="csv")


def test_the_json_says_what_was_read(desk: Desk) -> None:
    with desk.open() as pen:
        pen.head()
        pen.put(ROWS[2], STATUS, "80%")
    told = desk.run(format_="json")
    output = json.loads(told.out)
    assert output["schema"] == "kehoach/returned@1"
    jsonschema.validate(output, json.loads(schema_text("returned")))
    assert (output["written"], output["errors"]) == (True, [])
    (file,) = output["files"]
    assert file["submission"] == {
        "schema": "kehoach/submission@1", "plan": "07", "agency": "so-tai-chinh",
        "document": {"number": "210/BC-STC", "date": "2022-11-24"},
        "tasks": [{"item": "2", "period": "2022", "status": "in_progress", "percent": 80}],
    }  # fmt: skip
    assert {"sheet", "cell", "message", "hint", "workbook"} == set(output["doubts"][0])


_WORDS = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Co", "Cn")),
                 min_size=1, max_size=25)  # fmt: skip
_NOTE = st.none() | _WORDS.filter(lambda words: words.strip() and words[0] != "=")
_DAY = st.dates(date(2021, 1, 1), date(2022, 11, 24))
_TASK = st.fixed_dictionaries({
    "state": st.sampled_from([None, "chưa thực hiện", "đang thực hiện", "hoàn thành"]),
    "completed": _DAY, "quantity": st.none() | st.integers(0, 99_999),
    "number": st.none() | st.from_regex(r"[0-9]{1,4}/[A-ZĐ]{2,5}(-[A-Z]{2})?", fullmatch=True),
    "day": st.none() | _DAY, "subject": _NOTE, "note": _NOTE,
})  # fmt: skip
_STATES = {"chưa thực hiện": "not_started", "đang thực hiện": "in_progress", "hoàn thành": "done"}


@given(
    report=st.sampled_from(["đã gửi", "không phát sinh", "chưa gửi"]),
    tasks=st.tuples(_TASK, _TASK, _TASK),
    signer=_NOTE,
)
@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_what_was_filled_in_is_what_the_file_says(
    tmp_path_factory: pytest.TempPathFactory,
    plan_text: PlanText,
    report: str,
    tasks: tuple[dict[str, Any], ...],
    signer: str | None,
) -> None:
    """There and back: each cell that an agency fills in is in its file, by the program's own reader."""
    root = tmp_path_factory.mktemp("kho") / "data"
    root.mkdir()
    head = 'policy: {reporting: "9"}'
    (root / "plan_07.yaml").write_text(plan_text(REPORT, TASK, GOING, FIELDS, head=head), "utf-8")
    (root / "agencies.yaml").write_text(
        "schema: kehoach/agencies@1\nagencies:\n"
        "  - {id: so-tai-chinh, name: Sở Tài chính, short: STC}\n"
        "groups: [{id: so-nganh, name: Các sở, members: [so-tai-chinh]}]\n",
        "utf-8",
    )
    desk = Desk(root)
    with desk.open() as pen:
        pen.head()
        pen.put("head signer", STATUS, signer)
        pen.put(ROWS[0], STATUS, report)
        for mark, told in zip(ROWS[1:], tasks, strict=True):
            _fill_in(pen, mark, told)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert desk.run().code == 0
    found = desk.written()[FILE]
    assert [each.nil for each in found.reports] == ([] if report == "chưa gửi" else
                                                    [report == "không phát sinh"])  # fmt: skip
    assert found.document.signer == _as_read(signer)
    assert [_of(each) for each in found.tasks] == [
        _expected(mark, told) for mark, told in zip(ROWS[1:], tasks, strict=True) if told["state"]
    ]


def _fill_in(pen: Pen, mark: str, told: dict[str, Any]) -> None:
    if told["state"] is None:
        return
    done = told["state"] == "hoàn thành"
    pen.put(mark, STATUS, told["state"])
    pen.put(mark, COMPLETED, told["completed"] if done else None)
    for letter, key in zip("IJKLM", ("quantity", "number", "day", "subject", "note"), strict=True):
        pen.put(mark, letter, told[key])


def _expected(mark: str, told: dict[str, Any]) -> tuple[object, ...]:
    done = told["state"] == "hoàn thành"
    return (mark.split(" ")[1], mark.split(" ")[2], _STATES[told["state"]],
            told["completed"] if done else None, told["quantity"], told["number"], told["day"],
            _as_read(told["subject"]), _as_read(told["note"]))  # fmt: skip


def _of(entry: Any) -> tuple[object, ...]:
    proof = entry.evidence[0] if entry.evidence else None
    said = (proof.number, proof.date, proof.title) if proof else (None, None, None)
    return (entry.item, entry.period, entry.status, entry.completed, entry.quantity, *said,
            entry.note)  # fmt: skip


def _as_read(words: str | None) -> str | None:
    """Return words as the importer keeps them: white space alike, NFC as every file is read."""
    import unicodedata  # noqa: PLC0415 - the oracle's own

    return words and unicodedata.normalize("NFC", " ".join(words.split()))
