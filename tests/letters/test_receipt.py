"""``kehoach receipt``: what is confirmed is what counts, and nobody's words become markup."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from kehoach.cli.app import run as command
from kehoach.contract.schemas import schema_text
from kehoach.diagnostics import Affair
from kehoach.filing.understood import understood
from kehoach.letters.receipt.confirmation import confirmation
from kehoach.letters.receipt.receipt_json import receipt_json
from kehoach.reading.folder import DataFolder
from kehoach.run import Run
from kehoach.run.rulebook import all_rules
from kehoach.words import LANGUAGES, Lang
from kehoach.words.escapes import in_plain_mail

Judge = Callable[..., Run]
MakeFolder = Callable[..., DataFolder]
PlanText = Callable[..., str]

REPORT = (
    'id: "9", kind: report, title: "Báo cáo năm", lead: [so-nganh], '
    "deadline: {every: year, before: 12-02}"
)
TASK = 'id: "1", title: "Một việc", lead: [so-nganh], deadline: {by: 2022-06-30}'
GOING = 'id: "2", title: "Việc thường xuyên", lead: [so-nganh], deadline: {continuous: "true"}'
HEAD = 'schema: kehoach/submission@1\nplan: "07"\nagency: so-tai-chinh\n'
FILE = "submissions/so-tai-chinh/bc.yaml"
GOOD = (
    HEAD + "document: {number: 125/BC-STC, date: 2022-12-05, signer: Nguyễn Văn A}\n"
    'reports: [{item: "9", period: 2022}]\n'
    'tasks:\n  - {item: "1", status: done, completed: 2022-06-20, quantity: 3,'
    " evidence: [{number: 18/STC, date: 2022-06-20, title: Công văn}]}\n"
    '  - {item: "2", status: in_progress, note: đang duy trì}\n'
)


@pytest.fixture
def told(judge: Judge, plan_text: PlanText) -> Callable[..., tuple[Run, str, Any]]:
    """Return a function that gives the run, the text and the JSON about one file."""

    def make(text: str, as_of: str = "2022-12-20", file: str = FILE) -> tuple[Run, str, Any]:
        plan = plan_text(REPORT, TASK, GOING, head='policy: {reporting: "9"}')
        run = judge({"plan_07.yaml": plan, file: text}, as_of)
        found = understood(run, file)
        output = json.loads(receipt_json(run, found, "vi"))
        schema = json.loads(schema_text("receipt"))
        for part in (schema, *schema["$defs"].values()):
            part["additionalProperties"] = False
        jsonschema.validate(output, schema)
        return run, confirmation(run, found, "vi"), output

    return make


def test_each_entry_is_confirmed_with_its_days(told: Callable[..., Any]) -> None:
    """The report is due on 1 December and came on the 5th, and with it that the task was done.

    It was to be told with the report, by 1 December: the day of telling counts, 158 days after 30 June.
    """
    _, text, output = told(GOOD)
    assert text.startswith("XÁC NHẬN ĐÃ NHẬN BÁO CÁO\n\nKính gửi: Sở Tài chính\n")
    for words in (
        "125/BC-STC ngày 05/12/2022, người ký: Nguyễn Văn A",
        "Mục 9, năm 2022: Báo cáo năm", "hạn 01/12/2022; hoàn thành muộn 4 ngày",
        "ngày hoàn thành 20/06/2022; số lượng 3; minh chứng: 18/STC ngày 20/06/2022, Công văn",
        "hạn 30/06/2022; hoàn thành muộn 158 ngày; báo hoàn thành muộn nên tính theo ngày báo",
        "ghi chú: “đang duy trì”", "đã ghi nhận cho kỳ báo cáo",
        "ngày ghi trên văn bản, chưa kiểm chứng",
    ):  # fmt: skip
        assert words in text
    days = {
        each["item"]: (each["days"], each["status"], each["line"]) for each in output["entries"]
    }
    assert days == {
        "9": (4, "done_late", 5), "1": (158, "done_late", 7), "2": (None, "ongoing", 8),
    }  # fmt: skip
    assert output["document"]["number"] == "125/BC-STC"


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", ["read", "unread"])
def test_golden(
    judge: Judge, plan_text: PlanText, golden: Callable[[str, str], None], name: str, lang: Lang
) -> None:
    """The confirmation of a file that was understood, and of one with errors; text and JSON."""
    text = GOOD if name == "read" else GOOD.replace("2022-12-05", "2022-02-30")
    plan = plan_text(REPORT, TASK, GOING, head='policy: {reporting: "9"}')
    run = judge({"plan_07.yaml": plan, FILE: text}, "2022-12-20", git=False)
    found = understood(run, FILE)
    golden(f"receipt.{name}.text.{lang}", confirmation(run, found, lang))
    golden(f"receipt.{name}.json.{lang}", receipt_json(run, found, lang))


def test_what_is_still_owed_is_listed(told: Callable[..., Any]) -> None:
    """The report of 2021, which never came, 384 days after 1 December 2021; and no more."""
    _, text, output = told(GOOD)
    assert "- Mục 9, năm 2021: Báo cáo năm: hạn 01/12/2021, đã quá hạn 384 ngày\n" in text
    owed = [(each["item"], each["period"]) for each in output["still_owed"]]
    assert owed == [("9", "2021")]


def test_what_is_not_done_and_not_due_yet_is_not_told_overdue(told: Callable[..., Any]) -> None:
    """Due on 30 June, told of on the 1st."""
    text = (
        HEAD + "document: {number: 1/BC, date: 2022-05-30}\n"
        'tasks:\n  - {item: "1", status: in_progress}\n'
    )
    _, receipt, output = told(text, "2022-06-01")
    (entry,) = (each for each in output["entries"] if each["item"] == "1")
    assert entry["days"] is None
    lines = [line for line in receipt.splitlines() if "Một việc" in line]
    assert lines
    assert not [line for line in lines if "quá hạn" in line]


def test_a_report_that_leaves_something_out_owes_it(told: Callable[..., Any]) -> None:
    _, text, _ = told(GOOD.partition('  - {item: "2"')[0])
    assert "Mục 2, năm 2022: Việc thường xuyên: báo cáo của kỳ chưa nêu" in text


def test_a_nil_report_says_so(told: Callable[..., Any]) -> None:
    text = (
        HEAD
        + 'document: {number: 1/BC, date: 2022-11-20}\nreports: [{item: "9", period: 2022, nil: true}]\n'
    )
    assert "Không phát sinh." in told(text)[1]


def test_a_file_with_errors_is_not_confirmed(told: Callable[..., Any]) -> None:
    """Everything wrong in it, with line and cure; the agency is known by its folder."""
    _, text, output = told(
        GOOD.replace("2022-12-05", "2022-02-30").replace("status: done", "status: xong")
    )
    assert text.startswith("CHƯA GHI NHẬN BÁO CÁO\n\nKính gửi: Sở Tài chính\n")
    for words in ("Dòng 4, lỗi KH203", "Dòng 7, lỗi KH203", "Cách sửa: sửa thành done"):
        assert words in text
    assert (output["readable"], output["entries"], output["document"]) == (False, [], None)
    assert len(output["findings"]) == 2


def test_an_entry_that_does_not_count_is_told(told: Callable[..., Any]) -> None:
    """One of the three names an item that the plan does not have."""
    _, text, output = told(GOOD.replace('item: "2"', 'item: "22"'))
    assert "1 mục ghi trong tệp không được tính" in text
    assert "Dòng 8, lỗi KH403" in text
    assert (output["uncounted"], len(output["entries"])) == (1, 2)


def test_a_draft_is_not_confirmed(told: Callable[..., Any]) -> None:
    _, text, output = told(GOOD.replace("document:", "draft: true\ndocument:"))
    assert text.startswith("CHƯA GHI NHẬN BÁO CÁO\n")
    assert "draft: true" in text
    assert (output["draft"], output["entries"]) == (True, [])


def test_what_comes_after_the_day_is_not_confirmed(told: Callable[..., Any]) -> None:
    _, text, output = told(GOOD, "2022-12-04")
    assert text.startswith("CHƯA GHI NHẬN BÁO CÁO\n")
    assert "nhận sau ngày xác nhận này nên chưa được tính" in text
    assert {each["days"] for each in output["entries"]} == {None}


def test_a_second_file_that_says_the_same_does_not_count_again(
    judge: Judge, plan_text: PlanText
) -> None:
    """The first day counts: the confirmation of the second names the file of the first."""
    second = GOOD.replace("2022-12-05", "2022-12-08").replace("125/", "126/")
    plan = plan_text(REPORT, TASK, GOING, head='policy: {reporting: "9"}')
    other = "submissions/so-tai-chinh/hai.yaml"
    run = judge({"plan_07.yaml": plan, FILE: GOOD, other: second}, "2022-12-20")
    text = confirmation(run, understood(run, other), "vi")
    assert "hoàn thành muộn 7 ngày; đã tính theo tệp data/submissions/so-tai-chinh/bc.yaml" in text


def test_a_file_in_another_folder_is_not_confirmed(told: Callable[..., Any]) -> None:
    _, text, output = told(GOOD, file="submissions/so-noi-vu/bc.yaml")
    assert "KH112" in text
    assert output["entries"] == []


def test_the_agency_is_not_told_what_only_the_office_can_settle(
    capsys: pytest.CaptureFixture[str], folder: MakeFolder, plan_text: PlanText
) -> None:
    """The book says 18 December, the letter 5 December: 13 days, more than the 10 allowed (KH504).

    The cure is an entry in the office's book: the letter is silent, JSON and stderr are not.
    """
    book = (
        'schema: kehoach/receipts@1\nreceipts:\n  - {plan: "07", item: "9", '
        "agency: so-tai-chinh, period: 2022, received: 2022-12-18}\n"
    )
    plan = plan_text(REPORT, TASK, GOING, head='policy: {reporting: "9"}')
    root = folder({"plan_07.yaml": plan, FILE: GOOD, "receipts.yaml": book}).root
    args = ["receipt", str(root / FILE), "--data", str(root), "--as-of", "2022-12-20"]
    assert command(args) == 0
    told = capsys.readouterr()
    assert "Nhận ngày 18/12/2022" in told.out
    assert "KH504" not in told.out
    assert "ĐỀ NGHỊ KIỂM TRA" not in told.out
    assert "chỉ cơ quan tổng hợp xử lý được: KH504, KH515" in told.err
    assert command([*args, "--format", "json"]) == 0
    found = [each["code"] for each in json.loads(capsys.readouterr().out)["findings"]]
    assert found == ["KH504", "KH515"]


def test_what_only_the_office_can_settle_is_said_by_the_rules() -> None:
    """About arrival and history (KH5nn) and about its own files and decisions, and none about content.

    KH554 and KH555 are the agency's: its reasons and expected days.
    """
    commits, log, decided = range(504, 519), range(525, 530), range(604, 614)
    sent_back, reminders, settings = range(551, 554), range(556, 561), range(562, 568)
    numbers = {*commits, *log, *decided, *sent_back, *reminders, *settings} - {507}
    offices = {rule.code for rule in all_rules() if rule.affair is Affair.OFFICE}
    assert offices == {f"KH{number}" for number in numbers}


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("[x](http://e)", "[x] (http://e)"),
        ("![x](http://e)", "! [x] (http://e)"),
        ("[x][y]", "[x] [y]"),
        ("<img src=x>", "< img src=x>"),
        ("</p><!--", "< /p>< !--"),
        ("chào @all", "chào @ all"),
        ("van-thu@stc.gov.vn", "van-thu@stc.gov.vn"),
        ("một\n# hai\n- ba", "một # hai - ba"),
        ("\x1b[31mđỏ\u202e", "\ufffd[31mđỏ\ufffd"),
        ("3 < 5 và 125/BC-STC", "3 < 5 và 125/BC-STC"),
    ],
)
def test_words_of_people_are_no_markup(words: str, shown: str) -> None:
    """What Markdown, HTML, forges and terminals obey is broken; what they do not is left alone."""
    assert in_plain_mail(words) == shown


def test_no_line_of_the_text_is_begun_by_the_agency(told: Callable[..., Any]) -> None:
    """So that a note begins neither a heading nor a list, nor a command to a CI runner."""
    note = '"\\n\\n# to\\n::error::x\\n1. một"'
    _, text, _ = told(GOOD.replace("đang duy trì", note))
    starts = ("XÁC", "Kính", "Cơ quan", "- ", "  ", "1. ", "2. ", "3. ", "4. ", "Ngày nhận", "Nếu")
    assert all(line.startswith(starts) for line in text.splitlines() if line)
    assert "::error" not in [line.strip()[:7] for line in text.splitlines()]


def test_the_command(
    capsys: pytest.CaptureFixture[str], folder: MakeFolder, plan_text: PlanText
) -> None:
    """0 where it is fine, 1 where the file has errors, 2 and a line where there is no such file."""
    plan = plan_text(REPORT, TASK, GOING, head='policy: {reporting: "9"}')
    bad = GOOD.replace("2022-12-05", "5/12/2022")
    files = {"plan_07.yaml": plan, FILE: GOOD, "submissions/so-noi-vu/bad.yaml": bad}
    root = folder(files).root

    def run(file: Path, *more: str) -> tuple[int, str, str]:
        code = command(["receipt", str(file), "--data", str(root), "--as-of", "2022-12-20", *more])
        told = capsys.readouterr()
        return code, told.out, told.err

    assert run(root / FILE)[0] == 0
    assert json.loads(run(root / FILE, "--format", "json")[1])["schema"] == "kehoach/receipt@1"
    assert run(root / "submissions/so-noi-vu/bad.yaml")[0] == 1
    for file in (root / "plan_07.yaml", root / "submissions", root / "x.yaml", Path(__file__)):
        code, out, err = run(file)
        assert (code, out, err.count("\n")) == (2, "", 1)
