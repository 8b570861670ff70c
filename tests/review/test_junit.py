"""JUnit's XML: every file and agency, and nothing that XML forbids."""

import json
from datetime import date
from xml.etree import ElementTree as ET

import pytest

from kehoach.diagnostics import Severity
from kehoach.review.job_markdown import job_summary
from kehoach.run import Question, Run, answer
from kehoach.terminal.screen import Screen
from kehoach.words import Lang
from review.checked import (
    LANGUAGES,
    MakeFolder,
    output,
)
from shared_example import files

# ── JUnit ───────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_file_with_errors_fails_and_every_file_and_agency_is_listed(
    example: Run, lang: Lang
) -> None:
    root = ET.fromstring(output("junit", example, lang))  # noqa: S314 - our own output
    in_files, deadlines = root
    cases = {case.get("name", ""): case for case in in_files.iter("testcase")}
    assert set(cases) == {f"data/{name}" for name in files()}
    errors = {e.place.file for e in example.wrong if e.rule.severity is Severity.ERROR}
    failed = {name for name, case in cases.items() if case.find("failure") is not None}
    assert failed == {f"data/{file}" for file in errors}
    agencies = {case.get("name", "").partition(":")[0]: case for case in deadlines.iter("testcase")}
    assert set(agencies) == {"so-tai-chinh", "so-noi-vu", "so-tu-phap"}
    assert all(case.find("failure") is None for case in agencies.values())
    for verdict in example.verdicts:
        told = agencies[verdict.subject.agency or ""].findtext("system-out") or ""
        assert verdict.message(lang) in told
    for suite in (root, in_files, deadlines):
        assert suite.get("tests") == str(len(list(suite.iter("testcase"))))
        assert suite.get("failures") == str(len(list(suite.iter("failure"))))
        assert suite.get("errors") == "0"


def test_junit_lists_only_the_files_asked_for(example: Run) -> None:
    run = example.only_files(frozenset({"submissions/so-noi-vu"}))
    suite = ET.fromstring(output("junit", run))[0]  # noqa: S314 - our own output
    names = {case.get("name", "") for case in suite.iter("testcase")}
    assert names == {f"data/{name}" for name in files() if "/so-noi-vu/" in name}


@pytest.mark.parametrize("sign", ["\x1b", "\x7f", "\ufffe", "\uffff", "\u202e"])
def test_what_xml_forbids_is_replaced(folder: MakeFolder, sign: str) -> None:
    """XML 1.0, production 2; a parser refuses the whole document for one such sign."""
    kept = {name: text for name, text in files().items() if "submissions" not in name}
    kept[f"submissions/so-noi-vu/a{sign}b.yaml"] = ""
    run = answer(folder(kept), "data/", Question(date(2021, 12, 15), git=False))
    root = ET.fromstring(output("junit", run))  # noqa: S314 - our own output
    names = {case.get("name") for case in root.iter("testcase")}
    assert "data/submissions/so-noi-vu/a\N{REPLACEMENT CHARACTER}b.yaml" in names


@pytest.mark.parametrize("name", ["github", "gitlab", "sarif", "junit", "summary"])
def test_a_file_name_that_is_no_text_breaks_no_format(example: Run, name: str) -> None:
    """Bytes of an old disk's file name reach Python as half characters."""
    finding = example.wrong[0]
    odd = finding._replace(place=finding.place._replace(file="submissions/b\udce1o.yaml"))
    example.__dict__["wrong"] = (odd,)
    text = job_summary(example, Screen()) if name == "summary" else output(name, example)
    written = text.encode("utf-8", "replace").decode()
    if name == "junit":
        ET.fromstring(written)  # noqa: S314 - our own output
    if name in ("gitlab", "sarif"):
        json.loads(written)
    assert "submissions/b" in written
