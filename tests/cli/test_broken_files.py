"""Broken files are findings, never tracebacks."""

import json
import re

import pytest

from cli.hostile_runs import DAY, HEAD, MINE, Capture, MakeFolder, assert_words_only
from kehoach.cli.app import run

BROKEN: dict[str, str | bytes] = {
    "empty": "",
    "remarks": "# only\n",
    "utf-16": HEAD.encode("utf-16"),
    "tcvn3": HEAD.encode() + b"note: B\xbec Giang\n",
    "nul": HEAD + "note: a\x00b\n",
    "escape": HEAD + "note: \x1b[31mred\n",
    "tab": HEAD + "\tnote: x\n",
    "open": HEAD + 'note: "open\n',
    "twice": HEAD + "note: a\nnote: b\n",
    "tag": HEAD + "note: !!python/object/apply:os.system [ls]\n",
    "alias": HEAD + "note: *nowhere\ndocument: {date: x}\n",
    "anchor twice": HEAD + "note: &a x\ndocument: {number: &a 1, date: x}\n",
    "alias key": HEAD + "*a : b\n",
    "in itself": HEAD + "tasks: &a [*a]\n",
    "bomb": HEAD + "a: &a [x,x,x]\nb: &b [*a,*a,*a]\nc: &c [*b,*b,*b]\n",
    "deep": HEAD + "note: " + "[" * 2000 + "]" * 2000 + "\n",
    "list": "- a\n",
    "two": HEAD + "---\na: b\n",
    "no day": HEAD + "document: {date: 2021-02-30}\n",
    "last day": HEAD + "reports: [{item: III.1.c, period: 9999-12-31}]\n",
    "dots": HEAD + "reports: [{item: III.1.c, period: " + "2021.." * 3000 + "2021}]\n",
    "digits": HEAD + f"tasks: [{{item: II.1.b, status: done, quantity: {'9' * 5000}}}]\n",
    "unknown": HEAD + "nota: x\n",
    "nothing": HEAD + "tasks:\n",
    "large": HEAD + "#" * 5_000_000,
}


@pytest.mark.parametrize("kind", BROKEN)
def test_a_broken_submission_is_a_finding_and_everything_else_is_judged(
    small: MakeFolder, capsys: Capture, kind: str
) -> None:
    good = HEAD.replace("tai-chinh", "noi-vu") + (
        "document: {number: 1/BC, date: 2021-11-29}\nreports: [{item: III.1.c, period: 2021}]\n"
    )
    small({f"{MINE}/a.yaml": BROKEN[kind], "submissions/so-noi-vu/b.yaml": good})
    assert run(["check", "--format", "json", *DAY]) == 1
    out, err = capsys.readouterr()
    assert err == ""
    found = [each for each in json.loads(out)["findings"] if each["severity"] == "error"]
    assert {each["file"] for each in found} == {f"data/{MINE}/a.yaml"}
    assert all(each["line"] >= 1 and each["column"] >= 1 for each in found)
    assert run(["status", "--item", "III.1.c", "--format", "json", *DAY]) == 0
    judged = json.loads(capsys.readouterr().out)["obligations"]
    assert {each["status"] for each in judged if each["agency"] == "so-noi-vu"} == {"done_on_time"}


@pytest.mark.parametrize("name", ["plan_06.yaml", "agencies.yaml"])
@pytest.mark.parametrize("kind", [kind for kind in BROKEN if kind != "last day"])
def test_a_broken_plan_or_registry_stops_the_run_with_its_findings(
    small: MakeFolder, capsys: Capture, name: str, kind: str
) -> None:
    small({name: BROKEN[kind]})
    assert run(["status", *DAY]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    first, *_, last = err.splitlines()
    assert re.match(rf"data/{name}:\d+:\d+: KH\d\d\d ", first)
    assert last.startswith("kehoach: ")
    assert_words_only(err)
