"""Every target × every field that a stranger can fill × every dialect of ``dialects.py``: words stay words.

One data folder says all of them in each field, each on a line of its own; every command prints it in every
format that is text, on a screen so narrow that any word may begin a line.
"""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from kehoach.cli.app import run
from kehoach.review.check_formats import CHECK_FORMATS
from suites.dialects import DIALECTS, obeyed
from suites.office_of_strangers import (
    ARGUMENT,
    LINES,
    NAME,
    SAID,
    STC,
    list_of_strangers,
    office_of_strangers,
)

DAY = ("--as-of", "2023-06-15")
PAGES: tuple[tuple[str, ...], ...] = (
    ("status", "--all"), ("status", "--full"), ("status", "--format", "json"), ("agency", STC, "--all"),
    ("agency", STC, "--format", "json"), ("item", "1"), ("item", "2", "--format", "json"),
    ("explain", "1", "--agency", STC), ("explain", "2", "--agency", STC, "--format", "json"),
    ("upcoming", "--days", "400"), ("diff", "HEAD~1"), ("diff", "HEAD~1", "--format", "json"),
    *(("check", "--format", each, "--fail-on", "never") for each in CHECK_FORMATS),
    ("summary",), ("summary", "--format", "html"), ("summary", "--agency", STC),
    ("summary", "--agency", STC, "--format", "eml"), ("consolidate", "--item", "1", "--period", "2022"),
    ("new", "--agency", "so-noi-vu", "--period", "2022", "-o", "-"), ("export", "--format", "csv"),
    ("export", "--format", "ics"), ("export", "--format", "json"), ("check", "--fix"), ("codeowners",),
    ("receive", "so-noi-vu", "1", "--period", "2022", "--on", "2022-11-20", "--note", ARGUMENT,
     "--dry-run"),
    ("receipt", f"data/submissions/{STC}/a.yaml"), ("portfolio", "."),
    ("explain", "3", "--agency", "so-noi-vu"), ("item", "3"), ("portfolio", ".", "--format", "markdown"),
    ("portfolio", ".", "--format", "json"), ("check", "--show-ignored", "--fail-on", "never"),
    ("status", "--by", "item"), ("status", "--summary-only", "--format", "json"),
)  # fmt: skip
WRONGLY: tuple[tuple[str, ...], ...] = (
    ("agency", ARGUMENT), ("item", ARGUMENT), ("explain", ARGUMENT), ("status", "--period", ARGUMENT),
    ("status", "--rev", ARGUMENT), ("deadline", ARGUMENT), (ARGUMENT,), ("status", f"--{ARGUMENT}"),
    ("status", "--data", NAME), ("check", NAME), ("import", "plan", NAME),
    ("init", "x", "--package", ARGUMENT), ("new", "--agency", STC, "--period", ARGUMENT),
    ("site", "-o", "x", "--forge", ARGUMENT), ("portfolio", NAME), ("status", "--as-of", ARGUMENT),
)  # fmt: skip
# What the program itself commands, by ``--format github``: no stranger's file lies anywhere else.
OURS = re.compile(r"^::(?:(?:error|warning|notice) file=data/|(?:end)?group::).*\n", re.MULTILINE)
Told = pytest.CaptureFixture[str]


@pytest.fixture(name="place", scope="module")
def _place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return office_of_strangers(tmp_path_factory.mktemp("kho") / "kho")


def printed(capsys: Told) -> Iterator[str]:
    """Yield what was printed, on either stream."""
    out, err = capsys.readouterr()
    assert "Traceback" not in err
    yield from (out, err)


@pytest.mark.parametrize("words", PAGES, ids=lambda words: " ".join(words)[:40])
def test_no_output_commands_its_reader(
    place: Path, monkeypatch: pytest.MonkeyPatch, capsys: Told, words: tuple[str, ...]
) -> None:
    monkeypatch.chdir(place)
    monkeypatch.setenv("COLUMNS", "40")
    dated = () if words[0] in ("codeowners", "receipt") else DAY
    code = run([*words, *dated])
    told = [*printed(capsys)]
    assert code in (0, 1), told
    assert "owned" in told[0] or "--=_" in told[0]  # an e-mail is in base64
    assert [obeyed(OURS.sub("", each)) for each in told] == [[], []]


@pytest.mark.parametrize("form", ["table", "markdown", "json", "html"])
def test_a_list_of_repositories_commands_nobody(
    place: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Told, form: str
) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    (tmp_path / "list.yaml").write_text(list_of_strangers(place), encoding="utf-8")
    assert run(["portfolio", str(tmp_path / "list.yaml"), "--format", form, *DAY]) == 1
    told = [*printed(capsys)]
    assert "owned" in told[0]
    assert [obeyed(each) for each in told] == [[], []]


@pytest.mark.parametrize(
    "wrong",
    [
        f'{SAID[:900]}": 1\n',
        f"repositories: [{{id: {SAID}, path: a}}]\n",
        f"repositories: [{{id: a, path: {SAID}}}, {{id: a, path: {SAID}}}, {{id: b, path: {SAID}}}]\n",
        f"repositories: {SAID}\n",
        f"{LINES}\n",
    ],
)
def test_what_is_wrong_in_a_list_commands_nobody(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Told, wrong: str
) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    file = tmp_path / f"{NAME[:60]}.yaml"
    file.write_text(f"schema: kehoach/portfolio@1\n{wrong}", encoding="utf-8")
    assert run(["portfolio", str(file), *DAY]) == 2
    assert [obeyed(each) for each in printed(capsys)] == [[], []]


def test_the_summary_of_a_job_commands_nobody(
    place: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(place)
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(tmp_path / "summary.md"))
    run(["check", "--format", "github", *DAY])
    told = (tmp_path / "summary.md").read_text(encoding="utf-8")
    assert "owned" in told
    assert obeyed(told) == []


@pytest.mark.parametrize("lang", ["vi", "en"])
@pytest.mark.parametrize("words", WRONGLY, ids=lambda words: " ".join(words)[:16])
def test_what_is_typed_commands_nobody(
    place: Path, monkeypatch: pytest.MonkeyPatch, capsys: Told, words: tuple[str, ...], lang: str
) -> None:
    monkeypatch.chdir(place)
    assert run(["--lang", lang, *words]) in (0, 1, 2)
    assert [obeyed(each) for each in printed(capsys)] == [[], []]


def test_the_dialects_are_obeyed_as_they_are_written() -> None:
    """So that the tests above can fail."""
    for each in DIALECTS:
        assert each.name in obeyed(f"x\n{each.words}\n")
