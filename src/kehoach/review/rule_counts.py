"""``kehoach check --statistics``: how many findings of each rule, the worst first."""

from collections import Counter
from collections.abc import Mapping
from typing import NamedTuple, Protocol

from kehoach.contract.json_parts import head
from kehoach.contract.json_text import dump
from kehoach.contract.statistics_contract import StatisticsOutput
from kehoach.diagnostics import Rule, Severity
from kehoach.review.finding_groups import sum_words
from kehoach.run import Account
from kehoach.terminal.findings import SEVERITY
from kehoach.terminal.grid import Column
from kehoach.terminal.heading import heading
from kehoach.terminal.screen import Screen, grid, paint, words
from kehoach.terminal.styled import Part, Styled
from kehoach.words import Text, captions
from kehoach.words.administrative import grouped


class RuleCount(NamedTuple):
    """How many findings of a rule count, and how many are passed over."""

    rule: Rule
    found: int
    passed: int


class StatisticsPage(Protocol):
    """How many findings of each rule there are."""

    def __call__(self, run: Account, screen: Screen) -> str:
        """Return the page."""


_FOUND, _PASSED = Text("Số", "Found"), Text("Bỏ qua", "Passed over")


def rule_counts(run: Account) -> list[RuleCount]:
    """Return each rule of which anything was found: by severity, then by number."""
    found = [*run.findings, *(each.finding for each in run.passed)]
    rules = {each.rule.code: each.rule for each in reversed(found)}
    count = Counter(each.rule.code for each in run.findings)
    passed = Counter(each.finding.rule.code for each in run.passed)
    counts = [RuleCount(rule, count[code], passed[code]) for code, rule in rules.items()]
    return sorted(counts, key=_place)


def _place(each: RuleCount) -> tuple[int, int, str]:
    return list(Severity).index(each.rule.severity), -each.found, each.rule.code


def statistics_text(run: Account, screen: Screen) -> str:
    """Return a row for each rule."""
    lang = screen.lang
    rows = [
        (
            words(each.rule.code, "bold"), words(SEVERITY[each.rule.severity].to(lang)),
            words(grouped(each.found, lang)),
            words(grouped(each.passed, lang) if each.passed else ""),
            words(each.rule.title.to(lang)),
        )
        for each in rule_counts(run)
    ]  # fmt: skip
    columns = (
        Column(captions.CODE.to(lang)), Column(captions.SEVERITY.to(lang)),
        Column(_FOUND.to(lang), number=True), Column(_PASSED.to(lang), number=True),
        Column(captions.FINDING.to(lang), flexible=True),
    )  # fmt: skip
    parts: list[Part] = [*heading(run, screen), Styled("")]
    if rows:
        parts += [grid(columns, rows), Styled("")]
    return paint([*parts, words(sum_words(run, lang), "bold")], screen)


def statistics_json(run: Account, screen: Screen) -> str:
    """Return the same for programs."""
    output: StatisticsOutput = {
        **head(run, "statistics", screen.lang),
        "rules": [
            {
                "code": each.rule.code,
                "severity": each.rule.severity.value,
                "title": each.rule.title.to(screen.lang),
                "count": each.found,
                "suppressed": each.passed,
            }
            for each in rule_counts(run)
        ],
    }
    return dump(output)


STATISTICS_FORMATS: Mapping[str, StatisticsPage] = {
    "text": statistics_text,
    "json": statistics_json,
}
