"""One bad entry of the office's own files loses one entry, and no output is silent about it.

Design, *The office's own files*: the rest of that file counts, every output says at its top what could
not be read, and what accuses somebody is refused with exit 2 until it is mended or ``--anyway``.
"""

from itertools import product
from pathlib import Path
from zipfile import ZipFile

import pytest

from kehoach.cli.app import run as run_command

Told = pytest.CaptureFixture[str]
DAY = "2025-12-15"
_PLAN = """\
schema: kehoach/plan@1
id: "1"
title: Kế hoạch thử
number: 1/KH-UBND
issued: 2025-01-02
issuer: ubnd
period: {from: 2025-01-02, to: 2027-12-31}
policy: {consolidator: stp, reporting: I.2}
items:
  - {id: I.1, kind: task, title: Một, text: Làm., implement: [stp, stc], deadline: {by: 2025-06-30}}
  - {id: I.2, kind: report, title: Hai, text: Gửi., to: ubnd, via: stp, implement: [stp, stc],
     deadline: {every: year, before: 12-02}}
"""
_REGISTRY = """\
schema: kehoach/agencies@1
agencies:
  - {id: ubnd, name: UBND tỉnh}
  - {id: stp, name: Sở Tư pháp, short: STP}
  - {id: stc, name: Sở Tài chính, short: STC}
"""
# Each with a good entry, then a bad one: of what file, its text, and the line of the bad one.
BAD = {
    "decisions.yaml": """\
schema: kehoach/decisions@1
waivers:
  - {item: I.1, agencies: [stp], reason: Bão, document: {number: 6/CV, date: 2025-02-01}}
  - {item: I.1, agencies: [stc], reason: Bão, document: {number: 7/CV, date: 2025-02-30}}
""",
    "receipts.yaml": """\
schema: kehoach/receipts@1
receipts:
  - {agency: stp, received: 2025-11-20, item: I.2, period: 2025, document: {number: 1/BC, date: 2025-11-19}}
  - {agency: stc, received: 2025-11-31, item: I.2, period: 2025, document: {number: 2/BC, date: 2025-11-19}}
""",
    "calendar.yaml": """\
schema: kehoach/calendar@1
also_off:
  - {date: 2025-06-30, name: Bão}
  - {date: 2025-06-31, name: Không có ngày này}
""",
}
LINE = 4
# By which item of stp it is seen that the good entry counts.
COUNTS = {
    "decisions.yaml": ("I.1", "Miễn"), "receipts.yaml": ("I.2", "20/11/2025"),
    "calendar.yaml": ("I.1", "01/07/2025"),
}  # fmt: skip
# What informs says it; what accuses is refused. OUT stands for a place to write to.
INFORMS = (
    "status", "status --format json", "status --by agency", "agency stc", "agency stc --format json",
    "item I.1", "item I.1 --format json", "upcoming", "upcoming --format json",
    "explain I.1 --agency stc", "explain I.1 --agency stc --format json", "export --format csv",
    "export --format json", "export --format ics", "export --format xlsx -o OUT.xlsx",
)  # fmt: skip
ACCUSES: tuple[str, ...] = (
    "summary", "summary --format html", "summary --agency stc", "summary --each -o OUT",
    "site -o OUT", "consolidate --item I.2 --period 2025",
)  # fmt: skip

_ONE = "decisions.yaml"  # all outputs with one file, one output with all files
SAYING = [*product(INFORMS, [_ONE]), *product(["status"], [name for name in BAD if name != _ONE])]
REFUSING = [
    *product(ACCUSES, [_ONE]),
    *product(["summary"], [name for name in BAD if name != _ONE]),
]


def laid(folder: Path, name: str) -> Path:
    """Write a data folder in which one entry of a file is bad."""
    folder.mkdir()
    (folder / "plan_1.yaml").write_text(_PLAN, encoding="utf-8")
    (folder / "agencies.yaml").write_text(_REGISTRY, encoding="utf-8")
    (folder / name).write_text(BAD[name], encoding="utf-8")
    return folder


@pytest.fixture(autouse=True)
def _wide(monkeypatch: pytest.MonkeyPatch) -> None:
    """Give pages a width at which the name of a test's own folder breaks no file's name."""
    monkeypatch.setenv("COLUMNS", "400")


def said(tmp_path: Path, capsys: Told, words: str, *more: str) -> tuple[int, str]:
    """Return the exit code of a command, and all that it says."""
    data = tmp_path / "data"
    given = words.replace("OUT", str(tmp_path / "ra")).split()
    code = run_command([*given, "--data", str(data), "--no-git", "--as-of", DAY, *more])
    told = capsys.readouterr()
    files = [path for path in tmp_path.glob("ra*") if path.is_file()]
    files += [path for path in (tmp_path / "ra").rglob("*") if path.is_file()]
    texts = [_text(path) for path in files]
    return code, "\n".join([told.out, told.err, *texts])


def _text(file: Path) -> str:
    """Return what a file holds, or the parts of a package."""
    if file.suffix != ".xlsx":
        return file.read_text(encoding="utf-8", errors="ignore")
    with ZipFile(file) as book:
        return "\n".join(book.read(name).decode() for name in book.namelist())


@pytest.mark.parametrize("name", BAD)
def test_one_bad_entry_loses_one(tmp_path: Path, capsys: Told, name: str) -> None:
    """The good entry above it counts; the bad one is an error at its line."""
    laid(tmp_path / "data", name)
    code, found = said(tmp_path, capsys, "check")
    assert code == 1
    assert f"{name}:{LINE}:" in found
    item, expected = COUNTS[name]
    assert expected in said(tmp_path, capsys, f"explain {item} --agency stp")[1]


@pytest.mark.parametrize(("words", "name"), SAYING)
def test_it_is_said(tmp_path: Path, capsys: Told, name: str, words: str) -> None:
    laid(tmp_path / "data", name)
    code, told = said(tmp_path, capsys, words)
    assert code == 0, told
    assert name in told


@pytest.mark.parametrize(("words", "name"), REFUSING)
def test_it_is_refused_until_mended(tmp_path: Path, capsys: Told, name: str, words: str) -> None:
    laid(tmp_path / "data", name)
    code, told = said(tmp_path, capsys, words)
    assert code == 2
    assert name in told
    assert "--anyway" in told
    assert not (tmp_path / "ra").exists()


@pytest.mark.parametrize(("words", "name"), REFUSING)
def test_it_is_done_anyway_and_says_so(tmp_path: Path, capsys: Told, name: str, words: str) -> None:
    laid(tmp_path / "data", name)
    code, told = said(tmp_path, capsys, words, "--anyway")
    assert code == 0, told
    assert name in told


@pytest.mark.parametrize("words", ACCUSES)
def test_an_agencys_bad_file_refuses_nothing(tmp_path: Path, capsys: Told, words: str) -> None:
    """It is the agency's own."""
    data = laid(tmp_path / "data", "decisions.yaml")
    (data / "decisions.yaml").unlink()
    (data / "submissions" / "stc").mkdir(parents=True)
    (data / "submissions" / "stc" / "a.yaml").write_text("reports: [\n", encoding="utf-8")
    code, told = said(tmp_path, capsys, words)
    assert code == 0, told
