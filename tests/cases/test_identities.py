"""Identities and limits of what other programs take in: iCalendar UIDs, results of SARIF.

RFC 5545, 3.8.4.7: a UID is globally unique; RFC 7986, 5.3. Two calendars that go into one program may
share a UID only where they mean one event.
"""

import json
from collections.abc import Mapping
from itertools import combinations
from pathlib import Path

import pytest

from kehoach.cli.app import run as run_command

Told = pytest.CaptureFixture[str]
_PLAN = """\
schema: kehoach/plan@1
id: "1"
title: Kế hoạch thử
number: {number}
issued: {issued}
issuer: {issuer}
period: {{from: 2025-01-02, to: 2027-12-31}}
items:
  - {{id: I.1, kind: task, title: Một, text: Làm., implement: [stp, stc], deadline: {{by: 2026-06-30}}}}
  - {{id: I.2, kind: report, title: Hai, text: Gửi., to: ubnd, implement: [stp],
     deadline: {{every: quarter}}}}
"""
_REGISTRY = """\
schema: kehoach/agencies@1
agencies:
  - {{id: ubnd, name: UBND {place}}}
  - {{id: huyen, name: UBND huyện}}
  - {{id: stp, name: Sở Tư pháp, short: STP}}
  - {{id: stc, name: Sở Tài chính, short: STC}}
"""
_SAME = {"number": "1/KH-UBND", "issued": "2025-01-02", "issuer": "ubnd", "place": "tỉnh"}
# Everything that makes another plan of it, though all bear the id "1".
OTHERS: dict[str, Mapping[str, str]] = {
    "a district's, case 19": {"place": "huyện"},
    "another issuer's": {"issuer": "huyen"},
    "of another number": {"number": "2/KH-UBND"},
    "of the same number a year later": {"issued": "2026-01-02"},
}
FILTERS = (
    (), ("--agency", "stp"), ("--agency", "stc"), ("--item", "I.1"), ("--item", "I.2"),
    ("--period", "2026-Q1"), ("--agency", "stp", "--item", "I.1"),
)  # fmt: skip


def laid(folder: Path, **other: str) -> Path:
    """Write a data folder with a plan of id "1"."""
    told = {**_SAME, **other}
    folder.mkdir(parents=True)
    (folder / "plan_1.yaml").write_text(_PLAN.format(**told), encoding="utf-8")
    (folder / "agencies.yaml").write_text(_REGISTRY.format(**told), encoding="utf-8")
    return folder


def uids(data: Path, capsys: Told, *words: str, as_of: str = "2026-01-05") -> list[str]:
    """Return the UIDs of a calendar, unfolded."""
    where = ["--data", str(data), "--no-git", "--as-of", as_of, "--format", "ics"]
    assert run_command(["export", *where, *words]) == 0
    text = capsys.readouterr().out.replace("\r\n ", "").replace("\n ", "")
    found = [line for line in text.splitlines() if line.startswith("UID:")]
    assert found
    assert len(set(found)) == len(found)
    return found


@pytest.mark.parametrize("other", OTHERS)
def test_other_plans_have_other_uids(tmp_path: Path, capsys: Told, other: str) -> None:
    here, there = laid(tmp_path / "mot"), laid(tmp_path / "hai", **OTHERS[other])
    assert set(uids(here, capsys)).isdisjoint(uids(there, capsys))


@pytest.mark.parametrize(("one", "two"), [*combinations(FILTERS, 2)])
def test_other_filters_have_other_uids(
    tmp_path: Path, capsys: Told, one: tuple[str, ...], two: tuple[str, ...]
) -> None:
    """Case 19: an export of one agency must not overwrite that of all."""
    data = laid(tmp_path / "data")
    assert set(uids(data, capsys, *one)).isdisjoint(uids(data, capsys, *two))


def test_one_calendar_keeps_its_uids(tmp_path: Path, capsys: Told) -> None:
    """On another day, in another language, from another folder: the same events."""
    data, elsewhere = laid(tmp_path / "data"), laid(tmp_path / "noi" / "khac")
    told = uids(data, capsys)
    assert uids(data, capsys) == told
    assert uids(data, capsys, "--lang", "en") == told
    assert uids(elsewhere, capsys) == told
    assert set(told) <= set(uids(data, capsys, as_of="2026-07-01"))


def test_uids_are_short_plain_text(tmp_path: Path, capsys: Told) -> None:
    """RFC 7986, 5.3: octets count; nothing to escape, no spaces."""
    for told in uids(laid(tmp_path / "data", number='"1/KH, UBND; \\"x\\""'), capsys):
        uid = told.removeprefix("UID:")
        assert len(uid.encode()) <= 255
        assert " " not in uid
        assert uid.isprintable()


_AGENCIES = range(100, 400)


def big(folder: Path) -> Path:
    """Write case 25: 300 agencies, one monthly report over eight years; one broken file."""
    plan = (
        'schema: kehoach/plan@1\nid: "1"\ntitle: T\nnumber: 1/KH\nissued: 2021-01-01\nissuer: ubnd\n'
        "period: {from: 2021-01-01, to: 2028-12-31}\nitems:\n"
        "  - {id: I.1, kind: report, title: B, text: B, to: ubnd,\n"
        "     deadline: {every: month, by: {day: 15}},\n"
        f"     implement: [{', '.join(f'a{each}' for each in _AGENCIES)}]}}\n"
    )
    names = "".join(f"  - {{id: a{each}, name: Đơn vị {each}}}\n" for each in _AGENCIES)
    (folder / "submissions" / "a399").mkdir(parents=True)
    (folder / "plan_1.yaml").write_text(plan, encoding="utf-8")
    (folder / "agencies.yaml").write_text(
        f"schema: kehoach/agencies@1\nagencies:\n  - {{id: ubnd, name: UBND}}\n{names}",
        encoding="utf-8",
    )
    (folder / "submissions" / "a399" / "z.yaml").write_text("reports: [\n", encoding="utf-8")
    return folder


def test_sarif_keeps_what_a_forge_takes(tmp_path: Path, capsys: Told) -> None:
    """Case 25: at most 25,000 results a run, errors first, the rest counted in a last one."""
    where = ["--data", str(big(tmp_path / "data")), "--no-git", "--as-of", "2028-12-31"]
    assert run_command(["check", *where, "--format", "sarif", "--fail-on", "never"]) == 0
    (run,) = json.loads(capsys.readouterr().out)["runs"]
    results = run["results"]
    assert 1 < len(results) <= 25_000
    assert results[0]["level"] == "error"
    assert "z.yaml" in json.dumps(results[0])
    left_out = 28_801 - (len(results) - 1)  # 300 agencies, 96 months, one broken file
    if len(results) > 20_000:
        last = results[-1]["message"]["text"]
        assert str(left_out) in last.replace(".", "").replace(",", "").replace(" ", "")
