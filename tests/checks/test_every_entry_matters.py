"""Whatever entry is taken out of decisions, book or calendar: some output changes, or it was found.

Design, *The office's own files*: every entry must have an effect. Random entries on a small plan that
has something of every kind; what stands on one line is taken out, and the answers on several days
are compared (without the lines of findings, which every removal moves). An entry that changes none of
them must have been a finding at its own line.
"""

import json
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from kehoach.cli.app import run as run_command

DAYS = ("2025-03-14", "2025-07-15", "2027-12-31")
AGENCIES = ("stp", "stc", "snv")
_PLAN = """\
schema: kehoach/plan@1
id: "1"
title: Kế hoạch thử
number: 1/KH-UBND
issued: 2025-01-02
issuer: ubnd
period: {from: 2025-01-02, to: 2025-12-31}
policy: {consolidator: stp}
events:
  - {id: nhan, text: Nhận văn bản}
  - {id: khai-mac, text: Khai mạc}
  - {id: khac, text: Việc khác}
items:
  - {id: I.1, kind: task, title: Một, text: Làm., implement: [stp, stc], deadline: {by: 2025-06-30}}
  - {id: I.2, kind: report, title: Hai, text: Gửi., to: ubnd, implement: [stp],
     deadline: {every: quarter}}
  - {id: I.3, kind: report, title: Ba, text: Gửi., to: ubnd, implement: [stp, stc],
     deadline: {on_request: true}}
  - {id: I.4, kind: task, title: Bốn, text: Làm., implement: [stc],
     deadline: {event: nhan, plus: 5 working days}}
  - {id: I.5, kind: report, title: Năm, text: Gửi., to: ubnd, implement: [stp],
     deadline: {session: 2025-10}}
  - {id: I.6, kind: task, title: Sáu, text: Làm., implement: [stp],
     deadline: {event: khai-mac, minus: 10 days}}
"""
_EVERY_DAY = (
    "  - {id: I.7, kind: report, title: Bảy, text: Gửi., to: ubnd, implement: [snv],"
    " deadline: {every: day, from: 2025-07-01, until: 2025-07-31}}\n"
)
_REGISTRY = """\
schema: kehoach/agencies@1
agencies:
  - {id: ubnd, name: UBND tỉnh}
  - {id: stp, name: Sở Tư pháp}
  - {id: stc, name: Sở Tài chính}
  - {id: snv, name: Sở Nội vụ}
"""
_SENT = """\
schema: kehoach/submission@1
plan: "1"
agency: stp
document: {number: 1/BC, date: 2025-04-02}
reports:
  - {item: I.2, period: 2025-Q1}
tasks:
  - {item: I.1, status: done, completed: 2025-03-28}
"""
Told = pytest.CaptureFixture[str]


class Clerk:
    """Somebody who types entries at random, right and wrong ones."""

    def __init__(self, random: Random) -> None:
        self.random = random

    def day(self) -> str:
        """Return a day of the plan's year."""
        return f"2025-{self.random.randrange(1, 13):02}-{self.random.randrange(1, 29):02}"

    def item(self) -> str:
        """Return an item."""
        return f"I.{self.random.randrange(1, 7)}"

    def letter(self) -> str:
        """Return a letter."""
        number = self.random.choice(("1/BC", "2/BC", "7/CV"))
        return f"document: {{number: {number}, date: {self.random.choice((self.day(), '2025-04-02'))}}}"

    def whose(self) -> str:
        """Return whom it concerns: all, or one."""
        who = self.random.choice((None, *AGENCIES))
        return f"agencies: [{who}], " if who else ""

    def period(self) -> str:
        """Return of which period it is: of none named, or of one."""
        name = self.random.choice((None, None, "2025-Q1", "2025-Q3", "once"))
        return f"period: {name}, " if name else ""

    def decisions(self) -> dict[str, list[str]]:
        """Return entries of each kind of decisions."""
        say: dict[str, Callable[[], str]] = {
            "events": lambda: (
                f"id: {self.random.choice(('nhan', 'khai-mac', 'khac'))}, date: {self.day()}, "
            ),
            "sessions": lambda: f"item: {self.item()}, period: once, date: {self.day()}, ",
            "requests": lambda: f"item: {self.item()}, {self.whose()}due: {self.day()}, ",
            "extensions": lambda: (
                f"item: {self.item()}, {self.whose()}{self.period()}due: {self.day()}, "
            ),
            "waivers": lambda: f"item: {self.item()}, {self.whose()}{self.period()}reason: Bão, ",
            "returns": lambda: (
                f"item: {self.item()}, {self.whose()}{self.period()}date: {self.day()}, reason: Sai, "
            ),
            "pauses": lambda: (
                f"item: {self.item()}, {self.whose()}{self.period()}from: {self.day()}, "
                f"{self.random.choice(('', f'until: {self.day()}, '))}reason: Chờ, "
            ),
        }
        return {
            kind: [f"  - {{{entry()}{self.letter()}}}\n" for _ in range(self.random.randrange(3))]
            for kind, entry in say.items()
        }

    def receipts(self) -> dict[str, list[str]]:
        """Return entries of the book."""
        entries = []
        for _ in range(self.random.randrange(4)):
            item = self.random.choice(("", f"item: {self.item()}, {self.period()}"))
            who, day = self.random.choice(AGENCIES), self.day()
            entries.append(f"  - {{agency: {who}, received: {day}, {item}{self.letter()}}}\n")
        return {"receipts": entries}

    def calendar(self) -> dict[str, list[str]]:
        """Return days of a calendar."""
        summer = [f"2025-07-{day:02}" for day in range(1, 32)]
        days = [f"  - {{date: {day}, name: Bão}}\n" for day in self.random.choices(summer, k=6)]
        return {"also_off": days[:3], "also_worked": days[3:]}


def file(schema: str, kinds: dict[str, list[str]]) -> str:
    """Return a file of the office."""
    told = [f"schema: kehoach/{schema}@1\n"]
    for kind, entries in kinds.items():
        if entries:
            told += [f"{kind}:\n", *entries]
    return "".join(told)


def without(kinds: dict[str, list[str]]) -> Iterator[tuple[str, dict[str, list[str]]]]:
    """Yield each entry, and all the others."""
    for kind, entries in kinds.items():
        for place, entry in enumerate(entries):
            yield entry, {**kinds, kind: [*entries[:place], *entries[place + 1 :]]}


def answers(data: Path, capsys: Told, day: str) -> Iterator[Any]:
    """Yield what the program says on a day, as other programs read it."""
    where = ["--data", str(data), "--no-git", "--as-of", day, "--format", "json"]
    owed: list[tuple[str, str, str]] = []
    for command in ("status", "check"):
        run_command([command, *where])
        told = json.loads(capsys.readouterr().out)
        for finding in told["findings"]:
            del finding["line"], finding["column"]
        yield told
        if command == "status":
            owed = [(each["item"], each["agency"], each["period"]) for each in told["obligations"]]
    for item, agency, period in owed[:12]:
        words = ["explain", item, "--agency", agency, "--period", period]
        run_command([*words, *where])
        yield capsys.readouterr().out


def lines_found(data: Path, capsys: Told, name: str) -> set[int]:
    """Return the lines of a file at which something is found on any of the days."""
    found = set()
    for day in DAYS:
        run_command(["check", "--data", str(data), "--no-git", "--as-of", day, "--format", "json"])
        for each in json.loads(capsys.readouterr().out)["findings"]:
            if each["file"].endswith(f"/{name}"):
                found.add(each["line"])
    return found


def same(one: Path, two: Path, capsys: Told) -> bool:
    """Say whether two folders get the same answers on all days."""
    for day in DAYS:
        for first, second in zip(
            answers(one, capsys, day), answers(two, capsys, day), strict=False
        ):
            if str(first) != str(second).replace(f"/{two.name}/", f"/{one.name}/"):
                return False
    return True


def laid(folder: Path, name: str, text: str, plan: str) -> Path:
    """Write a data folder."""
    (folder / "submissions" / "stp").mkdir(parents=True)
    (folder / "plan_1.yaml").write_text(plan, encoding="utf-8")
    (folder / "agencies.yaml").write_text(_REGISTRY, encoding="utf-8")
    (folder / "submissions" / "stp" / "a.yaml").write_text(_SENT, encoding="utf-8")
    (folder / name).write_text(text, encoding="utf-8")
    return folder


@pytest.mark.parametrize("kind", ["decisions", "receipts", "calendar"])
@given(seed=st.integers(0, 2**32))
@settings(
    max_examples=30 if os.environ.get("KEHOACH_EXPLORE") else 3,
    phases=[Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
def test_an_entry_has_an_effect_or_is_found(
    kind: str, capsys: Told, tmp_path_factory: pytest.TempPathFactory, seed: int
) -> None:
    clerk = Clerk(Random(seed))  # noqa: S311 - reproducible, not secret
    entries: dict[str, list[str]] = getattr(clerk, kind)()
    plan = _PLAN + (_EVERY_DAY if kind == "calendar" else "")
    text, name = file(kind, entries), f"{kind}.yaml"
    root = tmp_path_factory.mktemp("kho")
    whole = laid(root / "data", name, text, plan)
    found = lines_found(whole, capsys, name)
    lines = text.splitlines(keepends=True)
    for number, (entry, rest) in enumerate(without(entries)):
        at = {place for place, line in enumerate(lines, 1) if line == entry}
        if not at & found:
            less = laid(root / f"d{number:03}", name, file(kind, rest), plan)
            assert not same(whole, less, capsys), entry
