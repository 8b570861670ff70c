"""Annotations of GitHub: on their line, whole, and nobody is left out."""

import json
import re
import subprocess
from datetime import date
from urllib.parse import unquote
from xml.etree import ElementTree as ET

import pytest

from kehoach.diagnostics import Severity
from kehoach.review.finding_groups import verdict_entries, wrong_entries
from kehoach.run import Question, Run, answer
from kehoach.words import Lang
from kehoach.words.safety import one_line
from review.checked import (
    LANGUAGES,
    MakeFolder,
    annotations,
    many,
    output,
)
from shared_example import DECOMPOSED, files


def test_an_annotation_stands_on_the_line_of_its_finding(example: Run) -> None:
    """What people wrote, ``::error file=a,line=1::owned`` included, is message and never command."""
    found = annotations(output("github", example, "en"))
    wrong = [each.located for each in wrong_entries(example)]
    errors = [each for each in wrong if each.finding.rule.severity is Severity.ERROR]
    shown = [each for each in found if each.name == "error"]
    assert len(shown) == 10
    for command, located in zip(shown[:9], errors[:9], strict=True):
        assert command.properties == {
            "file": f"data/{located.finding.place.file}",
            "line": str(located.line),
            "col": str(located.column),
            "title": f"{located.finding.rule.code} {located.finding.rule.title.en}",
        }
        assert command.message.count("\n") == 1
        assert command.message.endswith(f"→ {located.finding.hint('en')}")
    assert shown[9].properties == {}
    assert shown[9].message == f"and {len(errors) - 9} more errors: see the log"


def test_the_name_of_a_file_and_a_title_come_through_whole(folder: MakeFolder) -> None:
    """In properties ``:`` and ``,`` are escaped too, and ``%`` first of all."""
    example_files = files()
    kept = {
        name: text
        for name, text in example_files.items()
        if "submissions" not in name or "::" in name or DECOMPOSED in name
    }
    run = answer(folder(kept), "data/", Question(date(2021, 12, 15), git=False))
    found = annotations(output("github", run, "vi"))
    names = {each.properties["file"] for each in found}
    assert {f"data/{name}" for name in kept if "submissions" in name} <= names
    assert "KH502 Quá hạn, chưa hoàn thành" in {each.properties["title"] for each in found}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_ten_annotations_a_kind_and_nobody_is_left_out(folder: MakeFolder, lang: Lang) -> None:
    """GitHub shows ten of a kind a step: the worst come first, and the log names everyone."""
    run = many(folder)
    log = output("github", run, lang)
    kinds = [each.name for each in annotations(log)]
    assert max(map(kinds.count, kinds)) <= 10
    words = set(re.split(r"[\s,:()]+", log))
    assert len(run.verdicts) > 100
    assert {each.subject.agency for each in run.verdicts} <= words
    days = [
        int(each.values["days"])  # type: ignore[arg-type]
        for each in (entry.located.finding for entry in verdict_entries(run))
        if each.rule.verdict == "overdue"
    ]
    assert days == sorted(days, reverse=True)


def test_file_names_begin_at_the_root_of_the_repository(folder: MakeFolder) -> None:
    """Wherever the command was run: a forge knows no other name."""
    place = folder(files())
    root = place.root.parent
    subprocess.run(["git", "init", "-q", str(root)], check=True)  # noqa: S603, S607 - whichever git
    run = answer(place, "", Question(date(2021, 12, 15)))
    wanted = {f"data/{each.place.file}" for each in run.findings}
    issues = json.loads(output("gitlab", run))
    assert {each["location"]["path"] for each in issues} == wanted
    (scan,) = json.loads(output("sarif", run))["runs"]
    places = (each["locations"][0]["physicalLocation"] for each in scan["results"])
    assert {unquote(each["artifactLocation"]["uri"]) for each in places} == wanted
    # Of GitHub's commands only the one that counts the rest of a kind is on no file; the log then
    # names the files of that rest.
    log = output("github", run)
    placed = {each.properties["file"] for each in annotations(log) if each.properties}
    assert placed
    assert placed <= wanted
    assert wanted == placed | {each for each in wanted if f"- {one_line(each)}:" in log}
    # JUnit lists each file that was read or left out, whether or not something is wrong in it.
    suite = ET.fromstring(output("junit", run))[0]  # noqa: S314 - our own output
    assert {case.get("file") for case in suite.iter("testcase")} == {
        f"data/{name}" for name in files()
    }
