"""Every case of this folder gives what law, plan and specification say."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from cases.case import Case, cases
from kehoach.cli.app import run as run_command

Told = pytest.CaptureFixture[str]
Finding = Mapping[str, Any]
KNOWN = tuple(cases())
_GRAVE = ("error", "warning")
_KINDS = {"error": {"error"}, "warning": {"warning"}, "notice": {"notice", "info"}}


@pytest.mark.parametrize("case", KNOWN, ids=[f"{each.kind}: {each.name}" for each in KNOWN])
def test_case(case: Case, tmp_path: Path, capsys: Told) -> None:
    data = case.lay(tmp_path / "data")
    if case.verdicts:
        _same_verdicts(case, _told(capsys, "status", data, case.as_of)["obligations"])
    if not case.asks or case.findings:
        _same_findings(case, _told(capsys, "check", data, case.as_of)["findings"])
    for ask in case.asks:
        _answered(ask, data, case.as_of, capsys)


def test_names_are_given_once() -> None:
    """A case is found by its name."""
    assert len({(each.kind, each.name) for each in KNOWN}) == len(KNOWN)
    assert all(each.because for each in KNOWN)


def _told(capsys: Told, command: str, data: Path, day: str) -> dict[str, Any]:
    words = ["--data", str(data), "--no-git", "--as-of", day, "--format", "json"]
    code = run_command([command, *words])
    out, err = capsys.readouterr()
    assert code in (0, 1), (code, err)
    told: dict[str, Any] = json.loads(out)
    return told


def _same_verdicts(case: Case, obligations: list[Mapping[str, Any]]) -> None:
    found = {f"{each['item']} {each['agency']} {each['period']}": each for each in obligations}
    for what, expected in case.verdicts.items():
        if expected == "not listed":
            assert what not in found, what
            continue
        assert what in found, (what, sorted(found))
        told = [str(found[what][key]) for key in ("status", "due", "days")]
        words = expected.split()
        assert told[: len(words)] == words, what


def _same_findings(case: Case, found: list[Finding]) -> None:
    named: set[int] = set()
    for expected in case.findings:
        these = [place for place, each in enumerate(found) if _is(case, expected, each)]
        assert these, (expected, found)
        named.update(these)
    if not case.more:
        places = {(found[place]["file"], found[place]["line"]) for place in named}
        others = [
            each
            for each in found
            if each["severity"] in _GRAVE and (each["file"], each["line"]) not in places
        ]
        assert others == []


def _is(case: Case, expected: Mapping[str, Any], found: Finding) -> bool:
    (kind,) = set(expected) - {"at", "says"}
    file = expected[kind]
    lines = case.line(expected, file)
    words = f"{found['message']}\n{found['hint']}"
    return (
        Path(found["file"]).as_posix().endswith(f"data/{file}")
        and found["severity"] in _KINDS.get(kind, {"error", "warning", "notice", "info"})
        and (not lines or found["line"] in lines)
        and all(word in words for word in expected.get("says", ()))
    )


def _answered(ask: Mapping[str, Any], data: Path, day: str, capsys: Told) -> None:
    words = [word.replace("DATA", str(data)) for word in ask["words"].split()]
    code = run_command([*words, "--data", str(data), "--no-git", "--as-of", day])
    out, err = capsys.readouterr()
    told = " ".join(f"{out}\n{err}".split())
    assert str(code) == ask.get("exit", "0"), told
    for word in ask.get("says", ()):
        assert word in told
    for word in ask.get("silent", ()):
        assert word not in told
