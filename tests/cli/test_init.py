"""What init makes is ready to work: commands, schemas, readme and the refusal of what is there."""

import json
import re
from datetime import date
from pathlib import Path

import pytest
import yaml
from jsonschema import Draft202012Validator

from cli.begun import SOURCE, YEAR, Told, readme_blocks, written
from editor_yaml import as_edited
from kehoach.cli.app import run as run_command
from kehoach.cli.command_list import COMMANDS
from kehoach.contract.schemas import FILES, schema_text
from kehoach.model.deadlines.kinds import TAGS
from kehoach.reading.folder import DataFolder
from kehoach.run import Question, answer
from kehoach.start.starter import FORGES, starter

_COMMAND = re.compile(r"\bkehoach ([a-z]+)")


pytestmark = pytest.mark.usefixtures("in_the_year")


# ── It works ────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("command", "words"),
    [
        # The gap that is meant is all there is to say; the task I.1 is due by the end of March.
        ("check", ("Kế hoạch 01", "KH304", "0 lỗi, 0 cảnh báo, 1 lưu ý")),
        ("status", ("Kế hoạch 01", f"31/03/{YEAR}", "I.1", "--full")),
        ("upcoming", ("Kế hoạch 01", f"31/03/{YEAR}", "I.1")),
        ("summary", ("Kế hoạch ví dụ", f"31/03/{YEAR}", "Sở Y tế")),
        ("codeowners", ("/data/submissions/so-tu-phap/", "/data/submissions/so-y-te/")),
    ],
)
def test_the_commands_work_in_it(
    place: Path,
    capsys: Told,
    monkeypatch: pytest.MonkeyPatch,
    command: str,
    words: tuple[str, ...],
) -> None:
    """Each speaks of the plan and the agencies that were written, not merely of something."""
    monkeypatch.chdir(place)
    more = [] if command == "codeowners" else ["--as-of", f"{YEAR}-03-10"]
    assert run_command([command, *more]) == 0
    told = capsys.readouterr()
    assert [each for each in words if each not in told.out] == []
    assert told.err == ""


@pytest.mark.parametrize("year", [2025, 2026, 2031])
@pytest.mark.parametrize("day", ["03-10", "12-31"])
def test_nothing_is_wrong_in_it_but_the_gap_that_is_meant(
    tmp_path: Path, year: int, day: str
) -> None:
    for name, text in starter("Kho", year, SOURCE).items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    run = answer(DataFolder(tmp_path / "data"), "", Question(date.fromisoformat(f"{year}-{day}")))
    assert [each.rule.code for each in run.wrong] == ["KH304"]


def test_the_example_plan_shows_most_kinds_of_deadline(place: Path) -> None:
    plan = yaml.safe_load((place / "data" / "plan_01.yaml").read_text(encoding="utf-8"))
    rules = [item["deadline"] for item in plan["items"]]
    used = {
        key
        for rule in rules
        for each in (rule if isinstance(rule, list) else [rule])
        for key in each
    }
    assert set(TAGS) - used == {"start", "when", "after", "minus", "one session"}


def test_the_samples_in_the_comments_are_true(place: Path) -> None:
    """Without their “# ” they are decisions and receipts that the plan knows."""
    for name in ("decisions", "receipts"):
        path = place / "data" / f"{name}.yaml"
        text = re.sub(r"^\w+: \[\]\n", "", path.read_text(encoding="utf-8"), flags=re.MULTILINE)
        path.write_text(
            re.sub(r"^# ( +- |\w+:$)", r"\1", text, flags=re.MULTILINE), encoding="utf-8"
        )
    receipts = place / "data" / "receipts.yaml"
    text = receipts.read_text(encoding="utf-8")
    sample = re.search(r"^ +- .*\n", text, re.MULTILINE)
    assert sample is not None
    receipts.write_text(text.replace(sample[0], "") + f"receipts:\n{sample[0]}", encoding="utf-8")
    run = answer(DataFolder(place / "data"), "", Question(date(YEAR, 12, 31)))
    assert [each.rule.code for each in run.wrong] == ["KH304"]
    decisions = run.workspace.decisions
    assert all(
        getattr(decisions, kind) for kind in ("events", "sessions", "requests", "extensions")
    )
    assert decisions.waivers
    assert run.workspace.book.receipts


# ── In an editor ────────────────────────────────────────────────────────────────────────────────


def test_every_file_is_wired_to_its_schema(place: Path) -> None:
    files = sorted((place / "data").rglob("*.yaml"))
    assert len(files) >= 4
    for path in files:
        text = path.read_text(encoding="utf-8")
        line = re.match(r"# yaml-language-server: \$schema=(\S+)\n", text)
        assert line is not None, path
        schema = json.loads((path.parent / line[1]).read_text(encoding="utf-8"))
        kind = re.search(r"^schema: kehoach/(\w+)@1", text, re.MULTILINE)
        assert kind is not None
        assert (path.parent / line[1]).resolve() == place / "schemas" / f"{kind[1]}.json"
        assert list(Draft202012Validator(schema).iter_errors(as_edited(text))) == []


def test_the_schemas_are_those_of_the_program(place: Path) -> None:
    assert {path.stem for path in (place / "schemas").iterdir()} == set(FILES)
    for kind in FILES:
        assert (place / "schemas" / f"{kind}.json").read_text(encoding="utf-8") == schema_text(kind)


def test_vs_code_maps_new_files_too(place: Path) -> None:
    settings = json.loads((place / ".vscode" / "settings.json").read_text(encoding="utf-8"))
    mapped = settings["yaml.schemas"]
    assert {Path(name).stem for name in mapped} == set(FILES)
    assert all((place / name).is_file() for name in mapped)
    assert mapped["./schemas/submission.json"] == "data/submissions/**/*.yaml"
    for kind in ("agencies", "decisions", "receipts"):
        assert (place / mapped[f"./schemas/{kind}.json"]).is_file()
    json.loads((place / ".vscode" / "extensions.json").read_text(encoding="utf-8"))


def test_the_example_of_a_report_is_counted(place: Path) -> None:
    path = place / "data" / "submissions" / "so-tai-chinh" / "bao-cao.yaml"
    path.parent.mkdir()
    path.write_text(readme_blocks(place)[0], encoding="utf-8")
    run = answer(DataFolder(place / "data"), "", Question(date(YEAR, 12, 1)))
    assert [each.rule.code for each in run.wrong] == ["KH304"]
    done = {
        each.obligation.key.item: each.status.value
        for each in run.assessments
        if each.claim is not None
    }
    assert done == {"II.2": "done_on_time", "I.3": "done_on_time", "I.5": "ongoing"}


def test_the_example_of_an_error_is_what_is_printed(
    place: Path, capsys: Told, monkeypatch: pytest.MonkeyPatch
) -> None:
    report, error = readme_blocks(place)
    path = place / "data" / "submissions" / "so-tai-chinh" / f"bao-cao-{YEAR}.yaml"
    path.parent.mkdir()
    path.write_text(report.replace("status: done", "status: xong"), encoding="utf-8")
    monkeypatch.chdir(place)
    assert run_command(["check", "--as-of", f"{YEAR}-12-01"]) == 1
    assert error in capsys.readouterr().out


@pytest.mark.parametrize("forge", FORGES)
def test_every_command_that_is_named_is_one(tmp_path: Path, capsys: Told, forge: str) -> None:
    assert run_command(["init", str(tmp_path / "kho"), "--forge", forge]) == 0
    texts = [capsys.readouterr().out, *written(tmp_path / "kho").values()]
    named = {name for text in texts for name in _COMMAND.findall(text)}
    assert {"check", "new", "status", "summary", "codeowners"} <= named
    assert named - {"schema"} <= COMMANDS.keys()


def test_the_name_stands_at_the_top_and_nothing_is_left_to_fill_in(
    tmp_path: Path, capsys: Told
) -> None:
    run_command(["init", str(tmp_path / "kho"), "--name", "Kho \x1b[2J của\ntỉnh Bình Minh"])
    files = written(tmp_path / "kho")
    assert files["README.md"].startswith("# Kho \N{REPLACEMENT CHARACTER}[2J của tỉnh Bình Minh\n")
    for name, text in files.items():
        assert not re.search(r"@[a-z]+@", text), name
        assert not re.search("^(vi|en)[|]", text, re.MULTILINE), name
    capsys.readouterr()
