"""A rule: one kind of mistake, under one name in code, tests, output and documentation."""

from enum import StrEnum
from typing import Literal, NamedTuple

from kehoach.words import Text


class Severity(StrEnum):
    """How much a finding matters: ``notice`` reports a verdict, not a mistake in a file."""

    ERROR = "error"
    WARNING = "warning"
    NOTICE = "notice"


class Affair(StrEnum):
    """Who can settle a finding.

    What the office alone can: days of receipt belong into its book; commits, merges, clocks and the
    list of committers are its own to look after; what was amended or moved it has to judge.
    """

    AGENCY = "agency"
    OFFICE = "office"


class Example(NamedTuple):
    """The smallest file that breaks the rule, and the same file mended; both are tests.

    ``mended`` is where the good file stands when the mistake is the file's own name or place;
    ``beside`` the name and content of another file that stands beside both.
    """

    bad: str
    good: str
    file: str = "submissions/so-tai-chinh/bao-cao.yaml"
    mended: str | None = None
    beside: tuple[str, str] | None = None


class Rule(NamedTuple):
    """What can be wrong, how to say it and how to mend it; ``{name}`` marks a value.

    ``affair`` says who can settle it; ``verdict`` that the rule reports lateness, which fails a
    run only when asked for.
    """

    code: str
    severity: Severity
    title: Text
    message: Text
    hint: Text
    why: Text
    example: Example | None = None
    verdict: Literal["late", "overdue"] | None = None
    affair: Affair = Affair.AGENCY
