"""Help and wrong use are told in one language: that of ``--lang`` or ``KEHOACH_LANG``."""

import re

import pytest

from kehoach.cli.app import load, run
from kehoach.cli.command_list import COMMANDS
from kehoach.cli.frame.language import spoken
from kehoach.cli.frame.parameters import meanings, opened, parameters
from kehoach.cli.frame.settings import settings_options, watch_option
from kehoach.words import LANGUAGES, Lang

Capture = pytest.CaptureFixture[str]
_ONLY_VIETNAMESE = re.compile("[ăâđêôơưạ-ỹ]", re.IGNORECASE)
_ONLY_ENGLISH = re.compile(r"(?<![-\w])(the|of|and|this|which|with)\b")
# What is called so in both, and the name of the starter's repository, which is a default value.
_IN_BOTH = re.compile(r"(“[^”]*”|\[[^\]]*\])")


@pytest.mark.parametrize(
    ("words", "variable", "lang"),
    [
        (["status", "--help"], None, "vi"),
        (["--lang", "en", "status", "--help"], None, "en"),
        (["status", "--lang", "en", "--help"], None, "en"),
        (["status", "--help", "--lang=en"], None, "en"),
        (["status", "--help"], "en", "en"),
        (["--help"], "en", "en"),
        (["--lang", "vi", "status", "--help"], "en", "vi"),
        (["deadline", "--", "--lang", "en"], None, "vi"),
        (["status", "--lang"], None, "vi"),
        (["status", "--lang", "fr"], None, "vi"),
    ],
)
def test_the_language_is_known_wherever_it_is_named(
    words: list[str], variable: str | None, lang: Lang
) -> None:
    assert spoken(words, {"KEHOACH_LANG": variable} if variable else {}) == lang


@pytest.mark.parametrize("name", [None, *COMMANDS])
@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_page_of_help_speaks_one_language(
    capsys: Capture, monkeypatch: pytest.MonkeyPatch, name: str | None, lang: Lang
) -> None:
    monkeypatch.setenv("KEHOACH_LANG", lang)
    assert run([*([name] if name else []), "--help"]) == 0
    page = _IN_BOTH.sub("", capsys.readouterr().out)
    other = _ONLY_VIETNAMESE if lang == "en" else _ONLY_ENGLISH
    assert other.findall(page) == []
    assert ("Usage: " in page, "Cách dùng: " in page) == (lang == "en", lang == "vi")


@pytest.mark.parametrize(
    ("line", "same"),
    [("-h", "--help"), ("help", "--help"), ("status -h", "status --help"),
     ("help status", "status --help"), ("--lang en help check", "check --lang en --help")],
)  # fmt: skip
def test_help_comes_whichever_way_it_is_asked_for(capsys: Capture, line: str, same: str) -> None:
    assert run(line.split()) == 0
    shown = capsys.readouterr().out
    assert run(same.split()) == 0
    assert capsys.readouterr().out == shown


def test_help_for_what_is_no_command_is_wrong_use(capsys: Capture) -> None:
    assert run(["help", "statsu"]) == 2
    assert "không có lệnh “statsu”; có phải status?" in capsys.readouterr().err


@pytest.mark.parametrize("name", COMMANDS)
def test_everything_that_a_command_takes_is_explained_in_every_language(name: str) -> None:
    said = meanings(opened(COMMANDS[name].action()))
    shared = {each.name for each in (*settings_options("vi"), watch_option("vi"))}
    taken = {each.name for each in parameters(load(name).params)} - shared
    assert said.keys() == taken
    for text in (COMMANDS[name].about, *said.values()):
        assert all(text)
        assert len(set(text)) == len(text)


@pytest.mark.parametrize(
    ("line", "vi", "en"),
    [
        ("status --bad", "không có tùy chọn --bad", "No such option: --bad"),
        ("status --as-of x", "--as-of 'x': ngày dạng 2021-11-29",
         "--as-of 'x': write a day as 2021-11-29"),
        ("new --period 2026", "thiếu --agency", "Missing option '--agency'"),
        ("check nowhere.yaml", "nowhere.yaml: không có", "nowhere.yaml does not exist"),
        ("export --bom --format json", "--bom: chỉ cho csv, không cho json",
         "--bom: only for csv, not for json"),
    ],
)  # fmt: skip
def test_wrong_use_is_told_in_one_language(
    capsys: Capture, monkeypatch: pytest.MonkeyPatch, line: str, vi: str, en: str
) -> None:
    monkeypatch.setenv("KEHOACH_DATA", "data")
    for lang, words in (("vi", vi), ("en", en)):
        assert run([*line.split(), "--lang", lang]) == 2
        told = capsys.readouterr().err
        assert told.startswith(f"kehoach: {words}")
        assert (en if lang == "vi" else vi) not in told


def test_what_is_written_outweighs_the_environment(
    capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Before the command's name as after it."""
    monkeypatch.setenv("KEHOACH_LANG", "vi")
    monkeypatch.setenv("KEHOACH_DATA", "nowhere")
    for line in (["--lang", "en", "--data", "data", "status"],
                 ["status", "--lang", "en", "--data", "data"]):  # fmt: skip
        assert run([*line, "--as-of", "2021-12-15", "--no-git"]) == 0
        assert "As of the end of 2021-12-15" in capsys.readouterr().out
