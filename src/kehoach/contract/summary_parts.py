"""``kehoach status --format json --summary-only``: what a portfolio needs to know of a repository."""

from collections import Counter

from kehoach.contract.json_parts import counts, head, summary
from kehoach.contract.summary_contract import SummaryOutput
from kehoach.diagnostics import Severity
from kehoach.run import Account
from kehoach.words import Lang


def summary_output(run: Account, lang: Lang) -> SummaryOutput:
    """Return the small result of everything in a repository."""
    found = Counter(each.rule.severity for each in run.wrong)
    return {
        **head(run, "summary", lang),
        "summary": summary(run),
        "years": [{"year": year, **counts(of)} for year, of in run.by_year.items()],
        "findings": {
            "errors": found[Severity.ERROR],
            "warnings": found[Severity.WARNING],
            "notices": found[Severity.NOTICE],
        },
    }
