"""``kehoach check``: what is wrong and how to mend it, then what is late or overdue."""

from rich.console import RenderableType
from rich.text import Text as Styled

from kehoach.diagnostics import Severity
from kehoach.pipeline import Run
from kehoach.render.findings import place_words, severity_words
from kehoach.render.heading import heading
from kehoach.render.screen import Screen, paint, title, words
from kehoach.sources.positions import Located
from kehoach.texts import Text

_STYLE = {Severity.ERROR: "bold red", Severity.WARNING: "yellow", Severity.NOTICE: "cyan"}
_FEW = 20
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
    wrong, verdicts = run.wrong, run.verdicts
    parts: list[RenderableType] = [*heading(run, screen)]
    if wrong:
        parts.append(title(_WRONG.to(lang)))
        for located in run.located(wrong):
            parts += _lines(run, located, screen)
    if verdicts:
        shown = verdicts[: screen.most(_FEW)]
        parts.append(title(f"{_VERDICTS.to(lang)} ({len(verdicts)})"))
        parts += [_line(run, located, screen) for located in run.located(shown)]
        if len(shown) < len(verdicts):
            parts.append(words(_MORE.to(lang, count=len(verdicts) - len(shown)), "dim"))
    return paint([*parts, Styled(""), _sum(run, screen)], screen)


def _lines(run: Run, located: Located, screen: Screen) -> list[RenderableType]:
    """Return what is wrong, and how to mend it."""
    hint = words(f"    → {located.finding.hint(screen.lang)}", "dim")
    return [_line(run, located, screen), hint]


def _line(run: Run, located: Located, screen: Screen) -> Styled:
    """Return a finding's own line."""
    finding, lang = located.finding, screen.lang
    line = words(f"{place_words(located, run.shown_file)}: ")
    line.append(
        f"{finding.rule.code} {severity_words(located, lang)}", _STYLE[finding.rule.severity]
    )
    line.append_text(words(f": {finding.message(lang)}"))
    return line


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
