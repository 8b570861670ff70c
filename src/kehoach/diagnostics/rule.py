"""A rule: one kind of mistake, under one name in code, tests, output and documentation."""

from collections.abc import Mapping
from enum import StrEnum
from string import Formatter
from typing import Literal, NamedTuple

from kehoach.words import Lang, Text, fill

_READ = "KH300"
_AGENCY = Text("CƠ_QUAN", "AGENCY")
_PERIOD = Text("KỲ", "PERIOD")
_UNNAMED, _FILE, _RIGHT = Text("…", "…"), Text("TỆP", "FILE"), Text("GIÁ_TRỊ_ĐÚNG", "RIGHT_VALUE")
# What a hint calls its values where no finding gives them: as commands name what is to be given.
_BLANKS: Mapping[str, Text] = {
    "after": Text("COMMIT_SAU", "LATER_COMMIT"),
    "agency": _AGENCY,
    "before": Text("COMMIT_TRƯỚC", "EARLIER_COMMIT"),
    "better": _RIGHT,
    "commit": Text("COMMIT", "COMMIT"),
    "expected": _RIGHT,
    "file": _FILE,
    "first": _PERIOD,
    "folder": _AGENCY,
    "id": Text("MÃ", "ID"),
    "instead": Text(", hoặc viết “agency: CƠ_QUAN”", ", or write “agency: AGENCY”"),
    "item": Text("MỤC", "ITEM"),
    "key": Text("KHOÁ", "KEY"),
    "keys": Text("CÁC_KHOÁ", "KEYS"),
    "kind": Text("LOẠI", "KIND"),
    "known": Text("CÁC_MÃ", "IDS"),
    "line": Text("DÒNG", "LINE"),
    "lines": Text("CÁC_DÒNG", "LINES"),
    "number": Text("SỐ_DÒNG", "LINE_NUMBER"),
    "owners": Text("CÁC_CƠ_QUAN", "AGENCIES"),
    "part": Text("PHẦN", "PART"),
    "path": _FILE,
    "period": _PERIOD,
    "periods": Text("CÁC_KỲ", "PERIODS"),
    "read": Text("THỜI_HẠN", "DEADLINE"),
    "right": _RIGHT,
    "spaces": Text("SỐ", "NUMBER_OF"),
    "text": Text("CHỮ_ẤY", "THAT_TEXT"),
    "unmatched": Text("", ""),  # said of some findings alone
    "value": Text("GIÁ_TRỊ", "VALUE"),
    "write": Text("", ""),  # said where it is known what was meant
}


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

    ``affair`` says who can settle it; ``standing`` that it speaks of the whole of a history, so that no
    single change brings it; ``verdict`` that the rule reports lateness, which fails a
    run only when asked for; ``always`` that it is told whatever ``checks.yaml`` says.
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
    standing: bool = False
    always: bool = False

    @property
    def adjustable(self) -> bool:
        """Whether a repository may say how much it matters, and pass it over.

        Lateness is the verdict itself; what cannot be read (errors in 1xx and 2xx) would be lost.
        """
        unread = self.severity is Severity.ERROR and self.code < _READ
        return not (self.always or self.verdict or unread)

    def cure(self, lang: Lang) -> str:
        """Return the hint of every such finding: what is to be filled in stands in capitals."""
        hint = self.hint.to(lang)
        names = (name for _, name, _, _ in Formatter().parse(hint) if name)
        return fill(hint, {name: _BLANKS.get(name, _UNNAMED).to(lang) for name in names})
