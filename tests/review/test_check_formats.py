"""Every format of ``kehoach check`` on one example, read as its reader reads it.

The formats' rules are their publishers': GitHub's workflow commands (as the runner parses them),
GitLab's Code Quality report, SARIF 2.1.0 of OASIS, and JUnit XML as GitLab and Jenkins take it.
"""

import json
import re
import subprocess
import unicodedata
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple, get_args
from urllib.parse import unquote
from xml.etree import ElementTree as ET

import jsonschema
import pytest
from markdown_it import MarkdownIt

from kehoach.cli.app import run as kehoach
from kehoach.diagnostics import Severity
from kehoach.reading.folder import DataFolder
from kehoach.review import check_sarif
from kehoach.review.check_formats import CHECK_FORMATS
from kehoach.review.finding_groups import verdict_entries, wrong_entries
from kehoach.review.job_markdown import job_summary
from kehoach.run import Question, Run, answer
from kehoach.run.rulebook import all_rules
from kehoach.terminal.screen import Screen
from kehoach.words import Lang
from kehoach.words.safety import one_line
from shared_example import DECOMPOSED, files

LANGUAGES: tuple[Lang, ...] = get_args(Lang)
MIB = 1024 * 1024
MakeFolder = Callable[..., DataFolder]


def output(name: str, run: Run, lang: Lang = "vi") -> str:
    return "".join(CHECK_FORMATS[name](run, Screen(lang=lang, everything=True)))


def many(folder: MakeFolder) -> Run:
    """Return verdicts on the shipped plan with nothing sent: hundreds of delays."""
    return answer(folder(shipped=True), "data/", Question(date(2021, 12, 15), git=False))


# ── All formats ─────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", CHECK_FORMATS)
def test_the_example_looks_as_it_did(
    example: Run, golden: Callable[[str, str], None], name: str, lang: Lang
) -> None:
    """The rules that SARIF lists are told apart below: a new one changes no golden file."""
    text = output(name, example, lang)
    golden(f"check.{name}.{lang}", _without_unused_rules(text) if name == "sarif" else text)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_job_summary_looks_as_it_did(
    example: Run, golden: Callable[[str, str], None], lang: Lang
) -> None:
    golden(f"check.summary.{lang}.md", job_summary(example, Screen(lang=lang)))


def _without_unused_rules(text: str) -> str:
    log = json.loads(text)
    (scan,) = log["runs"]
    used = {result["ruleId"] for result in scan["results"]}
    rules = scan["tool"]["driver"]["rules"]
    scan["tool"]["driver"]["rules"] = [rule for rule in rules if rule["id"] in used]
    for result in scan["results"]:
        assert rules[result.pop("ruleIndex")]["id"] == result["ruleId"]
    return json.dumps(log, ensure_ascii=False, indent=1) + "\n"


@pytest.mark.parametrize("name", [*CHECK_FORMATS, "summary"])
def test_no_format_steers_a_terminal_or_turns_the_reading_direction(
    example: Run, name: str
) -> None:
    text = job_summary(example, Screen()) if name == "summary" else output(name, example)
    assert {each for each in text if unicodedata.category(each) in ("Cc", "Zl", "Zp")} == {"\n"}
    assert not re.search("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]", text)


@pytest.mark.parametrize("name", ["github", "gitlab", "sarif", "junit", "summary"])
def test_a_message_of_100_kb_is_shortened_where_people_read_it(
    folder: MakeFolder, plan_text: Callable[..., str], name: str
) -> None:
    """The number of a document is quoted when it is younger than what it proves (KH413)."""
    sent = (
        'schema: kehoach/submission@1\nplan: "07"\nagency: so-noi-vu\n'
        "document: {number: 1/BC, date: 2021-05-04}\n"
        'tasks:\n  - {item: "1", status: done, completed: 2021-03-01, '
        f"evidence: [{{number: {'ạ' * 33_334}, date: 2021-04-20}}]}}\n"
    )
    plan = plan_text('id: "1", lead: [so-noi-vu], deadline: {within: 2021-06}')
    place = folder({"plan_07.yaml": plan, "submissions/so-noi-vu/a.yaml": sent})
    run = answer(place, "data/", Question(date(2021, 12, 15), git=False))
    text = job_summary(run, Screen()) if name == "summary" else output(name, run)
    assert "KH413" in text
    assert max(len(line) for line in text.splitlines()) < 5_000
    assert len(output("json", run)) > 33_334


@pytest.mark.parametrize("name", [*CHECK_FORMATS, "summary"])
def test_a_repository_that_cannot_be_used_and_is_not_needed_breaks_no_format(
    folder: MakeFolder, name: str
) -> None:
    """Here it is bare, and nothing was sent that it would have to date."""
    place = folder(shipped=True)
    git = ("git", "-C", str(place.root.parent))
    subprocess.run([*git, "init", "-q"], check=True)  # noqa: S603 - our own folder
    subprocess.run([*git, "config", "core.bare", "true"], check=True)  # noqa: S603 - the same
    run = answer(place, "data/", Question(date(2021, 12, 15)))
    text = job_summary(run, Screen()) if name == "summary" else output(name, run)
    assert "III.1.c" in text


# ── GitHub ──────────────────────────────────────────────────────────────────────────────────────


class Command(NamedTuple):
    """A workflow command as the runner understands it."""

    name: str
    properties: dict[str, str]
    message: str


# src/Runner.Common/ActionCommand.cs: what stands for what, in this order, in each of both places.
_DATA = (("%0D", "\r"), ("%0A", "\n"), ("%25", "%"))
_PROPERTIES = (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%"))


def obeyed(log: str) -> Iterator[Command]:
    """Yield the commands in a log.

    The runner takes a line that begins with ``::``, white space aside, for one, and an old one,
    ``##[``, anywhere in a line; a line ends at any line end that .NET knows.
    """
    for line in re.split("\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]", log):
        text = line.strip()
        if not text.startswith("::"):
            assert "##[" not in text
            continue
        head, separator, message = text[2:].partition("::")
        assert separator
        name, _, given = head.partition(" ")
        pairs = (pair.split("=", 1) for pair in given.split(",") if pair)
        properties = {key: _unescaped(value, _PROPERTIES) for key, value in pairs}
        yield Command(name, properties, _unescaped(message, _DATA))


def _unescaped(text: str, signs: tuple[tuple[str, str], ...]) -> str:
    for written, meant in signs:
        text = text.replace(written, meant)
    return text


def annotations(log: str) -> list[Command]:
    found = [each for each in obeyed(log) if each.name not in ("group", "endgroup")]
    assert {each.name for each in found} <= {"error", "warning", "notice"}
    return found


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


# ── The job summary ─────────────────────────────────────────────────────────────────────────────


def html(text: str) -> str:
    return str(MarkdownIt("commonmark").enable(["table", "strikethrough"]).render(text))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_summary_shows_what_people_wrote_and_nothing_of_it_is_markup(
    example: Run, lang: Lang
) -> None:
    page = html(job_summary(example, Screen(lang=lang)))
    tags = set(re.findall(r"</?(\w+)", page))
    assert tags <= {"h2", "h3", "p", "strong", "ul", "li"} | {
        "table", "thead", "tbody", "tr", "th", "td"
    }  # fmt: skip
    assert page.count("<strong>") == 1
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page
    assert not re.search(r"@\w", page)
    rows = re.findall(r"<tr>(.*?)</tr>", page, re.DOTALL)
    assert all(len(re.findall("<t[hd]", row)) == 4 for row in rows)
    entries = len(wrong_entries(example)) + len(verdict_entries(example))
    assert len(rows) == entries + 2


@pytest.mark.parametrize("room", [0, 500, 1_500, 3_000, 6_000, MIB])
@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_summary_keeps_to_its_room_and_counts_what_it_leaves_out(
    example: Run, room: int, lang: Lang
) -> None:
    """GitHub drops a summary over 1 MiB whole."""
    text = job_summary(example, Screen(lang=lang), room)
    assert len(text.encode()) <= room
    entries = len(wrong_entries(example)) + len(verdict_entries(example))
    shown = len(re.findall(r"^\| ", text, re.MULTILINE))
    left = re.search(r"^… (?:và|and) (\d+) ", text, re.MULTILINE)
    if text:
        assert shown + (int(left[1]) if left else 0) == entries
    assert (left is None) == (shown == entries or not text)


@pytest.fixture
def here(folder: MakeFolder, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder above the example's, and stand there."""
    for name in ("KEHOACH_DATA", "KEHOACH_LANG", "NO_COLOR", "FORCE_COLOR", "COLUMNS"):
        monkeypatch.delenv(name, raising=False)
    root = folder(files()).root.parent
    monkeypatch.chdir(root)
    return root


CHECK = ("check", "--no-git", "--as-of", "2021-12-15", "--format")


def test_the_summary_is_added_to_what_the_step_wrote_before(
    here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    summary = here / "summary.md"
    summary.write_text("# before\n", encoding="utf-8")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))
    assert kehoach([*CHECK, "gitlab"]) == 1
    assert summary.read_text(encoding="utf-8") == "# before\n"
    assert kehoach([*CHECK, "github"]) == 1
    assert summary.read_text(encoding="utf-8").startswith("# before\n## Kiểm tra kế hoạch\n")


def test_what_the_step_wrote_before_takes_its_part_of_the_room(
    here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    summary = here / "summary.md"
    summary.write_bytes(b"x" * (MIB - 4_000))
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))
    assert kehoach([*CHECK, "github"]) == 1
    assert MIB - 4_000 < summary.stat().st_size < MIB
    assert "… và " in summary.read_text(encoding="utf-8")


def test_a_summary_that_cannot_be_written_is_told_and_fails_nothing(
    here: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(here))
    assert kehoach([*CHECK, "github", "--fail-on", "never"]) == 0
    out, err = capsys.readouterr()
    assert annotations(out)
    assert err.startswith("kehoach: ")
    assert err.count("\n") == 1


# ── GitLab ──────────────────────────────────────────────────────────────────────────────────────

CODE_QUALITY = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["description", "check_name", "fingerprint", "severity", "location"],
        "additionalProperties": False,
        "properties": {
            "description": {"type": "string", "minLength": 1},
            "check_name": {"type": "string", "pattern": "^(KH[0-9]{3}|sample)$"},
            "fingerprint": {"type": "string", "minLength": 1},
            "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
            "location": {
                "type": "object",
                "required": ["path", "lines"],
                "properties": {
                    "path": {"type": "string", "pattern": "^[^./]"},
                    "lines": {
                        "type": "object",
                        "required": ["begin"],
                        "properties": {"begin": {"type": "integer", "minimum": 1}},
                    },
                },
            },
        },
    },
}


def fingerprints(run: Run, lang: Lang = "vi") -> list[str]:
    return [each["fingerprint"] for each in json.loads(output("gitlab", run, lang))]


def test_a_code_quality_report_has_every_finding_under_a_name_of_its_own(example: Run) -> None:
    issues = json.loads(output("gitlab", example))
    jsonschema.validate(issues, CODE_QUALITY)
    assert len(issues) == len(example.findings)
    assert len(set(fingerprints(example))) == len(issues)


def test_a_fingerprint_outlives_lines_days_and_languages(folder: MakeFolder, example: Run) -> None:
    """Else a merge request would be told that every old mistake is new."""
    known = set(fingerprints(example))
    assert set(fingerprints(example, "en")) == known
    shifted = {
        name: f"# one\n# two\n{text}" if name.endswith("yaml") and text else text
        for name, text in files().items()
    }
    day = date(2021, 12, 16)
    lower = answer(folder(shifted), "elsewhere/", Question(day, git=False))
    assert {each.line for each in lower.located()} != {each.line for each in example.located()}
    assert set(fingerprints(lower)) == known


def test_of_two_equal_mistakes_in_a_file_each_has_its_own_fingerprint(
    judge: Callable[..., Run],
) -> None:
    twice = 'schema: kehoach/submission@1\nplan: "06"\nagency: so-tai-chinh\nx: 1\n'
    sent = twice + "document: {date: 2021-11-29, x: 1}\n"
    run = judge({"submissions/so-tai-chinh/a.yaml": sent}, "2021-12-15", shipped=True)
    keys = [each for each in run.wrong if each.rule.code == "KH201"]
    assert len(keys) == 2
    assert len(set(fingerprints(run))) == len(run.findings)


# ── SARIF ───────────────────────────────────────────────────────────────────────────────────────


def closed(**properties: Any) -> dict[str, Any]:
    """Return the schema of an object with these properties, all of them needed, and no others."""
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


_TEXT = closed(text={"type": "string", "minLength": 1})
_LEVEL = {"enum": ["none", "note", "warning", "error"]}
_LINE = {"type": "integer", "minimum": 1}
_LANGUAGE = {"type": "string", "pattern": "^[a-zA-Z]{2}(-[a-zA-Z]{2})?$"}
# The parts of SARIF 2.1.0 that are used, each by the section that defines it.
SARIF = closed(  # 3.13
    **{"$schema": {"type": "string", "pattern": "sarif-schema-2\\.1\\.0\\.json$"}},
    version={"const": "2.1.0"},
    runs={
        "type": "array",
        "minItems": 1,
        "items": closed(  # 3.14
            tool=closed(
                driver=closed(  # 3.19
                    name={"const": "kehoach"},
                    version={"type": "string"},
                    language=_LANGUAGE,
                    rules={
                        "type": "array",
                        "uniqueItems": True,
                        "items": closed(  # 3.49
                            id={"type": "string"},
                            shortDescription=_TEXT,
                            fullDescription=_TEXT,
                            help=_TEXT,
                            defaultConfiguration=closed(level=_LEVEL),
                        ),
                    },
                )
            ),
            language=_LANGUAGE,
            columnKind={"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
            invocations={"type": "array", "items": closed(executionSuccessful={"const": True})},
            results={
                "type": "array",
                "items": closed(  # 3.27
                    ruleId={"type": "string"},
                    ruleIndex={"type": "integer", "minimum": 0},
                    level=_LEVEL,
                    message=_TEXT,
                    locations={
                        "type": "array",
                        "items": closed(
                            physicalLocation=closed(
                                artifactLocation=closed(
                                    uri={"type": "string", "pattern": "^[A-Za-z0-9._~/%-]+$"},
                                    uriBaseId={"const": "%SRCROOT%"},
                                ),
                                region=closed(startLine=_LINE, startColumn=_LINE),
                            )
                        ),
                    },
                    partialFingerprints={
                        "type": "object",
                        "additionalProperties": {"type": "string"},
                    },
                ),
            },
            properties={"type": "object"},
        ),
    },
)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_sarif_log_is_made_as_the_standard_has_it(example: Run, lang: Lang) -> None:
    log = json.loads(output("sarif", example, lang))
    jsonschema.validate(log, SARIF)
    (scan,) = log["runs"]
    level = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTICE: "note"}
    found = [
        (each.finding.rule.code, level[each.finding.rule.severity], each.line, each.column)
        for each in example.located()
    ]
    told = [
        (each["ruleId"], each["level"], region["startLine"], region["startColumn"])
        for each in scan["results"]
        for region in [each["locations"][0]["physicalLocation"]["region"]]
    ]
    assert told == found
    names = [
        unquote(each["locations"][0]["physicalLocation"]["artifactLocation"]["uri"])
        for each in scan["results"]
    ]
    assert names == [f"data/{each.finding.place.file}" for each in example.located()]


def test_sarif_explains_every_rule_in_both_languages(example: Run) -> None:
    (scan,) = json.loads(output("sarif", example))["runs"]
    rules = scan["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == [rule.code for rule in all_rules()]
    for told, rule in zip(rules, all_rules(), strict=True):
        assert rule.why.vi in told["help"]["text"]
        assert rule.why.en in told["help"]["text"]
        assert "{{" not in told["help"]["text"]
    assert [rules[each["ruleIndex"]]["id"] for each in scan["results"]] == [
        each["ruleId"] for each in scan["results"]
    ]


def test_a_message_in_sarif_holds_neither_placeholder_nor_link(example: Run) -> None:
    """SARIF 2.1.0: 3.11.5 doubles braces that are meant; 3.11.6 makes ``[a](b)`` a link."""
    (scan,) = json.loads(output("sarif", example))["runs"]
    texts = [each["message"]["text"] for each in scan["results"]]
    assert any("{{0}}" in text and "[y] (http://x.example)" in text for text in texts)
    for text in texts:
        assert not re.search(r"[{}]", text.replace("{{", "").replace("}}", ""))
        assert "](" not in text


def test_each_agency_that_owes_the_same_line_is_an_alert_of_its_own(folder: MakeFolder) -> None:
    """GitHub tells alerts of one rule apart by ``primaryLocationLineHash``."""
    run = many(folder)
    (scan,) = json.loads(output("sarif", run))["runs"]
    marks = {each["partialFingerprints"]["primaryLocationLineHash"] for each in scan["results"]}
    assert len(marks) == len(scan["results"]) == len(run.findings)


@pytest.mark.parametrize("most", [4, 7])
def test_sarif_leaves_out_what_a_forge_refuses_and_says_so(
    example: Run, monkeypatch: pytest.MonkeyPatch, most: int
) -> None:
    """GitHub refuses the whole file of more than 25,000 results; errors come first."""
    monkeypatch.setattr(check_sarif, "MOST_RESULTS", most)
    monkeypatch.setattr(check_sarif, "FIRST", 2)
    (scan,) = json.loads(output("sarif", example, "en"))["runs"]
    *told, rest = scan["results"]
    severities = [each.finding.rule.severity for each in example.located()]
    level = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTICE: "note"}
    worst = [level[each] for each in sorted(severities, key=list(Severity).index)]
    assert [each["level"] for each in told] == worst[: most - 1]
    assert f"{len(severities) - most + 1} more findings" in rest["message"]["text"]


def test_sarif_of_just_enough_results_leaves_out_nothing(
    example: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(check_sarif, "MOST_RESULTS", len(example.located()))
    (scan,) = json.loads(output("sarif", example))["runs"]
    assert [each["ruleId"] for each in scan["results"]] == [
        each.finding.rule.code for each in example.located()
    ]


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
