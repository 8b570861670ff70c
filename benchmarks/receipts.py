"""What receipts cost: 10,000 submissions over 3,000 commits, beside one bare ``git log``.

A repository is made with ``git fast-import`` and thrown away: every commit files a few reports, every
fifth amends an old one, every tenth is a merge. Then, in turn, receipts are worked out (asking git,
reading what lies no more in the work tree, dating every report) and ``git log --name-status`` is run
over the same history. Reading the work tree is not counted: every command does that anyway.
"""

import argparse
import gc
import statistics
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path
from time import perf_counter

from kehoach.model.workspace import Workspace
from kehoach.reading.folder import DataFolder
from kehoach.reading.workspace_reading import read_workspace
from kehoach.run.past import Past
from kehoach.run.surroundings import surroundings
from kehoach.run.versions import Versions
from kehoach.verdicts.evidence import Entries, Periods, claims
from kehoach.verdicts.obligations import docket

LIMIT = 2.0
BRANCH = 8  # of every ten commits
AGENCIES = [f"co-quan-{number:03}" for number in range(100)]
YEARS = range(2021, 2027)
START = 1_612_000_000  # 30 January 2021
TODAY = date(2026, 11, 22)
PLAN = """\
schema: kehoach/plan@1
id: "07"
title: Kế hoạch đo
period: {from: 2021-01-01, to: 2026-12-31}
items:
  - {id: "1", kind: report, title: Báo cáo, text: Báo cáo., implement: [tat-ca], deadline: {every: month}}
"""
PERIODS = [f"{year}-{month:02}" for year in YEARS for month in range(1, 13)]


def main() -> None:
    """Make the repository, measure pairs and print the ratio."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--submissions", type=int, default=10_000)
    parser.add_argument("--commits", type=int, default=3_000)
    parser.add_argument("--pairs", type=int, default=7)
    options = parser.parse_args()
    gc.disable()  # as the program does
    with tempfile.TemporaryDirectory() as name:
        root = Path(name)
        build(root, options.submissions, options.commits)
        workspace = read_workspace(folder := DataFolder(root / "data"))
        print(f"{len(workspace.filings)} submissions over {options.commits} commits")
        pairs = [(receipts(folder, workspace), bare(root)) for _ in range(options.pairs)]
    for ours, theirs in pairs:
        print(f"receipts {ours:6.3f} s   git log {theirs:6.3f} s   ratio {ours / theirs:.2f}")
    ratio = statistics.median(ours / theirs for ours, theirs in pairs)
    print(f"median ratio {ratio:.2f} (limit {LIMIT})")


def receipts(folder: DataFolder, workspace: Workspace) -> float:
    """Return the seconds from opening the repository to the last day of receipt."""
    plan = workspace.plans[0].plan
    owed = docket(plan, workspace.registry, workspace.decisions, workspace.calendar, TODAY)
    periods = Periods(plan, owed.demands)
    start = perf_counter()
    around = surroundings(folder.root, lambda _zone: TODAY, git=True)
    with closing(Past(around)) as past:
        entries = Entries(periods, workspace.filings)
        arrivals = Versions(past, folder, workspace.filings).arrivals(entries, workspace, TODAY)
        said = claims(entries, workspace.book, arrivals)
    days = {claim.receipt and claim.receipt.day for claim in said}
    took = perf_counter() - start
    if len(days) < len(PERIODS):
        raise SystemExit("the history is not what it should be")
    return took


def bare(root: Path) -> float:
    """Return the seconds of one bare ``git log --name-status``."""
    start = perf_counter()
    subprocess.run(["git", "log", "--name-status"], cwd=root, capture_output=True, check=True)
    return perf_counter() - start


def build(root: Path, submissions: int, commits: int) -> None:
    """Make the repository and check it out."""
    subprocess.run(["git", "init", "-q", "-b", "main", str(root)], check=True)
    stream = "".join(_stream(submissions, commits)).encode()
    subprocess.run(["git", "fast-import", "--quiet"], cwd=root, input=stream, check=True)
    subprocess.run(["git", "checkout", "-q", "main"], cwd=root, check=True)
    subprocess.run(["git", "gc", "-q"], cwd=root, check=True)


def _stream(submissions: int, commits: int) -> Iterator[str]:
    """Yield the commits in fast-import's language; a merge brings what a branch had."""
    registry = "schema: kehoach/agencies@1\nagencies:\n" + "".join(
        f"  - {{id: {each}, name: Cơ quan {each}}}\n" for each in AGENCIES
    )
    members = ", ".join(AGENCIES)
    registry += f"groups:\n  - {{id: tat-ca, name: Tất cả, members: [{members}]}}\n"
    first = _file("plan_07.yaml", PLAN) + _file("agencies.yaml", registry)
    yield _commit(1, "main", "", first)
    sent, before = 0, ""
    for number in range(2, commits + 1):
        until = submissions * number // commits
        files = "".join(_submission(index, 1) for index in range(sent, until))
        if number % 5 == 0 and sent:
            files += _submission(number * 7919 % sent, 2)
        sent = until
        if number % 10 == BRANCH:  # a branch, merged by the next commit
            yield _commit(number, "nhanh", f"from :{number - 1}\n", files)
        elif number % 10 == BRANCH + 1:
            yield _commit(
                number, "main", f"from :{number - 2}\nmerge :{number - 1}\n", files + before
            )
        else:
            yield _commit(number, "main", f"from :{number - 1}\n", files)
        before = files


def _commit(mark: int, branch: str, parents: str, files: str) -> str:
    """Return a commit; one follows another after sixteen hours."""
    who = f"Văn thư <van-thu@example.vn> {START + mark * 57_600} +0700"
    return (
        f"commit refs/heads/{branch}\nmark :{mark}\ncommitter {who}\n"
        f"{_data('Cập nhật')}{parents}{files}\n"
    )


def _submission(index: int, edition: int) -> str:
    """Return a file of 1.4 KB that reports a month."""
    agency = AGENCIES[index % len(AGENCIES)]
    period = PERIODS[index // len(AGENCIES) % len(PERIODS)]
    note = "Đã triển khai theo kế hoạch, rà soát văn bản trong kỳ, không có vướng mắc. " * 12
    text = (
        f'schema: kehoach/submission@1\nplan: "07"\nagency: {agency}\n'
        f"document: {{number: {index}/BC, date: 2026-01-01, title: Lần {edition}}}\n"
        f'reports:\n  - {{item: "1", period: {period}}}\nnote: {note}\n'
    )
    return _file(f"submissions/{agency}/bao-cao-{index:06}.yaml", text)


def _file(name: str, text: str) -> str:
    return f"M 100644 inline data/{name}\n{_data(text)}"


def _data(text: str) -> str:
    return f"data {len(text.encode())}\n{text}\n"


if __name__ == "__main__":
    main()
