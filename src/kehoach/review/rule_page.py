"""``kehoach explain KHnnn``: what a finding means, with a bad and a good example."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Protocol

from kehoach.contract.json_text import dump
from kehoach.diagnostics import Rule
from kehoach.terminal.findings import SEVERITY
from kehoach.terminal.grid import Column, Grid
from kehoach.terminal.screen import Screen, paint, words
from kehoach.terminal.styled import Part, Styled
from kehoach.words import Lang, Text

_BAD, _GOOD, _BESIDE = Text("Sai", "Wrong"), Text("Đúng", "Right"), Text("Bên cạnh", "Beside")


class RulePage(Protocol):
    """What a finding means."""

    def __call__(self, rule: Rule, screen: Screen) -> str:
        """Return the page."""


class RuleList(Protocol):
    """What several findings are called."""

    def __call__(self, rules: Sequence[Rule], screen: Screen) -> str:
        """Return the list."""


def rule_text(rule: Rule, screen: Screen) -> str:
    """Return a rule's title, reason, cure and examples."""
    return paint(_parts(rule, screen.lang), screen)


def _parts(rule: Rule, lang: Lang) -> Iterator[Part]:
    yield words(f"{rule.code} ({SEVERITY[rule.severity].to(lang)}) {rule.title.to(lang)}", "bold")
    yield words(rule.why.to(lang))
    yield words(f"→ {rule.cure(lang)}")
    if example := rule.example:
        beside, text_beside = example.beside or ("", "")
        for name, text, file in (
            *([(_BESIDE, text_beside, beside)] if beside else []),
            (_BAD, example.bad, example.file),
            (_GOOD, example.good, example.mended or example.file),
        ):
            yield Styled("")
            yield words(f"{name.to(lang)} — {file}", "bold")
            for line in text.splitlines():
                yield Styled(f"    {line}")


def rule_json(rule: Rule, screen: Screen) -> str:
    """Return the same for programs."""
    example = rule.example
    return dump(
        {
            "schema": "kehoach/rule@1",
            "code": rule.code,
            "severity": rule.severity.value,
            "title": rule.title.to(screen.lang),
            "why": rule.why.to(screen.lang),
            "hint": rule.cure(screen.lang),
            "bad": example and {"file": example.file, "text": example.bad},
            "good": example and {"file": example.mended or example.file, "text": example.good},
        }
    )


def rules_text(rules: Sequence[Rule], screen: Screen) -> str:
    """Return a line for each of several rules: code, severity, title."""
    lang = screen.lang
    rows = [
        (
            words(rule.code, "bold"), words(SEVERITY[rule.severity].to(lang)),
            words(rule.title.to(lang)),
        )
        for rule in rules
    ]  # fmt: skip
    columns = (Column(""), Column(""), Column("", flexible=True))
    return paint([Grid(columns, rows, headed=False)], screen)


def rules_json(rules: Sequence[Rule], screen: Screen) -> str:
    """Return the same for programs."""
    lang = screen.lang
    listed = [
        {"code": rule.code, "severity": rule.severity.value, "title": rule.title.to(lang)}
        for rule in rules
    ]
    return dump({"schema": "kehoach/rules@1", "rules": listed})


RULE_FORMATS: Mapping[str, RulePage] = {"text": rule_text, "json": rule_json}
RULE_LISTS: Mapping[str, RuleList] = {"text": rules_text, "json": rules_json}
