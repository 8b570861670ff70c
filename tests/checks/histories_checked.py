"""Names that the tests of checks of histories share."""

from datetime import date

from kehoach.diagnostics import Finding
from kehoach.run import Question
from kehoach.words import LANGUAGES
from run.repositories import REGISTRY, STC, TODAY, Depot, edited, sent

BC = f"submissions/{STC}/bc.yaml"
DATES = ("KH503", "KH504")


def found(depot: Depot, *wanted: str, as_of: date = TODAY) -> list[Finding]:
    """Return the findings of these codes; every one of them can be read, and opened."""
    run = depot.ask(Question(as_of, history=True))
    for each in run.located():
        for lang in LANGUAGES:
            for words in (each.finding.message(lang), each.finding.hint(lang)):
                assert words.strip()
                assert not {"{", "}"} & set(words)
        assert (depot.data / each.finding.place.file).exists()
        assert each.line >= 1 <= each.column
    return [each for each in run.wrong if each.rule.code in wanted]


def said(findings: list[Finding]) -> list[str]:
    """Return code, agency, item and period of each finding."""
    return sorted(
        " ".join([each.rule.code, *(part or "-" for part in each.subject)]) for each in findings
    )


# KH508 amended after the deadline: due on 1 December 2022, to 24:00 in Vietnam

FIRST = sent(STC, 2022, dated="2022-11-25", task="done")
ENTRY = edited(FIRST, "period: 2022}", "period: 2022, note: Sửa}")


# KH513 somebody else's commit


def listing(agency: str, *addresses: str, more: str = "") -> str:
    """Return the registry with the addresses that may file for an agency."""
    quoted = ", ".join(f'"{address}"' for address in addresses)
    return edited(REGISTRY, f"id: {agency},", f"id: {agency}, committers: [{quoted}],") + more
