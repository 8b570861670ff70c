"""What is asked of whoever sits at a terminal: nothing is written but where the answer is yes."""

import io
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from cli.hostile_runs import DAY, HEAD, MINE, Capture, MakeFolder
from kehoach.cli.app import run
from kehoach.stopping import Stopped

Answers = Callable[[str], None]
DATED = HEAD + "document: {number: 1/BC, date: %s}\nreports: [{item: III.1.c, period: 2021}]\n"
WRONG, RIGHT = DATED % "29/11/2021", DATED % "2021-11-29"

REGISTRY = """\
schema: kehoach/agencies@1
agencies:
  - {id: so-y-te, name: Sở Y tế}
"""


class Keyboard(io.StringIO):
    """What somebody types; then Ctrl-D."""

    def isatty(self) -> bool:
        """Say that it is a terminal."""
        return True


@pytest.fixture
def typed(monkeypatch: pytest.MonkeyPatch) -> Answers:
    """Return a function that lets somebody sit there who types a few words."""

    def sit(words: str) -> None:
        monkeypatch.setattr(sys, "stdin", Keyboard(words))
        for stream in (sys.stdout, sys.stderr):
            monkeypatch.setattr(stream, "isatty", lambda: True)

    return sit


@pytest.mark.parametrize(
    ("words", "code", "text", "told"),
    [
        ("y\n", 0, RIGHT, "mended 1 file"),
        ("n\n", 1, WRONG, "nothing was written: 1 file can be mended as shown"),
        ("\n", 1, WRONG, "nothing was written: 1 file can be mended as shown"),
        ("perhaps\ny\n", 0, RIGHT, "mended 1 file"),
    ],
)
def test_what_can_be_mended_is_written_if_that_is_wanted(
    small: MakeFolder, typed: Answers, capsys: Capture,
    words: str, code: int, text: str, told: str,
) -> None:  # fmt: skip
    data = small({f"{MINE}/a.yaml": WRONG})
    typed(words)
    assert run(["check", "--fix", "--lang", "en", *DAY]) == code
    err = capsys.readouterr().err
    assert ("Write 1 file as shown?" in err, told in err) == (True, True)
    assert data.read(f"{MINE}/a.yaml").decode() == text


def test_a_remark_is_left_out_where_none_is_wanted(small: MakeFolder, capsys: Capture) -> None:
    small({f"{MINE}/a.yaml": RIGHT})
    for quiet in (False, True):
        assert run(["check", "--fix", *["--quiet"] * quiet, "--lang", "en", *DAY]) == 0
        assert ("nothing that is certain" in capsys.readouterr().err) is not quiet


def test_the_end_of_input_is_no_answer(small: MakeFolder, typed: Answers) -> None:
    """It ends the program as an interrupt does, and is told as one."""
    data = small({f"{MINE}/a.yaml": WRONG})
    typed("")
    with pytest.raises(Stopped):
        run(["check", "--fix", *DAY])
    assert data.read(f"{MINE}/a.yaml").decode() == WRONG


@pytest.mark.parametrize(("words", "code"), [("y\n", 0), ("n\n", 2), ("--force", 0)])
def test_a_registry_is_overwritten_if_that_is_wanted(
    tmp_path: Path, typed: Answers, capsys: Capture, words: str, code: int
) -> None:
    """The difference is shown before it is asked; whoever forces it is not asked."""
    (tmp_path / "a.txt").write_text("Sở Nội vụ\n", encoding="utf-8")
    (registry := tmp_path / "agencies.yaml").write_text(REGISTRY, encoding="utf-8")
    typed(words)
    asked = ["import", "agencies", str(tmp_path / "a.txt"), "-o", str(registry), "--lang", "en"]
    forced = words == "--force"
    assert run([*asked, "--data", str(tmp_path), *([words] if forced else [])]) == code
    err = capsys.readouterr().err
    assert "- {id: so-y-te, name: Sở Y tế}\n+  - {id: so-noi-vu, name: Sở Nội vụ}\n" in err
    assert ("Write to" in err.partition("+  - {id: so-noi-vu")[2]) is not forced
    assert ("Sở Nội vụ" in registry.read_text(encoding="utf-8")) is (code == 0)
