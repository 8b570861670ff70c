"""``kehoach new``: each thing owed with its sentence, and a file that counts for nothing unfilled."""

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from kehoach.cli.app import run as command
from kehoach.filing.new_submission import file_name
from kehoach.reading.folder import DataFolder
from kehoach.run import Question, answer

MakeFolder = Callable[..., DataFolder]
PlanText = Callable[..., str]
Told = Callable[..., tuple[int, str, str]]
AS_OF = "2026-11-20"


@pytest.fixture
def told(capsys: pytest.CaptureFixture[str]) -> Told:
    """Return a function that gives exit code, standard output and standard error of a command."""

    def run(*args: str | Path) -> tuple[int, str, str]:
        code = command([str(each) for each in args])
        captured = capsys.readouterr()
        return code, captured.out, captured.err

    return run


@pytest.fixture
def new(told: Told, folder: MakeFolder) -> Callable[..., tuple[Path, str]]:
    """Return a function that prepares a file in a folder with the shipped plan and registry."""

    def make(agency: str = "so-tai-chinh", period: str = "2026") -> tuple[Path, str]:
        root = folder({}, shipped=True).root
        code, out, err = told("new", "--agency", agency, "--period", period, "--as-of", AS_OF,
                              "--data", root)  # fmt: skip
        assert (code, err.count("\n")) == (0, 1)
        return root, Path(out.rstrip("\n")).read_text(encoding="utf-8")

    return make


def test_each_thing_owed_stands_in_it_with_the_plans_sentence(
    new: Callable[..., tuple[Path, str]],
) -> None:
    """The obligations of 2026 by the program, the sentences by the document (ke-hoach-06.txt)."""
    root, text = new()
    run = answer(DataFolder(root), "", Question(run_day(), ("so-tai-chinh",), periods=("2026",)))
    owed = {each.obligation.demand.item for each in run.assessments}
    assert len(owed) == 19
    flat = re.sub(r"\s+", " ", text.replace("\n  # ", " "))
    for item in owed:
        assert f"- item: {item.id}\n    period: 2026\n" in text
        assert re.sub(r"\s+", " ", item.sentence) in flat


def run_day() -> date:
    return date.fromisoformat(AS_OF)


def test_deadlines_stand_with_their_weekday(new: Callable[..., tuple[Path, str]]) -> None:
    """Before 2 December 2026 is the first, a Tuesday; the year ends on a Thursday."""
    _, text = new()
    assert "# Hạn: 01/12/2026 (thứ Ba)\n" in text
    assert "# Hạn: 31/12/2026 (thứ Năm)\n  # Cần: ít nhất 01 lĩnh vực\n" in text


def test_as_it_is_it_has_no_mistake_and_counts_for_nothing(
    new: Callable[..., tuple[Path, str]], told: Told
) -> None:
    """Committed unchanged it would else say of everything that it was reported."""
    root, _ = new()
    run = answer(DataFolder(root), "", Question(date(2026, 12, 30), git=False))
    assert run.workspace.left_out == ()
    assert list(run.reports[0].claims) == []
    found = [each for each in run.wrong if each.place.file.startswith("submissions/")]
    assert [each.rule.code for each in found] == ["KH419"]
    for words in ("draft: true", "document.number", "document.date"):
        assert words in found[0].message("vi") + found[0].hint("vi")
    code, out, _ = told("check", "--data", root, "--no-git", "--as-of", "2026-12-30")
    assert (code, "KH419" in out) == (0, True)


def test_filled_in_it_is_a_report(new: Callable[..., tuple[Path, str]]) -> None:
    """By doing what its own head says, and nothing else."""
    root, text = new()
    text = text.replace("draft: true\n", "").replace("  date:\n", "  date: 2026-11-25\n")
    text = text.replace("  number:\n", "  number: 125/BC-STC\n")
    text = text.replace("status: not_started", "status: in_progress")
    path = root / "submissions" / "so-tai-chinh" / "bao-cao-2026.yaml"
    path.write_text(text, encoding="utf-8")
    asked = Question(date(2026, 12, 30), ("so-tai-chinh",), periods=("2026",), git=False)
    run = answer(DataFolder(root), "", asked)
    verdicts = {str(each.obligation.demand.item.id): each for each in run.assessments}
    assert verdicts["III.1.c"].status == "done_on_time"
    assert all(each.covered is not False for each in run.assessments)
    assert not [each for each in run.wrong if each.place.file.startswith("submissions/")]


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("completed: NĂM-THÁNG-NGÀY", "KH203"),
        ("quantity: SỐ LƯỢNG", "KH203"),
        ("evidence: [{number: SỐ VĂN BẢN, date: NĂM-THÁNG-NGÀY, title: TRÍCH YẾU}]", "KH203"),
    ],
)
def test_a_line_uncommented_but_not_filled_in_is_an_error(
    new: Callable[..., tuple[Path, str]], line: str, code: str
) -> None:
    """Not a claim: the words that stand there for the officer are no day, number or document."""
    root, text = new()
    assert f"    # {line}\n" in text
    path = root / "submissions" / "so-tai-chinh" / "bao-cao-2026.yaml"
    path.write_text(text.replace(f"    # {line}\n", f"    {line}\n"), encoding="utf-8")
    run = answer(DataFolder(root), "", Question(date(2026, 12, 30), git=False))
    assert code in {each.rule.code for each in run.workspace.findings}


def test_what_it_said_last_time_stands_beside_with_its_file(told: Told, folder: MakeFolder) -> None:
    said = (
        'schema: kehoach/submission@1\nplan: "06"\nagency: so-tai-chinh\n'
        "document: {number: 9/BC-STC, date: 2025-11-20}\n"
        "reports: [{item: III.1.c, period: 2025}]\n"
        'tasks: [{item: II.2, status: in_progress, note: "đã rà\\n# draft: false"}]\n'
    )
    root = folder({"submissions/so-tai-chinh/cu.yaml": said}, shipped=True).root
    _, text, _ = told("new", "--agency", "STC", "--period", "2026", "--as-of", AS_OF,
                      "--data", root, "-o", "-", "--no-git")  # fmt: skip
    flat = text.replace("\n  # ", " ")
    assert "kỳ 2025, đang làm, 9/BC-STC, “đã rà # draft: false” (" in flat
    assert "/submissions/so-tai-chinh/cu.yaml)" in flat
    assert "Lần trước: kỳ 2025, đã gửi báo cáo, 9/BC-STC" in flat
    assert "\ndraft: false" not in text


def test_it_refuses_to_overwrite(new: Callable[..., tuple[Path, str]], told: Told) -> None:
    root, text = new()
    path = root / "submissions" / "so-tai-chinh" / "bao-cao-2026.yaml"
    code, out, err = told("new", "--agency", "so-tai-chinh", "--period", "2026", "--as-of", AS_OF,
                          "--data", root)  # fmt: skip
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert "mở tệp đó để điền tiếp, hoặc thêm -o TỆP_KHÁC" in err
    assert path.read_text(encoding="utf-8") == text


@pytest.mark.parametrize(
    ("args", "words"),
    [
        (("--agency", "so-tai-chin", "--period", "2026"), "so-tai-chinh"),
        (("--agency", "so-tai-chinh", "--period", "2062"), "2026"),
        (("--agency", "so-tai-chinh", "--period", "2026-Q9"), "2026"),
        (("--agency", "so-tai-chinh", "--period", "../../x"), "2026"),
        (("--agency", "so-ke-hoach-dau-tu", "--period", "2026"), "so-tai-chinh"),
        (("--agency", "so-tai-chinh", "--period", "2026", "--plan", "60"), "06"),
    ],
)
def test_what_cannot_be_prepared_is_refused_in_a_line(
    told: Told, folder: MakeFolder, args: tuple[str, ...], words: str
) -> None:
    """And says what could have been meant, or who owes it now."""
    root = folder({}, shipped=True).root
    code, out, err = told("new", *args, "--as-of", AS_OF, "--data", root)
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert words in err
    assert not (root / "submissions").exists()


def test_names_of_periods_are_explained(
    told: Told, folder: MakeFolder, plan_text: PlanText
) -> None:
    """Files write ``once`` and ``2022-H1``; what is written otherwise gets its name."""
    plan = plan_text(
        'id: "1", lead: [so-tai-chinh], deadline: {within: 2022-06}',
        'id: "2", kind: report, lead: [so-tai-chinh], deadline: {every: half-year, from: 2022}',
    )
    root = folder({"plan_07.yaml": plan}).root
    asked = ("new", "--agency", "so-tai-chinh", "--as-of", "2022-07-01", "--data", root)
    err = told(*asked, "--period", "2022-6T")[2]
    assert "không có kỳ “2022-6T” (có phải 2022-H1?)" in err
    assert "once (việc một lần), " in err
    assert "2022-H1 (6 tháng đầu năm 2022)" in err
    assert "2022-H2 (6 tháng cuối năm 2022)" in err


def test_nothing_owed_is_said(told: Told, folder: MakeFolder, plan_text: PlanText) -> None:
    """Sở Nội vụ is asked for nothing; Sở Tài chính has done what it was."""
    plan = plan_text('id: "1", lead: [so-tai-chinh], deadline: {within: 2022}')
    done = (
        'schema: kehoach/submission@1\nplan: "07"\nagency: so-tai-chinh\n'
        "document: {number: 9/BC-STC, date: 2022-04-20}\n"
        'tasks: [{item: "1", status: done, completed: 2022-04-20}]\n'
    )
    root = folder({"plan_07.yaml": plan, "submissions/so-tai-chinh/a.yaml": done}).root
    for agency in ("so-noi-vu", "so-tai-chinh"):
        code, out, err = told("new", "--agency", agency, "--period", "once", "--as-of",
                              "2022-05-01", "--data", root)  # fmt: skip
        assert (code, out, err.count("\n"), agency in err) == (2, "", 1, True)


def test_a_period_that_has_not_begun_is_prepared_for_a_day_of_it(
    told: Told, folder: MakeFolder
) -> None:
    root = folder({}, shipped=True).root
    asked = ("new", "--agency", "so-tai-chinh", "--period", "2026", "--data", root)
    code, _, err = told(*asked, "--as-of", "2025-12-30")
    assert (code, "--as-of" in err) == (2, True)
    assert told(*asked, "--as-of", "2026-01-01")[0] == 0


def test_of_several_plans_one_must_be_named(
    told: Told, folder: MakeFolder, plan_text: PlanText
) -> None:
    item = 'id: "1", lead: [so-tai-chinh], deadline: {within: 2022}'
    first = plan_text(item)
    root = folder({"plan_07.yaml": first, "plan_08.yaml": first.replace('"07"', '"08"')}).root
    asked = ("new", "--agency", "so-tai-chinh", "--period", "once", "--as-of", "2022-05-01",
             "--data", root)  # fmt: skip
    code, _, err = told(*asked)
    assert (code, "07, 08" in err) == (2, True)
    code, out, _ = told(*asked, "--plan", "08")
    assert (code, Path(out.strip()).name) == (0, "bao-cao-08-once.yaml")


def test_a_second_report_of_the_period_waits_as_a_comment(
    told: Told, folder: MakeFolder, plan_text: PlanText
) -> None:
    """One letter is one report until the officer says that it is two."""
    one = 'id: "1", kind: report, lead: [so-tai-chinh], deadline: {every: year}'
    two = one.replace('"1"', '"2"')
    plan = plan_text(one, two, head='policy: {reporting: "2"}')
    root = folder({"plan_07.yaml": plan}).root
    _, text, _ = told("new", "--agency", "so-tai-chinh", "--period", "2022", "--as-of",
                      "2022-05-01", "--data", root, "-o", "-")  # fmt: skip
    assert '\n  - item: "2"\n' in text
    assert '\n#   - item: "1"\n#     period: 2022\n' in text


@pytest.mark.parametrize(
    ("plan", "period", "plans", "name"),
    [
        ("06", "2026", 1, "bao-cao-2026.yaml"),
        ("06", "2026-Q3", 1, "bao-cao-2026-q3.yaml"),
        ("Kế hoạch 06/Đ", "2026-Q3..2027", 2, "bao-cao-ke-hoach-06-d-2026-q3-2027.yaml"),
        ("../..", "once", 2, "bao-cao-x-once.yaml"),
    ],
)
def test_names_of_files_have_no_tones_and_lead_nowhere_else(
    plan: str, period: str, plans: int, name: str
) -> None:
    assert file_name(plan, period, plans) == name
