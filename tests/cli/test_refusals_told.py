"""What a command cannot do it says in one line, with the way out, and prints and writes nothing."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from cli.entering import LETTER
from cli.hostile_runs import Capture, MakeFolder
from kehoach.cli.app import run
from kehoach.reading.folder import DataFolder

NOWHERE = "nowhere-at-all"
REFUSED: list[tuple[str, str]] = [
    ("consolidate --item III.1.c --period 2021", "several plans, --plan is needed: 06, 07"),
    ("consolidate --item III.1.c --period 2021 --plan 09", "no plan “09”"),
    ("consolidate --item V.9 --plan 06", "plan 06 has no item V.9; it stands in plan: 07"),
    ("consolidate --item V.9", "item V.9 has no period yet"),
    ("export --format json --sep ;", "--sep: only for csv, not for json"),
    ("export --format ics --bom", "--bom: only for csv, not for ics"),
    ("export --template --item II.3.5", "--template: only for xlsx"),
    ("export --template --only overdue", "--template: only for xlsx"),
    ("export --template --format csv", "--template: only for xlsx"),
    ("export --template --period 2021-07 --agency so-noi-vu", "has anything to report for 2021-07"),
    ("export --template", "plan 07 names no report whose period runs, --period is needed: 2021"),
    ("import agencies list.csv other.csv", "several files, and --received: only for submissions"),
    ("import plan list.csv --received 2021-12-01", "only for submissions"),
    ("import agencies list.csv --format json", "json"),
    ("import plan list.csv --format text", "text"),
    ("import submissions list.csv --format yaml", "yaml"),
    ("import submissions empty", "no workbook and no .yaml file in “empty”"),
    ("import submissions large.xlsx", "larger than 20 MB"),
    (f"import agencies list.csv --data {NOWHERE}", NOWHERE),
    ("import plan prose.md --column Tên=text", "no table of the document has headings"),
    ("receipt data/plan_06.yaml", "is no submission"),
    ("receipt data/submissions/so-noi-vu/none.yaml", "none.yaml"),
    ("pause II.3.5 --end 2021-12-01 --until 2021-12-02", "give one of --end, (--from"),
    ("event III.1.c --on 2021-11-01 --due 2021-12-01", "give one of --on, --due"),
    ("site -o new --forge {x}{", "{x}{"),
    ("receive so-noi-vu III.1.c --plan 06 --period {x}{ --on 2021-12-01", "{x}{"),
    ("site -o taken", "“taken” is neither empty nor an earlier site; add --force"),
    ("site -o file", "“file” is neither empty nor an earlier site; add --force"),
    ("site -o new --forge https://example.org/so-y-te", "cannot tell what kind of forge"),
    ("status --summary-only", "--summary-only: only for --format json"),
    ("status --summary-only --format json --agency so-noi-vu", "--summary-only"),
    ("arrivals record", "lies in no git repository"),
]


@pytest.fixture
def desk(small: MakeFolder, plan_text: Callable[..., str]) -> Iterator[DataFolder]:
    """Go to a place with two plans that share an item, a list, a prose text, a large and a foreign file.

    Plan 07 names no report whose period says when its tasks are told.
    """
    data = small({
        "plan_07.yaml": plan_text(
            "id: III.1.c, kind: report, implement: [so-nganh], deadline: {every: year, before: 12-02}",
            "id: K.1, lead: [so-tai-chinh], deadline: {every: month}",
            "id: V.9, kind: report, implement: [so-nganh], deadline: {on_request: true}",
        )
    })  # fmt: skip
    here = data.root.parent
    (here / "list.csv").write_text("Tên,Viết tắt\nSở Y tế,SYT\n", encoding="utf-8")
    (here / "prose.md").write_text("Không có bảng nào.\n", encoding="utf-8")
    (here / "file").write_text("của người khác", encoding="utf-8")
    for name in ("empty", "taken"):
        (here / name).mkdir()
    (here / "taken" / "thu.txt").write_text("của người khác", encoding="utf-8")
    with (here / "large.xlsx").open("wb") as large:
        large.truncate(20_000_001)
    yield data
    assert _foreign(here) == {"file", "taken/thu.txt"}


def _foreign(here: Path) -> set[str]:
    """Return what stands there that is neither data nor a document, and says what it said."""
    mine = (each for each in here.rglob("*") if each.is_file() and "data" not in each.parts[-3:])
    return {
        each.relative_to(here).as_posix()
        for each in mine
        if each.suffix not in {".csv", ".md", ".xlsx", ".yaml"}
        and each.read_text(encoding="utf-8") == "của người khác"
    }


@pytest.mark.parametrize(("line", "told"), REFUSED, ids=[line for line, _ in REFUSED])
@pytest.mark.usefixtures("desk")
def test_a_refusal_names_the_way_out(capsys: Capture, line: str, told: str) -> None:
    dated = [] if line.startswith(("import", "arrivals")) else ["--as-of", "2021-12-05"]
    assert run([*line.split(), *dated, "--lang", "en"]) == 2
    out, err = capsys.readouterr()
    assert told in err
    assert (out, err.count("\n"), err[:9]) == ("", 1, "kehoach: ")


def test_two_pauses_that_go_on_are_told_apart(small: MakeFolder, capsys: Capture) -> None:
    """Which of them ends is asked, with whose they are; a pause with a note gets no second one."""
    begun = "from: 2021-11-01, document: {number: 1/A, date: 2021-11-01}, reason: chờ"
    data = small({
        "decisions.yaml": "schema: kehoach/decisions@1\npauses:\n"
        f"  - {{item: II.3.5, agencies: [so-tai-chinh], note: theo công văn 5, {begun}}}\n"
        f"  - {{item: III.1.c, period: 2021, agencies: [so-noi-vu], {begun}}}\n"
        f"  - {{item: III.1.c, period: 2021, {begun}}}\n"
    })  # fmt: skip
    before = (data.root / "decisions.yaml").read_bytes()
    ends = ("--end", "2021-12-01", "--as-of", "2021-12-05", "--lang", "en")
    assert run(["pause", "III.1.c", *ends]) == 2
    told = capsys.readouterr().err
    assert "several pauses that are going on; choose by --agency, --period: " in told
    assert "so-noi-vu, 2021; 2021" in told
    assert run(["pause", "II.3.5", *ends, *LETTER]) == 2
    assert "has a note already" in capsys.readouterr().err
    assert (data.root / "decisions.yaml").read_bytes() == before
