"""How the checks are set for one repository: ``checks.yaml``.

Nothing of it changes a verdict: it says of what is found how much it matters here, and what is passed
over for a reason, until a day.
"""

from collections.abc import Mapping
from datetime import date
from fnmatch import fnmatchcase
from typing import Annotated, Literal

from pydantic import Field

from kehoach.diagnostics import Finding
from kehoach.model.fields import AgencyRef, Count, Day, ItemRef, PeriodRef, Record, RuleRef, Words


class Ignore(Record):
    """Findings of a ``rule`` that are passed over up to ``until`` (inclusive), and why.

    ``file`` is a name below the data folder, in which ``*`` stands for anything. Of what is left out
    any will do.
    """

    rule: RuleRef
    file: Words | None = None
    agency: AgencyRef | None = None
    item: ItemRef | None = None
    period: PeriodRef | None = None
    reason: Words
    until: Day

    def holds(self, as_of: date) -> bool:
        """Say whether it has not ended by that day."""
        return as_of <= self.until

    def fits(self, finding: Finding) -> bool:
        """Say whether it speaks of a finding, ended or not."""
        named = (self.agency, self.item, self.period)
        return (
            finding.rule.code == self.rule
            and (self.file is None or fnmatchcase(finding.place.file, self.file))
            and all(mine in (None, its) for mine, its in zip(named, finding.subject, strict=True))
        )


class Baselined(Record):
    """So many findings that were there when the checks began: of a rule, in a file, of one ``mark``.

    The mark is the digest of all that such a finding says, but for what changes by itself.
    """

    rule: RuleRef
    file: Words
    mark: Words
    count: Count = 1


class CheckSettings(Record):
    """What this repository makes of what is found."""

    schema_: Annotated[Literal["kehoach/checks@1"], Field(alias="schema")]
    severity: Mapping[RuleRef, Literal["error", "warning", "notice"]] = {}
    ignore: tuple[Ignore, ...] = ()
    baseline: tuple[Baselined, ...] | None = None


NO_SETTINGS = CheckSettings.model_construct(schema_="kehoach/checks@1")
