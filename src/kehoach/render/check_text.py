"""``kehoach check``: what is wrong and how to mend it, then what is late or overdue."""

from collections import defaultdict
from collections.abc import Iterable

from rich.console import RenderableType
from rich.text import Text as Styled

from kehoach.diagnostics import Finding, Severity
from kehoach.pipeline import Run
from kehoach.render.findings import place_words, severity_words
from kehoach.render.heading import heading
from kehoach.render.screen import Screen, paint, title, words
from kehoach.sources.positions import Located
from kehoach.texts import Text
from kehoach.texts.safety import one_line

_STYLE = {Severity.ERROR: "bold red", Severity.WARNING: "yellow", Severity.NOTICE: "cyan"}
_FEW, _FEW_NAMES = 20, 4
_ALIKE = Text("(và {count} mục nữa: {items})", "(and {count} more items: {items})")
_ALSO = Text("(và {count} cơ quan nữa: {names})", "(and {count} more: {names})")
_WRONG = Text("TRONG TỆP", "IN THE FILES")
_VERDICTS = Text("QUÁ HẠN", "LATE AND OVERDUE")
_MORE = Text("… và {count} dòng khác (--all)", "… and {count} more (--all)")
_SUM = Text(
    "{errors} lỗi, {warnings} cảnh báo, {notices} lưu ý; {late} hoàn thành quá hạn, "
    "{overdue} quá hạn chưa hoàn thành",
    "{errors} errors, {warnings} warnings, {notices} notices; {late} done late, {overdue} overdue",
)
_FINE = Text("Không có lỗi.", "Nothing is wrong.")


def check_text(run: Run, screen: Screen) -> str:
    """Return findings by place, then verdicts (a screenful unless all are asked for)."""
    lang = screen.lang
    parts: list[RenderableType] = [*heading(run, screen)]
    if run.wrong:
        parts.append(title(_WRONG.to(lang)))
        for alike in _alike(run.located(run.wrong)):
            parts.append(_line(run, alike[0], screen).append_text(_items(alike, screen)))
            parts.append(_hint(alike[0], screen))
    if run.verdicts:
        groups = _together(run.verdicts)
        shown = groups[: screen.most(_FEW)]
        parts.append(title(f"{_VERDICTS.to(lang)} ({len(run.verdicts)})"))
        for group in shown:
            line = _line(run, run.positions.locate(group[0]), screen)
            parts.append(line.append_text(_others(group, screen)))
        if len(shown) < len(groups):
            parts.append(words(_MORE.to(lang, count=len(groups) - len(shown)), "dim"))
    return paint([*parts, Styled(""), _sum(run, screen)], screen)


def _alike(located: Iterable[Located]) -> list[list[Located]]:
    """Return findings of one rule at one place as one group: a report that leaves many items out."""
    groups: dict[object, list[Located]] = defaultdict(list)
    for each in located:
        groups[each.finding.rule.code, each.finding.place].append(each)
    return list(groups.values())


def _items(group: list[Located], screen: Screen) -> Styled:
    """Return on which other items the same was found at the same place."""
    items = dict.fromkeys(each.finding.subject.item or "" for each in group[1:])
    alike = _ALIKE.to(screen.lang, count=len(group) - 1, items=", ".join(items))
    return Styled(f" {one_line(alike)}" if len(group) > 1 else "", "dim")


def _together(verdicts: Iterable[Finding]) -> list[list[Finding]]:
    """Return verdicts on one item and period at one place as one group, the worst first."""
    groups: dict[object, list[Finding]] = defaultdict(list)
    for each in verdicts:
        groups[each.rule.code, each.place, each.subject.period, each.values["days"]].append(each)
    return list(groups.values())


def _others(group: list[Finding], screen: Screen) -> Styled:
    """Return whom else a verdict concerns."""
    names = [each.subject.agency or "" for each in group[1:]]
    few = names[: screen.most(_FEW_NAMES)]
    rest = " …" if len(few) < len(names) else ""
    also = _ALSO.to(screen.lang, count=len(names), names=", ".join(few) + rest)
    return Styled(f" {one_line(also)}" if names else "", "dim")


def _hint(located: Located, screen: Screen) -> Styled:
    """Return how to mend it."""
    return Styled(f"    → {one_line(located.finding.hint(screen.lang))}", "dim")


def _line(run: Run, located: Located, screen: Screen) -> Styled:
    """Return a finding's own line."""
    finding, lang = located.finding, screen.lang
    line = Styled(f"{place_words(located, run.shown_file)}: ")
    line.append(
        f"{finding.rule.code} {severity_words(located, lang)}", _STYLE[finding.rule.severity]
    )
    return line.append(f": {one_line(finding.message(lang))}")


def _sum(run: Run, screen: Screen) -> Styled:
    """Return the numbers of everything found."""
    severities = [each.rule.severity for each in run.wrong]
    verdicts = [each.rule.verdict for each in run.verdicts]
    if not severities and not verdicts:
        return words(_FINE.to(screen.lang), "green")
    errors = severities.count(Severity.ERROR)
    return words(
        _SUM.to(
            screen.lang,
            errors=errors,
            warnings=severities.count(Severity.WARNING),
            notices=severities.count(Severity.NOTICE),
            late=verdicts.count("late"),
            overdue=verdicts.count("overdue"),
        ),
        "bold red" if errors else "bold",
    )
