"""``kehoach check --fix``: a diff first, then the files, whole, and what is left is told."""

from pathlib import Path

import pytest

from cli.hostile_runs import DAY, HEAD, MINE, Capture, MakeFolder
from kehoach.cli.app import run

WRONG = (
    HEAD + "document: {number: 1/BC, date: 29/11/2021}\nreports: [{item: III.1.c, period: 2021}]\n"
)
RIGHT = WRONG.replace("29/11/2021", "2021-11-29")


def test_the_diff_is_shown_and_nothing_written(small: MakeFolder, capsys: Capture) -> None:
    data = small({f"{MINE}/a.yaml": WRONG})
    assert run(["check", "--fix", *DAY]) == 1
    out, err = capsys.readouterr()
    assert f"--- data/{MINE}/a.yaml\n+++ data/{MINE}/a.yaml\n" in out
    assert "\n-document: {number: 1/BC, date: 29/11/2021}\n" in out
    assert "\n+document: {number: 1/BC, date: 2021-11-29}\n" in out
    assert err == "kehoach: chưa ghi gì: 1 tệp sửa được như trên; thêm --yes để ghi\n"
    assert data.read(f"{MINE}/a.yaml").decode() == WRONG


def test_what_was_mended_is_written_and_checked_again(small: MakeFolder, capsys: Capture) -> None:
    data = small({f"{MINE}/a.yaml": WRONG, f"{MINE}/b.yaml": HEAD + "nota: x\n"})
    assert run(["check", "--fix", "--yes", "--format", "jsonl", *DAY]) == 1  # b is left
    out, err = capsys.readouterr()
    assert data.read(f"{MINE}/a.yaml").decode() == RIGHT
    assert "KH201" in out
    assert "KH203" not in out
    assert err == "kehoach: đã sửa 1 tệp\n"
    assert sorted(each.name for each in (data.root / MINE).iterdir()) == ["a.yaml", "b.yaml"]


def test_only_the_files_asked_for_are_mended(small: MakeFolder, capsys: Capture) -> None:
    data = small({f"{MINE}/a.yaml": WRONG, f"{MINE}/b.yaml": WRONG})
    run(["check", f"data/{MINE}/b.yaml", "--fix", "--yes", *DAY])
    assert data.read(f"{MINE}/a.yaml").decode() == WRONG
    assert data.read(f"{MINE}/b.yaml").decode() == RIGHT
    assert f"--- data/{MINE}/a.yaml" not in capsys.readouterr().out


def test_where_nothing_is_certain_the_files_are_checked(small: MakeFolder, capsys: Capture) -> None:
    small({f"{MINE}/a.yaml": RIGHT})
    assert run(["check", "--fix", *DAY]) == 0
    out, err = capsys.readouterr()
    assert err == "kehoach: không có gì chắc chắn để tự sửa\n"
    assert "0 lỗi" in out


def test_signs_that_nobody_sees_are_told_in_the_diff(small: MakeFolder, capsys: Capture) -> None:
    data = small({f"{MINE}/a.yaml": b"\xef\xbb\xbf" + RIGHT.encode()})
    assert run(["check", "--fix", "--yes", "--lang", "en", *DAY]) == 0
    assert "(byte order mark, line ends or composed letters" in capsys.readouterr().out
    assert data.read(f"{MINE}/a.yaml").decode() == RIGHT


def test_a_link_and_what_lies_outside_the_folder_are_never_written(
    small: MakeFolder, tmp_path: Path, capsys: Capture
) -> None:
    outside = tmp_path / "outside.yaml"
    outside.write_text(WRONG, encoding="utf-8")
    data = small({f"{MINE}/b.yaml": RIGHT})
    try:
        (data.root / MINE / "a.yaml").symlink_to(outside)
    except OSError:
        pytest.skip("links need rights here")
    run(["check", "--fix", "--yes", *DAY])
    assert outside.read_text(encoding="utf-8") == WRONG
    assert "--- data" not in capsys.readouterr().out


@pytest.mark.parametrize("option", [["--rev", "HEAD"], ["--since", "HEAD"], ["--baseline"]])
def test_what_looks_elsewhere_is_refused(
    small: MakeFolder, capsys: Capture, option: list[str]
) -> None:
    data = small({f"{MINE}/a.yaml": WRONG})
    assert run(["check", "--fix", "--yes", *option, *DAY]) == 2
    assert capsys.readouterr().out == ""
    assert data.read(f"{MINE}/a.yaml").decode() == WRONG
