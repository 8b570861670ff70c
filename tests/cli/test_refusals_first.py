"""Wrong questions are refused before anything is printed; answers are words, not keys."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from kehoach.cli.app import run
from kehoach.pages.explain_page import explain_text
from kehoach.run import Run
from kehoach.terminal.screen import Screen

DATA = str(Path(__file__).resolve().parents[2] / "data")


def _asked(capsys: pytest.CaptureFixture[str], *args: str) -> tuple[int, str, str]:
    """Return exit code, standard output and standard error of a command on the shipped data."""
    code = run([*args, "--data", DATA, "--lang", "en"])
    told = capsys.readouterr()
    return code, told.out, told.err


def test_an_unknown_kind_to_fail_on(capsys: pytest.CaptureFixture[str]) -> None:
    """Not after a page that the user takes for the answer."""
    code, out, err = _asked(capsys, "status", "--fail-on", "error,lateness")
    assert (code, out) == (2, "")
    assert "lateness" in err
    assert err.count(os.linesep) == 1


def test_a_code_in_small_letters_is_explained(capsys: pytest.CaptureFixture[str]) -> None:
    """``kh104`` can mean nothing else."""
    code, out, _ = _asked(capsys, "explain", "kh104")
    assert code == 0
    assert "KH104" in out


@pytest.mark.parametrize(
    ("item", "agency", "words"),
    [
        ("III.1.c", "so-nong-nghiep-ptnt", "passed to so-nong-nghiep-moi-truong"),
        ("III.2.b", "so-tu-phap", "the plan sets no time"),
        ("III.2.f", "so-tu-phap", "no request is recorded"),
        ("II.7.b", "so-tu-phap", "not laid on so-tu-phap"),
    ],
)
def test_why_there_is_nothing_to_explain(
    capsys: pytest.CaptureFixture[str], item: str, agency: str, words: str
) -> None:
    """March 2025: Sở NN&PTNT became part of Sở Nông nghiệp và Môi trường, which now owes it."""
    period = ["--period", "2023"] if item == "III.1.c" else []
    asked = ["explain", item, "--agency", agency, *period, "--as-of", "2026-11-22"]
    code, out, err = _asked(capsys, *asked)
    assert (code, out) == (2, "")
    assert words in err


def test_words_and_not_keys_are_shown(capsys: pytest.CaptureFixture[str]) -> None:
    """Received on the last day is neither early nor late; states are words."""
    asked = ["explain", "III.1.c", "--agency", "so-tu-phap", "--period", "2021"]
    _, out, _ = _asked(capsys, *asked, "--as-of", "2021-12-15")
    assert "Done on time, on the last day," in out
    asked = ["explain", "II.6.2", "--agency", "so-noi-vu", "--as-of", "2021-12-15"]
    assert "in progress" in _asked(capsys, *asked)[1]


def test_what_cannot_be_overdue_is_not_called_late(
    judge: Callable[..., Run], plan_text: Callable[..., str]
) -> None:
    """An aspiration ("phấn đấu") reached after its day: done on time would not rhyme with late."""
    rule = 'id: "1", lead: [so-tai-chinh], deadline: {within: 2021-09, aspirational: true}'
    task = "{item: '1', status: done, completed: 2021-10-02}"
    file = f'schema: kehoach/submission@1\nplan: "07"\nagency: so-tai-chinh\ntasks: [{task}]\n'
    dated = "document: {number: 1/BC, date: 2021-10-03}\n"
    files = {"plan_07.yaml": plan_text(rule), "submissions/so-tai-chinh/a.yaml": file + dated}
    told = explain_text(judge(files, "2021-12-15", git=False), Screen(None, lang="en"))
    assert "2 days after the day named" in told
    assert "late" not in told
