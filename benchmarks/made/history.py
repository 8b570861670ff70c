"""The history of a made-up province: who committed which version of a file, and when."""

import itertools
import subprocess
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from made.office import items_of, office_files
from made.reports import path_of, text_of
from made.shape import Shape, Slot, amended_on, filed_on

BRANCH = 8  # of every ten commits, this one stands on a branch that the next merges
TEN = 10


@dataclass(frozen=True, slots=True)
class Arrival:
    """A version of a file and the day on which it is committed."""

    day: date
    slot: Slot
    version: int


def make(root: Path, shape: Shape) -> None:
    """Make the repository with its ``data`` folder at ``root``, which must not exist.

    Raises:
        CalledProcessError: git failed.
    """
    subprocess.run(["git", "init", "-q", "-b", "main", str(root)], check=True)
    into = ["git", "-C", str(root)]
    with subprocess.Popen([*into, "fast-import", "--quiet"], stdin=subprocess.PIPE) as git:
        if git.stdin:
            git.stdin.writelines(each.encode() for each in _stream(shape))
            git.stdin.close()
    if git.returncode:
        raise subprocess.CalledProcessError(git.returncode, git.args)
    for command in (
        ["checkout", "-q", "main"],
        ["branch", "-q", "-D", "nhanh"],
        ["gc", "-q"],
    ):
        subprocess.run([*into, *command], check=command[0] != "branch", stderr=subprocess.DEVNULL)


def arrivals(shape: Shape) -> list[Arrival]:
    """Return all versions of all files, in the order in which they come."""
    found = []
    for slot in shape.slots():
        found.append(Arrival(filed_on(slot), slot, 1))
        if shape.is_amended(slot):
            found.append(Arrival(amended_on(slot), slot, 2))
    return sorted(found, key=lambda each: (each.day, each.version, each.slot.index))


def _stream(shape: Shape) -> Iterator[str]:
    """Yield the commits in the language of fast-import; a merge brings what its branch had."""
    first = "".join(_file(name, text) for name, text in office_files(shape))
    start = datetime(2021, 1, 4, 8, tzinfo=UTC)
    yield _commit(1, "main", "van-phong", start, "", first)
    items, moment, before = items_of(shape), start, ""
    number, branch = 1, "main"
    for number, batch in enumerate(_batches(arrivals(shape), shape.commits - 1), 2):
        day = datetime.combine(batch[-1].day, datetime.min.time(), UTC) + timedelta(hours=3)
        moment = max(moment + timedelta(minutes=1), day)
        files = "".join(
            _file(path_of(shape, each.slot), text_of(shape, each.slot, items, each.version))
            for each in batch
        )
        agency = shape.agency(batch[-1].slot.place, batch[-1].slot.month)
        branch, parents = "main", f"from :{number - 1}\n"
        if number % TEN == BRANCH:
            branch = "nhanh"
        elif number % TEN == BRANCH + 1:
            parents, files = f"from :{number - 2}\nmerge :{number - 1}\n", before + files
        yield _commit(number, branch, agency, moment, parents, files)
        before = files
    if branch == "nhanh":  # the last commit must stand on the main line
        yield _commit(
            number + 1,
            "main",
            "van-phong",
            moment,
            f"from :{number - 1}\nmerge :{number}\n",
            before,
        )


def _batches(versions: list[Arrival], wanted: int) -> Iterable[list[Arrival]]:
    """Return the versions in as many batches as commits are wanted, or one each if they are few."""
    count = max(1, min(wanted, len(versions)))
    cuts = [len(versions) * each // count for each in range(count + 1)]
    return [versions[a:b] for a, b in itertools.pairwise(cuts)]


def _commit(mark: int, branch: str, agency: str, moment: datetime, parents: str, files: str) -> str:
    """Return one commit; its committer is the clerk of an agency."""
    who = f"Văn thư {agency} <{agency}@example.vn> {int(moment.timestamp())} +0700"
    head = f"commit refs/heads/{branch}\nmark :{mark}\ncommitter {who}\n"
    return f"{head}{_data(f'Báo cáo của {agency}')}{parents}{files}\n"


def _file(name: str, text: str) -> str:
    return f"M 100644 inline data/{name}\n{_data(text)}"


def _data(text: str) -> str:
    return f"data {len(text.encode())}\n{text}\n"
