"""Reports that are compiled from other reports (xã → huyện → tỉnh): which belong to which."""

from collections.abc import Iterable, Iterator

from kehoach.verdicts.obligations.demand import Demand


def compiled_from(demand: Demand, asked: Iterable[Demand]) -> Iterator[Demand]:
    """Yield, of all that is ``asked`` for, what a demand is compiled from by its item's ``after``.

    Of what recurs it is what falls into the same period; of what is done once, all that is done once.
    """
    own = demand.term.period
    for each in asked:
        if each.item.id != demand.item.after or each.item is demand.item or each.term.beginning:
            continue
        theirs = each.term.period
        within = own.span.first <= theirs.span.first and theirs.span.end <= own.span.end
        if theirs.recurs == own.recurs and (within or not own.recurs):
            yield each
