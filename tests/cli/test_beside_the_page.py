"""What a command asks, writes and tells beside its page, each in a small folder of its own."""

import io
import subprocess
import sys
from collections.abc import Callable
from importlib.metadata import PackageNotFoundError
from pathlib import Path

import pytest

from cli.entering import LETTER, entered, text
from cli.hostile_runs import Capture, MakeFolder
from kehoach.cli.app import run

ENGLISH = ("--lang", "en")
TODAY = ("--as-of", "2021-12-05", *ENGLISH)
# Its last words keep the empty lines behind them, so that nothing can be added below.
KEPT = "note: |+\n      đến cuối tệp\n\n\n"
FILED = 'schema: kehoach/submission@1\nplan: "06"\nagency: so-noi-vu\n'


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Return a function that types answers at a terminal."""

    def typed(words: str) -> None:
        monkeypatch.setattr(sys, "stdin", _Terminal(words))
        for stream in (sys.stdout, sys.stderr):
            monkeypatch.setattr(stream, "isatty", lambda: True)

    return typed


@pytest.mark.parametrize(("answer", "mended"), [("y", True), ("n", False)])
def test_mending_is_asked_for_at_a_terminal(
    small: MakeFolder, terminal: Callable[[str], None], answer: str, mended: bool
) -> None:
    """A day typed with slashes is mended once the answer is yes; what cannot be read stays."""
    told = (
        "document: {number: 1/SNV, date: 20/7/2021}\ntasks: [{item: II.1.b, status: in_progress}]\n"
    )
    data = small({
        "submissions/so-noi-vu/a.yaml": FILED + told,
        "submissions/so-noi-vu/a.yaml.txt": "x",
        "submissions/so-noi-vu/large.yaml": "#" * 6_000_000,
    })  # fmt: skip
    terminal(f"{answer}\n")
    run(["check", "--fix", "--as-of", "2021-12-05"])
    assert ("2021-07-20" in text(data.root, "submissions/so-noi-vu/a.yaml")) is mended
    assert len(text(data.root, "submissions/so-noi-vu/large.yaml")) == 6_000_000


@pytest.mark.parametrize(
    "line",
    [
        "extend II.3.5 --to 2021-12-31",
        "import agencies list.csv -o data/agencies.yaml --force",
        "import plan plan.md --agencies-out data/agencies.yaml --force -o draft.yaml",
    ],
)
def test_where_nothing_can_be_added_the_file_stays(
    small: MakeFolder, capsys: Capture, line: str
) -> None:
    """Written so that one more entry would say something else of those that are there."""
    registry = "schema: kehoach/agencies@1\nagencies:\n" + "".join(
        f"  - id: {id_}\n    name: {name}\n"
        for id_, name in (("so-tai-chinh", "Sở Tài chính"), ("so-noi-vu", "Sở Nội vụ"))
    )
    data = small({
        "agencies.yaml": registry.replace("groups", "") + f"    {KEPT}",
        "decisions.yaml": "schema: kehoach/decisions@1\nextensions:\n"
        "  - item: II.3.5\n    due: 2021-10-29\n"
        f"    document: {{number: 1/A, date: 2021-09-01}}\n    {KEPT}",
    })  # fmt: skip
    here = data.root.parent
    (here / "list.csv").write_text("Tên,Viết tắt\nSở Y tế,SYT\n", encoding="utf-8")
    (here / "plan.md").write_text(
        "| STT | Nội dung | Chủ trì | Thời hạn |\n|---|---|---|---|\n"
        "| 1 | Xây dựng kế hoạch | Sở Y tế | Tháng 6/2021 |\n",
        encoding="utf-8",
    )
    before = {each: each.read_bytes() for each in data.root.iterdir()}
    more = LETTER if line.startswith("extend") else ()
    day = ("--as-of", "2021-12-05") if line.startswith("extend") else ()
    assert run([*line.split(), *more, *day, *ENGLISH]) == 2
    assert "agencies.yaml" in (told := capsys.readouterr().err) or "decisions.yaml" in told
    assert {each: each.read_bytes() for each in data.root.iterdir()} == before


def test_a_table_for_a_spreadsheet_has_its_mark_and_its_sign(small: MakeFolder) -> None:
    data = small()
    made = ["export", "--format", "csv", "--sep", ";", "--bom", "-o", "t.csv", *TODAY]
    assert run(made) == 0
    content = (data.root.parent / "t.csv").read_bytes()
    assert content.startswith(b"\xef\xbb\xbf")
    head, first, *_ = content.decode("utf-8-sig").splitlines()
    assert head.count(";") == first.count(";") > 5


def test_a_table_says_beside_itself_that_every_declared_day_counts(
    folder: MakeFolder,
    plan_text: Callable[..., str],
    monkeypatch: pytest.MonkeyPatch,
    capsys: Capture,
) -> None:
    plan = plan_text(
        'id: "1", lead: [so-noi-vu], deadline: {within: 2021}', head="policy: {telling: declared}"
    )
    monkeypatch.chdir(folder({"plan_07.yaml": plan}).root.parent)
    assert run(["export", "--format", "csv", *TODAY]) == 0
    assert "every declared day of completion counts" in capsys.readouterr().err


def test_owners_are_named_from_the_top_of_the_repository(
    small: MakeFolder, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    """Where the data folder is a part of it."""
    data = small()
    monkeypatch.chdir(data.root)
    assert run(["codeowners", *ENGLISH]) == 0
    assert "/data/submissions" not in capsys.readouterr().out
    subprocess.run(["git", "init", "-q", str(data.root.parent)], check=True)  # noqa: S603, S607
    assert run(["codeowners", *ENGLISH]) == 0
    assert "/data/submissions" in capsys.readouterr().out


def test_an_event_of_the_plan_is_entered_by_its_name(
    folder: MakeFolder, plan_text: Callable[..., str], monkeypatch: pytest.MonkeyPatch
) -> None:
    head = "events: [{id: nhan-van-ban, text: Nhận văn bản}]"
    task = 'id: "1", lead: [so-noi-vu], deadline: {event: nhan-van-ban, plus: 10 days}'
    data = folder({"plan_07.yaml": plan_text(task, head=head)})
    monkeypatch.chdir(data.root.parent)
    assert entered("event", "nhan-van-ban", "--on", "2021-11-19", *LETTER) == 0
    said = text(data.root, "decisions.yaml")
    assert "  - id: nhan-van-ban\n    date: 2021-11-19\n" in said


def test_what_was_read_is_told_where_it_is_asked_for(small: MakeFolder, capsys: Capture) -> None:
    """And the schemas are those of the documentation."""
    data = small()
    assert run(["status", "--verbose", *TODAY]) == 0
    told = capsys.readouterr().err
    assert f"read {data.root}, git: none, as of the end of 2021-12-05" in told
    assert run(["schema", "plan"]) == 0
    schemas = Path(__file__).resolve().parents[2] / "docs" / "schemas"
    assert capsys.readouterr().out == (schemas / "plan.json").read_text(encoding="utf-8")


def test_a_failure_on_warnings_is_one_on_errors_too(small: MakeFolder) -> None:
    small({"submissions/so-noi-vu/a.yaml": FILED + "stauts: x\n"})
    assert run(["status", "--fail-on", "warning", *TODAY]) == 1
    assert run(["status", "--fail-on", "overdue", "--as-of", "2021-06-15"]) == 0


def test_what_is_in_the_folder_and_no_report_gets_no_receipt(
    small: MakeFolder, capsys: Capture
) -> None:
    small({"submissions/so-noi-vu/thu.docx": b"PK", "submissions/so-noi-vu/a.yaml": FILED})
    assert run(["receipt", "data/submissions/so-noi-vu/thu.docx", *TODAY]) == 2
    assert "is no submission" in capsys.readouterr().err


def test_two_letters_of_one_period_do_not_fall_together(small: MakeFolder, capsys: Capture) -> None:
    """Both are new: neither is written; the same file named twice is one."""
    data = small()
    here = data.root.parent
    for number in ("1", "2"):
        sent = f'{FILED}document: {{number: "{number}", date: 2021-11-20}}\n'
        filed = f"{sent}reports: [{{item: III.1.c, period: 2021}}]\n"
        (here / f"{number}.yaml").write_text(filed, encoding="utf-8")
    assert run(["import", "submissions", "1.yaml", "2.yaml", *TODAY]) == 2
    assert "two sheets make the same file" in capsys.readouterr().err
    assert not (data.root / "submissions").exists()
    assert run(["import", "submissions", "1.yaml", "1.yaml", *TODAY]) == 0
    assert len([*(data.root / "submissions" / "so-noi-vu").iterdir()]) == 1


def test_a_program_that_pip_does_not_know_cannot_be_packed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    def unknown(_: object) -> None:
        raise PackageNotFoundError

    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("kehoach.start.package_source.package_source", unknown)
    assert run(["init", "new", *ENGLISH]) == 2
    assert "add --package" in capsys.readouterr().err
    assert [*tmp_path.iterdir()] == []


def test_a_registry_is_written_once_its_changes_were_seen(
    small: MakeFolder, terminal: Callable[[str], None], capsys: Capture
) -> None:
    """At a terminal the lines that change are shown, and are written after a yes."""
    data = small()
    (data.root.parent / "list.csv").write_text("Tên,Viết tắt\nSở Y tế,SYT\n", encoding="utf-8")
    before = text(data.root, "agencies.yaml")
    for answer, after in (("n", 2), ("y", 0)):
        terminal(f"{answer}\n")
        assert (
            run(["import", "agencies", "list.csv", "-o", "data/agencies.yaml", *ENGLISH]) == after
        )
        shown = capsys.readouterr().err
        assert [line[0] for line in shown.splitlines() if "Sở Y tế" in line and "{" in line] == [
            "+"
        ]
    assert "Sở Y tế" not in before
    assert "Sở Y tế" in text(data.root, "agencies.yaml")


def test_a_sum_of_repositories_does_not_overwrite(small: MakeFolder, capsys: Capture) -> None:
    data = small()
    kept = data.root.parent / "sum.parquet"
    kept.write_bytes(b"theirs")
    assert run(["portfolio", "data", "-o", "sum.parquet", *TODAY]) == 2
    assert "overwrite with --force" in capsys.readouterr().err
    assert kept.read_bytes() == b"theirs"


def test_a_baseline_in_brackets_is_not_taken_apart(small: MakeFolder, capsys: Capture) -> None:
    """An entry can be taken out only where it stands on lines of its own."""
    file = "submissions/so-noi-vu/a.yaml"
    told = "document: {number: 1/SNV, date: 2021-07-20}\ntasks: [{item: II.1.b, status: done}]\n"
    data = small({file: FILED + told})
    assert run(["check", "--baseline", *TODAY]) == 0
    checks = data.root / "checks.yaml"
    head, _, entries = checks.read_text(encoding="utf-8").partition("baseline:\n")
    listed = ", ".join(line.strip(" -") for line in entries.splitlines() if line.strip())
    checks.write_text(f"{head}baseline: [{listed}]\n", encoding="utf-8")
    before = checks.read_bytes()
    (data.root / file).write_text(FILED + told.replace("done", "in_progress"), encoding="utf-8")
    capsys.readouterr()
    assert run(["check", "--baseline", *TODAY]) == 2
    assert "is not written line by line" in capsys.readouterr().err
    assert checks.read_bytes() == before
