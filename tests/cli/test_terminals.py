"""Width and colour, and the program by itself."""

import errno
import io
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from cli.hostile_runs import (
    DAY,
    HEAD,
    HOSTILE,
    MINE,
    PAGES,
    SRC,
    Capture,
    MakeFolder,
    assert_words_only,
    called,
    hostile_file,
)
from kehoach.cli import app, entry
from kehoach.cli.app import run

# ── Width and colour ────────────────────────────────────────────────────────────────────────────
_DATED = re.compile(r"\d{1,2}/\d{1,2}/\d{4}")
# The line of a file that a finding quotes, and the mark under it: cut round the place where it is long.
_QUOTED = re.compile(r"^ *\d* \|.*$", re.MULTILINE)
_EXCERPT = re.compile(r"^[ \d]{6} \| .*\n", re.MULTILINE)
"""A line of a file, quoted as far as there is room, and the mark below it."""


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
    wide = _EXCERPT.sub("", capsys.readouterr().out)
    monkeypatch.setenv("COLUMNS", columns)
    assert run([*PAGES[page], *DAY]) == 0
    narrow = _EXCERPT.sub("", capsys.readouterr().out)
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
    assert entry._run(["status"]) == 2  # noqa: SLF001 - main() leaves the process
    assert capsys.readouterr().err == "kehoach: hệ thống báo: Argument list too long\n"


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
