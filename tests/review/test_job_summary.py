"""The job summary: markup of nobody, within its room, added to what stood there."""

import re
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from kehoach.cli.app import run as kehoach
from kehoach.review.finding_groups import verdict_entries, wrong_entries
from kehoach.review.job_markdown import job_summary
from kehoach.run import Run
from kehoach.terminal.screen import Screen
from kehoach.words import Lang
from review.checked import LANGUAGES, MakeFolder, annotations
from shared_example import files

MIB = 1024 * 1024


# ── The job summary ─────────────────────────────────────────────────────────────────────────────


def html(text: str) -> str:
    return str(MarkdownIt("commonmark").enable(["table", "strikethrough"]).render(text))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_summary_shows_what_people_wrote_and_nothing_of_it_is_markup(
    example: Run, lang: Lang
) -> None:
    page = html(job_summary(example, Screen(lang=lang)))
    tags = set(re.findall(r"</?(\w+)", page))
    assert tags <= {"h2", "h3", "p", "strong", "ul", "li"} | {
        "table", "thead", "tbody", "tr", "th", "td"
    }  # fmt: skip
    assert page.count("<strong>") == 1
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page
    assert not re.search(r"@\w", page)
    rows = re.findall(r"<tr>(.*?)</tr>", page, re.DOTALL)
    assert all(len(re.findall("<t[hd]", row)) == 4 for row in rows)
    entries = len(wrong_entries(example)) + len(verdict_entries(example))
    assert len(rows) == entries + 2


@pytest.mark.parametrize("room", [0, 500, 1_500, 3_000, 6_000, MIB])
@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_summary_keeps_to_its_room_and_counts_what_it_leaves_out(
    example: Run, room: int, lang: Lang
) -> None:
    """GitHub drops a summary over 1 MiB whole."""
    text = job_summary(example, Screen(lang=lang), room)
    assert len(text.encode()) <= room
    entries = len(wrong_entries(example)) + len(verdict_entries(example))
    shown = len(re.findall(r"^\| ", text, re.MULTILINE))
    left = re.search(r"^… (?:và|and) (\d+) ", text, re.MULTILINE)
    if text:
        assert shown + (int(left[1]) if left else 0) == entries
    assert (left is None) == (shown == entries or not text)


@pytest.fixture
def here(folder: MakeFolder, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder above the example's, and stand there."""
    for name in ("KEHOACH_DATA", "KEHOACH_LANG", "NO_COLOR", "FORCE_COLOR", "COLUMNS"):
        monkeypatch.delenv(name, raising=False)
    root = folder(files()).root.parent
    monkeypatch.chdir(root)
    return root


CHECK = ("check", "--no-git", "--as-of", "2021-12-15", "--format")


def test_the_summary_is_added_to_what_the_step_wrote_before(
    here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    summary = here / "summary.md"
    summary.write_text("# before\n", encoding="utf-8")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))
    assert kehoach([*CHECK, "gitlab"]) == 1
    assert summary.read_text(encoding="utf-8") == "# before\n"
    assert kehoach([*CHECK, "github"]) == 1
    assert summary.read_text(encoding="utf-8").startswith("# before\n## Kiểm tra kế hoạch\n")


def test_what_the_step_wrote_before_takes_its_part_of_the_room(
    here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    summary = here / "summary.md"
    summary.write_bytes(b"x" * (MIB - 4_000))
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))
    assert kehoach([*CHECK, "github"]) == 1
    assert MIB - 4_000 < summary.stat().st_size < MIB
    assert "… và " in summary.read_text(encoding="utf-8")


def test_a_summary_that_cannot_be_written_is_told_and_fails_nothing(
    here: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(here))
    assert kehoach([*CHECK, "github", "--fail-on", "never"]) == 0
    out, err = capsys.readouterr()
    assert annotations(out)
    assert err.startswith("kehoach: ")
    assert err.count("\n") == 1
