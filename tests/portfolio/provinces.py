"""A small country: provinces of their own, and a git that does to some of them what happens to workers."""

import os
import shutil
from pathlib import Path

import pytest

from shared_example import AS_OF, files

Capture = pytest.CaptureFixture[str]
DAY = AS_OF.isoformat()

# A worker asks git about its folder: whoever answers can do to it what a machine does.
_GIT = """\
#!/bin/sh
case "$PWD" in
  */hangs/*) : > "{mark}-asleep"; exec sleep 60 ;;
  */dies/*) kill -9 $PPID ;;
  */falls-once/*) if mkdir "{mark}" 2>/dev/null; then kill -9 $PPID; fi ;;
esac
exec {git} "$@"
"""


def province(root: Path, name: str, without: str = "", broken: str = "") -> Path:
    """Write a repository of the shared example; one file may be left out, another one broken."""
    place = root / name
    for file, text in files().items():
        if file != without:
            path = place / "data" / file
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(f"{text}:::\n" if file == broken else text, encoding="utf-8")
    return place


def provinces(root: Path, *names: str) -> list[str]:
    """Write repositories of these names, each with other numbers than the one before."""
    left_out = ("", "submissions/so-tai-chinh/bao-cao.yaml", "submissions/so-noi-vu/viec.yaml")
    return [
        str(province(root, name, left_out[index % len(left_out)]))
        for index, name in enumerate(names)
    ]


def hostile_git(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Put a git first on the PATH that hangs, or kills its caller, in folders that are called so."""
    if os.name == "nt":
        pytest.skip("a script stands for git, which Windows would not call")
    there = shutil.which("git")
    assert there is not None
    script = root / "bin" / "git"
    script.parent.mkdir()
    script.write_text(_GIT.format(git=there, mark=root / "fallen"), encoding="utf-8")
    script.chmod(0o755)
    monkeypatch.setenv("PATH", f"{script.parent}{os.pathsep}{os.environ['PATH']}")
