"""``.pre-commit-hooks.yaml``: which files it takes, and what it says of the sample repository."""

import re
import shlex
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest

from editor_yaml import as_edited
from kehoach.cli.app import run

ROOT = Path(__file__).resolve().parents[2]
HOOKS: dict[str, dict[str, Any]] = {
    hook["id"]: hook
    for hook in as_edited((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
}
VALIDATE, CHECK = HOOKS["kehoach-validate"], HOOKS["kehoach-check"]
Clone = Callable[..., Path]
Told = pytest.CaptureFixture[str]
DAY = ["--as-of", "2024-12-31"]
REPORT = """\
schema: kehoach/submission@1
plan: "11"
agency: so-tai-chinh
document: {{number: 9/BC-STC, date: 2024-12-20, signer: Nguyễn Văn Mẫu}}
tasks:
  - {{item: I.5, period: 2024, status: {status}, note: Đã mở hai lớp}}
"""


def call(hook: dict[str, Any], *names: str, more: Sequence[str] = ()) -> int:
    """Run a hook as pre-commit does: entry, arguments, names of files."""
    name, *words = shlex.split(hook["entry"])
    assert name == "kehoach"
    return run([*words, *DAY, *more, *hook.get("args", ()), *names])


@pytest.mark.parametrize(
    "name",
    [
        "data/plan_06.yaml", "data/agencies.yaml", "data/decisions.yml", "data/receipts.yaml",
        "data/calendar.yaml", "data/submissions/so-y-te/bao-cao.yaml",
        "data/submissions/so-y-te/2024/quý I/bao-cao.YAML",
        # The data folder is the root of the repository, or lies deeper in it
        "plan_06.yaml", "agencies.yaml", "submissions/so-y-te/a.yml", "kho/06/data/plan_06.yaml",
        # What a forgotten ending hides from every command, but not from check
        "data/submissions/so-y-te/bao-cao.yaml.txt", "data/plan_06.yaml.txt",
    ],
)  # fmt: skip
def test_the_files_of_a_data_folder_are_taken(name: str) -> None:
    assert re.search(VALIDATE["files"], name)


@pytest.mark.parametrize(
    "name",
    [
        "README.md", ".github/workflows/kehoach.yml", ".gitlab-ci.yml", ".pre-commit-config.yaml",
        "data/submissions/README.md", "data/submissions/so-y-te/van-ban.pdf", "schemas/plan.json",
        "data/myplan_06.yaml", "data/plans/plan.txt", "old-agencies.yaml",
    ],
)  # fmt: skip
def test_no_other_file_is(name: str) -> None:
    assert not re.search(VALIDATE["files"], name)


def test_every_file_of_the_sample_is_taken(demo: Path) -> None:
    names = [path.relative_to(demo).as_posix() for path in (demo / "data").rglob("*.yaml")]
    assert names
    assert all(re.search(VALIDATE["files"], name) for name in names)


def test_mistakes_are_told_of_the_files_that_changed_only(
    demo: Path, monkeypatch: pytest.MonkeyPatch, capsys: Told
) -> None:
    """The sample holds two mistakes on purpose; a third file is well."""
    monkeypatch.chdir(demo)
    bad = "data/submissions/so-cong-thuong/bao-cao-2024.yaml"
    good = "data/submissions/so-tai-chinh/bao-cao-2024.yaml"
    assert call(VALIDATE, bad, good) == 1
    told = capsys.readouterr().out
    assert f"{bad}:13:13: KH203" in told
    assert "so-noi-vu/van-hoa-2024.yaml" not in told
    assert call(VALIDATE, good) == 0


def test_a_report_in_a_foreign_folder(
    demo: Path, monkeypatch: pytest.MonkeyPatch, capsys: Told
) -> None:
    monkeypatch.chdir(demo)
    assert call(VALIDATE, "data/submissions/so-noi-vu/van-hoa-2024.yaml") == 1
    assert "KH112" in capsys.readouterr().out


def test_a_file_outside_the_data_folder_is_named(
    demo: Path, monkeypatch: pytest.MonkeyPatch, capsys: Told
) -> None:
    monkeypatch.chdir(demo)
    assert call(VALIDATE, ".gitlab-ci.yml") == 2
    assert ".gitlab-ci.yml" in capsys.readouterr().err


@pytest.mark.parametrize(("status", "code"), [("in_progress", 0), ("xong", 1)])
def test_the_whole_judged_by_what_the_commit_brings(
    clone: Clone, monkeypatch: pytest.MonkeyPatch, capsys: Told, status: str, code: int
) -> None:
    """With ``--since HEAD``, before the commit: old mistakes of others block nobody."""
    place = clone()
    monkeypatch.chdir(place)
    assert call(CHECK) == 1
    capsys.readouterr()
    (place / "data" / "submissions" / "so-tai-chinh" / "moi.yaml").write_text(
        REPORT.format(status=status), encoding="utf-8"
    )
    assert call(CHECK, more=["--since", "HEAD"]) == code
    assert "so-cong-thuong/bao-cao-2024.yaml:" not in capsys.readouterr().out


def test_a_deletion_is_seen_by_the_whole_alone(
    clone: Clone, monkeypatch: pytest.MonkeyPatch, capsys: Told
) -> None:
    """pre-commit names no deleted file, so this hook asks for no names and always runs."""
    place = clone()
    monkeypatch.chdir(place)
    (place / "data" / "submissions" / "so-tai-chinh" / "bao-cao-2023.yaml").unlink()
    call(CHECK, more=["--since", "HEAD"])
    assert "KH505" in capsys.readouterr().out
    assert CHECK["pass_filenames"] is False
    assert CHECK["always_run"] is True


def test_a_folder_that_is_called_like_an_option_is_a_folder(
    clone: Clone, monkeypatch: pytest.MonkeyPatch, capsys: Told
) -> None:
    """A change brings a folder of mistakes that it calls known; it is no baseline, and is told of."""
    monkeypatch.chdir(clone())
    known = Path("--baseline=known/submissions/a.yaml")
    known.parent.mkdir(parents=True)
    known.write_text("", encoding="utf-8")
    assert re.search(VALIDATE["files"], known.as_posix())
    assert call(VALIDATE, known.as_posix()) == 2
    assert known.as_posix() in capsys.readouterr().err


@pytest.mark.parametrize("hook", [VALIDATE, CHECK], ids=lambda hook: hook["id"])
def test_a_shallow_clone_is_refused_with_the_remedy(
    clone: Clone, monkeypatch: pytest.MonkeyPatch, capsys: Told, hook: dict[str, Any]
) -> None:
    monkeypatch.chdir(clone("--depth", "1"))
    names = ["data/plan_11.yaml"] if hook is VALIDATE else []
    assert call(hook, *names) == 2
    assert "fetch-depth: 0" in capsys.readouterr().err


@pytest.mark.parametrize("hook", [VALIDATE, CHECK], ids=lambda hook: hook["id"])
def test_pre_commit_can_install_them(hook: dict[str, Any]) -> None:
    """What every hook must say, and Python so that pre-commit installs the program by itself."""
    assert {"id", "name", "entry", "language"} <= hook.keys()
    assert hook["language"] == "python"
