"""The command line under bad use, broken files and text that wants to be obeyed.

An agency's note is written by whoever may open a pull request, and it is printed in terminals and
in CI: it is words, never markup, escape sequences or commands. And whatever happens, the program
ends with one of its exit codes and a line that says why, never with a traceback.
"""

import errno
import io
import json
import os
import re
import subprocess
import sys
import unicodedata
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from kehoach.cli import app, entry
from kehoach.cli.app import run
from kehoach.reading.folder import DataFolder

SRC = Path(app.__file__).parents[2]
DAY = ("--as-of", "2021-12-15")
HEAD = 'schema: kehoach/submission@1\nplan: "06"\nagency: so-tai-chinh\n'
MINE = "submissions/so-tai-chinh"
# Every way of printing what the plan, the files and the agencies say.
PAGES: dict[str, tuple[str, ...]] = {
    "status": ("status", "--all"),
    "overdue": ("status", "--only", "overdue", "--agency", "so-tai-chinh"),
    "check": ("check", "--all", "--fail-on", "never"),
    "agency": ("agency", "so-tai-chinh", "--all"),
    "item": ("item", "II.1.b"),
    "task": ("explain", "II.1.b", "--agency", "so-tai-chinh"),
    "report": ("explain", "III.1.c", "--agency", "so-tai-chinh"),
    "upcoming": ("upcoming", "--agency", "so-tai-chinh", "--days", "400"),
}

MakeFolder = Callable[..., DataFolder]
Capture = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def plain(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep the settings of whoever runs the tests out of them."""
    for name in ("KEHOACH_DATA", "KEHOACH_LANG", "NO_COLOR", "FORCE_COLOR", "COLUMNS"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def shipped(folder: MakeFolder, monkeypatch: pytest.MonkeyPatch) -> Callable[..., DataFolder]:
    """Return a function that adds files to the shipped plan and goes to where ``data/`` lies."""

    def make(files: dict[str, str | bytes] | None = None) -> DataFolder:
        data = folder(files, shipped=True)
        monkeypatch.chdir(data.root.parent)
        return data

    return make


@pytest.fixture
def small(
    folder: MakeFolder, plan_text: Callable[..., str], monkeypatch: pytest.MonkeyPatch
) -> MakeFolder:
    """Return a function that does the same for a plan "06" of three items: it is read faster."""
    plan = plan_text(
        "id: II.1.b, lead: [so-nganh], deadline: {within: 2021-07}",
        "id: II.3.5, lead: [so-tai-chinh], deadline: {by: 2021-09-30}",
        "id: III.1.c, kind: report, implement: [so-nganh], deadline: {every: year, before: 12-02}",
        head="policy: {reporting: III.1.c}",
    ).replace('id: "07"', 'id: "06"')

    def make(files: dict[str, str | bytes] | None = None) -> DataFolder:
        data = folder({"plan_06.yaml": plan} | (files or {}))
        monkeypatch.chdir(data.root.parent)
        return data

    return make


def called(
    args: Sequence[str], folder: Path, env: dict[str, str] | None = None
) -> subprocess.CompletedProcess[bytes]:
    """Run the program by itself in a folder."""
    kept = {name: os.environ[name] for name in ("PATH", "SYSTEMROOT") if name in os.environ}
    return subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-m", "kehoach", *args],
        cwd=folder,
        env={**kept, "PYTHONPATH": str(SRC), **(env or {})},
        capture_output=True,
        check=False,
        timeout=60,
    )


# ── Wrong use: one line, exit code 2 ────────────────────────────────────────────────────────────

WRONG = [
    ("bogus",),
    ("--bogus",),
    ("status", "--bogus"),
    ("status", "extra"),
    ("status", "--as-of"),
    ("status", "--as-of", "2021-02-30"),
    ("status", "--as-of", "yesterday"),
    ("status", "--as-of", "2021"),
    ("status", "--as-of", "2021-W05-1"),
    ("status", "--as-of", "31/02/2021"),
    ("status", "--as-of", ""),
    ("status", "--agency", "so-tai-chin"),
    ("status", "--agency", ""),
    ("status", "--group", "so"),
    ("status", "--item", "II.99"),
    ("status", "--period", "2030"),
    ("status", "--only", "lat"),
    ("status", "--by", "colour"),
    ("status", "--format", "pdf"),
    ("status", "--lang", "fr"),
    ("status", "--color", "sometimes"),
    ("status", "--fail-on", "everything"),
    ("status", "--data", "nowhere"),
    ("status", "--data", "data/plan_06.yaml"),
    ("check", "nowhere.yaml"),
    ("check", "/"),
    ("check", "data/../.."),
    ("check", "--format", "table"),
    ("agency",),
    ("agency", "so-tai-chinh", "so-noi-vu"),
    ("agency", "so-xyz"),
    ("item",),
    ("item", "III.1.x"),
    ("explain",),
    ("explain", "II.1.b"),
    ("explain", "II.99", "--agency", "so-tai-chinh"),
    ("explain", "II.1.b", "--agency", "nobody"),
    ("explain", "II.1.b", "--agency", "so-tai-chinh", "--period", "2030"),
    ("explain", "KH000"),
    ("upcoming", "--days", "-1"),
    ("upcoming", "--days", "ten"),
    ("upcoming", "--days", "9" * 30),
    ("schema",),
    ("schema", "recipe"),
    ("status", "--agency", "a\nb\x1b[31m"),
    ("status", "--agen\ncy", "x"),
    ("status", "--data", "no\nwhere\x1b]0;x\x07"),
]


@pytest.mark.parametrize("args", WRONG, ids=" ".join)
def test_wrong_use_is_told_in_one_line(
    small: MakeFolder, capsys: Capture, args: tuple[str, ...]
) -> None:
    """Also where what was typed holds a line break or an escape sequence."""
    small()
    assert run(list(args)) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("kehoach: ")
    assert err.count("\n") == 1
    assert_words_only(err)


@pytest.mark.parametrize(
    ("asked", "meant"),
    [
        (("status", "--agency", "so-tai-chin"), "so-tai-chinh"),
        (("item", "II.3.55"), "II.3.5"),
        (("status", "--only", "overdu"), "overdue"),
    ],
)
def test_a_near_miss_is_answered_with_what_was_meant(
    small: MakeFolder, capsys: Capture, asked: tuple[str, ...], meant: str
) -> None:
    small()
    assert run(list(asked)) == 2
    assert meant in re.split(r"[\s,;?]+", capsys.readouterr().err)


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_no_data_folder_is_told_in_one_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture, lang: str
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run(["status", "--lang", lang]) == 2
    out, err = capsys.readouterr()
    assert (out, err.count("\n")) == ("", 1)
    assert "--data" in err


def test_a_folder_named_by_the_environment_is_never_replaced_by_another(
    small: MakeFolder, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    small()
    monkeypatch.setenv("KEHOACH_DATA", "nowhere")
    assert run(["status", *DAY]) == 2
    assert "nowhere" in capsys.readouterr().err


def test_without_a_command_the_help_is_shown(capsys: Capture) -> None:
    assert run([]) == 2
    out, err = capsys.readouterr()
    assert "kehoach" in out + err
    assert "Traceback" not in out + err


@pytest.mark.parametrize("args", [["--help"], ["status", "--help"], ["--version"]])
def test_help_and_version_are_fine(capsys: Capture, args: list[str]) -> None:
    assert run(args) == 0
    out, err = capsys.readouterr()
    assert out
    assert err == ""


@pytest.mark.parametrize("day", ["0001-01-01", "1900-01-01", "2200-02-28", "9999-12-31"])
@pytest.mark.parametrize("page", PAGES)
def test_no_day_is_too_far(shipped: MakeFolder, capsys: Capture, page: str, day: str) -> None:
    """The first and the last day of the calendar: nothing overflows."""
    shipped()
    explained = page in ("task", "report") and day < "2021"
    assert run([*PAGES[page], "--as-of", day]) == (2 if explained else 0)
    assert "Traceback" not in capsys.readouterr().err


# ── Broken files: findings ──────────────────────────────────────────────────────────────────────

BROKEN: dict[str, str | bytes] = {
    "empty": "",
    "remarks": "# only\n",
    "utf-16": HEAD.encode("utf-16"),
    "tcvn3": HEAD.encode() + b"note: B\xbec Giang\n",
    "nul": HEAD + "note: a\x00b\n",
    "escape": HEAD + "note: \x1b[31mred\n",
    "tab": HEAD + "\tnote: x\n",
    "open": HEAD + 'note: "open\n',
    "twice": HEAD + "note: a\nnote: b\n",
    "tag": HEAD + "note: !!python/object/apply:os.system [ls]\n",
    "alias": HEAD + "note: *nowhere\ndocument: {date: x}\n",
    "anchor twice": HEAD + "note: &a x\ndocument: {number: &a 1, date: x}\n",
    "alias key": HEAD + "*a : b\n",
    "in itself": HEAD + "tasks: &a [*a]\n",
    "bomb": HEAD + "a: &a [x,x,x]\nb: &b [*a,*a,*a]\nc: &c [*b,*b,*b]\n",
    "deep": HEAD + "note: " + "[" * 2000 + "]" * 2000 + "\n",
    "list": "- a\n",
    "two": HEAD + "---\na: b\n",
    "no day": HEAD + "document: {date: 2021-02-30}\n",
    "last day": HEAD + "reports: [{item: III.1.c, period: 9999-12-31}]\n",
    "dots": HEAD + "reports: [{item: III.1.c, period: " + "2021.." * 3000 + "2021}]\n",
    "digits": HEAD + f"tasks: [{{item: II.1.b, status: done, quantity: {'9' * 5000}}}]\n",
    "unknown": HEAD + "nota: x\n",
    "nothing": HEAD + "tasks:\n",
    "large": HEAD + "#" * 5_000_000,
}


@pytest.mark.parametrize("kind", BROKEN)
def test_a_broken_submission_is_a_finding_and_everything_else_is_judged(
    small: MakeFolder, capsys: Capture, kind: str
) -> None:
    good = HEAD.replace("tai-chinh", "noi-vu") + (
        "document: {number: 1/BC, date: 2021-11-29}\nreports: [{item: III.1.c, period: 2021}]\n"
    )
    small({f"{MINE}/a.yaml": BROKEN[kind], "submissions/so-noi-vu/b.yaml": good})
    assert run(["check", "--format", "json", *DAY]) == 1
    out, err = capsys.readouterr()
    assert err == ""
    found = [each for each in json.loads(out)["findings"] if each["severity"] == "error"]
    assert {each["file"] for each in found} == {f"data/{MINE}/a.yaml"}
    assert all(each["line"] >= 1 and each["column"] >= 1 for each in found)
    assert run(["status", "--item", "III.1.c", "--format", "json", *DAY]) == 0
    judged = json.loads(capsys.readouterr().out)["obligations"]
    assert {each["status"] for each in judged if each["agency"] == "so-noi-vu"} == {"done_on_time"}


@pytest.mark.parametrize("name", ["plan_06.yaml", "agencies.yaml"])
@pytest.mark.parametrize("kind", [kind for kind in BROKEN if kind != "last day"])
def test_a_broken_plan_or_registry_stops_the_run_with_its_findings(
    small: MakeFolder, capsys: Capture, name: str, kind: str
) -> None:
    small({name: BROKEN[kind]})
    assert run(["status", *DAY]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    first, *_, last = err.splitlines()
    assert re.match(rf"data/{name}:\d+:\d+: KH\d\d\d ", first)
    assert last.startswith("kehoach: ")
    assert_words_only(err)


# ── Text that wants to be obeyed ────────────────────────────────────────────────────────────────

ESCAPES = r"\e[31m\e]0;x\a\e[2J\x9b1m"
HOSTILE = [
    "[/nope] [bold red]x[/] [link=http://x]y[/link] :bomb:",
    ESCAPES,
    r"::error file=a,line=1::owned\n::set-output name=a::b\r\n##[error]x\r::stop-commands::y",
    r"\u202eabc\u2066def\u061c\u200f\u2028::error::x\u0085::error::y",
    r"a\0b\b\b\b\tc",
    "{lang} {0} {x!r:>9999} %s %(a)s ${HOME} `id`",
    "ạ" * 100_000,
    "\N{GRINNING FACE}" * 200 + r"e\u0309\u0309\u0309" * 50,
]


def hostile_file(text: str) -> str:
    """Return a submission that says a text wherever text may stand, and is right otherwise."""
    quoted = f'"{text}"'
    return HEAD + (
        f"document: {{number: {quoted}, date: 2021-11-29, title: {quoted}, signer: {quoted}}}\n"
        f"note: {quoted}\n"
        f"reports: [{{item: III.1.c, period: 2021, note: {quoted}}}]\n"
        "tasks:\n"
        f"  - item: II.1.b\n    status: done\n    completed: 2021-07-23\n    note: {quoted}\n"
        f"    evidence: [{{number: {quoted}, date: 2021-07-20, title: {quoted}}}]\n"
    )


def wrong_file(text: str) -> str:
    """Return a submission that says a text wherever a finding quotes what was written."""
    quoted = f'"{text}"'
    return HEAD + f'{quoted[:1000].removesuffix(chr(34))}": 1\nsample: {quoted}\n'


def unmatched_file(text: str) -> str:
    """Return a submission whose items, plan and periods are a text."""
    item = re.sub(r"\s|/|\\[nrtabL0x]|\\u(2028|0085)", "", text)
    return HEAD + f'tasks: [{{item: "{item}", status: done}}]\n'


def assert_words_only(printed: str) -> None:
    """Prove that nothing printed steers a terminal, reorders a line or commands a forge."""
    signs = {each for each in printed if unicodedata.category(each) in ("Cc", "Zl", "Zp")} - {"\n"}
    assert signs == set()
    assert not re.search("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]", printed)
    for line in printed.splitlines():
        assert not line.lstrip().startswith(("::", "##["))


@pytest.mark.parametrize("text", range(len(HOSTILE)))
@pytest.mark.parametrize("make", [hostile_file, wrong_file, unmatched_file])
def test_what_people_write_is_printed_as_words(
    small: MakeFolder,
    monkeypatch: pytest.MonkeyPatch,
    capsys: Capture,
    text: int,
    make: Callable[[str], str],
) -> None:
    """On every page, broken over lines at 40 columns or not at all."""
    small({f"{MINE}/a.yaml": make(HOSTILE[text])})
    for columns in ("", "40"):
        monkeypatch.setenv("COLUMNS", columns)
        for page in ("overdue", "check", "agency", "item", "task", "report"):
            assert run([*PAGES[page], *DAY]) == 0
            out, err = capsys.readouterr()
            assert err == ""
            assert_words_only(out)


def test_the_hostile_file_itself_is_right_and_its_words_are_kept(
    small: MakeFolder, capsys: Capture
) -> None:
    """Markup is shown as it stands, and programs get the very text in JSON."""
    small({f"{MINE}/a.yaml": hostile_file(HOSTILE[0])})
    assert run(["check", "--format", "json", *DAY]) == 0
    capsys.readouterr()
    assert run([*PAGES["report"], *DAY]) == 0
    assert "[/nope] [bold red]x[/] [link=http://x]y[/link] :bomb:" in capsys.readouterr().out
    shipped_json = ["explain", "III.1.c", "--agency", "so-tai-chinh", "--format", "json", *DAY]
    assert run(shipped_json) == 0
    assert HOSTILE[0] in capsys.readouterr().out


@pytest.mark.parametrize("text", range(len(HOSTILE)))
def test_json_is_one_value_whatever_was_written(
    small: MakeFolder, capsys: Capture, text: int
) -> None:
    small({f"{MINE}/a.yaml": wrong_file(HOSTILE[text])})
    assert run(["check", "--format", "json", *DAY, "--fail-on", "never"]) == 0
    out = capsys.readouterr().out
    assert json.loads(out)["schema"].startswith("kehoach/check@")
    assert_words_only(out)
    assert run(["check", "--format", "jsonl", *DAY, "--fail-on", "never"]) == 0
    out = capsys.readouterr().out
    assert all(isinstance(json.loads(line), dict) for line in out.split("\n")[:-1])
    assert_words_only(out)


@pytest.mark.parametrize(
    "name",
    ["::error::x", "[red]x[/nope]", "a\x1b[31mb", "a\nb", "a\u202eb", " a ", "-rf", "a:1:2", "%s"],
)
def test_the_name_of_a_file_is_words_too(small: MakeFolder, capsys: Capture, name: str) -> None:
    small({f"{MINE}/{name}.yaml": "", f"submissions/{name}/x.yaml.txt": ""})
    assert run(["check", *DAY]) == 1
    out, err = capsys.readouterr()
    assert err == ""
    assert out.count("KH108") == 1
    assert out.count("KH111") == 1
    assert_words_only(out)


def test_a_name_that_is_no_text_is_printed_too(folder: MakeFolder) -> None:
    """A file name on Linux is bytes: one of an old Windows disk is no UTF-8."""
    data = folder({f"{MINE}/a.yaml": ""}, shipped=True)
    here = os.fsencode(data.root / MINE)
    try:
        (data.root / MINE / "a.yaml").rename(os.fsdecode(here + b"/b\xe1o c\xe1o.yaml"))
    except OSError:
        pytest.skip("this file system takes names in UTF-8 only")
    for form in ("text", "json"):
        done = called(["check", "--format", form, *DAY], data.root.parent)
        assert (done.returncode, done.stderr) == (1, b"")
        assert "KH108" in done.stdout.decode()


# ── Width and colour ────────────────────────────────────────────────────────────────────────────

_DATED = re.compile(r"\d{1,2}/\d{1,2}/\d{4}")


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("columns", ["1", "40", "80", "160"])
def test_no_day_and_no_number_is_cut_at_any_width(
    shipped: MakeFolder,
    monkeypatch: pytest.MonkeyPatch,
    capsys: Capture,
    page: str,
    columns: str,
) -> None:
    """Rich cut ``30/11/2021`` to ``30/11/2…`` at narrow widths: every day is there, as if wide."""
    shipped({f"{MINE}/a.yaml": hostile_file("x").replace("11-29", "12-05")})
    assert run([*PAGES[page], *DAY]) == 0
    wide = capsys.readouterr().out
    monkeypatch.setenv("COLUMNS", columns)
    assert run([*PAGES[page], *DAY]) == 0
    narrow = capsys.readouterr().out
    if columns != "1":
        assert sorted(_DATED.findall(narrow)) == sorted(_DATED.findall(wide))
    assert sorted(re.sub(r"\s", "", narrow)) == sorted(re.sub(r"\s", "", wide))


class Terminal(io.StringIO):
    """A standard output that says it is a terminal."""

    def isatty(self) -> bool:
        """Say so."""
        return True


@pytest.mark.parametrize(
    ("env", "option", "terminal", "colored"),
    [
        ({}, (), False, False),
        ({}, (), True, True),
        ({"NO_COLOR": "1"}, (), True, False),
        ({"NO_COLOR": ""}, (), True, True),
        ({"FORCE_COLOR": "1"}, (), False, True),
        ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, (), False, False),
        ({"NO_COLOR": "1"}, ("--color", "always"), False, True),
        ({"FORCE_COLOR": "1"}, ("--color", "never"), True, False),
        ({"TERM": "dumb"}, (), False, False),
    ],
)
def test_colour_is_there_when_asked_for_and_carries_no_words(
    shipped: MakeFolder,
    monkeypatch: pytest.MonkeyPatch,
    env: dict[str, str],
    option: tuple[str, ...],
    terminal: bool,
    colored: bool,
) -> None:
    shipped()
    for name, setting in {**env, "COLUMNS": "100"}.items():
        monkeypatch.setenv(name, setting)
    printed = {}
    for asked in (option, ("--color", "never")):
        out = Terminal() if terminal else io.StringIO()
        monkeypatch.setattr(sys, "stdout", out)
        assert run(["status", *asked, *DAY]) == 0
        printed[asked] = out.getvalue()
    assert ("\x1b[" in printed[option]) is colored
    bare = re.sub(r"\x1b\[[0-9;]*m", "", printed[option])
    assert [line.rstrip() for line in bare.split("\n")] == printed["--color", "never"].split("\n")


@pytest.mark.parametrize("text", range(len(HOSTILE)))
def test_in_colour_only_our_own_escapes_are_printed(
    small: MakeFolder, capsys: Capture, text: int
) -> None:
    small({f"{MINE}/a.yaml": hostile_file(HOSTILE[text])})
    for page in ("agency", "task", "check"):
        assert run([*PAGES[page], *DAY, "--color", "always"]) == 0
        assert_words_only(re.sub(r"\x1b\[[0-9;]*m", "", capsys.readouterr().out))


# ── The program by itself ───────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    "env",
    [
        {"PYTHONIOENCODING": "ascii"},
        {"PYTHONIOENCODING": "cp1252", "LANG": "vi_VN.UTF-8"},
        {"LC_ALL": "C"},
    ],
    ids=["ascii", "cp1252", "C"],
)
def test_vietnamese_is_printed_on_any_console(folder: MakeFolder, env: dict[str, str]) -> None:
    """Standard output and standard error alike."""
    data = folder(shipped=True)
    done = called(["item", "II.1.b", *DAY], data.root.parent, env)
    assert (done.returncode, done.stderr) == (0, b"")
    assert "Sở Tài chính" in done.stdout.decode()
    done = called(["status", "--agency", "Sở Tài"], data.root.parent, env)
    assert (done.returncode, done.stdout) == (2, b"")
    assert "không có cơ quan “Sở Tài”" in done.stderr.decode()


@pytest.mark.parametrize("code", [0, 1])
def test_a_reader_who_leaves_early_is_no_mistake(folder: MakeFolder, code: int) -> None:
    """``kehoach … | head -1``: no message, and the exit code that it would have had anyway."""
    data = folder({f"{MINE}/a.yaml": ""} if code else None, shipped=True)
    with subprocess.Popen(  # noqa: S603 - our own program
        [sys.executable, "-m", "kehoach", "check", "--format", "json", *DAY],
        cwd=data.root.parent,
        env={**os.environ, "PYTHONPATH": str(SRC)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.read(1)
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait(60) == code


@pytest.mark.skipif(os.name == "nt", reason="a shell of Unix")
@pytest.mark.parametrize("closed", [">&-", ">&- 2>&-", "<&-"])
def test_closed_streams_are_no_mistake(folder: MakeFolder, closed: str) -> None:
    data = folder(shipped=True)
    done = subprocess.run(  # noqa: S602 - our own program
        f'"{sys.executable}" -m kehoach item II.1.b --as-of 2021-12-15 {closed}',
        shell=True,
        cwd=data.root.parent,
        env={**os.environ, "PYTHONPATH": str(SRC)},
        capture_output=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
@pytest.mark.parametrize(
    "words", [["status", *DAY], ["export", *DAY], ["status", "--format", "json", *DAY], ["--help"]]
)
def test_a_full_disk_behind_the_output_is_told(words: list[str]) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(  # noqa: S603 - ourselves
            [sys.executable, "-m", "kehoach", "--lang", "en", *words],
            stdout=full,
            stderr=subprocess.PIPE,
            env={**os.environ, "PYTHONPATH": str(SRC)},
            cwd=SRC.parent,  # where the shipped data lies
            check=False,
        )
    assert (done.returncode, done.stderr.count(b"\n")) == (2, 1)
    assert done.stderr.startswith(b"kehoach: cannot write the result: ")


def broken(_args: list[str]) -> int:
    """Fail as a mistake in the program would."""
    raise KeyError("so-tai-chinh\n\x1b[31m::error::x")


def test_the_unexpected_is_told_in_two_lines(
    monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    """Exit code 3, what happened, and how to see more; what a file says is words here too."""
    monkeypatch.setattr(app, "run", broken)
    assert entry._run(["status"]) == 3  # noqa: SLF001 - main() leaves the process
    out, err = capsys.readouterr()
    assert out == ""
    assert err.count("\n") == 2
    assert "KeyError" in err
    assert "--debug" in err
    assert "Traceback" not in err
    assert_words_only(err)


def test_no_other_trouble_of_the_system_is_taken_for_a_full_disk(
    monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    def refused(_args: list[str]) -> int:
        raise OSError(errno.E2BIG, "Argument list too long")

    monkeypatch.setattr(app, "run", refused)
    assert entry._run(["status"]) == 3  # noqa: SLF001 - main() leaves the process
    assert "Argument list too long" in capsys.readouterr().err


def test_debug_shows_everything_and_keeps_the_exit_code(
    monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    """An exit code of 1 would say that the files are wrong."""
    monkeypatch.setattr(app, "run", broken)
    assert entry._run(["status", "--debug"]) == 3  # noqa: SLF001
    out, err = capsys.readouterr()
    assert out == ""
    assert "Traceback" in err
    assert "in broken" in err


def test_debug_changes_nothing_where_nothing_is_wrong(shipped: MakeFolder, capsys: Capture) -> None:
    shipped()
    printed = []
    for args in (["status", *DAY], ["status", *DAY, "--debug"], ["--debug", "status", *DAY]):
        assert run(args) == 0
        printed.append(capsys.readouterr())
    assert printed[0] == printed[1] == printed[2]


def test_an_interrupt_is_quiet(monkeypatch: pytest.MonkeyPatch, capsys: Capture) -> None:
    def interrupted(_args: list[str]) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(app, "run", interrupted)
    assert entry._run(["status"]) == 130  # noqa: SLF001
    assert capsys.readouterr() == ("", "")


@pytest.mark.parametrize("whole", ["data", "data/", "data/../data", "data/submissions"])
def test_checking_the_whole_folder_finds_what_checking_without_a_name_finds(
    shipped: MakeFolder, capsys: Capture, whole: str
) -> None:
    """``kehoach check data`` once said that nothing was wrong."""
    shipped({f"{MINE}/a.yaml": "", f"{MINE}/b.yaml": HEAD + "nota: x\n"})
    for path in (whole, f"data/{MINE}/a.yaml"):
        assert run(["check", path, *DAY]) == 1
        assert "KH108" in capsys.readouterr().out
    assert run(["check", f"data/{MINE}/b.yaml", *DAY]) == 1
    assert "KH108" not in capsys.readouterr().out


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["deadline", "Hằng năm", "--from", "2000-01-01", "--to", "9999-12-31"], 2),
        (["deadline", "Hằng năm", "--from", "0001-01-01", "--to", "2026-12-31"], 2),
        (["summary", "--as-of", "0001-01-01"], 0),
        (["status", "--as-of", "9999-12-31"], 0),
    ],
)
def test_no_day_is_too_early_or_too_late(
    words: list[str], code: int, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(SRC.parent)
    assert run(words) == code
    assert len(capsys.readouterr().err.splitlines()) == code // 2
