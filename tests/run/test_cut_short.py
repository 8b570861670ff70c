"""A git that ends well before it has told all that was asked is not believed."""

import shutil
import sys
from pathlib import Path

import pytest

from kehoach.reading.repositories.git import GitTrouble
from run.histories import Office

pytestmark = pytest.mark.skipif(
    sys.platform == "win32", reason="the git of these tests is a script"
)
A = "so-tai-chinh"


def _cut(word: str, kept: str, place: Path, patch: pytest.MonkeyPatch) -> None:
    """Put a git before the true one that prints only what is ``kept`` of what one command told."""
    true, git, cut = shutil.which("git"), place / "git", place / "cut.py"
    place.mkdir()
    cut.write_text(
        f"import sys\ntold = sys.stdin.buffer.read()\nsys.stdout.buffer.write({kept})\n", "utf-8"
    )
    script = (
        f'#!/bin/sh\ncase " $* " in *" {word} "*) "{true}" "$@" | "{sys.executable}" "{cut}";;\n'
    )
    git.write_text(f'{script}*) exec "{true}" "$@";; esac\n', "utf-8")
    git.chmod(0o755)
    patch.setenv("PATH", str(place), prepend=":")


@pytest.mark.parametrize(
    ("word", "kept"),
    [
        ("log", "told[:10]"),
        ("log", "told[:-1]"),
        ("log", "told[:-50]"),
        ("log", r"told[:told.index(b'\0\n:') + 1]"),
        ("cat-file", "told[:0]"),
        ("cat-file", "told[:10]"),
        ("cat-file", "told[:-2]"),
        ("ls-files", "told[:-1]"),
    ],
)
def test_what_is_cut_short_is_told(
    office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, word: str, kept: str
) -> None:
    """At any place: within a commit, between commits, within a file or before it."""
    for day, years in (("2022-03-01", (2021,)), ("2022-04-01", (2021, 2022)), ("2022-05-01", ())):
        office.commit(day, office.file(A, *years))
    _cut(word, kept, tmp_path / "bin", monkeypatch)
    with pytest.raises(GitTrouble):
        office.run()
