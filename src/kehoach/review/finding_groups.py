"""Findings that say the same, told once: one rule at one place, one delay of many agencies."""

from collections.abc import Callable, Iterable
from functools import partial
from typing import NamedTuple

from kehoach.diagnostics import Finding, Place, Severity
from kehoach.grouping import group_by
from kehoach.model.check_settings import Ignore
from kehoach.reading.positions import Located
from kehoach.review.forge import brief
from kehoach.run import Account
from kehoach.words import LANGUAGES, Lang, Text, shown_day

_ITEMS = Text("(và {count} mục nữa: {items})", "(and {count} more {count:item|items}: {items})")
_AGENCIES = Text("(và {count} cơ quan nữa: {names})", "(and {count} more: {names})")
_SUM = Text(
    "{errors} lỗi, {warnings} cảnh báo, {notices} lưu ý, trong đó {late} hoàn thành quá hạn, "
    "{overdue} quá hạn chưa hoàn thành",
    "{errors} {errors:error|errors}, {warnings} {warnings:warning|warnings}, {notices} "
    "{notices:notice|notices}, of which {late} done late, "
    "{overdue} overdue",
)
_FINE = Text("Không có lỗi.", "Nothing is wrong.")
_BEFORE = Text(
    "có từ trước khi bắt đầu kiểm tra (baseline)", "there before the checks began (baseline)"
)
_UNTIL = Text("{reason} (đến hết ngày {day})", "{reason} (until {day})")
_PASSED = Text("{count} bỏ qua theo checks.yaml", "{count} passed over by checks.yaml")


class FindingGroup(NamedTuple):
    """A group of findings as one entry of a report: the first of them, and whom else it names."""

    located: Located
    others: Callable[[Lang, int | None], str]

    @property
    def severity(self) -> Severity:
        """How much it matters."""
        return self.located.finding.rule.severity

    def message(self, lang: Lang, most: int | None = None) -> str:
        """Return what is wrong, and with whom else: at ``most`` so many by name."""
        return f"{brief(self.located.finding.message(lang))} {self.others(lang, most)}".rstrip()


def wrong_entries(run: Account) -> list[FindingGroup]:
    """Return what is wrong in the files, errors first, then by place."""
    groups = alike(run.located(run.wrong))
    entries = [FindingGroup(group[0], partial(other_items, group)) for group in groups]
    return sorted(entries, key=lambda each: list(Severity).index(each.severity))


def verdict_entries(run: Account) -> list[FindingGroup]:
    """Return what is overdue, then what came late, by days, the longest first; then what turned."""
    groups = sorted(together(run.verdicts), key=_urgency)
    located = run.placed(group[0] for group in groups)
    return [
        FindingGroup(first, partial(other_agencies, group))
        for first, group in zip(located, groups, strict=True)
    ]


def alike(located: Iterable[Located]) -> list[list[Located]]:
    """Return findings of one rule at one place as one group: a report that leaves many items out.

    What concerns no item (a commit, say) stands for itself: nothing else would name it.
    """

    def sameness(numbered: tuple[int, Located]) -> tuple[str, Place, int | None]:
        number, found = numbered[0], numbered[1].finding
        return found.rule.code, found.place, None if found.subject.item else number

    groups = group_by(enumerate(located), sameness).values()
    return [[each for _, each in group] for group in groups]


def together(verdicts: Iterable[Finding]) -> list[list[Finding]]:
    """Return verdicts on one item and period at one place as one group, in their order."""

    def sameness(each: Finding) -> tuple[object, ...]:
        said = (each.values.get(name) for name in ("days", "before", "after"))
        return each.rule.code, each.place, each.subject.item, each.subject.period, *said

    return list(group_by(verdicts, sameness).values())


def other_items(group: list[Located], lang: Lang, most: int | None = None) -> str:
    """Return on which other items the same was found at the same place; empty where on none."""
    items = dict.fromkeys(each.finding.subject.item or "" for each in group[1:])
    return _ITEMS.to(lang, count=len(group) - 1, items=_named(list(items), most)) if items else ""


def other_agencies(group: list[Finding], lang: Lang, most: int | None = None) -> str:
    """Return whom else a verdict concerns, at ``most`` so many by name; empty where nobody."""
    names = [each.subject.agency or "" for each in group[1:]]
    return _AGENCIES.to(lang, count=len(names), names=_named(names, most)) if names else ""


def _named(names: list[str], most: int | None) -> str:
    return ", ".join(names[:most]) + (" …" if len(names[:most]) < len(names) else "")


def sum_words(run: Account, lang: Lang) -> str:
    """Return the numbers of everything found, and of what is passed over.

    A verdict is a notice too, and counted among them.
    """
    severities = [each.rule.severity for each in (*run.wrong, *run.verdicts)]
    verdicts = [each.rule.verdict for each in run.verdicts]
    passed = passed_words(run, lang)
    if not severities:
        return " ".join(filter(None, (_FINE.to(lang), passed)))
    counted = _SUM.to(
        lang,
        errors=severities.count(Severity.ERROR),
        warnings=severities.count(Severity.WARNING),
        notices=severities.count(Severity.NOTICE),
        late=verdicts.count("late"),
        overdue=verdicts.count("overdue"),
    )
    return "; ".join(filter(None, (counted, passed)))


def passed_for(ignore: Ignore | None) -> Text:
    """Return why a finding is passed over: the reason and the end of an entry, or that it was there."""
    if ignore is None:
        return _BEFORE
    days = (shown_day(ignore.until, lang) for lang in LANGUAGES)
    return Text(
        *(
            _UNTIL.to(lang, reason=brief(ignore.reason), day=day)
            for lang, day in zip(LANGUAGES, days, strict=True)
        )
    )


def passed_words(run: Account, lang: Lang) -> str:
    """Return how much is passed over; empty where nothing is."""
    return passed_count(run).to(lang) if run.passed else ""


def passed_count(run: Account) -> Text:
    """Return how much is passed over, in every language."""
    return _PASSED.filled(count=len(run.passed))


def _urgency(group: list[Finding]) -> tuple[int, int]:
    verdict, days = group[0].rule.verdict, group[0].values.get("days")
    return ("overdue", "late", None).index(verdict), -days if isinstance(days, int) else 0
