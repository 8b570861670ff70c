"""An extension is shown wherever its due day is: with its letter's number and day, each of several."""

from collections.abc import Callable
from pathlib import Path

import pytest

from kehoach.cli.app import run as command
from kehoach.reading.folder import DataFolder

MakeFolder = Callable[..., DataFolder]
DECISIONS = """\
schema: kehoach/decisions@1
extensions:
  - {item: "1", agencies: [so-noi-vu], due: 2021-09-30, document: {number: 21/UBND-NC, date: 2021-07-20}}
  - {item: "1", agencies: [so-noi-vu], due: 2021-07-30, document: {number: 15/UBND-NC, date: 2021-06-15}}
"""
ITEM = 'id: "1", kind: report, implement: [so-nganh], to: so-tu-phap, deadline: {by: 2021-06-30}'
LETTERS = ("15/UBND-NC", "15/06/2021", "30/07/2021", "21/UBND-NC", "20/07/2021", "30/09/2021")


@pytest.fixture
def data(folder: MakeFolder, plan_text: Callable[..., str]) -> Path:
    """Return a folder in which one of three agencies was given more time twice."""
    plan = plan_text(ITEM, head="policy: {consolidator: so-tu-phap}\nissuer: so-tu-phap")
    return Path(folder({"plan_07.yaml": plan, "decisions.yaml": DECISIONS}).root)


@pytest.mark.parametrize(
    "words",
    [
        "status",
        "agency so-noi-vu",
        "item 1",
        "explain 1 --agency so-noi-vu",
        "summary --all",
        "summary --agency so-noi-vu",
        "consolidate --item 1",
        "new --agency so-noi-vu --period once -o -",
        "export --format csv",
    ],
)
def test_every_page_names_each_letter(
    data: Path, capsys: pytest.CaptureFixture[str], words: str
) -> None:
    """The original day, and each later one with its letter, in the order decided."""
    code = command([*words.split(), "--as-of", "2021-10-15", "--data", str(data)])
    told = capsys.readouterr()
    assert code == 0, told.err
    for said in ("30/06/2021", *LETTERS):
        assert said in told.out, said


def test_the_site_names_each_letter(data: Path, tmp_path: Path) -> None:
    """On the page of what is overdue, of the item and of the agency."""
    place = tmp_path / "site"
    assert command(["site", "-o", str(place), "--as-of", "2021-10-15", "--data", str(data)]) == 0
    pages = {page.name: page.read_text(encoding="utf-8") for page in place.rglob("*.html")}
    naming = [text for text in pages.values() if all(said in text for said in LETTERS)]
    assert len(naming) >= 3, sorted(pages)
