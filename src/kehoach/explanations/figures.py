"""Figures as a summary prints them: grouped digits, rates with both their numbers, changes."""

from collections.abc import Callable

from kehoach.verdicts.tables import Counts, Rate
from kehoach.words import Lang, Text
from kehoach.words.administrative import grouped
from kehoach.words.statuses import APART, Remark, Shown, Status

NONE = "–"
_POINTS = Text("{change} điểm %", "{change} points")
_DELAY = Text(
    "{number} việc, trung vị {median} ngày, lâu nhất {longest} ngày",
    "{number}, median {median} {median:day|days}, longest {longest} {longest:day|days}",
)


def rate(of: Rate, lang: Lang) -> str:
    """Return ``16.051/16.274 (98,6 %)``; without anything due there is no rate."""
    if not of.whole:
        return "0/0"
    parts = f"{grouped(of.part, lang)}/{grouped(of.whole, lang)}"
    return f"{parts} ({decimal(_percent(of), lang)} %)"


def apart(
    counts: Counts,
    lang: Lang,
    number: Callable[[int], str],
    between: str = " · ",
    uncovered: Text = Remark.UNCOVERED.counted,
    requested: Text = Remark.REQUESTED.counted,
) -> str:
    """Return what is counted apart from what is assigned: each status, and what is requested."""

    def figure(name: Text, of: Shown) -> str:
        return f"{name.to(lang).lower()} {number(counts[of])}"

    parts = {
        each: figure(each.label, each)
        for each in APART
        if counts[each] or each is not Status.PAUSED  # few plans have ever paused anything
    }
    parts[Status.ONGOING] += f" ({figure(uncovered, Remark.UNCOVERED)})"
    return between.join([*parts.values(), figure(requested, Remark.REQUESTED)])


def change(now: int, before: int, lang: Lang) -> str:
    """Return by how much a number changed, with its sign."""
    return _signed(grouped(abs(now - before), lang), now - before)


def rate_change(now: Rate, before: Rate, lang: Lang) -> str:
    """Return by how many points a percentage changed, of what is printed; none where undefined."""
    if not now.whole or not before.whole:
        return NONE
    points = round(round(_percent(now), 1) - round(_percent(before), 1), 1)
    return _POINTS.to(lang, change=_signed(decimal(abs(points), lang), points))


def delay(number: int, median: float, longest: int, lang: Lang) -> str:
    """Return how many were late, the median and the longest delay in days."""
    if not number:
        return "0"
    whole = median == int(median)
    middle = grouped(int(median), lang) if whole else decimal(median, lang)
    return _DELAY.to(
        lang, number=grouped(number, lang), median=middle, longest=grouped(longest, lang)
    )


def decimal(number: float, lang: Lang) -> str:
    """Return a number with one decimal."""
    point = "," if lang == "vi" else "."
    units, tenths = f"{number:.1f}".split(".")
    return f"{grouped(int(units), lang)}{point}{tenths}"


def _percent(of: Rate) -> float:
    return 100 * of.part / of.whole


def _signed(figure: str, sign: float) -> str:
    if not sign:
        return "0"
    return f"+{figure}" if sign > 0 else f"−{figure}"
