"""Every rule keeps what it promises: its words in both languages, its bad and its good example.

The examples are what ``kehoach explain KHnnn`` and the documentation show. Each stands in the data
folder of the shipped plan on 15 December 2021, when the first yearly report is due and past.
"""

import re
from collections import Counter
from collections.abc import Callable
from string import Formatter

import pytest

from kehoach.diagnostics import Example, Finding, Place, Rule, Severity
from kehoach.reading.folder import DataFolder
from kehoach.reading.positions import Located, Positions
from kehoach.reading.workspace_reading import Unusable
from kehoach.run import Run
from kehoach.run.rulebook import all_rules
from kehoach.words import LANGUAGES, Lang, Text

RULES = {rule.code: rule for rule in all_rules()}
AS_OF = "2021-12-15"
VIETNAMESE = re.compile("[À-ỹ]")  # a letter that English does not have
WITHOUT_EXAMPLE = {
    "KH101": "a file that cannot be opened has no text to show: see tests/reading/test_unread_files.py",
    "KH102": "an example is text in UTF-8, and this is about other bytes",
    "KH110": "it is about a file that is not there",
    "KH135": "it would be a hundred thousand values long",
    "KH136": "it would be a hundred mistakes long",
    **dict.fromkeys(("KH530", "KH531"), "a list of repositories lies in no data folder"),
    **dict.fromkeys(
        ("KH505", "KH506", "KH518", "KH567"), "it is about a change between two states of git"
    ),
    **dict.fromkeys(
        (
            "KH507",
            "KH508",
            "KH509",
            "KH510",
            "KH511",
            "KH512",
            "KH513",
            "KH422",
            "KH423",
            "KH516",
            "KH517",
        ),
        "it is about commits, of which a single file says nothing",
    ),
}
# What breaks a rule without an example, where a data folder alone can.
WITHOUT_GIT: dict[str, dict[str, str | bytes | None]] = {
    "KH101": {"submissions": "x"},
    "KH102": {"submissions/so-tai-chinh/a.yaml": b"\xff\xfea"},
    "KH110": {"agencies.yaml": None},
    "KH135": {"submissions/so-tai-chinh/a.yaml": "a: [" + "x, " * 100_000 + "x]\n"},
    "KH136": {"submissions/so-tai-chinh/a.yaml": "".join(f"k{n}: x\n" for n in range(101))},
}
# What git knows is no text of a file: each of these is proved on a repository.
OF_HISTORY = {
    f"KH{number}" for number in (*range(505, 515), 422, 423, 516, 517, 518, *range(525, 530), 567)
}
# A verdict on what is missing stands at the plan's item, not in the file that leaves it out; a day
# that comes too late after a letter's stands at the letter, and one that lacks at its entry: what was
# told is mended by nobody, only booked.
_TASK = dict.fromkeys(("KH410", "KH515"), (("so-tai-chinh", "II.1.b", "once"),))
_REPORT = "submissions/so-tai-chinh/bao-cao.yaml"
ELSEWHERE = {"KH502": "plan_06.yaml", "KH504": _REPORT, "KH410": _REPORT, "KH515": _REPORT}

MakeFolder = Callable[..., DataFolder]
Judge = Callable[..., Run]


def placeholders(text: str) -> Counter[str]:
    """Return the names of the values that a sentence needs; a word that bends by one is no value."""
    parts = Formatter().parse(text)
    return Counter(
        name for _, name, form, _ in parts if name is not None and "|" not in (form or "")
    )


def texts(rule: Rule) -> tuple[Text, ...]:
    """Return everything that a rule says."""
    return (rule.title, rule.message, rule.hint, rule.why)


def test_codes_are_unique_well_formed_and_in_order() -> None:
    codes = [rule.code for rule in all_rules()]
    assert codes == sorted(set(codes))
    assert all(re.fullmatch(r"KH[1-9]\d\d", code) for code in codes)


def test_titles_tell_the_rules_apart() -> None:
    for lang in LANGUAGES:
        titles = [rule.title.to(lang) for rule in all_rules()]
        assert len(titles) == len(set(titles))


@pytest.mark.parametrize("code", RULES)
def test_every_rule_speaks_both_languages(code: str) -> None:
    for text in texts(RULES[code]):
        for words in text:
            assert words.strip() == words != ""
            assert "  " not in words


@pytest.mark.parametrize("code", RULES)
def test_vietnamese_is_vietnamese_and_english_is_not(code: str) -> None:
    """A hint may be a command alone, and the message of KH109 is its reason alone."""
    for text in texts(RULES[code]):
        assert not VIETNAMESE.search(text.en)
    for text in (RULES[code].title, RULES[code].why):
        assert VIETNAMESE.search(text.vi)


@pytest.mark.parametrize("code", RULES)
def test_both_languages_name_the_same_values(code: str) -> None:
    for text in texts(RULES[code]):
        assert placeholders(text.vi) == placeholders(text.en)


@pytest.mark.parametrize("code", RULES)
def test_title_and_reason_need_no_values(code: str) -> None:
    """They are shown by ``kehoach explain KHnnn``, where there is no finding."""
    for text in (RULES[code].title, RULES[code].why):
        for words in text:
            assert "{" not in words
            assert "}" not in words


@pytest.mark.parametrize("code", RULES)
def test_a_verdict_is_a_notice_and_never_an_error(code: str) -> None:
    """Lateness is no mistake in a file: it fails a run only when asked for."""
    rule = RULES[code]
    assert rule.verdict is None or rule.severity is Severity.NOTICE


def test_the_rules_without_an_example_are_those_listed() -> None:
    without = {code for code, rule in RULES.items() if rule.example is None}
    assert without == {*WITHOUT_EXAMPLE, *OF_HISTORY}


def findings(
    judge: Judge,
    folder: MakeFolder,
    name: str,
    text: str,
    beside: tuple[str, str] | None = None,
) -> list[Located]:
    """Return everything found, with its place, where a file is added to the shipped plan."""
    data = folder({name: text, **dict([beside] if beside else [])}, shipped=True)
    try:
        return judge(data, AS_OF, wordings=True).located()
    except Unusable as unusable:
        return Positions(data.text).located(unusable.findings)


def about(found: list[Located], rule: Rule, file: str) -> list[Located]:
    """Return what a rule found in a file, or, for a verdict, of the agency of the examples."""
    place = ELSEWHERE.get(rule.code, file)
    return [
        each
        for each in found
        if each.finding.rule.code == rule.code
        and each.finding.place.file == place
        and (
            rule.code not in ELSEWHERE
            or each.finding.subject
            in (("so-tai-chinh", "III.1.c", "2021"), *_TASK.get(rule.code, ()))
        )
    ]


def errors_in(found: list[Located], file: str) -> set[str]:
    """Return the codes of the errors in a file."""
    return {
        each.finding.rule.code
        for each in found
        if each.finding.rule.severity is Severity.ERROR and each.finding.place.file == file
    }


def example(rule: Rule) -> Example:
    """Return the example of a rule that has one."""
    assert rule.example is not None
    return rule.example


WITH_EXAMPLE = [code for code in RULES if code not in {*WITHOUT_EXAMPLE, *OF_HISTORY}]


@pytest.mark.parametrize("code", WITH_EXAMPLE)
def test_the_bad_example_breaks_the_rule_and_no_other(
    judge: Judge, folder: MakeFolder, code: str
) -> None:
    """Exactly this error, so that the example shows one mistake and its place is in the file."""
    rule = RULES[code]
    bad = example(rule)
    found = findings(judge, folder, bad.file, bad.bad, bad.beside)
    own = about(found, rule, bad.file)
    assert own
    assert errors_in(found, bad.file) == ({code} if rule.severity is Severity.ERROR else set())
    if code not in ELSEWHERE:
        lines = bad.bad.count("\n") + 1
        assert all(1 <= each.line <= lines for each in own)
    for each in own:
        assert_told(each.finding)


@pytest.mark.parametrize("code", WITH_EXAMPLE)
def test_the_good_example_keeps_it_and_breaks_nothing(
    judge: Judge, folder: MakeFolder, code: str
) -> None:
    rule = RULES[code]
    good = example(rule)
    file = good.mended or good.file
    found = findings(judge, folder, file, good.good, good.beside)
    assert about(found, rule, file) == []
    assert errors_in(found, file) == set()


@pytest.mark.parametrize("code", WITH_EXAMPLE)
def test_the_examples_differ_in_what_they_show(code: str) -> None:
    """The same file twice teaches nothing, unless its name or place is the mistake."""
    shown = example(RULES[code])
    assert (shown.bad, shown.file) != (shown.good, shown.mended or shown.file)


def assert_told(finding: Finding) -> None:
    """Prove that a finding can be said: every value is there, and no sign of a template is left."""
    needed = placeholders(finding.rule.message.vi) + placeholders(finding.rule.hint.vi)
    assert set(needed) <= set(finding.values)
    for lang in LANGUAGES:
        for words in (finding.message(lang), finding.hint(lang)):
            assert words
            assert "{{" not in words
            assert "}}" not in words


@pytest.mark.parametrize("code", RULES)
def test_with_its_values_every_rule_can_be_said(code: str) -> None:
    """Also by those rules that only a history in git breaks."""
    rule = RULES[code]
    needed = placeholders(rule.message.vi) + placeholders(rule.hint.vi)
    assert_told(Finding(rule, Place("a.yaml"), dict.fromkeys(needed, "x")))


@pytest.mark.parametrize("code", WITHOUT_GIT)
def test_the_rules_without_an_example_are_told_too(
    judge: Judge, folder: MakeFolder, plan_text: Callable[..., str], code: str
) -> None:
    plan = plan_text('id: "1", lead: [so-tai-chinh], deadline: {within: 2021}')
    data = folder({"plan_07.yaml": plan} | WITHOUT_GIT[code])
    try:
        found = judge(data, AS_OF).findings
    except Unusable as unusable:
        found = unusable.findings
    own = [each for each in found if each.rule.code == code]
    assert own
    for each in own:
        assert_told(each)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_people_write_is_never_taken_for_a_template(
    judge: Judge, plan_text: Callable[..., str], lang: Lang
) -> None:
    """Braces in a key, value, id or item are words, however much they look like a placeholder."""
    head = 'schema: kehoach/submission@1\nplan: "07"\nagency: so-tai-chinh\n'
    run = judge(
        {
            "plan_07.yaml": plan_text(
                'id: "{id}", lead: [so-tai-chinh], deadline: {by: 2021-06-30}'
            ),
            "submissions/so-tai-chinh/{file}.yaml": head
            + '"{keys}": "{0}"\nsample: "{x!r:>9999}"\n',
            "submissions/so-tai-chinh/b.yaml": head + 'tasks: [{item: "{item.x}", status: done}]\n',
            "submissions/so-tai-chinh/{0}.yaml.txt": head,
        },
        AS_OF,
    )
    told = "\n".join(each.message(lang) for each in run.findings)
    for words in ("{keys}", "{x!r:>9999}", "{item.x}", "{0}.yaml.txt", "{id}"):
        assert words in told
    assert all(each.hint(lang) for each in run.findings)
