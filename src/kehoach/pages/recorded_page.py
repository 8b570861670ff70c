"""What was written into one of the office's files, and which verdicts are others now."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from kehoach.explanations.chain import days_text
from kehoach.explanations.labels import state_words
from kehoach.grouping import group_by
from kehoach.model.decisions import DutyDecision
from kehoach.run import Run
from kehoach.run.changes import Turned, turned
from kehoach.run.since import NOTHING_OWED
from kehoach.terminal.screen import Screen, paint, title, words
from kehoach.terminal.styled import Part, Styled
from kehoach.verdicts.assessment import Assessment, Status
from kehoach.verdicts.obligations.obligation import Key
from kehoach.words import Lang, Text, captions, shown_day
from kehoach.words.administrative import grouped
from kehoach.words.period_names import of_period
from kehoach.words.safety import printable, unobeyed

_FEW, _FEW_NAMES = 15, 6
_TURNED = Text("KẾT LUẬN ĐỔI (tính đến {day})", "VERDICTS TURNED (as of {day})")
_SAME = Text("Không kết luận nào đổi, tính đến {day}.", "No verdict turns, as of {day}.")
_LINE = Text("{agencies}: mục {item}{of}: {before} → {after}",
             "{agencies}: item {item}{of}: {before} → {after}")  # fmt: skip
_FOR_ALL = Text("Cho cả {count} cơ quan của mục {item}{of}.",
                "For all {count} agencies that owe item {item}{of}.")  # fmt: skip

_COVERED: Mapping[bool | None, Text] = {
    True: Text("{agencies}: {count} việc thường xuyên nay có báo cáo nêu",
               "{agencies}: {count} continuous {count:task is|tasks are} covered by a report now"),
    False: Text("{agencies}: {count} việc thường xuyên mà báo cáo không nêu",
                "{agencies}: {count} continuous {count:task is|tasks are} left out by the report"),
    None: Text("{agencies}: {count} việc thường xuyên chưa có báo cáo để xét",
               "{agencies}: {count} continuous {count:task has|tasks have} no report to be judged by"),
}  # fmt: skip


class Written(NamedTuple):
    """A file, and its bytes before and after."""

    file: str
    before: bytes
    after: bytes

    def pieces(self) -> Iterator[tuple[int, list[str]]]:
        """Yield the lines that are new, a run of them at a time, after the number of the first (from 1)."""
        old, new = (raw.decode("utf-8-sig").splitlines() for raw in self[1:])
        for how, _, _, first, end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
            if how != "equal" and first < end:
                yield first + 1, new[first:end]


def recorded_text(before: Run, after: Run, written: Written, screen: Screen) -> str:
    """Return the place and the lines that are new, then the verdicts that are others by them."""
    parts: list[Part] = []
    for first, lines in written.pieces():
        parts.append(words(f"{after.shown_file(written.file)}:{first}", "bold"))
        parts += (Styled(f"  {unobeyed(printable(line))}", "green") for line in lines)
    parts += _for_everybody(before, after, screen.lang)
    return paint([*parts, *_turns(after, [*turned(before.reports, after.reports)], screen)], screen)


def _for_everybody(before: Run, after: Run, lang: Lang) -> Iterator[Part]:
    """Yield of each new decision that names nobody how many it is for."""
    old, new = ([*_duty_decisions(run)] for run in (before, after))
    for each in new:
        if each.agencies or each in old:
            continue
        owing = {one.agency for one in after.assessments if _is_for(each, one.obligation.key)}
        if len(owing) > 1:
            of = f", {of_period(each.period).to(lang)}" if each.period else ""
            count = grouped(len(owing), lang)
            yield words(_FOR_ALL.to(lang, count=count, item=each.item, of=of), "bold")


def _is_for(decision: DutyDecision, key: Key) -> bool:
    """Say whether a decision that names no agency is about an obligation."""
    named = (decision.plan, key.plan), (decision.period, key.period)
    return key.item == decision.item and all(one in {None, other} for one, other in named)


def _duty_decisions(run: Run) -> Iterator[DutyDecision]:
    """Yield the decisions on what agencies owe."""
    decisions = run.workspace.decisions
    yield from (*decisions.extensions, *decisions.waivers, *decisions.pauses)


def _turns(run: Run, turns: Sequence[Turned], screen: Screen) -> Iterator[Part]:
    """Yield the verdicts that are others now, those that say the same of several bodies once."""
    lang, day = screen.lang, shown_day(run.as_of, screen.lang)
    if not turns:
        yield title(_SAME.to(lang, day=day))
        return
    yield title(_TURNED.to(lang, day=day))
    named = [each for each in turns if not _only_cover(each)]
    alike = [*group_by(named, lambda each: _told(each, lang)).items()]
    shown = alike[: screen.most(_FEW)]
    for (item, of, was, now), those in shown:
        agencies = _names(run, those, screen)
        yield words(_LINE.to(lang, agencies=agencies, item=item, of=of, before=was, after=now))
    if len(shown) < len(alike):
        yield words(captions.MORE_ROWS.to(lang, count=len(alike) - len(shown)), "dim")
    ongoing = group_by(filter(_only_cover, turns), lambda each: each.after and each.after.covered)
    for covered, those in ongoing.items():
        count = grouped(len(those), lang)
        yield words(_COVERED[covered].to(lang, agencies=_names(run, those, screen), count=count))


def _only_cover(each: Turned) -> bool:
    """Say whether a verdict turned only in whether a report speaks of what is continuous."""
    was, now = each.before, each.after
    return was is not None and now is not None and was.status is now.status is Status.ONGOING


def _told(each: Turned, lang: Lang) -> tuple[str, str, str, str]:
    """Return what is said of a verdict that turned, beside whose it is."""
    of = of_period(each.key.period).to(lang)
    return (
        each.key.item,
        f", {of}" if of else "",
        _judged(each.before, lang),
        _judged(each.after, lang),
    )


def _judged(each: Assessment | None, lang: Lang) -> str:
    """Return a verdict in few words: its state, its due day, the days from it."""
    if each is None:
        return NOTHING_OWED.to(lang)
    due, days = each.obligation.due, each.days
    beside = [captions.DUE_ON.to(lang, day=shown_day(due, lang))] if due else []
    beside += [] if days is None else [days_text(each).to(lang, count=abs(days))]
    return state_words(each, lang) + (f" ({', '.join(beside)})" if beside else "")


def _names(run: Run, turns: Iterable[Turned], screen: Screen) -> str:
    """Return the names of those whose verdicts turned, the first of many."""
    names = [run.agency_name(id_) for id_ in dict.fromkeys(each.key.agency for each in turns)]
    shown = names[: screen.most(_FEW_NAMES)]
    more = len(names) - len(shown)
    told = [captions.MORE_AGENCIES.to(screen.lang, count=more)] if more else []
    return ", ".join([*shown, *told])
