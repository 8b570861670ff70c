"""How long each stage takes with many submissions: 10,000 by default, made up and thrown away.

The stages are those of ``kehoach.run.answering``, on the shipped plan and registry. Every agency that
owes the yearly report files one a year in turn, then amendments of it, each with an entry for every
item that the plan lays on "sở, ngành".
"""

import argparse
import gc
import shutil
import tempfile
from collections.abc import Callable
from datetime import date
from pathlib import Path
from time import perf_counter
from typing import TypeVar

from kehoach.checks import PartReview, late_in, wrong_in_part
from kehoach.model.workspace import Workspace
from kehoach.pages.status_page import status_json, status_table
from kehoach.reading.folder import DataFolder
from kehoach.reading.workspace_reading import read_workspace
from kehoach.review.check_formats import CHECK_FORMATS
from kehoach.run import Question, Run, answer
from kehoach.terminal.screen import Screen
from kehoach.verdicts.assessment import Case, Report, assess
from kehoach.verdicts.evidence import Entries, Periods, claims
from kehoach.verdicts.obligations import docket

ROOT = Path(__file__).resolve().parent.parent
AS_OF = date(2026, 11, 22)
YEARS = range(2021, 2027)
REPORT, QUOTA = "III.1.c", "II.4.2"
T = TypeVar("T")


def main() -> None:
    """Make the files, time the stages and print them."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("submissions", type=int, nargs="?", default=10_000)
    wanted = parser.parse_args().submissions
    gc.disable()  # as the program does
    with tempfile.TemporaryDirectory() as name:
        root = Path(name)
        size = generate(root, wanted)
        print(f"{wanted} submissions, {size / max(wanted, 1) / 1000:.1f} kB each, as of {AS_OF}")
        measure(root)


def generate(root: Path, wanted: int) -> int:
    """Write the folder and return how many bytes of submissions it holds."""
    for file in ("plan_06.yaml", "agencies.yaml"):
        shutil.copy(ROOT / "data" / file, root)
    run = answer(DataFolder(root), "", Question(AS_OF))
    plan = run.plans[0]
    items: list[str] = [
        item.id for item in plan.items if item.kind == "task" and "so-nganh" in item.implement
    ]
    agencies = sorted(
        {each.agency for each in run.assessments if _owes_report(each.obligation.key)}
    )
    size = 0
    for index in range(wanted):
        agency = agencies[index % len(agencies)]
        year = YEARS[index // len(agencies) % len(YEARS)]
        text = submission(agency, year, index, items)
        path = root / "submissions" / agency / f"bao-cao-{year}-{index:06}.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        size += len(text.encode())
    return size


def _owes_report(key: tuple[str, str, str, str]) -> bool:
    return key[1] == REPORT


def submission(agency: str, year: int, index: int, items: list[str]) -> str:
    """Return the text of one file, marked as invented."""
    tasks = "".join(
        f"  - item: {item}\n    period: {year}\n    status: in_progress\n"
        f"    note: Đã triển khai theo kế hoạch, rà soát {index % 90} văn bản trong kỳ.\n"
        for item in items
        if item != QUOTA
    )
    return (
        f'schema: kehoach/submission@1\nplan: "06"\nagency: {agency}\nsample: true\n'
        f"document: {{number: {index}/BC, date: {year}-11-{1 + index % 30:02}}}\n"
        f"reports:\n  - {{item: {REPORT}, period: {year}}}\ntasks:\n{tasks}"
        f"  - item: {QUOTA}\n    period: {year}\n    status: done\n"
        f"    completed: {year}-11-{1 + index % 28:02}\n    quantity: 1\n"
    )


def measure(root: Path) -> None:
    """Time every stage once, on the same data."""
    workspace = timed("reading", lambda: read_workspace(DataFolder(root)))
    plan = workspace.plans[0].plan
    owed = timed(
        "obligations",
        lambda: docket(plan, workspace.registry, workspace.decisions, workspace.calendar, AS_OF),
    )
    said = timed(
        "claims",
        lambda: claims(Entries(Periods(plan, owed.demands), workspace.filings), workspace.book),
    )
    report = timed("verdicts", lambda: assess(Case(owed, said, workspace.registry, AS_OF)))
    found = timed("findings", lambda: findings(workspace, report))
    run = answer(DataFolder(root), "", Question(AS_OF))
    for name, render in (
        ("status table", lambda: status_table(run, Screen(120))),
        ("status json", lambda: "".join(status_json(run, Screen()))),
        ("check text", lambda: _check(run)),
    ):
        timed(f"rendering: {name}", render)
    print(f"{len(owed.obligations)} obligations, {found} findings")


def findings(workspace: Workspace, report: Report) -> int:
    """Return how many findings there are: mistakes in files, and verdicts of lateness."""
    review = PartReview(workspace, (report,))
    return sum(1 for find in (wrong_in_part, late_in) for _ in find(review))


def _check(run: Run) -> str:
    return "".join(CHECK_FORMATS["text"](run, Screen()))


def timed(name: str, stage: Callable[[], T]) -> T:
    """Run a stage, print its wall time, and return what it returned."""
    begun = perf_counter()
    result = stage()
    print(f"{name:24} {1000 * (perf_counter() - begun):9.1f} ms")
    return result


if __name__ == "__main__":
    main()
