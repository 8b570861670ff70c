"""What a portfolio says to people: what is counted and what is not, the sum, and where it comes from."""

from collections.abc import Iterator, Sequence

from kehoach.document import Block, Message, Prose, TableBlock, Title, columns
from kehoach.explanations.figures import NONE, apart, rate
from kehoach.explanations.labels import SAMPLE
from kehoach.portfolio.merging import MemberResult, Merged
from kehoach.terminal.screen import Screen
from kehoach.verdicts.tables import Counts
from kehoach.words import Lang, Text, captions, shown_day
from kehoach.words.administrative import grouped
from kehoach.words.statuses import ASSIGNED

_FEW = 15
_TITLE = Text("Số liệu gộp của các kho dữ liệu", "Data repositories put together")
_DAY = Text("Tính đến hết ngày {day}", "As of the end of {day}")
_COUNTED = Text(
    "Đã tính {counted}/{listed} kho; không có số liệu: {failed}; số liệu của ngày trước đó: {outdated}",
    "{counted} of {listed} counted; not counted: {failed}; counted as of an earlier day: {outdated}",
)
_TOTALS = Text("Tổng cộng", "Totals")
_FAILED = Text("Chưa tính được", "Not counted")
_OUTDATED = Text("Số liệu cũ, cũ nhất trước", "Older results, the oldest first")
_BY_REPOSITORY = Text("Theo kho dữ liệu", "By repository")
_WORST = Text(
    "Cơ quan của mọi kho, nặng nhất trước", "Agencies of all repositories, the worst first"
)
_REPOSITORY = Text("Kho dữ liệu", "Repository")
_SOURCE = Text("Nơi lấy", "Source")
_TRIES = Text("Số lần thử", "Tries")
_UNTIL = Text("Tính đến ngày", "As of")
_OLDER = Text("Cũ hơn (ngày)", "Days older")
_FLAWS = Text("Lỗi", "Errors")
_LEFT = Text("Tệp bỏ qua", "Files left out")
_MISSED = Text("chưa tính", "not counted")
_NUMBERS = (
    captions.ASSIGNED, *(status.counted for status in ASSIGNED),
    captions.COMPLETION, captions.ON_TIME_RATE,
)  # fmt: skip


def portfolio_page(whole: Merged, screen: Screen) -> Message:
    """Return the page; lists are cut on request only where they name every agency."""
    lang = screen.lang
    top, uncounted = _top(whole, lang), _uncounted(whole, lang)
    if whole.counted:
        rest = (*_rows(whole, lang), *_agencies(whole, screen))
        blocks = (*top, *_sums(whole, lang), *uncounted, *rest)
    else:  # of nothing there are no figures to show, not even zeros
        blocks = (*top, *uncounted)
    return Message(whole.name or _TITLE.to(lang), blocks, lang, whole.as_of)


def _top(whole: Merged, lang: Lang) -> Iterator[Block]:
    """Yield of which day it is, and how much of it is counted."""
    yield Title(whole.name or _TITLE.to(lang), 1)
    if whole.sample:
        yield Prose(f"⚠ {SAMPLE.to(lang)}", "notice")
    yield Prose(_DAY.to(lang, day=shown_day(whole.as_of, lang)))
    told = _COUNTED.to(
        lang, counted=len(whole.counted), listed=len(whole.members),
        failed=_names(whole.failed), outdated=_names(whole.outdated),
    )  # fmt: skip
    yield Prose(told, "notice" if whole.failed or whole.outdated else "strong")


def _uncounted(whole: Merged, lang: Lang) -> Iterator[Block]:
    """Yield what is not counted, and what is counted as of an earlier day."""
    if whole.failed:
        yield Title(_FAILED.to(lang))
        yield _failed(whole.failed, lang)
    if whole.outdated:
        yield Title(_OUTDATED.to(lang))
        yield _outdated(whole, lang)


def _sums(whole: Merged, lang: Lang) -> Iterator[Block]:
    """Yield the sum of what is counted."""
    yield Title(_TOTALS.to(lang))
    heads = columns(lang, *_NUMBERS, numbers=_NUMBERS)
    yield TableBlock(heads, (_figures(whole.counts, lang),))
    yield Prose(apart(whole.counts, lang, lambda number: grouped(number, lang)), "small")


def _names(of: Sequence[MemberResult]) -> str:
    """Return how many repositories there are, and which."""
    return f"{len(of)} ({', '.join(each.member.name for each in of)})" if of else "0"


def _failed(failed: Sequence[MemberResult], lang: Lang) -> TableBlock:
    """Return what adds nothing to the sum, and why."""
    heads = columns(lang, _REPOSITORY, _SOURCE, captions.WHY, _TRIES, numbers=(_TRIES,))
    return TableBlock(heads, tuple(
        (each.member.name, each.member.shown, each.why.to(lang) if each.why else "", str(each.tries))
        for each in failed
    ))  # fmt: skip


def _outdated(whole: Merged, lang: Lang) -> TableBlock:
    """Return what is counted by what was known on an earlier day."""
    return TableBlock(columns(lang, _REPOSITORY, _UNTIL, _OLDER, numbers=(_OLDER,)), tuple(
        (each.member.name, shown_day(each.day, lang), str((whole.as_of - each.day).days))
        for each in whole.outdated
        if each.day
    ))  # fmt: skip


def _rows(whole: Merged, lang: Lang) -> Iterator[Block]:
    """Yield a row for each repository, also for one that is not counted, and one for each year."""
    yield Title(_BY_REPOSITORY.to(lang))
    numbers = (*_NUMBERS, _FLAWS, _LEFT)
    flaws = sum(_flaws(each) for each in whole.counted)
    left = sum(_left(each) for each in whole.counted)
    everything = (
        captions.ALL.to(lang), "", *_figures(whole.counts, lang), str(flaws), str(left)
    )  # fmt: skip
    yield TableBlock(
        columns(lang, _REPOSITORY, _UNTIL, *numbers, numbers=numbers),
        (*(_repository(each, lang) for each in whole.members), everything),
        summed=True,
    )
    yield Title(captions.BY_YEAR.to(lang))
    years = (
        (str(year or captions.UNDATED.to(lang)), counts) for year, counts in whole.years.items()
    )
    rows = ((name, *_figures(counts, lang)) for name, counts in years)
    yield TableBlock(
        columns(lang, captions.YEAR, *_NUMBERS, numbers=_NUMBERS),
        (*rows, (captions.ALL.to(lang), *_figures(whole.counts, lang))),
        summed=True,
    )


def _repository(each: MemberResult, lang: Lang) -> tuple[str, ...]:
    """Return the row of one repository."""
    if each.day is None:
        return (each.member.name, _MISSED.to(lang), *[NONE] * (len(_NUMBERS) + 2))
    figures = _figures(each.counts, lang)
    return (
        each.member.name, shown_day(each.day, lang), *figures, str(_flaws(each)), str(_left(each))
    )  # fmt: skip


def _flaws(each: MemberResult) -> int:
    return each.result["findings"]["errors"] if each.result else 0


def _left(each: MemberResult) -> int:
    return len(each.result["left_out"]) if each.result else 0


def _agencies(whole: Merged, screen: Screen) -> Iterator[Block]:
    """Yield the agencies that stand worst, of all repositories."""
    lang = screen.lang
    shown = whole.agencies[: screen.most(_FEW)]
    more = len(whole.agencies) - len(shown)
    yield Title(_WORST.to(lang))
    yield TableBlock(
        columns(lang, captions.AGENCY, _REPOSITORY, *_NUMBERS, numbers=_NUMBERS),
        tuple((each.name, each.member.name, *_figures(each.row.counts, lang)) for each in shown),
        rest=captions.MORE_AGENCIES.to(lang, count=more) if more else "",
    )


def _figures(counts: Counts, lang: Lang) -> tuple[str, ...]:
    numbers = (counts.assigned, *(counts[status] for status in ASSIGNED))
    figures = (grouped(number, lang) for number in numbers)
    return *figures, rate(counts.completion, lang), rate(counts.on_time, lang)
