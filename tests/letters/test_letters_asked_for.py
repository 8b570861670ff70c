"""``summary --agency``: the one letter that is written, or the one line that says why there is none."""

from collections.abc import Callable

import pytest

from conftest import MakeFolder
from kehoach.cli.app import run
from letters.reminding import DAY, FILES

Told = Callable[..., tuple[int, str, str]]


@pytest.fixture
def told(folder: MakeFolder, capsys: pytest.CaptureFixture[str]) -> Told:
    """Return a function that asks for a letter, and gives exit code, output and standard error."""

    def ask(agency: str, **more: str) -> tuple[int, str, str]:
        root = folder({**FILES, **{f"{name}.yaml": text for name, text in more.items()}}).root
        line = ["summary", "--agency", agency, "--data", str(root), "--as-of", DAY, "--lang", "en"]
        return run(line), *capsys.readouterr()

    return ask


def test_of_several_offices_none_is_picked(told: Told) -> None:
    other = FILES["plan_07.yaml"].replace('id: "07"', 'id: "08"')
    other = other.replace("consolidator: so-tu-phap", "consolidator: so-noi-vu")
    code, out, err = told("so-tai-chinh", plan_08=other)
    assert (code, out) == (2, "")
    assert "several bodies follow the plans of Sở Tài chính" in err


@pytest.mark.parametrize(("agency", "entered"), [("so-tai-chinh", True), ("so-noi-vu", False)])
def test_an_entry_is_proposed_for_a_reminder_alone(told: Told, agency: str, entered: bool) -> None:
    """What is only due soon (5 December, seen on 25 November) is told, and nobody is reminded."""
    code, out, err = told(agency)
    assert (code, bool(out)) == (0, True)
    assert (f"agency: {agency}" in err) is entered
