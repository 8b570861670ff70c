"""``kehoach cache``: what is kept is shown, and deleted where that is asked for."""

import json
from pathlib import Path

import jsonschema
import pytest

from kehoach.cli.app import run
from kehoach.contract.schemas import schema_text
from kehoach.reading.cache.shelf import Shelf

Capture = pytest.CaptureFixture[str]


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder of the cache, in which two answers are kept."""
    folder = tmp_path / "cache"
    monkeypatch.setenv("KEHOACH_CACHE", str(folder))
    for key in ("a", "b"):
        Shelf(folder, "0123456789abcdef").put("answer", key, b"x" * 49_968)  # and a digest of 32
    return folder


def shown(capsys: Capture, *words: str) -> str:
    assert run(["cache", *words]) == 0
    told = capsys.readouterr()
    assert told.err == ""
    return told.out


def test_it_tells_where_and_how_much(cache: Path, capsys: Capture) -> None:
    assert shown(capsys, "show", "--lang", "en").splitlines() == [
        f"Folder           {cache}",
        "Used             yes",
        "Size             0.1 MB of at most 256.0 MB",
        "Printed answers  2 (0.1 MB)",
    ]
    assert "0,1 MB trên tối đa 256,0 MB" in shown(capsys, "show")


def test_programs_read_the_same(cache: Path, capsys: Capture) -> None:
    told = json.loads(shown(capsys, "show", "--format", "json"))
    jsonschema.validate(told, json.loads(schema_text("cache")))
    assert (told["folder"], told["unused"], told["bytes"]) == (str(cache), None, 100_000)
    assert told["kinds"] == [{"kind": "answer", "count": 2, "bytes": 100_000}]


def test_clearing_deletes_all_of_it_and_nothing_else(cache: Path, capsys: Capture) -> None:
    (cache / "notes.txt").write_text("mine", encoding="utf-8")
    assert json.loads(shown(capsys, "clear", "--format", "json"))["kinds"] == []
    assert [each.name for each in cache.iterdir()] == ["notes.txt"]


@pytest.mark.parametrize("why", ["off", "in_repository", "not_private"])
def test_it_tells_why_nothing_is_used(
    why: str, cache: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    if why == "off":
        monkeypatch.setenv("KEHOACH_CACHE", "off")
    elif why == "in_repository":
        (cache.parent / ".git").mkdir()
    else:
        cache.chmod(0o755)
    assert json.loads(shown(capsys, "show", "--format", "json"))["unused"] == why
    assert "no: " in shown(capsys, "show", "--lang", "en")


def test_what_cannot_be_deleted_is_told(
    cache: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(_: str) -> None:
        raise PermissionError(13, "no")

    monkeypatch.setattr("os.unlink", refused)
    assert run(["cache", "clear", "--lang", "en"]) == 2
    told = capsys.readouterr().err
    monkeypatch.undo()
    assert told == f"kehoach: 2 files in {cache} cannot be deleted\n"
