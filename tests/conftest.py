"""A small data folder, and the answer to a question about it, for every test.

``folder(files)`` writes a data folder and returns its ``DataFolder``. ``files`` maps names
(``submissions/so-tai-chinh/a.yaml``) to their text or bytes. A small ``agencies.yaml`` is there
unless ``files`` brings one: so-tai-chinh, so-noi-vu and so-tu-phap, all members of the group
so-nganh. There is no plan unless ``files`` brings a ``plan_….yaml``; with ``shipped=True`` the
plan and registry of ``data/`` are there instead. A value of ``None`` leaves a file out. Calls in
one test get folders of their own: ``data``, ``data-2`` …

``judge(files, "2021-12-15", …)`` answers a question over such a folder (or over a ``DataFolder``)
and returns the ``Run``: ``run.assessments``, ``run.findings``, ``run.located()``. The day is text
or a date and always given; ``shipped`` is as above; all else is ``Question``'s: ``agencies``,
``groups``, ``items``, ``periods``, ``only``.

``plan_text(*items, head="")`` writes a plan "07" of 2021–2026 with these items; each is the inside
of a flow mapping after ``kind: task, title: Một, text: Làm.``, for example
``'id: "1", lead: [so-tai-chinh], deadline: {within: 2021}'``; say ``kind: report`` to have a report
instead. ``head`` is further lines of the plan, such as ``policy: {roll: none}``. A submission for
it says ``plan: "07"``.
"""

import os
import shutil
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

import warm_runs
from kehoach import __version__
from kehoach.reading.folder import DataFolder
from kehoach.run import Question, Run, answer
from laws import EXPLORING
from shared_example import files, run_of

# Whoever runs the tests keeps answers of their own.
os.environ["KEHOACH_CACHE"] = "off"
if os.environ.get("KEHOACH_WARM"):
    warm_runs.install()

# A busy machine is no defect: no example is judged by the time it takes. The same examples each
# time, so that a build says the same twice; KEHOACH_EXPLORE=1 looks for new ones.
GOLDEN = Path(__file__).parent / "golden"

settings.register_profile("any-machine", deadline=None, derandomize=not EXPLORING)
settings.load_profile("any-machine")

SHIPPED = Path(__file__).resolve().parents[1] / "data"
_REGISTRY = """\
schema: kehoach/agencies@1
agencies:
  - {id: so-tai-chinh, name: Sở Tài chính, short: STC}
  - {id: so-noi-vu, name: Sở Nội vụ, short: SNV}
  - {id: so-tu-phap, name: Sở Tư pháp, short: STP}
groups:
  - {id: so-nganh, name: Các sở, members: [so-tai-chinh, so-noi-vu, so-tu-phap]}
"""
_PLAN = """\
schema: kehoach/plan@1
id: "07"
title: Kế hoạch thử
period: {from: 2021-01-01, to: 2026-12-31}
"""

Files = Mapping[str, str | bytes | None]
MakeFolder = Callable[..., DataFolder]


@pytest.fixture
def folder(tmp_path: Path) -> MakeFolder:
    """Return a function that writes a data folder; see the top of this file."""
    numbers: Iterator[int] = count(1)

    def make(files: Files | None = None, *, shipped: bool = False) -> DataFolder:
        number = next(numbers)
        root = tmp_path / ("data" if number == 1 else f"data-{number}")
        root.mkdir()
        given = dict(files or {})
        if shipped:
            for name in ("plan_06.yaml", "agencies.yaml"):
                if name not in given:
                    shutil.copy(SHIPPED / name, root / name)
        else:
            given.setdefault("agencies.yaml", _REGISTRY)
        for name, text in given.items():
            if text is not None:
                path = root / name
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return DataFolder(root)

    return make


@pytest.fixture
def judge(folder: MakeFolder) -> Callable[..., Run]:
    """Return a function that answers a question; see the top of this file."""

    def run(
        files: Files | DataFolder,
        as_of: str | date,
        *,
        shipped: bool = False,
        **question: Any,
    ) -> Run:
        place = files if isinstance(files, DataFolder) else folder(files, shipped=shipped)
        day = date.fromisoformat(as_of) if isinstance(as_of, str) else as_of
        return answer(place, "data/", Question(day, **question))

    return run


@pytest.fixture
def plan_text() -> Callable[..., str]:
    """Return a function that writes a small plan; see the top of this file."""

    def write(*items: str, head: str = "") -> str:
        lines = [f"  - {{{_with_defaults(item)}}}\n" for item in items]
        return _PLAN + (f"{head.rstrip()}\n" if head else "") + "items:\n" + "".join(lines)

    return write


def _with_defaults(item: str) -> str:
    """Return an item with the keys that every item needs, those it has already left alone."""
    needed = {"kind": "task", "title": "Một", "text": "Làm."}
    missing = (f"{key}: {value}" for key, value in needed.items() if f"{key}:" not in item)
    return ", ".join([*missing, item])


@pytest.fixture
def example(folder: Callable[..., object]) -> Run:
    """Return the verdicts on the shared example."""
    return run_of(folder(files()))  # type: ignore[arg-type]


@pytest.fixture
def golden() -> Callable[[str, str], None]:
    """Return a function that compares an output with a golden file, byte by byte.

    The version of the program is no part of it.
    """

    def compare(name: str, text: str) -> None:
        path = GOLDEN / name
        steady = text.replace(f'"{__version__}"', '"VERSION"')
        if os.environ.get("KEHOACH_UPDATE_GOLDEN"):
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(steady.encode())
        assert path.read_bytes().decode() == steady

    return compare
