"""The messages that people send: figures that add up, and words that stay words in each format."""

import io
import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from itertools import chain, repeat
from pathlib import Path

import docx
import pytest
import yaml

from builders import an_id
from kehoach.cli import app
from kehoach.document.markdown import markdown
from kehoach.letters.letter_formats import SUMMARY_FORMATS
from kehoach.letters.reminder.correspondence import correspondences
from kehoach.letters.reminder.reminder import reminder
from kehoach.letters.summary.overview import overview
from kehoach.reading.folder import DataFolder
from kehoach.run import Run
from kehoach.terminal.screen import Screen
from kehoach.verdicts.assessment import Assessment, Reason
from kehoach.verdicts.assessment.alike import alone
from kehoach.words import LANGUAGES, Lang
from kehoach.words.statuses import Status
from mail_reading import PageReader, parts_of, words_in, words_of

Judge = Callable[..., Run]
Capture = pytest.CaptureFixture[str]
DAY, YEAR_BEFORE = "2022-12-10", "2021-12-10"
FILES = {
    "plan_07.yaml": """\
schema: kehoach/plan@1
id: "07"
title: Kế hoạch theo dõi thi hành pháp luật
number: 12/KH-UBND
issued: 2021-02-05
issuer: ubnd-tinh
period: {from: 2021-01-01, to: 2023-12-31}
policy: {roll: none, reporting: "3", consolidator: so-tu-phap}
items:
  - {id: "1", kind: task, title: Quán triệt, text: Quán triệt Kế hoạch này trong tháng 3/2021.,
     implement: [so-nganh], deadline: {within: 2021-03}, wording: trong tháng 3/2021}
  - {id: "2", kind: task, title: Tuyên truyền, text: Tuyên truyền thường xuyên.,
     implement: [so-nganh], deadline: {continuous: true}}
  - {id: "3", kind: report, title: Báo cáo năm, text: Hàng năm báo cáo trước ngày 02/12.,
     implement: [so-nganh], to: ubnd-tinh, via: so-tu-phap, deliverable: báo cáo năm,
     deadline: {every: year, before: 12-02}, wording: "trước ngày 02/12"}
  - {id: "4", kind: task, title: Kiểm tra, text: Mỗi năm kiểm tra ít nhất 02 lĩnh vực.,
     lead: [so-tai-chinh], to: ubnd-tinh, deadline: {every: year}, wording: hàng năm,
     quota: [{at_least: 2, unit: lĩnh vực}]}
""",
    "agencies.yaml": """\
schema: kehoach/agencies@1
agencies:
  - {id: ubnd-tinh, name: UBND tỉnh}
  - {id: so-tu-phap, name: Sở Tư pháp}
  - {id: so-tai-chinh, name: Sở Tài chính}
  - {id: so-ke-hoach, name: Sở Kế hoạch, valid: {to: 2022-06-30}, successors: [so-tai-chinh]}
  - {id: so-cu, name: Sở Cũ, valid: {to: 2022-06-30}}
groups:
  - {id: so-nganh, name: Các sở, members: [so-tu-phap, so-tai-chinh, so-ke-hoach, so-cu]}
""",
    "submissions/so-tu-phap/2021.yaml": """\
schema: kehoach/submission@1
plan: "07"
agency: so-tu-phap
sample: true
document: {number: 1/BC-STP, date: 2021-03-30}
tasks:
  - {item: "1", status: done, completed: 2021-03-30, evidence: [{number: 1/CV, date: 2021-03-30}]}
""",
    "submissions/so-tu-phap/bao-cao-2021.yaml": """\
schema: kehoach/submission@1
plan: "07"
agency: so-tu-phap
document: {number: 9/BC-STP, date: 2021-12-05}
reports: [{item: "3", period: 2021}]
""",
    "submissions/so-tai-chinh/2022.yaml": """\
schema: kehoach/submission@1
plan: "07"
agency: so-tai-chinh
document: {number: 5/BC-STC, date: 2022-11-30}
reports: [{item: "3", period: 2022}]
tasks: [{item: "4", period: 2021, status: in_progress}]
""",
    "submissions/so-tai-chinh/hong.yaml": "schema: [\n",
}


@pytest.fixture
def run(judge: Judge) -> Run:
    """Return the verdicts on the small example, by declared dates."""
    return judge(FILES, DAY, git=False)


def _render(
    run: Run, name: str, lang: Lang = "vi", *, agency: str | None = None, before: Run | None = None
) -> str:
    screen = Screen(lang=lang, everything=True)
    if agency is None:
        made = SUMMARY_FORMATS[name](overview(run, screen, before))
    else:
        (of,) = correspondences(run, an_id(agency))
        made = SUMMARY_FORMATS[name](reminder(run, screen, of))
    return made if isinstance(made, str) else words_of(made)


# --- golden files -----------------------------------------------------------------------------


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(("name", "ending"), [("markdown", "md"), ("html", "html")])
@pytest.mark.parametrize("agency", [None, "so-tai-chinh", "so-tu-phap"])
def test_golden(
    judge: Judge,
    run: Run,
    golden: Callable[[str, str], None],
    lang: Lang,
    name: str,
    ending: str,
    agency: str,
) -> None:
    """The whole, a reminder of what is overdue, and one of what is not due yet or missing."""
    before = judge(FILES, YEAR_BEFORE, git=False)
    text = _render(run, name, lang, agency=agency, before=before)
    golden(f"summary{f'.{agency}' if agency else ''}.{lang}.{ending}", text)


# --- figures ----------------------------------------------------------------------------------


def _many(run: Run, **numbers: int) -> Run:
    """Return the run with so many verdicts of each status, on one and the same obligation."""
    obligation = run.assessments[0].obligation
    verdicts = chain.from_iterable(
        repeat(
            Assessment(
                obligation, an_id("so-tai-chinh"), Status[status.upper()], Reason.NOTHING_CAME, 5
            ),
            number,
        )
        for status, number in numbers.items()
    )
    return replace(run, alike=tuple(map(alone, verdicts)), coordinating=())


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", SUMMARY_FORMATS)
def test_the_published_table(run: Run, name: str, lang: Lang) -> None:
    """Government Office, report 1270/BC-TCTTTg of 2017: 21,914 assigned, done 16,051, 223 overdue."""
    table = _many(run, done_on_time=14_068, done_late=1_983, in_term=5_640, overdue=223)
    text = _render(table, name, lang, before=table)
    shown = parts_of(text)[1] if name == "eml" else words_in(text) if name == "html" else text
    shown = shown if lang == "vi" else re.sub(r"(?<=\d),(?=\d)", ".", shown)
    assert re.search(r"21\.914 [^\n=]+= 14\.068 [^+]+\+ 1\.983 [^+]+\+ 5\.640 [^+]+\+ 223 ", shown)
    assert "16.051/16.274 (98" in shown
    assert "14.068/16.274 (86" in shown
    figures = [int(each.replace(".", "")) for each in ("14.068", "1.983", "5.640", "223")]
    assert sum(figures) == 21_914


def _rows(text: str) -> Iterator[list[str]]:
    """Yield the cells of each row of Markdown's tables."""
    for line in text.splitlines():
        if line.startswith("| ") and "---" not in line:
            yield [cell.strip() for cell in line.strip("|").split(" | ")]


def test_years_and_recipients_add_up(run: Run) -> None:
    """The row "Tất cả" is the sum of the rows above it, as printed, in each format."""
    for rows in (list(_rows(_render(run, "markdown"))), PageReader(_render(run, "html")).rows):
        head = next(index for index, row in enumerate(rows) if row[0] == "Năm")
        all_ = next(i for i, row in enumerate(rows) if i > head and row[0] == "Tất cả")
        for column in range(1, 6):
            above = sum(int(row[column]) for row in rows[head + 1 : all_])
            assert above == int(rows[all_][column])
        of_all = rows[all_]
        assert int(of_all[1]) == sum(map(int, of_all[2:6])) == run.counts.assigned


def test_what_changed_since_the_year_before(judge: Judge, run: Run) -> None:
    """By hand. 2021-12-10: items 1 and 3 of four bodies, 1 on time, 1 late, 6 overdue; 4 in term.

    2022-12-10: so-ke-hoach's two have merged into so-tai-chinh's own; the reports of 2022 of the
    two that are left come in addition (1 on time, 1 overdue), and item 4 (2021 overdue, 2022 in
    term).
    """
    before = judge(FILES, YEAR_BEFORE, git=False)
    rows = {row[0]: row[1:] for row in _rows(_render(run, "markdown", before=before))}
    assert rows["Được giao"] == ["10", "9", "+1"]
    assert rows["Hoàn thành đúng hạn"] == ["2", "1", "+1"]
    assert rows["Hoàn thành quá hạn"] == ["1", "1", "0"]
    assert rows["Trong hạn"] == ["1", "1", "0"]
    assert rows["Quá hạn"] == ["6", "6", "0"]
    assert rows["Tỷ lệ hoàn thành"] == ["3/9 (33,3 %)", "2/8 (25,0 %)", "+8,3 điểm %"]


def test_nothing_to_compare_with(judge: Judge) -> None:
    """A year before the plan began nothing had been assigned: said so, no division."""
    run = judge(FILES, "2021-02-01", git=False)
    text = _render(run, "markdown", before=judge(FILES, "2020-02-01", git=False))
    assert "Cùng ngày năm trước (01/02/2020) chưa có việc nào được giao" in text
    assert "Thay đổi" not in text


@pytest.mark.parametrize("name", SUMMARY_FORMATS)
@pytest.mark.parametrize("agency", [None, "so-tai-chinh", "so-tu-phap"])
def test_what_every_message_says(run: Run, name: str, agency: str | None) -> None:
    """Illustrative data at the top, and whose file was left out; plan and day; no file, no command.

    A file of Sở Tài chính says nothing of what another agency owes.
    """
    text = _render(run, name, agency=agency)
    shown = parts_of(text)[1] if name == "eml" else words_in(text) if name == "html" else text
    assert shown.index("Dữ liệu minh hoạ") < 200
    left_out = "Chưa tính 1 tệp báo cáo không đọc được của Sở Tài chính" in shown
    assert left_out == (agency != "so-tu-phap")
    assert "Kế hoạch theo dõi thi hành pháp luật" in shown
    assert "10 tháng 12 năm 2022" in shown
    assert not re.search(r"yaml|kehoach|git|2022-\d|once|\bkỳ 20", shown)


def test_the_data_stand_among_the_properties(run: Run) -> None:
    """As of when and of which revision: for whoever keeps the file, not for whoever reads it."""
    mail = parts_of(_render(run, "eml", agency="so-tai-chinh"))[0]
    assert mail["X-Data-As-Of"] == DAY
    assert mail["X-Data-Revision"] == "không lấy từ git"
    page = _render(run, "html")
    assert '<meta name="data-as-of" content="2022-12-10">' in page
    assert '<meta name="data-revision" content="không lấy từ git">' in page
    word = SUMMARY_FORMATS["docx"](overview(run, Screen()))
    assert isinstance(word, bytes)
    remark = docx.Document(io.BytesIO(word)).core_properties.comments
    assert remark == "as of 2022-12-10; không lấy từ git"


def test_long_lists_are_cut_with_a_word(judge: Judge) -> None:
    """The worst first, "… và N …" at the end; ``--all`` shows every agency."""
    agencies = "".join(f"  - {{id: a{n:02}, name: Cơ quan {n:02}}}\n" for n in range(40))
    members = ", ".join(f"a{n:02}" for n in range(40))
    files = {
        "agencies.yaml": "schema: kehoach/agencies@1\nagencies:\n" + agencies
        + f"groups:\n  - {{id: so-nganh, name: Các sở, members: [{members}]}}\n",
        "plan_07.yaml": FILES["plan_07.yaml"].split("policy:")[0].replace("issuer: ubnd-tinh\n", "")
        + "items:\n  - {id: '1', kind: task, title: Một, text: Làm., implement: [so-nganh], "
        "deadline: {within: 2021-03}}\n",
    }  # fmt: skip
    run = judge(files, DAY, git=False)
    short = markdown(overview(run, Screen()))
    assert "… và 25 cơ quan khác (--all)" in short
    assert "Cơ quan 39" not in short
    long = _render(run, "markdown")
    assert "--all" not in long
    assert long.count("Cơ quan 39") == 2


# --- the reminder -----------------------------------------------------------------------------


def test_a_reminder_cites_everything(run: Run) -> None:
    """Basis, deadline, "tuy nhiên", request, "./.", annex (domain.md, People and paper)."""
    text = _render(run, "markdown", agency="so-tai-chinh")
    order = [
        "SỞ TƯ PHÁP", "Số: …/…", "…, ngày 10 tháng 12 năm 2022", "Kính gửi: Sở Tài chính",
        "Căn cứ Kế hoạch theo dõi thi hành pháp luật (Kế hoạch số 12/KH-UBND ngày 05 tháng 02 năm",
        "2021 của UBND tỉnh);",
        "ngày 31 tháng 3 năm 2021. Tuy nhiên, đến hết ngày 10 tháng 12 năm 2022",
        "đề nghị Sở Tài chính", "chậm nhất ngày … tháng … năm …", "gửi bằng văn bản về Sở Tư pháp",
        "./.", "Nơi nhận:", "- UBND tỉnh (để b/c);", "- Lưu: VT, ….", "PHỤ LỤC", "Kèm theo Công văn số …/…",
        "Nội dung quá hạn", "Nội dung sắp đến hạn",
    ]  # fmt: skip
    places = [text.index(each) for each in order]
    assert places == sorted(places)
    rows = {row[1]: row for row in _rows(text) if row[0].isdigit()}
    # 31 March 2021 to 10 December 2022: 619 days.
    assert rows["1"][2:6] == [
        "Quán triệt Kế hoạch này trong tháng 3/2021.", "01 lần",
        "31/03/2021 (“trong tháng 3/2021”)", "619",
    ]  # fmt: skip
    assert "ít nhất 02 lĩnh vực" in rows["4"][6]
    assert rows["4"][3] == "năm 2022"


def test_the_office_has_a_list_of_its_own(run: Run) -> None:
    """What it would be writing to itself is no letter: nobody is addressed, nothing is signed."""
    text = _render(run, "markdown", agency="so-tu-phap")
    assert "# Danh mục nội dung Sở Tư pháp còn phải thực hiện" in text
    for official in ("Kính gửi", "Nơi nhận", "CỘNG HÒA", "trân trọng"):
        assert official not in text


def test_an_issuer_without_an_office_writes(judge: Judge) -> None:
    """A plan that names no consolidating office is followed by its issuer."""
    plan = FILES["plan_07.yaml"].replace(", consolidator: so-tu-phap", "")
    other = judge({**FILES, "plan_07.yaml": plan}, DAY, git=False)
    assert "\nUBND TỈNH  \n" not in _render(other, "markdown", agency="so-tai-chinh")
    assert "\n\nUBND TỈNH\n\n" in _render(other, "markdown", agency="so-tai-chinh")


@pytest.mark.parametrize(
    ("deliverable", "words"),
    [
        ("báo cáo năm", "Báo cáo năm"),
        ("Báo cáo", "Báo cáo"),
        ("số liệu thống kê", "Báo cáo: số liệu thống kê"),
    ],
)
def test_a_report_is_not_called_a_report_twice(judge: Judge, deliverable: str, words: str) -> None:
    """A product that begins with "báo cáo" says by itself what is asked for."""
    plan = FILES["plan_07.yaml"].replace("báo cáo năm", deliverable)
    run = judge({**FILES, "plan_07.yaml": plan}, DAY, git=False)
    row = next(row for row in _rows(_render(run, "markdown", agency="so-tu-phap")) if row[1] == "3")
    assert row[6] == words


def test_a_body_that_is_no_more(run: Run) -> None:
    """Its debts fell to nobody: there is nobody to write to."""
    assert correspondences(run, an_id("so-cu")) == ()


# --- text that wants to be obeyed -------------------------------------------------------------


def test_hostile_names_go_through_every_page(judge: Judge) -> None:
    """In the plan, the registry and the names of files, in each format and language."""
    bad = '"a | <b>x</b> [/no] @all \\n::error::x\\e[31m =HYPERLINK(1) \\u202e"'
    files = {
        **FILES,
        "agencies.yaml": FILES["agencies.yaml"].replace("Sở Tài chính", bad).replace("Các sở", bad),
        "plan_07.yaml": FILES["plan_07.yaml"]
        .replace("title: Kiểm tra", f"title: {bad}")
        .replace("text: Mỗi năm kiểm tra ít nhất 02 lĩnh vực.", f"text: {bad}")
        .replace("wording: hàng năm", f"wording: {bad}"),
        "submissions/so-tu-phap/<b>[x](y)`|@all.yaml": "x: [\n",
    }
    run = judge(files, DAY, git=False)
    for agency in (None, "so-tai-chinh"):
        for lang in LANGUAGES:
            mail = parts_of(_render(run, "eml", lang, agency=agency))
            pages = (_render(run, name, lang, agency=agency) for name in ("markdown", "html"))
            for text in (*pages, *mail[1:]):
                assert "<b>" not in text
                assert "\x1b" not in text
                assert "\u202e" not in text
                assert not re.search(r"(?m)^\s*::", text)


# --- the command ------------------------------------------------------------------------------


@pytest.fixture
def here(folder: Callable[..., DataFolder], monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand beside the example's ``data/``."""
    for name in ("KEHOACH_DATA", "KEHOACH_LANG"):
        monkeypatch.delenv(name, raising=False)
    root = folder(FILES).root.parent
    monkeypatch.chdir(root)
    return root


SUMMARY = ["summary", "--as-of", DAY, "--no-git"]


def test_the_command_compares_with_the_year_before(here: Path, capsys: Capture) -> None:
    """It judges the same files twice."""
    assert app.run([*SUMMARY, "--data", str(here / "data")]) == 0
    assert "| Quá hạn | 6 | 6 | 0 |" in capsys.readouterr().out


def test_to_a_file(here: Path, capsys: Capture) -> None:
    """An existing file is kept unless ``--force`` is given."""
    where = here / "thu" / "stc.md"
    args = [*SUMMARY, "--agency", "Sở Tài chính", "-o", str(where)]
    assert app.run(args) == 0
    assert "Kính gửi: Sở Tài chính" in where.read_text(encoding="utf-8")
    where.write_text("của tôi", encoding="utf-8")
    assert app.run(args) == 2
    assert "--force" in capsys.readouterr().err
    assert where.read_text(encoding="utf-8") == "của tôi"
    assert app.run([*args, "--force"]) == 0
    assert "Kính gửi" in where.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("name", "ending"), [("markdown", "md"), ("html", "html"), ("eml", "eml"), ("docx", "docx")]
)
def test_one_file_each(here: Path, capsys: Capture, name: str, ending: str) -> None:
    """Whoever owes something overdue or due soon; nobody that is no more."""
    args = [*SUMMARY, "--each", "--format", name, "-o", "thu"]
    assert app.run(args) == 0
    told = capsys.readouterr()
    assert "đã ghi 2 tệp" in told.err
    assert "Sở Cũ" in told.err
    assert "của chính cơ quan theo dõi, không phải văn bản gửi đi: Sở Tư pháp" in told.err
    names = sorted(path.name for path in (here / "thu").iterdir())
    assert names == [f"so-tai-chinh.{ending}", f"so-tu-phap.{ending}"]
    assert yaml.safe_load(told.out) == [{
        "plan": "07", "agency": "so-tai-chinh", "document": {"date": date(2022, 12, 10)},
        "about": [{"item": "1"}, {"item": "3", "period": "2021"}, {"item": "4", "period": "2021"}],
    }]  # fmt: skip


@pytest.mark.usefixtures("here")
def test_nothing_to_write_is_said(capsys: Capture) -> None:
    """Before anything is due there is no letter; it is told what comes next (item 1 opens in March)."""
    assert (
        app.run(["summary", "--as-of", "2021-02-01", "--no-git", "--agency", "so-tai-chinh"]) == 0
    )
    told = capsys.readouterr()
    assert told.out == ""
    assert "Sở Tài chính không có nội dung nào quá hạn" in told.err
    assert "thời hạn tiếp theo là 01/12/2021" in told.err


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize(
    ("agency", "words"), [("so-cu", "không có cơ quan kế thừa: Sở Cũ"),
                          ("so-ke-hoach", "viết cho cơ quan kế thừa: Sở Tài chính")]
)  # fmt: skip
def test_nobody_writes_to_a_body_that_has_ended(capsys: Capture, agency: str, words: str) -> None:
    """One line says why, and to whom instead."""
    assert app.run([*SUMMARY, "--agency", agency]) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert words in told.err


@pytest.mark.parametrize("files", ["git", "xlsx", "paper", None])
def test_how_to_send_follows_what_the_agency_files(judge: Judge, files: str | None) -> None:
    """Only who files by git reads of files and commands; there the name is that which new makes."""
    kind = f", files: {files}" if files else ""
    registry = FILES["agencies.yaml"].replace("name: Sở Tài chính", f"name: Sở Tài chính{kind}")
    run = judge({**FILES, "agencies.yaml": registry}, DAY, git=False)
    text = _render(run, "markdown", agency="so-tai-chinh")
    assert ("kehoach new --agency so-tai-chinh --period KỲ" in text) == (files == "git")
    assert ("submissions/so-tai-chinh/bao-cao-2021.yaml, dưới reports:" in text) == (files == "git")
    assert ("biểu mẫu (bảng tính) gửi kèm" in text) == (files == "xlsx")
    assert ("gửi bằng văn bản về Sở Tư pháp" in text) == (files in {"paper", None})


def test_one_existing_file_stops_all(here: Path) -> None:
    """Nothing is half written; a link is replaced, never written through."""
    where = here / "thu"
    where.mkdir()
    (here / "khac.md").write_text("x", encoding="utf-8")
    (where / "so-tai-chinh.md").symlink_to(here / "khac.md")
    args = [*SUMMARY, "--each", "-o", "thu"]
    assert app.run(args) == 2
    assert [path.name for path in where.iterdir()] == ["so-tai-chinh.md"]
    assert app.run([*args, "--force"]) == 0
    assert (here / "khac.md").read_text(encoding="utf-8") == "x"
    assert not (where / "so-tai-chinh.md").is_symlink()


@pytest.mark.parametrize(
    "args",
    [
        ["--each"],
        ["--agency", "so-khong-co"],
        ["--number", "125"],
        ["--record"],
        ["--agency", "so-tai-chinh", "--number", "mười"],
        ["--agency", "so-tai-chinh", "--dated", "2022-12-09"],
        ["--agency", "so-tai-chinh", "--reply-by", "2022-12-10"],
        ["--agency", "so-tai-chinh", "--record", "--number", "125"],
        ["--agency", "so-tai-chinh", "--record", "--rev", "HEAD"],
        ["--agency", "so-tai-chinh", "--agency", "so-tu-phap"],
        ["--each", "-o", "data/agencies.yaml"],
        ["-o", "data"],
        ["-o", "data", "--force"],
    ],
)
def test_wrong_use(here: Path, capsys: Capture, args: list[str]) -> None:
    """One line on standard error, exit code 2, nothing written."""
    assert app.run([*SUMMARY, *args]) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert len(told.err.splitlines()) == 1
    assert {path.name for path in here.iterdir()} == {"data"}


def test_status_pays_nothing_for_it(here: Path) -> None:
    """``kehoach status`` imports nothing of it."""
    code = (
        "import sys; from kehoach.cli.app import run; run(['status', '--no-git', '--as-of', "
        f"'{DAY}']); loaded = [name for name in sys.modules if name.startswith('kehoach.letters') "
        "or name == 'kehoach.verdicts.tables.trend']; sys.exit(len(loaded))"
    )
    src = Path(app.__file__).parents[2]
    done = subprocess.run(  # noqa: S603 - ourselves
        [sys.executable, "-c", code],
        cwd=here,
        env={**os.environ, "PYTHONPATH": str(src), "PYTHONUTF8": "1"},
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0
