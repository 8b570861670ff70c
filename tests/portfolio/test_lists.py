"""The file that lists a portfolio: every mistake at once, each with its place, before any work."""

from pathlib import Path

import pytest

from kehoach.cli.app import run
from portfolio.provinces import DAY, Capture

HEAD = "schema: kehoach/portfolio@1\nrepositories:\n"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (HEAD + "  - {id: a, path: x}\n  - {id: a, path: y}\n", "4:10: KH530"),
        (HEAD + "  - {id: a, path: x}\n  - {id: b, path: ./x}\n", "4:19: KH530"),
        ("schema: kehoach/portfolio@1\nrepositories: []\n", "2:15: KH531"),
        ("schema: kehoach/portfolio@1\n", "1:1: KH202"),
        (HEAD + "  - {id: A b, path: x}\n", "3:10: KH203"),
        (HEAD + "  - {id: a, path: x, branch: y}\n", "3:22: KH201"),
        (HEAD.replace("@1", "@2") + "  - {id: a, path: x}\n", "1:9: KH204"),
        (HEAD + "  - {id: a, path: x\n", "KH10"),
    ],
)
def test_each_mistake_is_told_at_its_place(
    tmp_path: Path, capsys: Capture, text: str, told: str
) -> None:
    path = tmp_path / "list.yaml"
    path.write_text(text, encoding="utf-8")
    assert run(["portfolio", str(path), "--as-of", DAY, "--lang", "en"]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert told in said.err
    assert f"the list “{path}” cannot be read" in said.err


def test_one_path_at_two_revisions_is_two_members(tmp_path: Path, capsys: Capture) -> None:
    path = tmp_path / "list.yaml"
    path.write_text(
        HEAD + "  - {id: a, path: x.json, rev: v1}\n  - {id: b, path: x.json, rev: v2}\n"
    )
    assert run(["portfolio", str(path), "--as-of", DAY, "--lang", "en"]) == 2
    said = capsys.readouterr()
    assert "0 of 2 counted; not counted: 2 (a, b)" in said.out
    assert said.err == "kehoach: not one repository could be counted\n"


def test_a_list_that_is_not_there_is_told(tmp_path: Path, capsys: Capture) -> None:
    assert run(["portfolio", str(tmp_path / "list.yaml"), "--lang", "en"]) == 2
    assert "KH101" in capsys.readouterr().err


def test_repositories_of_one_name_are_refused(tmp_path: Path, capsys: Capture) -> None:
    """They would stand in the answer as one."""
    named = [str(tmp_path / "a" / "kho"), str(tmp_path / "b" / "kho" / ".")]
    assert run(["portfolio", *named, "--lang", "en"]) == 2
    said = capsys.readouterr()
    assert said.err.count("\n") == 1
    assert "several repositories are called “kho”" in said.err


@pytest.mark.parametrize(
    "args",
    [
        (),
        ("x", "--jobs", "0"),
        ("x", "--timeout", "0"),
        ("x", "--fail-on", "everything"),
        ("x", "--format", "pdf"),
        ("x", "--format", "json", "-o", "x.xlsx"),
        ("x", "--as-of", "2021-02-30"),
    ],
)
def test_wrong_use_is_told_in_one_line(args: tuple[str, ...], capsys: Capture) -> None:
    assert run(["portfolio", *args]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.count("\n") == 1
