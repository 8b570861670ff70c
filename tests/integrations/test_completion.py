"""The TAB key: what each shell is answered, and that nobody's files can speak to it."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from kehoach.cli.app import load, run
from kehoach.cli.command_list import COMMANDS
from kehoach.cli.commands.schema_command import SCHEMAS
from kehoach.cli.completing.shells import answer
from kehoach.cli.shell.scripts import SCRIPTS, script
from kehoach.reading.folder import DataFolder
from kehoach.run.rulebook import all_rules

MakeFolder = Callable[..., DataFolder]
Ask = Callable[..., list[str]]
ROOT = Path(__file__).resolve().parents[2]
PLAN = """\
schema: kehoach/plan@1
id: "07"
title: Kế hoạch thử
period: {from: 2022-01-01, to: 2024-12-31}
policy: {roll: none}
events: [{id: ban-hanh, text: ban hành Đề án}]
items:
  - {id: I.1, kind: task, title: Một việc, text: Làm., lead: [so-tai-chinh], deadline: {within: 2022}}
  - {id: II.1, kind: report, title: Báo cáo năm, text: Báo cáo., implement: [so-nganh],
     deadline: {every: year, before: 12-02}}
"""


@pytest.fixture(name="ask")
def _ask(folder: MakeFolder, monkeypatch: pytest.MonkeyPatch) -> Ask:
    """Return a function that asks what may follow some words, in a folder with plan 07."""
    monkeypatch.chdir(folder({"plan_07.yaml": PLAN}).root)
    monkeypatch.delenv("KEHOACH_DATA", raising=False)
    return asked


def asked(*words: str) -> list[str]:
    """Return the proposals for the last word."""
    *typed, word = words
    told = answer("complete_fish", typed, {"_KEHOACH_WORD": word})
    return [line.partition("\t")[0] for line in told.splitlines()]


def bash(line: str, place: int) -> list[str]:
    """Return what bash is answered; ``line`` has one word a line, as bash has them."""
    environment = {"COMP_WORDS": line, "COMP_CWORD": str(place)}
    return answer("complete_bash", [], environment).splitlines()


# ── Commands and options, of modules that are imported only now ─────────────────────────────────


def test_the_commands() -> None:
    assert asked("") == list(COMMANDS)
    assert asked("co") == ["consolidate", "codeowners", "completion"]


@pytest.mark.parametrize("command", COMMANDS)
def test_the_options_of_each_command_are_its_own(command: str) -> None:
    mine = {max(each.opts, key=len) for each in load(command).params if each.opts[0][0] == "-"}
    assert set(asked(command, "--")) == {*mine, "--help"}


def test_the_options_before_a_command() -> None:
    assert asked("--la") == ["--lang"]
    assert asked("--lang", "en", "sch") == ["schema"]


def test_an_option_that_was_given_is_not_offered_again_unless_it_may_be() -> None:
    offered = asked("status", "--format", "json", "--agency", "so-y-te", "--")
    assert "--format" not in offered
    assert "--agency" in offered


def test_where_nothing_else_can_stand_there_are_options() -> None:
    assert "--only" in asked("status", "")


def test_after_two_dashes_there_are_no_options() -> None:
    assert asked("deadline", "--", "--f") == []


def test_an_unknown_command_has_nothing() -> None:
    assert asked("nothing", "") == []


# ── Choices ─────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (["status", "--by", ""], ["agency", "item", "period"]),
        (["check", "--format", "s"], ["sarif"]),
        (["check", "--format=s"], ["--format=sarif"]),
        (["--lang", ""], ["vi", "en"]),
        (["check", "--fail-on", "error,w"], ["error,warning"]),
        (["status", "--only", "overdue,l"], ["overdue,late"]),
        (["import", "s"], ["submissions"]),
        (["init", "--forge", "git"], ["github", "gitlab"]),
        (["completion", "power"], ["powershell"]),
    ],
)
def test_what_can_be_chosen(words: list[str], found: list[str]) -> None:
    assert asked(*words) == found


def test_the_kinds_of_schema() -> None:
    assert asked("schema", "") == list(SCHEMAS)


def test_the_codes_of_findings(ask: Ask) -> None:
    codes = [rule.code for rule in all_rules()]
    assert ask("explain", "KH") == codes
    assert ask("explain", "kh") == codes
    assert ask("explain", "") == ["I.1", "II.1", *codes]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (["check", ""], [":files"]),
        (["check", "--data", ""], [":folders"]),
        (["init", ""], [":folders"]),
        (["import", "plan", ""], [":files"]),
        (["summary", "-o", "x"], [":files"]),
        (["deadline", ""], []),
        (["status", "--as-of", ""], []),
    ],
)
def test_what_the_shell_knows_best(words: list[str], found: list[str]) -> None:
    assert asked(*words) == found


# ── What the data folder names ──────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (["status", "--agency", "so-t"], ["so-tai-chinh", "so-tu-phap"]),
        (["agency", "so-n"], ["so-noi-vu"]),
        # By short name, by name, in haste, by a part of the id
        (["agency", "STC"], ["so-tai-chinh"]),
        (["agency", "Sở Tài"], ["so-tai-chinh"]),
        (["agency", "so noi"], ["so-noi-vu"]),
        (["new", "--agency", "phap"], ["so-tu-phap"]),
        (["status", "--group", ""], ["so-nganh"]),
        (["item", "II"], ["II.1"]),
        (["consolidate", "--item", ""], ["I.1", "II.1"]),
        (["consolidate", "--plan", ""], ["07"]),
    ],
)
def test_what_is_called_so(ask: Ask, words: list[str], found: list[str]) -> None:
    assert ask(*words) == found


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (["status", "--as-of", "2023-06-01"], ["once", "2022", "2023"]),
        (["explain", "II.1", "--as-of", "2022-03-01"], ["2022"]),
        (["consolidate", "--item=I.1", "--as-of", "31/12/2024"], ["once"]),
    ],
)
def test_the_periods_that_have_begun(ask: Ask, words: list[str], found: list[str]) -> None:
    """Of the item that is asked about, where one is."""
    assert ask(*words, "--period", "") == found


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (["receive", "so-t"], ["so-tai-chinh", "so-tu-phap"]),
        (["receive", "so-tai-chinh", "II"], ["II.1"]),
        (["receive", "so-tai-chinh", "II.1", "--period", "2022"], ["2022"]),
        (["extend", ""], ["I.1", "II.1"]),
        (["waive", "II.1", "--agency", "so-no"], ["so-noi-vu"]),
        (["event", "b"], ["ban-hanh"]),
        (["pause", "I.1", "--plan", "0"], ["07"]),
    ],
)
def test_what_an_entry_may_name(ask: Ask, words: list[str], found: list[str]) -> None:
    assert ask(*words) == found


def test_the_meaning_stands_beside(ask: Ask) -> None:
    """The report of 2022 is due before 2 December: 1 December is the last day on time."""
    del ask
    told = answer("complete_zsh", ["agency"], {"_KEHOACH_WORD": "so-tai"})
    assert told == "so-tai-chinh\tSở Tài chính\n"
    typed = ["explain", "II.1", "--as-of", "2022-03-01", "--period"]
    assert answer("complete_zsh", typed, {}) == "2022\thạn 01/12/2022\n"


def test_the_folder_that_is_named(
    folder: MakeFolder, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = folder({"plan_07.yaml": PLAN}).root
    monkeypatch.chdir(tmp_path_factory.mktemp("elsewhere"))
    monkeypatch.delenv("KEHOACH_DATA", raising=False)
    assert asked("item", "") == []
    assert asked("--data", str(place), "item", "") == ["I.1", "II.1"]
    assert asked("item", f"--data={place}", "") == ["I.1", "II.1"]
    monkeypatch.setenv("KEHOACH_DATA", str(place))
    assert asked("item", "") == ["I.1", "II.1"]


def test_the_branches_and_tags(demo: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(demo)
    assert asked("check", "--since", "m") == ["main"]
    assert asked("diff", "het-nam-2022", "het-nam-202") == [
        f"het-nam-{year}" for year in (2024, 2023, 2022, 2021)
    ]


# ── Trouble is silent ───────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    "broken",
    ["{", b"\xff\xfe", "agencies: [7, {}, {id: [1]}]", "agencies: {id: so-a}", None],
)
def test_a_registry_that_cannot_be_read_names_nobody(
    folder: MakeFolder, monkeypatch: pytest.MonkeyPatch, broken: str | bytes | None
) -> None:
    monkeypatch.chdir(folder({"plan_07.yaml": PLAN, "agencies.yaml": broken}).root)
    assert asked("agency", "") == []
    assert asked("status", "--period", "") == []
    assert asked("item", "") == ["I.1", "II.1"]


def test_a_plan_that_cannot_be_read_does_not_hide_the_other(
    folder: MakeFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder({"plan_07.yaml": PLAN, "plan_08.yaml": "items: ["}).root)
    assert asked("item", "") == ["I.1", "II.1"]


@pytest.mark.parametrize(
    "id_", ["$(id)", "`id`", "a;id", "a b", "*", "a\tb", "-x'", '"', ":files", "a|b"]
)
def test_only_harmless_words_come_into_a_command_line(
    folder: MakeFolder, monkeypatch: pytest.MonkeyPatch, id_: str
) -> None:
    """Whoever presses TAB and then Enter must not run what stands in another's file."""
    quoted = "'" + id_.replace("'", "''") + "'"
    monkeypatch.chdir(folder({"plan_07.yaml": PLAN.replace("I.1,", f"{quoted},", 1)}).root)
    assert asked("item", "") == ["II.1"]


def test_names_are_words_and_nothing_else(
    folder: MakeFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    registry = 'agencies:\n  - {id: so-a, name: "Sở\\e[2J\\nA\\tB"}\n'
    monkeypatch.chdir(folder({"plan_07.yaml": PLAN, "agencies.yaml": registry}).root)
    told = answer("complete_zsh", ["agency"], {})
    assert told == "so-a\tSở\N{REPLACEMENT CHARACTER}[2J A B\n"


def test_no_script_evaluates_what_it_is_answered() -> None:
    for shell in SCRIPTS:
        code = [line for line in script(shell).splitlines() if not line.startswith("#")]
        assert not re.search(r"\b(eval|Invoke-Expression|iex|source)\b", "\n".join(code))


# ── As a shell asks ─────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("line", "place", "found"),
    [
        ("kehoach\nsch", 1, ["schema"]),
        ("kehoach\nstatus\n--by\n", 3, ["agency", "item", "period"]),
        # "=" breaks words in bash
        ("kehoach\nstatus\n--by\n=", 3, ["agency", "item", "period"]),
        ("kehoach\nstatus\n--by\n=\nag", 4, ["agency"]),
        # A quotation that is still open, and a word after the one being typed
        ('kehoach\nstatus\n--by\n"ag', 3, ["agency"]),
        ("kehoach\nsta\n--by", 1, ["status"]),
    ],
)
def test_the_words_of_bash(line: str, place: int, found: list[str]) -> None:
    assert bash(line, place) == found


def test_bash_has_no_room_for_meanings(ask: Ask) -> None:
    del ask
    assert bash("kehoach\nagency\nso-tai", 2) == ["so-tai-chinh"]
    assert bash("kehoach\nagency\n'Sở Tài", 2) == ["so-tai-chinh"]


@pytest.mark.parametrize("asked_for", ["complete_tcsh", "complete", "", "source_x"])
def test_an_unknown_shell_is_answered_nothing(asked_for: str) -> None:
    assert answer(asked_for, [], {}) == ""


def program(place: Path, *words: str, **variables: str) -> subprocess.CompletedProcess[bytes]:
    """Run the program itself, in the environment of a shell."""
    return subprocess.run(  # noqa: S603 - the program itself
        [sys.executable, "-m", "kehoach", *words],
        cwd=place, env={**os.environ, "PYTHONPATH": str(ROOT / "src"), **variables},
        capture_output=True, check=False,
    )  # fmt: skip


def test_the_program_answers_and_is_silent_on_trouble(folder: MakeFolder) -> None:
    place = folder({"plan_07.yaml": PLAN}).root
    told = program(place, "item", _KEHOACH_COMPLETE="complete_fish", _KEHOACH_WORD="II")
    assert (told.returncode, told.stdout.decode(), told.stderr) == (0, "II.1\tBáo cáo năm\n", b"")
    for trouble in ({"COMP_WORDS": "kehoach x", "COMP_CWORD": "many"}, {}):
        told = program(place, _KEHOACH_COMPLETE="complete_bash", **trouble)
        assert (told.returncode, told.stderr) == (0, b"")


def test_bash_itself(folder: MakeFolder, tmp_path: Path) -> None:
    """The script, with what bash sets before it calls a function for a completion."""
    bash_itself = shutil.which("bash")
    assert bash_itself is not None
    tool = tmp_path / "kehoach"
    tool.write_text(f'#!{bash_itself}\nexec {sys.executable} -m kehoach "$@"\n', encoding="utf-8")
    tool.chmod(0o755)
    typed = f"""\
{script("bash")}
COMP_WORDS=(kehoach agency so-t) COMP_CWORD=2
_kehoach "{tool}" so-t agency
printf '%s,' "${{COMPREPLY[@]}}"
"""
    done = subprocess.run(  # noqa: S603 - the program's own script
        [bash_itself, "--norc", "-c", typed], capture_output=True, check=True, text=True,
        cwd=folder({"plan_07.yaml": PLAN}).root, env={**os.environ, "PYTHONPATH": str(ROOT / "src")},
    )  # fmt: skip
    assert (done.stdout, done.stderr) == ("so-tai-chinh,so-tu-phap,", "")


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_scripts_are_of_their_shells(shell: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["completion", shell]) == 0
    told = capsys.readouterr().out
    if (itself := shutil.which(shell)) is not None:
        subprocess.run([itself, "-n"], input=told, text=True, check=True)  # noqa: S603


def test_another_shell_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["completion", "tcsh"]) == 2
    assert "bash | zsh | fish | powershell" in capsys.readouterr().err
