"""Wrong use of the command line: one line, exit code 2."""

import re
from pathlib import Path

import pytest

from cli.hostile_runs import DAY, PAGES, Capture, MakeFolder, assert_words_only
from kehoach.cli.app import run

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
