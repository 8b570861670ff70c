"""The messages that people send: figures that add up, and words that stay words in each format."""

import io
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import chain, repeat

import docx
import pytest

from builders import an_id
from kehoach.document.markdown import markdown
from kehoach.letters.letter_formats import SUMMARY_FORMATS
from kehoach.letters.reminder.correspondence import correspondences
from kehoach.letters.summary.overview import overview
from kehoach.run import Run
from kehoach.terminal.screen import Screen
from kehoach.verdicts.assessment import Assessment, Reason
from kehoach.verdicts.assessment.alike import alone
from kehoach.words import LANGUAGES, Lang
from kehoach.words.statuses import Status
from letters.summed_up import DAY, FILES, YEAR_BEFORE, Judge, render
from mail_reading import PageReader, parts_of, words_in


@pytest.fixture
def run(judge: Judge) -> Run:
    """Return the verdicts on the small example, by declared dates."""
    return judge(FILES, DAY, git=False)


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
    text = render(run, name, lang, agency=agency, before=before)
    golden(f"summary{f'.{agency}' if agency else ''}.{lang}.{ending}", text)


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
    text = render(table, name, lang, before=table)
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
    for rows in (list(_rows(render(run, "markdown"))), PageReader(render(run, "html")).rows):
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
    rows = {row[0]: row[1:] for row in _rows(render(run, "markdown", before=before))}
    assert rows["Được giao"] == ["10", "9", "+1"]
    assert rows["Hoàn thành đúng hạn"] == ["2", "1", "+1"]
    assert rows["Hoàn thành quá hạn"] == ["1", "1", "0"]
    assert rows["Trong hạn"] == ["1", "1", "0"]
    assert rows["Quá hạn"] == ["6", "6", "0"]
    assert rows["Tỷ lệ hoàn thành"] == ["3/9 (33,3 %)", "2/8 (25,0 %)", "+8,3 điểm %"]


def test_nothing_to_compare_with(judge: Judge) -> None:
    """A year before the plan began nothing had been assigned: said so, no division."""
    run = judge(FILES, "2021-02-01", git=False)
    text = render(run, "markdown", before=judge(FILES, "2020-02-01", git=False))
    assert "Cùng ngày năm trước (01/02/2020) chưa có việc nào được giao" in text
    assert "Thay đổi" not in text


@pytest.mark.parametrize("name", SUMMARY_FORMATS)
@pytest.mark.parametrize("agency", [None, "so-tai-chinh", "so-tu-phap"])
def test_what_every_message_says(run: Run, name: str, agency: str | None) -> None:
    """Illustrative data at the top, and whose file was left out; plan and day; no file, no command.

    A file of Sở Tài chính says nothing of what another agency owes.
    """
    text = render(run, name, agency=agency)
    shown = parts_of(text)[1] if name == "eml" else words_in(text) if name == "html" else text
    assert shown.index("Dữ liệu minh hoạ") < 200
    left_out = "Chưa tính 1 tệp báo cáo không đọc được của Sở Tài chính" in shown
    assert left_out == (agency != "so-tu-phap")
    assert "Kế hoạch theo dõi thi hành pháp luật" in shown
    assert "10 tháng 12 năm 2022" in shown
    assert not re.search(r"yaml|kehoach|git|2022-\d|once|\bkỳ 20", shown)


def test_the_data_stand_among_the_properties(run: Run) -> None:
    """As of when and of which revision: for whoever keeps the file, not for whoever reads it."""
    mail = parts_of(render(run, "eml", agency="so-tai-chinh"))[0]
    assert mail["X-Data-As-Of"] == DAY
    assert mail["X-Data-Revision"] == "không lấy từ git"
    page = render(run, "html")
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
    long = render(run, "markdown")
    assert "--all" not in long
    assert long.count("Cơ quan 39") == 2


# --- the reminder -----------------------------------------------------------------------------


def test_a_reminder_cites_everything(run: Run) -> None:
    """Basis, deadline, "tuy nhiên", request, "./.", annex (domain.md, People and paper)."""
    text = render(run, "markdown", agency="so-tai-chinh")
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
    text = render(run, "markdown", agency="so-tu-phap")
    assert "# Danh mục nội dung Sở Tư pháp còn phải thực hiện" in text
    for official in ("Kính gửi", "Nơi nhận", "CỘNG HÒA", "trân trọng"):
        assert official not in text


def test_an_issuer_without_an_office_writes(judge: Judge) -> None:
    """A plan that names no consolidating office is followed by its issuer."""
    plan = FILES["plan_07.yaml"].replace(", consolidator: so-tu-phap", "")
    other = judge({**FILES, "plan_07.yaml": plan}, DAY, git=False)
    assert "\nUBND TỈNH  \n" not in render(other, "markdown", agency="so-tai-chinh")
    assert "\n\nUBND TỈNH\n\n" in render(other, "markdown", agency="so-tai-chinh")


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
    row = next(row for row in _rows(render(run, "markdown", agency="so-tu-phap")) if row[1] == "3")
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
            mail = parts_of(render(run, "eml", lang, agency=agency))
            pages = (render(run, name, lang, agency=agency) for name in ("markdown", "html"))
            for text in (*pages, *mail[1:]):
                assert "<b>" not in text
                assert "\x1b" not in text
                assert "\u202e" not in text
                assert not re.search(r"(?m)^\s*::", text)
