"""What the page of every morning does not load, since it does not need it, and help even less."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from kehoach import __version__

DATA = Path(__file__).parents[2] / "data"
# Rich's console, workbooks, HTML, Word and holidays cost more than all the verdicts.
OTHER_FORMATS = (
    "rich.console",
    "rich.table",
    "openpyxl",
    "xlsxwriter",
    "htpy",
    "docx",
    "holidays",
    "icalendar",
)
OTHER_ROOMS = (
    "kehoach.letters", "kehoach.sheets", "kehoach.site", "kehoach.annex", "kehoach.review",
    "kehoach.start", "kehoach.wordings.understanding", "kehoach.run.since", "kehoach.run.changes",
    "kehoach.terminal.findings", "kehoach.filing", "kehoach.reading.altered_folder",
)  # fmt: skip
# Files that few folders have, mistakes that few make.
RARE = (
    "kehoach.model.check_settings", "kehoach.model.holidays", "kehoach.model.reminders",
    "kehoach.reading.lost_entries", "kehoach.reading.slips.slip_findings",
    "kehoach.run.doubtful_settings",
)  # fmt: skip
# Help and the version say nothing of any data: neither libraries nor rooms that read or judge.
NO_DATA = (
    "pydantic", "yaml", "kehoach.run", "kehoach.reading.folder", "kehoach.model.plan", "kehoach.verdicts",
    "kehoach.checks", "kehoach.diagnostics",
)  # fmt: skip


def _run(args: list[str], unneeded: tuple[str, ...]) -> tuple[str, str]:
    """Return what a command prints, and which of the modules it has loaded."""
    code = (
        "import sys; from kehoach.cli.app import run; "
        f"run({args!r}); sys.exit(' '.join(sorted(set({unneeded!r}) & set(sys.modules))))"
    )
    unbounded = {name: value for name, value in os.environ.items() if name != "COLUMNS"}
    done = subprocess.run(  # noqa: S603 - our own interpreter
        [sys.executable, "-c", code],
        env={**unbounded, "PYTHONPATH": os.pathsep.join(sys.path), "PYTHONUTF8": "1"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    return done.stdout, done.stderr.strip()


def test_status_off_a_terminal_loads_only_what_it_needs() -> None:
    asked = ["--data", str(DATA), "status", "--as-of", "2021-12-15"]
    shown, loaded = _run(asked, (*OTHER_FORMATS, *OTHER_ROOMS, *RARE))
    assert "Kế hoạch 06" in shown
    assert loaded == ""


@pytest.mark.parametrize("option", ["--version", "--help"])
def test_help_and_version_load_nothing_that_reads_or_judges(option: str) -> None:
    shown, loaded = _run([option], (*OTHER_FORMATS, *OTHER_ROOMS, *NO_DATA))
    assert "kehoach" in shown
    assert loaded == ""


def test_the_version_alone_is_told_before_the_library_of_command_lines_is_loaded() -> None:
    done = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "kehoach", "--version"],
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), "PYTHONUTF8": "1"},
        capture_output=True, text=True, encoding="utf-8", check=True,
    )  # fmt: skip
    loaded = {line.rpartition("|")[2].strip() for line in done.stderr.splitlines()}
    assert done.stdout == f"kehoach {__version__}\n"
    assert "kehoach.cli.entry" in loaded
    assert loaded.isdisjoint({"typer", "kehoach.cli.app"})
    assert _run(["--lang", "en", "--version"], ())[0] == done.stdout  # where more is said too
