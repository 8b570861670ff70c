"""``kehoach check --format junit``: test cases, as GitLab, Jenkins and others list them.

A file is a test case that fails by its errors, and an agency is one that says what is late or
overdue in its output but never fails: red means what exit code 1 means by default, a mistake that a
commit can mend. A lateness no commit undoes would keep every later change red; who wants that asks
for it by ``--fail-on overdue``. Every file read and every agency is listed, also with nothing found.
"""

import re
from collections.abc import Iterable
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from kehoach.diagnostics import Severity
from kehoach.explanations.labels import SAMPLE
from kehoach.grouping import group_by
from kehoach.reading.positions import Located
from kehoach.review.finding_groups import passed_words
from kehoach.review.forge import brief, repository_file
from kehoach.run import Account
from kehoach.terminal.findings import severity_words
from kehoach.terminal.screen import Screen
from kehoach.words import Lang

# XML 1.0, production 2: what no document may hold, not even as a reference.
_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_REGISTRY = "agencies.yaml"


def check_junit(run: Account, screen: Screen) -> str:
    """Return a suite of the files and one of the agencies' deadlines."""
    root = Element("testsuites", name="kehoach")
    _files(run, _suite(root, "kehoach.files", run, screen.lang), screen.lang)
    _deadlines(run, _suite(root, "kehoach.deadlines", run, screen.lang), screen.lang)
    for each in (*root, root):
        each.set("tests", str(len(each.findall(".//testcase"))))
        each.set("failures", str(len(each.findall(".//failure"))))
        each.set("errors", "0")
    indent(root, " ")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{tostring(root, encoding="unicode")}\n'


def _suite(root: Element, name: str, run: Account, lang: Lang) -> Element:
    """Add a suite that says of what plan it is, as of when, and on what data."""
    suite = SubElement(root, "testsuite", name=name)
    properties = SubElement(suite, "properties")
    git = run.repository
    for key, value in (
        *(("plan", f"{plan.id}: {plan.name}") for plan in run.plans),
        ("as_of", run.as_of.isoformat()),
        ("timezone", run.timezone),
        ("revision", git.head if git else None),
        ("sample", SAMPLE.to(lang) if run.sample else None),
        ("suppressed", passed_words(run, lang)),
    ):
        if value:
            SubElement(properties, "property", name=key, value=_words(value))
    return suite


def _files(run: Account, suite: Element, lang: Lang) -> None:
    """Add a test case for each file; its errors are one failure, all else is its output."""
    found = group_by(run.located(run.wrong), lambda each: each.finding.place.file)
    for file in sorted({*_read(run), *found}):
        name = _words(repository_file(run, file))
        case = SubElement(suite, "testcase", classname="kehoach.files", name=name, file=name)
        told = found.get(file, [])
        errors = [each for each in told if each.finding.rule.severity is Severity.ERROR]
        others = [each for each in told if each.finding.rule.severity is not Severity.ERROR]
        if errors:
            codes = ", ".join(dict.fromkeys(each.finding.rule.code for each in errors))
            message = _words(errors[0].finding.message(lang))
            failure = SubElement(case, "failure", type=codes, message=message)
            failure.text = _lines(errors, run, lang)
        if others:
            SubElement(case, "system-out").text = _lines(others, run, lang)


def _read(run: Account) -> Iterable[str]:
    """Return the files that were read or left out, of those asked for."""
    plans = (each.file for each in run.workspace.plans)
    names = {_REGISTRY, *plans, *run.filed, *run.left_out}
    asked = tuple(f"{name}/" for name in run.files)
    return (name for name in names if not asked or f"{name}/".startswith(asked))


def _deadlines(run: Account, suite: Element, lang: Lang) -> None:
    """Add a test case for each agency, with what is late or overdue as its output."""
    found = group_by(run.located(run.verdicts), lambda each: each.finding.subject.agency or "")
    agencies = dict.fromkeys((*(row.agency for row in run.responsibilities), *found))
    for agency in agencies:
        name = _words(f"{agency}: {run.agency_name(agency)}")
        case = SubElement(suite, "testcase", classname="kehoach.deadlines", name=name)
        if agency in found:
            SubElement(case, "system-out").text = _lines(found[agency], run, lang)


def _lines(located: Iterable[Located], run: Account, lang: Lang) -> str:
    """Return findings as lines of text, and below each how to mend it."""
    lines = []
    for each in located:
        found, file = each.finding, repository_file(run, each.finding.place.file)
        lines.append(
            _words(f"{file}:{each.line}:{each.column}: {found.rule.code} ")
            + f" {severity_words(each, lang)}: {_words(found.message(lang))}"
        )
        lines.append(f"  → {_words(found.hint(lang))}")
    return "\n".join(lines)


def _words(words: str) -> str:
    """Return words that may stand in a document of XML."""
    return _FORBIDDEN.sub("\N{REPLACEMENT CHARACTER}", brief(words))
