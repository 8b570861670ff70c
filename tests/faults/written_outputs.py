"""What the program writes, family by family: what is there before, and the command line that writes."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple

from faults.ended_runs import done
from run.histories import PLAN, REGISTRY, Office, report

_ANNEX = """\
| Nội dung | Cơ quan chủ trì | Thời hạn |
|---|---|---|
| Lập danh mục | Sở Tài chính | Trước ngày 30/11/2026 |
| Báo cáo tình hình | Ban Dân tộc | Trước ngày 30/11 hằng năm |
"""
_TORN = report("so-noi-vu", 2022).replace("2022-11-01", "29/11/2022")  # --fix can mend it
_DATA = {
    "data/plan_07.yaml": PLAN,
    "data/agencies.yaml": REGISTRY,
    "data/receipts.yaml": "schema: kehoach/receipts@1\nreceipts: []\n",
    "data/submissions/so-noi-vu/bc.yaml": _TORN,
    "data/submissions/so-noi-vu/bc2.yaml": _TORN.replace("1/BC", "2/BC"),
}
_DAY = ("--as-of", "2023-06-15")
_EACH = ("summary", "--each", "--all", "-o", "thu")
_SITE = ("site", "-o", "trang", "--anyway")
_PLAN = ("import", "plan", "annex.md", "-o", "plan.yaml", "--agencies-out", "them.yaml")


class Family(NamedTuple):
    """What is there before, and the words that write.

    ``parts``: some of the files may be new already, each of them whole. ``again``: what the next run says
    besides. ``once``: once all is there the same words are refused, or write something else, or nothing.
    """

    prepare: Callable[[Path], object]
    words: tuple[str, ...]
    parts: bool = False
    again: tuple[str, ...] = ()
    once: bool = False


def _write(room: Path, files: Mapping[str, str]) -> None:
    for name, text in files.items():
        (room / name).parent.mkdir(parents=True, exist_ok=True)
        (room / name).write_text(text, encoding="utf-8")


def _data(room: Path) -> None:
    """Make a folder in which three agencies owe reports."""
    _write(room, _DATA)


def _with_file(room: Path) -> None:
    """Make an earlier result."""
    _write(room, {**_DATA, "out.json": "{}"})


def _with_site(room: Path) -> None:
    """Make an earlier site, and one page too many in it."""
    _data(room)
    assert done(room, (*_SITE, "--as-of", "2022-01-15")).code == 0


def _with_letters(room: Path) -> None:
    """Make earlier letters, beside something of somebody else's."""
    _data(room)
    assert done(room, (*_EACH, "--as-of", "2023-01-15")).code == 0
    _write(room, {"thu/cua-toi.txt": "mine"})


def _with_git(room: Path) -> None:
    """Make a folder that holds an empty clone."""
    _write(room, {"kho/.git/HEAD": "ref: refs/heads/main\n"})


def _with_documents(room: Path) -> None:
    """Make an annex to be imported, and what an agency sent."""
    _data(room)
    _write(room, {"annex.md": _ANNEX, "form.yaml": report("so-tai-chinh", 2022, number="7/BC")})


def _with_hub(room: Path) -> None:
    """Make a clone, and the hub it is of."""
    office = Office(room / "kho")
    office.git("clone", "-q", "--bare", ".", "../hub.git")


_FORCE = ("--force",)
_INIT = ("init", "kho", "--package", "kehoach==1.0")
FAMILIES: dict[str, Family] = {
    "a file": Family(_data, ("export", "--format", "csv", "-o", "out.csv", *_DAY), again=_FORCE),
    "a file over another": Family(_with_file, ("export", "-o", "out.json", *_DAY, *_FORCE)),
    "a workbook": Family(_data, ("export", "-o", "out.xlsx", *_DAY), again=_FORCE),
    "letters": Family(_data, (*_EACH, *_DAY), again=_FORCE),
    "letters over others": Family(_with_letters, (*_EACH, *_DAY, *_FORCE), parts=True),
    "letters and their book": Family(
        _data, (*_EACH, *_DAY, "--number", "5/VP", "--record"), parts=True, again=_FORCE, once=True
    ),
    "site": Family(_data, (*_SITE, *_DAY)),
    "site over another": Family(_with_site, (*_SITE, *_DAY)),
    "init": Family(lambda _: None, _INIT, once=True),
    "init in a clone": Family(_with_git, _INIT, parts=True, once=True),
    "demo": Family(lambda _: None, ("demo", "kho"), once=True),
    "book": Family(
        _data,
        ("receive", "so-tai-chinh", "1", "--period", "2022", "--on", "2022-11-21", "--number", "9/BC",
         "--dated", "2022-11-20", "--anyway", *_DAY),
        once=True,
    ),
    "mended": Family(_data, ("check", "--fix", "--yes", *_DAY), parts=True, once=True),
    "baseline": Family(_data, ("check", "--baseline", *_DAY), once=True),
    "draft": Family(_with_documents, _PLAN, parts=True, again=_FORCE),
    "returned": Family(
        _with_documents, ("import", "submissions", "form.yaml", "--received", "2022-11-20", *_DAY),
        parts=True,
    ),
    "arrivals": Family(_with_hub, (
        "arrivals", "record", "--data", "kho/data", "--remote", "{room}/hub.git",
    )),
}  # fmt: skip
