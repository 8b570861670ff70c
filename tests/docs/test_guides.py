"""The tutorial is run as it stands; every command that a page names exists, with its options."""

import os
import re
import shlex
import shutil
import subprocess
from collections.abc import Iterator
from datetime import datetime, tzinfo
from pathlib import Path

import pytest

from kehoach.cli import app
from kehoach.cli.app import Commands, load
from kehoach.cli.command_list import COMMANDS
from kehoach.words import LANGUAGES, Lang

ROOT = Path(__file__).parents[2]
PAGES = [
    ROOT / "README.md",
    ROOT / "README.vi.md",
    *sorted((ROOT / "docs").glob("*/*.md")),
    ROOT / "src" / "kehoach" / "start" / "files" / "README.vi.md",
    ROOT / "src" / "kehoach" / "start" / "files" / "README.en.md",
]
_FENCED = re.compile(r"^ *```(\w*)\n(.*?)^ *```$", re.DOTALL | re.MULTILINE)
_INLINE = re.compile(r"`(kehoach [^`]+)`")
_WITHOUT_COMMANDS = {"architecture.md", "receipts.md", "reference.md"}
_COMMENT = re.compile(r"\s+#.*")


def command_lines(page: Path) -> Iterator[str]:
    """Yield every line of a page that calls the program."""
    text = page.read_text(encoding="utf-8")
    for _, body in _FENCED.findall(text):
        for line in body.splitlines():
            said = line.strip().removeprefix("$ ")
            if said.startswith("kehoach "):
                yield _COMMENT.sub("", said)
    yield from _INLINE.findall(text)


def known_options(name: str) -> set[str]:
    """Return the options of a command, and those of every command."""
    params = [*load(name).params, *Commands().params]
    return {option for param in params for option in param.opts} | {"--help"}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_every_command_and_option_named_exists(page: Path) -> None:
    lines = list(command_lines(page))
    assert lines or page.name in _WITHOUT_COMMANDS
    for line in lines:
        words = [word for word in shlex.split(line.replace("…", "x")) if word != "…"]
        names = [word for word in words[1:] if not word.startswith("-")]
        name = words[1] if not words[1].startswith("-") else None
        if name is None or name not in COMMANDS:
            assert words[1].startswith("-") or names[0].isupper(), line
            continue
        given = {word.split("=")[0] for word in words[2:] if re.match(r"--?[a-z]", word)}
        assert given <= known_options(name), line


def blocks(lang: Lang) -> Iterator[tuple[str, str]]:
    """Yield the tutorial's blocks that are to be done: commands, and edits of a file."""
    for kind, body in _FENCED.findall(
        (ROOT / "docs" / lang / "tutorial.md").read_text(encoding="utf-8")
    ):
        if kind in ("sh", "diff"):
            yield kind, body


def edit(text: str, change: str) -> str:
    """Return a file edited as a block shows: in each of its parts, old lines become new ones."""
    for part in change.strip("\n").split("\n\n"):
        lines = part.splitlines()
        old = "".join(f"{line[1:]}\n" for line in lines if line[0] in " -")
        new = "".join(f"{line[1:]}\n" for line in lines if line[0] in " +")
        assert f"\n{old}" in text, old
        text = text.replace(f"\n{old}", f"\n{new}", 1)
    return text


def run(script: str) -> None:
    """Run a block as its reader would; ``kehoach`` is the program under test."""
    lines = iter(script.splitlines())
    for line in lines:
        if line.startswith("cat > "):
            name, _, mark = line.removeprefix("cat > ").partition(" <<")
            body = []
            for text in lines:
                if text == mark.strip("'"):
                    break
                body.append(text)
            Path(name).write_text("\n".join(body) + "\n", encoding="utf-8")
        elif line.startswith("kehoach "):
            assert app.run(shlex.split(line)[1:]) == 0, line
        elif line.startswith("rm "):
            for name in line.split()[1:]:
                Path(name).unlink()
        elif line.startswith("cd "):
            os.chdir(line.removeprefix("cd "))
        else:
            subprocess.run(shlex.split(line), check=True)  # noqa: S603 - git, from our own page


class Noon(datetime):
    """A clock that stands still on the day on which the tutorial takes place."""

    @classmethod
    def now(cls, tz: tzinfo | None = None) -> "Noon":
        """Return that noon."""
        return cls(2026, 11, 20, 12, tzinfo=tz)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_tutorial_works_as_it_stands(
    lang: Lang, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """From an empty folder to a checked repository with a plan and a report of one's own."""
    if shutil.which("git") is None:
        pytest.skip("git is absent")
    for name in ("GIT_AUTHOR", "GIT_COMMITTER"):
        monkeypatch.setenv(f"{name}_NAME", "Tổng hợp")
        monkeypatch.setenv(f"{name}_EMAIL", "tong-hop@stp.example.vn")
        monkeypatch.setenv(f"{name}_DATE", "2026-11-20T09:00:00+07:00")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(tmp_path / "none"))
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("kehoach.reading.clock.datetime", Noon)
    edited = iter(("data/agencies.yaml", "data/plan_12.yaml",
                   "data/submissions/so-tai-chinh/bao-cao-2026.yaml"))  # fmt: skip
    for kind, body in blocks(lang):
        if kind == "sh":
            run(body)
        else:
            file = Path(next(edited))
            file.write_text(edit(file.read_text(encoding="utf-8"), body), encoding="utf-8")
    assert not list(edited)
