"""``kehoach init``: what it writes works at once, says what is true, and never covers anything."""

import json
import re
import shutil
import subprocess
import sys
from datetime import date
from hashlib import sha256
from importlib.resources import files
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
import yaml
from jsonschema import Draft202012Validator

from editor_yaml import as_edited
from kehoach.cli.app import run as run_command
from kehoach.cli.command_list import COMMANDS
from kehoach.contract.schemas import FILES, schema_text
from kehoach.model.deadlines.kinds import TAGS
from kehoach.reading.folder import DataFolder
from kehoach.run import Question, answer
from kehoach.start.package_source import PackageSource
from kehoach.start.starter import FORGES, starter
from kehoach.words import Text

Told = pytest.CaptureFixture[str]
YEAR = 2026
SOURCE = PackageSource("kehoach==0.0", "kehoach==0.0", {}, Text("", ""))
_COMMAND = re.compile(r"\bkehoach ([a-z]+)")


@pytest.fixture(autouse=True)
def _in_the_year(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kehoach.reading.clock.today", lambda _timezone: date(YEAR, 3, 10))
    monkeypatch.delenv("COLUMNS", raising=False)  # off a terminal nothing is broken


@pytest.fixture(name="place")
def _place(tmp_path: Path, capsys: Told) -> Path:
    folder = tmp_path / "kho"
    assert run_command(["init", str(folder)]) == 0
    capsys.readouterr()
    return folder


def written(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8")
        for path in folder.rglob("*")
        if path.is_file() and path.suffix != ".whl"
    }


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


# ── The README ──────────────────────────────────────────────────────────────────────────────────


def readme_blocks(place: Path) -> tuple[str, str]:
    """Return the example of a report and that of an error."""
    text = (place / "README.md").read_text(encoding="utf-8")
    report = re.search(r"```yaml\n(.*?)```", text, re.DOTALL)
    error = re.search(r"```\n(data/.*?)```", text, re.DOTALL)
    assert report is not None
    assert error is not None
    return report[1], error[1]


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


# ── On a forge ──────────────────────────────────────────────────────────────────────────────────


def github(files: dict[str, str]) -> dict[str, Any]:
    workflow: dict[str, Any] = as_edited(files[".github/workflows/kehoach.yml"])
    return workflow


def test_the_workflow_of_github() -> None:
    workflow = github(starter("Kho", YEAR, SOURCE, "github"))
    assert workflow["permissions"] == {"contents": "read"}
    assert set(workflow["on"]) == {"pull_request", "push", "schedule", "workflow_dispatch"}
    assert workflow["on"]["schedule"] == [{"cron": "0 0 * * *"}]  # seven in the morning in Vietnam
    for job in workflow["jobs"].values():
        assert "permissions" not in job
        checkout = job["steps"][0]
        assert checkout["uses"].startswith("actions/checkout@")
        assert checkout["with"] == {"fetch-depth": 0, "persist-credentials": False}
        (install,) = (
            each["run"] for each in job["steps"] if " pip install " in each.get("run", "")
        )
        assert '-I -m pip install --quiet --disable-pip-version-check "kehoach==0.0"' in install
    steps = [step for job in workflow["jobs"].values() for step in job["steps"]]
    runs = [step["run"] for step in steps if "run" in step]
    assert 'kehoach check --since "origin/$GITHUB_BASE_REF" --format github' in runs
    assert "kehoach summary -o tinh-hinh.md" in runs


def test_no_words_of_others_come_into_a_shell() -> None:
    """What stands in ``${{ }}`` is put into the script before any quoting."""
    for job in github(starter("Kho", YEAR, SOURCE))["jobs"].values():
        for step in job["steps"]:
            assert "${{" not in step.get("run", "")


def test_the_pipeline_of_gitlab() -> None:
    pipeline = as_edited(starter("Kho", YEAR, SOURCE, "gitlab")[".gitlab-ci.yml"])
    assert pipeline["variables"] == {"GIT_DEPTH": "0"}
    check, daily = pipeline["kiem-tra"], pipeline["tinh-hinh"]
    assert check["artifacts"]["reports"] == {"codequality": "gl-code-quality-report.json"}
    assert check["script"][-1] == 'kehoach check "$@"'
    assert daily["rules"] == [{"if": '$CI_PIPELINE_SOURCE == "schedule"'}]
    install = pipeline["default"]["before_script"][0]
    assert install.startswith("python3 -I -m pip install ")
    assert install.endswith(' "kehoach==0.0"')


@pytest.mark.parametrize(
    ("base", "words"),
    [("", "check"), ("1f0e", "check --since 1f0e"), ("a b; echo x", "check --since a b; echo x")],
)
def test_the_script_of_gitlab_in_a_shell(base: str, words: str) -> None:
    """Only on a merge request is there something to compare with, and it stays one word."""
    script = as_edited(starter("Kho", YEAR, SOURCE)[".gitlab-ci.yml"])["kiem-tra"]["script"]
    lines = [script[0], 'printf "%s\\n" "$#" "check $*"']
    done = subprocess.run(  # noqa: S603 - the test's own words
        [shutil.which("bash") or "sh", "-ec", "\n".join(lines)],
        env={"CI_MERGE_REQUEST_DIFF_BASE_SHA": base} if base else {},
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert done.stdout == f"{2 if base else 0}\n{words}{'' if base else ' '}\n"


@pytest.mark.parametrize(
    ("forge", "there", "missing"),
    [
        ("github", {".github/workflows/kehoach.yml"}, {".gitlab-ci.yml"}),
        ("gitlab", {".gitlab-ci.yml"}, {".github/workflows/kehoach.yml"}),
        (
            "both",
            {".gitlab-ci.yml", ".github/workflows/kehoach.yml"},
            {".forgejo/workflows/kehoach.yml"},
        ),
        (
            "forgejo",
            {".forgejo/workflows/kehoach.yml"},
            {".gitlab-ci.yml", ".github/workflows/kehoach.yml"},
        ),
        ("none", {".pre-commit-config.yaml"}, {".gitlab-ci.yml", ".github/workflows/kehoach.yml"}),
    ],
)
def test_which_forge(tmp_path: Path, forge: str, there: set[str], missing: set[str]) -> None:
    assert run_command(["init", str(tmp_path / "kho"), "--forge", forge]) == 0
    files = written(tmp_path / "kho").keys()
    assert there <= files
    assert not missing & files


def test_the_hooks_before_a_commit(place: Path) -> None:
    config = as_edited((place / ".pre-commit-config.yaml").read_text(encoding="utf-8"))
    (repo,) = config["repos"]
    assert repo["repo"] == "local"
    single, whole = repo["hooks"]
    pattern = re.compile(single["files"])
    for name in written(place):
        assert bool(pattern.search(name)) == (name.startswith("data/") and name.endswith(".yaml"))
    for hook in (single, whole):
        assert hook["language"] == "system"
        assert hook["entry"].split()[0] == "kehoach"
        assert hook["entry"].split()[1] in COMMANDS
    # Old mistakes of others block nobody's commit; what a commit deletes is in no list of files.
    assert whole["entry"] == "kehoach check --since HEAD"
    assert whole["pass_filenames"] is False
    assert whole["always_run"] is True


def test_the_hooks_pass_before_the_first_commit(
    place: Path, capsys: Told, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where nothing has been committed yet, there is no HEAD: everything is new."""
    subprocess.run(["git", "init", "--quiet", str(place)], check=True)  # noqa: S603, S607
    monkeypatch.chdir(place)
    config = as_edited((place / ".pre-commit-config.yaml").read_text(encoding="utf-8"))
    for hook in config["repos"][0]["hooks"]:
        assert run_command([*hook["entry"].split()[1:], "--as-of", f"{YEAR}-03-10"]) == 0
        assert capsys.readouterr().err == ""


# ── Where it writes ─────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_a_place_that_holds_something_is_refused(tmp_path: Path, capsys: Told, lang: str) -> None:
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "thu.txt").write_text("của tôi", encoding="utf-8")
    (tmp_path / "file").write_text("của tôi", encoding="utf-8")
    (tmp_path / "dangling").symlink_to(tmp_path / "nowhere")
    before = sorted(tmp_path.rglob("*"))
    for name in ("full", "file", "dangling"):
        assert run_command(["init", str(tmp_path / name), "--lang", lang]) == 2
        told = capsys.readouterr()
        assert told.out == ""
        assert told.err.count("\n") == 1
        assert name in told.err
    assert sorted(tmp_path.rglob("*")) == before


def test_an_empty_folder_will_do_and_so_will_an_empty_clone(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "clone" / ".git").mkdir(parents=True)
    for name in ("empty", "clone", "new/below"):
        assert run_command(["init", str(tmp_path / name)]) == 0
        assert (tmp_path / name / "data" / "plan_01.yaml").is_file()


def test_an_unknown_forge_writes_nothing(tmp_path: Path, capsys: Told) -> None:
    assert run_command(["init", str(tmp_path / "kho"), "--forge", "svn"]) == 2
    assert "github | gitlab | forgejo | both | none" in capsys.readouterr().err
    assert not (tmp_path / "kho").exists()


def test_a_place_that_cannot_be_written(tmp_path: Path, capsys: Told) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    assert run_command(["init", str(tmp_path / "file" / "kho")]) == 2
    assert capsys.readouterr().err.count("\n") == 1


def test_the_first_commit_raises_no_doubt(place: Path) -> None:
    """Whoever commits the example touches no agency's folder: nobody is a stranger there."""
    folders = [path for path in (place / "data" / "submissions").iterdir() if path.is_dir()]
    assert folders == []


# ── From where CI installs ──────────────────────────────────────────────────────────────────────

COMMIT = "0123456789abcdef0123456789abcdef01234567"


def installs(place: Path) -> set[str]:
    """Return what the jobs of both forges install."""
    names = (
        ".github/workflows/kehoach.yml",
        ".github/workflows/kehoach-arrivals.yml",
        ".gitlab-ci.yml",
    )
    texts = ((place / name).read_text(encoding="utf-8") for name in names)
    return {found for text in texts for found in re.findall(r'pip install .*"(.*)"', text)}


def test_it_installs_the_very_program_that_runs(place: Path, tmp_path: Path) -> None:
    """Packed into the repository and known by its digest: no name that a stranger may hold is asked."""
    (wheel,) = (place / "vendor").iterdir()
    digest = sha256(wheel.read_bytes()).hexdigest()
    assert installs(place) == {f"kehoach @ file://$PWD/vendor/{wheel.name}#sha256={digest}"}
    assert f'pip install "vendor/{wheel.name}"' in (place / "README.md").read_text(encoding="utf-8")
    with ZipFile(wheel) as packed:
        assert packed.testzip() is None
        packed.extractall(tmp_path / "there")
    source = files("kehoach")
    for name in (
        "cli/entry.py",
        "py.typed",
        "start/files/gitlab-ci.yml",
        "contract/key_words.json",
    ):
        there = (tmp_path / "there" / "kehoach" / name).read_bytes()
        assert there == source.joinpath(*name.split("/")).read_bytes()
    done = subprocess.run(
        [sys.executable, "-c", "import kehoach.cli.entry as e; print(e.__file__)"],
        env={"PYTHONPATH": str(tmp_path / "there")}, capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert done.stdout.startswith(str(tmp_path / "there"))


def test_pip_takes_the_wheel_and_refuses_another_in_its_place(place: Path, tmp_path: Path) -> None:
    (wanted,) = installs(place)
    whole = wanted.replace("$PWD", str(place))

    def downloaded(to: str) -> subprocess.CompletedProcess[str]:
        words = [
            "pip",
            "--isolated",
            "--disable-pip-version-check",
            "download",
            "--no-deps",
            "--no-index",
            "-q",
            "-d",
        ]
        return subprocess.run(  # noqa: S603 - pip
            [sys.executable, "-I", "-m", *words, str(tmp_path / to), whole],
            capture_output=True, text=True, check=False,
        )  # fmt: skip

    assert downloaded("a").returncode == 0
    (wheel,) = (place / "vendor").iterdir()
    wheel.write_bytes(wheel.read_bytes() + b" ")
    refused = downloaded("b")
    assert refused.returncode == 1
    assert "DO NOT MATCH THE HASHES" in refused.stderr


@pytest.mark.parametrize(
    "spec",
    [
        f"git+https://git.example.vn/kehoach.git@{COMMIT}",
        f"git+ssh://git@git.example.vn/kehoach.git@{COMMIT}",
        f"https://git.example.vn/kehoach-0.1.0-py3-none-any.whl#sha256={COMMIT}{COMMIT[:24]}",
        "kehoach==0.1.0",
    ],
)
def test_another_source_can_be_said(tmp_path: Path, capsys: Told, spec: str) -> None:
    assert run_command(["init", str(tmp_path / "kho"), "--package", spec]) == 0
    assert installs(tmp_path / "kho") == {spec}
    assert not (tmp_path / "kho" / "vendor").exists()
    told = capsys.readouterr().out
    assert f"CI cài {'' if '==' in spec else 'từ '}{spec}" in told
    assert ("pip download" in told) == (
        "==" in spec
    )  # what nobody can know here is to be looked up


def test_a_wheel_that_is_given_is_kept(place: Path, tmp_path: Path, capsys: Told) -> None:
    (wheel,) = (place / "vendor").iterdir()
    assert run_command(["init", str(tmp_path / "b"), "--package", str(wheel), "--lang", "en"]) == 0
    assert (tmp_path / "b" / "vendor" / wheel.name).read_bytes() == wheel.read_bytes()
    assert "the file given" in capsys.readouterr().out


@pytest.mark.parametrize(
    "spec",
    [
        "", "a\nb", 'x"; rm -rf', "$(x)", "-r x", "kehoach", "kehoach>=0.1", "kehoach==0.*",
        "git+https://git.example.vn/kehoach.git", "git+https://git.example.vn/kehoach.git@v0.1.0",
        f"git+http://git.example.vn/kehoach.git@{COMMIT}",
        "https://git.example.vn/kehoach-0.1.0-py3-none-any.whl", "khong-co.whl", "README.md",
        "kehoach==1;$(x)", f"git+https://a/$(x)@{COMMIT}",
    ],
)  # fmt: skip
def test_what_can_be_moved_or_is_none_is_refused(tmp_path: Path, capsys: Told, spec: str) -> None:
    """A branch, a tag, a name without a version, words for a shell, a file that is not there."""
    assert run_command(["init", str(tmp_path / "kho"), "--package", spec]) == 2
    assert capsys.readouterr().err.count("\n") == 1
    assert not (tmp_path / "kho").exists()


def test_a_wheel_of_something_else_is_refused(tmp_path: Path, capsys: Told) -> None:
    for name, make in (("a.whl", lambda p: p.write_bytes(b"PK")), ("b.whl", _other_wheel)):
        make(tmp_path / name)
        assert run_command(["init", str(tmp_path / "kho"), "--package", str(tmp_path / name)]) == 2
        assert capsys.readouterr().err.count("\n") == 1


def _other_wheel(path: Path) -> None:
    with ZipFile(path, "w") as wheel:
        wheel.writestr("other/__init__.py", "")


# ── In English ──────────────────────────────────────────────────────────────────────────────────

VIETNAMESE = re.compile(
    "[àảãáạăằẳẵắặâầẩẫấậđèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵ]", re.IGNORECASE
)


@pytest.mark.parametrize("forge", FORGES)
def test_in_english_only_what_the_documents_say_is_vietnamese(tmp_path: Path, forge: str) -> None:
    """Remarks, jobs and pages; names of agencies and the plan's own words are nobody's to translate."""
    assert run_command(["init", str(tmp_path / "kho"), "--lang", "en", "--forge", forge]) == 0
    for name, text in written(tmp_path / "kho").items():
        if name.startswith("schemas/"):
            continue
        remarks = [
            line.partition("#")[2]
            for line in text.splitlines()
            if name.endswith((".yaml", ".yml", "ignore", "attributes"))
            and not re.match(r"#\s+- \{", line)  # a sample of what a document says
        ]
        assert [each for each in remarks if VIETNAMESE.search(each)] == [], name
        if name.endswith(".yml") or name.startswith(".pre-commit"):
            assert not VIETNAMESE.search(text), name


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_in_either_language_the_data_say_the_same(tmp_path: Path, lang: str) -> None:
    assert run_command(["init", str(tmp_path / "kho"), "--lang", lang]) == 0
    for name in ("plan_01", "agencies", "decisions", "receipts", "checks"):
        text = (tmp_path / "kho" / "data" / f"{name}.yaml").read_text(encoding="utf-8")
        vi = starter("Kho", YEAR, SOURCE)[f"data/{name}.yaml"]
        assert as_edited(text) == as_edited(vi)


def test_the_example_of_an_error_is_true_in_english_too(
    tmp_path: Path, capsys: Told, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert run_command(["init", str(tmp_path / "kho"), "--lang", "en"]) == 0
    report, error = readme_blocks(tmp_path / "kho")
    path = tmp_path / "kho" / "data" / "submissions" / "so-tai-chinh" / f"bao-cao-{YEAR}.yaml"
    path.parent.mkdir()
    path.write_text(report.replace("status: done", "status: xong"), encoding="utf-8")
    monkeypatch.chdir(tmp_path / "kho")
    assert run_command(["check", "--lang", "en", "--as-of", f"{YEAR}-12-01"]) == 1
    assert error in capsys.readouterr().out


# ── Judged by the tools of others, where they are there ─────────────────────────────────────────


@pytest.mark.parametrize("lang", ["vi", "en"])
@pytest.mark.parametrize("tool", ["zizmor", "actionlint"])
def test_the_linters_of_workflows_find_nothing(tmp_path: Path, tool: str, lang: str) -> None:
    if (found := shutil.which(tool)) is None:
        pytest.skip(f"{tool} is not installed here")
    assert run_command(["init", str(tmp_path / "kho"), "--lang", lang]) == 0
    workflows = sorted((tmp_path / "kho" / ".github" / "workflows").iterdir())
    offline = ["--offline", "--no-progress"] if tool == "zizmor" else []
    done = subprocess.run(  # noqa: S603 - the tool, on our own files
        [found, *offline, *map(str, workflows)], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("forge", ["github", "forgejo"])
def test_every_action_is_pinned_by_its_whole_commit(forge: str) -> None:
    found = starter("Kho", YEAR, SOURCE, "github" if forge == "github" else "forgejo")
    jobs = [text for name, text in found.items() if name.endswith((".yml",))]
    used = [line for text in jobs for line in text.splitlines() if "uses:" in line]
    assert bool(used) == (forge == "github")
    assert [e for e in used if not re.search(r"@[0-9a-f]{40} # v\d+\.\d+\.\d+$", e)] == []
