"""``kehoach check``: what is wrong and how to mend it, then what is late or overdue."""

from collections.abc import Iterator
from itertools import chain

from kehoach.diagnostics import Severity
from kehoach.reading.positions import Located
from kehoach.review.finding_groups import (
    alike,
    other_agencies,
    other_items,
    passed_for,
    sum_words,
    together,
)
from kehoach.run import Account
from kehoach.terminal.excerpts import excerpt
from kehoach.terminal.findings import place_words, severity_words
from kehoach.terminal.heading import heading
from kehoach.terminal.screen import Screen, paint, title, words
from kehoach.terminal.styled import Line, Part, Styled
from kehoach.words import Text
from kehoach.words.safety import one_line

_STYLE = {Severity.ERROR: "bold red", Severity.WARNING: "yellow", Severity.NOTICE: "cyan"}
_FEW, _FEW_NAMES = 20, 4
_WRONG = Text("TRONG TỆP", "IN THE FILES")
_VERDICTS = Text("QUÁ HẠN, HOÀN THÀNH QUÁ HẠN", "LATE AND OVERDUE")
_TURNED = Text("QUÁ HẠN, HOÀN THÀNH QUÁ HẠN, KẾT LUẬN ĐỔI KHÁC", "LATE, OVERDUE AND TURNED")
_PASSED = Text("BỎ QUA THEO checks.yaml ({count})", "PASSED OVER BY checks.yaml ({count})")
_MORE = Text("… và {count} dòng khác (--all)", "… and {count} more (--all)")


def check_text(run: Account, screen: Screen) -> str:
    """Return findings by place, then verdicts (a screenful unless all are asked for)."""
    end = Styled(""), _sum(run, screen)
    return paint(
        chain(heading(run, screen), _wrong(run, screen), _verdicts(run, screen), end), screen
    )


def _wrong(run: Account, screen: Screen) -> Iterator[Part]:
    """Yield what is wrong in the files, with its line and how to mend it."""
    if run.wrong:
        yield title(_WRONG.to(screen.lang))
        for same in alike(run.located(run.wrong)):
            yield _line(run, same[0], screen, other_items(same, screen.lang))
            yield from _excerpt(same[0], screen)
            yield _hint(same[0], screen)


def _verdicts(run: Account, screen: Screen) -> Iterator[Part]:
    """Yield what is late or overdue."""
    lang = screen.lang
    if not run.verdicts:
        return
    groups = together(run.verdicts)
    shown = groups[: screen.most(_FEW)]
    name = _VERDICTS if all(each.rule.verdict for each in run.verdicts) else _TURNED
    yield title(f"{name.to(lang)} ({len(run.verdicts)})")
    located = run.placed(group[0] for group in shown)
    for first, group in zip(located, shown, strict=True):
        yield _line(run, first, screen, other_agencies(group, lang, screen.most(_FEW_NAMES)))
    if len(shown) < len(groups):
        yield words(_MORE.to(lang, count=len(groups) - len(shown)), "dim")


def _excerpt(located: Located, screen: Screen) -> Iterator[Line]:
    """Yield the line as it stands, and the mark under the place."""
    if shown := excerpt(located, screen.width):
        style = _STYLE[located.finding.rule.severity]
        yield Line((Styled(shown.line),), breakable=False)
        yield Line((Styled(shown.mark, style),), breakable=False)


def passed_text(run: Account, screen: Screen) -> str:
    """Return what is passed over, each with the reason."""
    pairs = run.located_passed()
    lines: list[Part] = [title(_PASSED.to(screen.lang, count=len(pairs)))]
    for located, ignore in pairs:
        lines.append(_line(run, located, screen, ""))
        lines.append(Styled(f"    ↷ {passed_for(ignore).to(screen.lang)}", "dim"))
    return paint(lines, screen)


def _hint(located: Located, screen: Screen) -> Styled:
    """Return how to mend it."""
    return Styled(f"    → {one_line(located.finding.hint(screen.lang))}", "dim")


def _line(run: Account, located: Located, screen: Screen, others: str) -> Line:
    """Return a finding's own line, and what else it stands for."""
    finding, lang = located.finding, screen.lang
    severity = severity_words(located, lang)
    return Line((
        Styled(f"{place_words(located, run.shown_file)}: "),
        Styled(f"{finding.rule.code} {severity}", _STYLE[finding.rule.severity]),
        Styled(f": {one_line(finding.message(lang))}"),
        Styled(f" {one_line(others)}" if others else "", "dim"),
    ))  # fmt: skip


def _sum(run: Account, screen: Screen) -> Styled:
    """Return the numbers of everything found."""
    told = sum_words(run, screen.lang)
    if not run.findings:
        return words(told, "green")
    wrong = any(each.rule.severity is Severity.ERROR for each in run.wrong)
    return words(told, "bold red" if wrong else "bold")
