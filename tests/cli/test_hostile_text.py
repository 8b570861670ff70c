"""Text that wants to be obeyed: it is printed as words."""

import json
import os
import re
from collections.abc import Callable

import pytest

from cli.hostile_runs import (
    DAY,
    HEAD,
    HOSTILE,
    MINE,
    PAGES,
    Capture,
    MakeFolder,
    assert_words_only,
    called,
    hostile_file,
)
from kehoach.cli.app import run
from kehoach.review.check_formats import CHECK_FORMATS


def wrong_file(text: str) -> str:
    """Return a submission that says a text wherever a finding quotes what was written."""
    quoted = f'"{text}"'
    return HEAD + f'{quoted[:1000].removesuffix(chr(34))}": 1\nsample: {quoted}\n'


def unmatched_file(text: str) -> str:
    """Return a submission whose items, plan and periods are a text."""
    item = re.sub(r"\s|/|\\[nrtabL0x]|\\u(2028|0085)", "", text)
    return HEAD + f'tasks: [{{item: "{item}", status: done}}]\n'


@pytest.mark.parametrize("text", range(len(HOSTILE)))
@pytest.mark.parametrize("make", [hostile_file, wrong_file, unmatched_file])
def test_what_people_write_is_printed_as_words(
    small: MakeFolder,
    monkeypatch: pytest.MonkeyPatch,
    capsys: Capture,
    text: int,
    make: Callable[[str], str],
) -> None:
    """On every page, broken over lines at 40 columns or not at all."""
    small({f"{MINE}/a.yaml": make(HOSTILE[text])})
    for columns in ("", "40"):
        monkeypatch.setenv("COLUMNS", columns)
        for page in ("overdue", "check", "agency", "item", "task", "report"):
            assert run([*PAGES[page], *DAY]) == 0
            out, err = capsys.readouterr()
            assert err == ""
            assert_words_only(out)


def test_the_hostile_file_itself_is_right_and_its_words_are_kept(
    small: MakeFolder, capsys: Capture
) -> None:
    """Markup is shown as it stands, and programs get the very text in JSON."""
    small({f"{MINE}/a.yaml": hostile_file(HOSTILE[0])})
    assert run(["check", "--format", "json", *DAY]) == 0
    capsys.readouterr()
    assert run([*PAGES["report"], *DAY]) == 0
    assert "[/nope] [bold red]x[/] [link=http://x]y[/link] :bomb:" in capsys.readouterr().out
    shipped_json = ["explain", "III.1.c", "--agency", "so-tai-chinh", "--format", "json", *DAY]
    assert run(shipped_json) == 0
    assert HOSTILE[0] in capsys.readouterr().out


@pytest.mark.parametrize("text", range(len(HOSTILE)))
def test_json_is_one_value_whatever_was_written(
    small: MakeFolder, capsys: Capture, text: int
) -> None:
    small({f"{MINE}/a.yaml": wrong_file(HOSTILE[text])})
    assert run(["check", "--format", "json", *DAY, "--fail-on", "never"]) == 0
    out = capsys.readouterr().out
    assert json.loads(out)["schema"].startswith("kehoach/check@")
    assert_words_only(out)
    assert run(["check", "--format", "jsonl", *DAY, "--fail-on", "never"]) == 0
    out = capsys.readouterr().out
    assert all(isinstance(json.loads(line), dict) for line in out.split("\n")[:-1])
    assert_words_only(out)


COMMANDS = r"##vso[task.setvariable variable=a]b ##[error]c"
PLAN = f"""\
schema: kehoach/plan@1
id: "06"
title: "{COMMANDS}"
period: {{from: 2021-01-01, to: 2025-12-31}}
policy: {{reporting: "2"}}
items:
  - {{id: "1", kind: task, title: Làm, text: "{COMMANDS}", lead: [so-nganh],
     deadline: {{continuous: true}}}}
  - {{id: "2", kind: report, title: "{COMMANDS}", text: Báo cáo, implement: [so-nganh],
     deadline: {{every: year, before: 12-02}}, deliverable: "{COMMANDS}"}}
"""


@pytest.mark.parametrize("lang", ["vi", "en"])
@pytest.mark.parametrize(
    "args",
    [
        *(("check", "--format", each, "--fail-on", "never", *DAY) for each in CHECK_FORMATS),
        ("check", "--fix"),
        ("new", "--agency", "so-noi-vu", "--period", "2021", "-o", "-", *DAY),
        ("return", "2", "--number", COMMANDS, "--dated", "2021-12-10", "--period", "2021",
         "--agency", "so-tai-chinh", "--reason", COMMANDS, "--dry-run", *DAY),
        ("export", "--format", "ics", *DAY),
    ],
    ids=" ".join,
)  # fmt: skip
def test_no_output_commands_a_runner(
    small: MakeFolder, capsys: Capture, args: tuple[str, ...], lang: str
) -> None:
    """GitHub and Azure obey these anywhere in a line: in names, sentences, keys, what was typed."""
    small(
        {
            "plan_06.yaml": PLAN,
            f"{MINE}/a.yaml": hostile_file(COMMANDS)
            .replace("III.1.c", '"2"')
            .replace("II.1.b", '"1"'),
            f"{MINE}/b.yaml": wrong_file(COMMANDS),
            f"{MINE}/c.yaml": f"{HEAD}#\t{COMMANDS}\ndocument: {{date: 29/11/2021}} # {COMMANDS}\n",
            f"{MINE}/{COMMANDS}.yaml": "",
        }
    )
    assert run([*args, "--lang", lang]) in (0, 1)
    out, err = capsys.readouterr()
    assert "vso" in out
    assert not re.search(r"##(vso)?\[", out + err)


@pytest.mark.parametrize(
    "name",
    ["::error::x", "[red]x[/nope]", "a\x1b[31mb", "a\nb", "a\u202eb", " a ", "-rf", "a:1:2", "%s"],
)
def test_the_name_of_a_file_is_words_too(small: MakeFolder, capsys: Capture, name: str) -> None:
    small({f"{MINE}/{name}.yaml": "", f"submissions/{name}/x.yaml.txt": ""})
    assert run(["check", *DAY]) == 1
    out, err = capsys.readouterr()
    assert err == ""
    assert out.count("KH108") == 1
    assert out.count("KH111") == 1
    assert_words_only(out)


def test_a_name_that_is_no_text_is_printed_too(folder: MakeFolder) -> None:
    """A file name on Linux is bytes: one of an old Windows disk is no UTF-8."""
    data = folder({f"{MINE}/a.yaml": ""}, shipped=True)
    here = os.fsencode(data.root / MINE)
    try:
        (data.root / MINE / "a.yaml").rename(os.fsdecode(here + b"/b\xe1o c\xe1o.yaml"))
    except OSError:
        pytest.skip("this file system takes names in UTF-8 only")
    for form in ("text", "json"):
        done = called(["check", "--format", form, *DAY], data.root.parent)
        assert (done.returncode, done.stderr) == (1, b"")
        assert "KH108" in done.stdout.decode()
