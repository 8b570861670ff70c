"""The command line as these tests run it, and what an agency could write to steer it."""

import os
import re
import subprocess
import sys
import unicodedata
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from kehoach.cli import app
from kehoach.reading.folder import DataFolder

SRC = Path(app.__file__).parents[2]
DAY = ("--as-of", "2021-12-15")
HEAD = 'schema: kehoach/submission@1\nplan: "06"\nagency: so-tai-chinh\n'
MINE = "submissions/so-tai-chinh"
# Of the environment; the last where it is measured which branches are taken.
KEPT = ("PATH", "SYSTEMROOT", "COVERAGE_PROCESS_CONFIG")
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


def called(
    args: Sequence[str], folder: Path, env: dict[str, str] | None = None
) -> subprocess.CompletedProcess[bytes]:
    """Run the program by itself in a folder."""
    kept = {name: os.environ[name] for name in KEPT if name in os.environ}
    return subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-m", "kehoach", *args],
        cwd=folder,
        env={**kept, "PYTHONPATH": str(SRC), **(env or {})},
        capture_output=True,
        check=False,
        timeout=60,
    )


# ── Text that wants to be obeyed ────────────────────────────────────────────────────────────────
ESCAPES = r"\e[31m\e]0;x\a\e[2J\x9b1m"
HOSTILE = [
    "[/nope] [bold red]x[/] [link=http://x]y[/link] :bomb:",
    ESCAPES,
    r"::error file=a,line=1::owned\n::set-output name=a::b\r\n##[error]x ##vso[a]y\r::stop-commands::y",
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


def assert_words_only(printed: str) -> None:
    """Prove that nothing printed steers a terminal, reorders a line or commands a forge."""
    signs = {each for each in printed if unicodedata.category(each) in ("Cc", "Zl", "Zp")} - {"\n"}
    assert signs == set()
    assert not re.search("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]", printed)
    assert not re.search(r"##(vso)?\[", printed)
    for line in printed.splitlines():
        assert not line.lstrip().startswith("::")
