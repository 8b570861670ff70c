"""A site is written whole into its folder, or the earlier one stays."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from kehoach.cli import app
from kehoach.reading.folder import DataFolder
from pages_read import PLAN

_ASKED = ["--as-of", "2021-12-15", "--no-git"]


@pytest.fixture
def small(folder: Callable[..., DataFolder], monkeypatch: pytest.MonkeyPatch) -> Path:
    data = folder({"plan_07.yaml": PLAN})
    monkeypatch.chdir(data.root.parent)
    return data.root.parent


def test_it_writes_pages_in_utf_8(small: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert app.run(["site", "-o", "a/b", *_ASKED]) == 0
    assert "Kế hoạch thử" in (small / "a/b/index.html").read_text(encoding="utf-8")
    assert (small / "a/b/agency/so-noi-vu.html").is_file()
    out, err = capsys.readouterr()
    assert out == ""
    assert "đã ghi 14 trang" in err  # two of the whole, ten states, one agency, one item


def test_an_earlier_site_is_replaced_and_what_is_no_more_in_it_goes(small: Path) -> None:
    assert app.run(["site", "-o", "s", *_ASKED]) == 0
    gone, kept = small / "s/agency/da-giai-the.html", small / "s/ghi-chu.html"
    gone.write_text("cũ")
    kept.write_text("của người khác")
    outside = small / "x.html"
    outside.write_text("ngoài")
    names = small / "s/kehoach-site.txt"
    names.write_text(f"{names.read_text()}agency/da-giai-the.html\n../x.html\n")
    assert app.run(["site", "-o", "s", *_ASKED]) == 0
    assert (gone.exists(), kept.exists(), outside.exists()) == (False, True, True)


def _lying(folder: Path) -> dict[str, bytes]:
    return {str(e.relative_to(folder)): e.read_bytes() for e in folder.rglob("*") if e.is_file()}


@pytest.mark.parametrize("at", [0, 3, 9])
def test_a_site_that_cannot_be_made_whole_leaves_the_earlier_one(
    small: Path, monkeypatch: pytest.MonkeyPatch, at: int
) -> None:
    """Whatever page the disk is full at: nothing of the new one is there, and no rest of it."""
    assert app.run(["site", "-o", "s", *_ASKED]) == 0
    before, write, made = _lying(small / "s"), Path.write_bytes, iter(range(99))

    def full(path: Path, data: bytes) -> int:
        if next(made) == at:
            raise OSError(28, "No space left on device", str(path))
        return write(path, data)

    monkeypatch.setattr(Path, "write_bytes", full)
    assert app.run(["--lang", "en", "site", "-o", "s", *_ASKED]) == 2
    assert app.run(["site", "-o", "new", *_ASKED]) == 0
    assert _lying(small / "s") == before
    assert [path.name for path in (small / "s").iterdir() if path.name.startswith(".")] == []


@pytest.mark.parametrize("at", [0, 5, 20])
def test_a_file_that_cannot_be_replaced_brings_all_others_back(
    small: Path, monkeypatch: pytest.MonkeyPatch, at: int
) -> None:
    """On Windows a file that a program holds open cannot be; what others put there is not replaced."""
    assert app.run(["site", "-o", "s", *_ASKED]) == 0
    (small / "s" / "cua-toi.txt").write_text("của tôi", encoding="utf-8")
    before, replace, made = _lying(small / "s"), Path.replace, iter(range(999))

    def held(path: Path, target: Path) -> Path:
        if next(made) == at:
            raise PermissionError(13, "Permission denied", str(path))
        return replace(path, target)

    monkeypatch.setattr(Path, "replace", held)
    assert app.run(["--lang", "en", "site", "-o", "s", *_ASKED]) == 2
    assert _lying(small / "s") == before


def test_a_folder_of_something_else_is_refused(
    small: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = sorted(path.name for path in (small / "data").iterdir())
    assert app.run(["site", "-o", "data", *_ASKED]) == 2
    assert sorted(path.name for path in (small / "data").iterdir()) == before
    assert "--force" in capsys.readouterr().err
    (small / "tep").write_text("x")
    assert app.run(["site", "-o", "tep", *_ASKED]) == 2
    (small / "co").mkdir()
    (small / "co/x").write_text("x")
    assert app.run(["site", "-o", "co", "--force", *_ASKED]) == 0
    assert (small / "co/x").exists()


def test_a_link_in_the_folder_does_not_lead_elsewhere(small: Path) -> None:
    assert app.run(["site", "-o", "s", *_ASKED]) == 0
    elsewhere = small / "elsewhere"
    elsewhere.mkdir()
    mine = small / "mine.html"
    mine.write_text("của tôi")
    shutil.rmtree(small / "s/agency")
    (small / "s/index.html").unlink()
    try:
        (small / "s/agency").symlink_to(elsewhere, target_is_directory=True)
        (small / "s/index.html").symlink_to(mine)
    except OSError:
        pytest.skip("this system makes no symbolic links")
    assert app.run(["site", "-o", "s", *_ASKED]) == 0
    assert list(elsewhere.iterdir()) == []
    assert mine.read_text() == "của tôi"


@pytest.fixture
def divided(monkeypatch: pytest.MonkeyPatch) -> None:
    """Divide also little among processes, and whatever threads other tests have left."""
    monkeypatch.setattr("kehoach.run.by_parts.reckoning.FEW", -1)
    monkeypatch.setattr("threading.active_count", lambda: 1)


@pytest.mark.usefixtures("divided")
@pytest.mark.parametrize("jobs", ["2", "3", "50"])
def test_however_many_write_it_the_site_is_the_same(small: Path, jobs: str) -> None:
    for name, number in (("one", "1"), ("many", jobs)):
        assert app.run(["site", "-o", name, "--jobs", number, *_ASKED]) == 0
    assert _lying(small / "one") == _lying(small / "many")


@pytest.mark.usefixtures("divided")
def test_where_no_process_can_write_the_earlier_site_stays(
    small: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """One line says why, though each of them met it."""
    assert app.run(["site", "-o", "s", *_ASKED]) == 0
    before = _lying(small)

    def full(path: Path, _data: bytes) -> int:
        raise OSError(28, "No space left on device", str(path))

    monkeypatch.setattr(Path, "write_bytes", full)
    capsys.readouterr()
    assert app.run(["--lang", "en", "site", "-o", "s", "--jobs", "3", *_ASKED]) == 2
    out, err = capsys.readouterr()
    assert (out, err.count("\n"), "No space left" in err) == ("", 1, True)
    assert _lying(small) == before


@pytest.mark.skipif(not hasattr(os, "fork"), reason="processes are forked")
@pytest.mark.usefixtures("divided")
def test_what_a_process_does_not_write_is_written_here(
    small: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One is killed, one finds the disk full: the site is whole."""
    assert app.run(["site", "-o", "one", "--jobs", "1", *_ASKED]) == 0
    write, parent = Path.write_bytes, os.getpid()

    def failing(path: Path, data: bytes) -> int:
        if os.getpid() != parent and path.name == "trend.html":
            os.kill(os.getpid(), 9)
        if os.getpid() != parent:
            raise OSError(28, "No space left on device", str(path))
        return write(path, data)

    monkeypatch.setattr(Path, "write_bytes", failing)
    assert app.run(["site", "-o", "many", "--jobs", "3", *_ASKED]) == 0
    assert _lying(small / "one") == _lying(small / "many")
