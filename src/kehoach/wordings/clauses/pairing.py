"""Two times of one duty: what is aimed at beside the binding day, and what the document reckons."""

from collections.abc import Sequence

from kehoach.wordings.clauses.clause import Clause
from kehoach.wordings.clauses.dated import TWO_DAYS, in_year, span_of
from kehoach.wordings.grammar.cursor import about
from kehoach.wordings.grammar.phrases import Counting, Day, Limit, Stretch

_TOGETHER = ("", ",", ";", "and")
_SOFT_TOO = about(
    ": cũng chỉ là phấn đấu hay không, không rõ", ": whether it is aimed at too is not clear"
)
_ONE_OR_TWO = about(
    ": nói lại hạn trước đó, hay là hạn của việc khác, không rõ",
    ": the deadline before it said again, or another one, is not clear",
)
_THAT_IS = "that is"
_NEXT_TO = ("", ",", ";")
_A_WORD_BETWEEN = 2  # a comma, and "là"


def paired(clauses: Sequence[Clause], unread: Sequence[tuple[int, int]]) -> tuple[Clause, ...]:
    """Put a clause that only says the time of its neighbour again, or aims at an earlier, beside it.

    ``unread`` are tokens of the task: where they stand between the two, each is of a work of its own.
    """
    found: list[Clause] = []
    for clause in clauses:
        one = found and _one_of_two(found[-1], clause, unread)
        if one:
            found[-1] = one
        else:
            found.append(clause)
    return tuple(found)


def _one_of_two(before: Clause, clause: Clause, unread: Sequence[tuple[int, int]]) -> Clause | None:
    if before.aim or before.check:
        return None  # a third time
    if before.soft != clause.soft:
        apart = any(first in range(before.end, clause.first) for first, _ in unread)
        return _with_aim(before, clause, apart=apart)
    if clause.soft:
        return None
    told_again = clause.inside or clause.opening == _THAT_IS
    return _reckoned(before, clause) if told_again else _beside(before, clause, unread)


def _beside(before: Clause, clause: Clause, unread: Sequence[tuple[int, int]]) -> Clause | None:
    """Return "25/3/2026, 10 ngày sau ngày bầu cử" as one duty: no word says that there are two.

    Raises:
        Doubtful: it may be one duty or two.
    """
    apart = any(first in range(before.end, clause.first) for first, _ in unread)
    near = clause.first <= before.end + _A_WORD_BETWEEN and clause.opening in _NEXT_TO
    one = _reckoned(before, clause) if near and not apart else None
    if one is None:
        return None
    sure = clause.opening != ";" and clause.first <= before.end + 1 and _is_on_a_day(one)
    clause.refuse(not sure, _ONE_OR_TWO)
    return one


def _is_on_a_day(clause: Clause) -> bool:
    """Say whether it names a day, and says neither "trước" nor a span."""
    return all(
        limit.side != "before" and all(isinstance(when, Day) for when in limit.when)
        for limit in clause.dated
    )


def _with_aim(before: Clause, clause: Clause, *, apart: bool) -> Clause | None:
    """Return the one of two that binds with the one that is aimed at; ``None``: they are apart."""
    if clause.inside or (clause.opening in _TOGETHER and not apart):
        binding, aim = (clause, before) if before.soft else (before, clause)
        return _aimed(binding, aim, apart=apart)
    clause.refuse(before.soft and _alike(before, clause), _SOFT_TOO)
    return None


def _alike(before: Clause, clause: Clause) -> bool:
    """Say whether two times stand in one list: "phấn đấu đến 30/6 đạt 50%, đến 31/12 đạt 100%"."""
    first, other = ({limit.side for limit in each.dated} for each in (before, clause))
    listed = clause.opening in (",", "and") and "by" not in other
    return listed and bool(other) and first - {None} <= other


def _aimed(binding: Clause, aim: Clause, *, apart: bool) -> Clause | None:
    """Return the binding clause with its aim, which is of the same years and periods.

    ``apart``: there are words of a task between the two; an aim that is later is then another work's.
    """
    aim = _completed(aim, binding)
    start = _verb_of_both(binding, aim)
    if aim.start not in ("", start):
        return None
    dated = (binding if binding.recurs else _of_year(binding, aim))._replace(start=start)
    timed = all(each.dated or each.has(Counting) for each in (binding, aim))
    unsure = apart or dated.phrases != binding.phrases
    if not timed or (unsure and _last(aim) > _last(dated)):
        return None
    return dated._replace(aim=aim, first=min(binding.first, aim.first))


def _verb_of_both(binding: Clause, aim: Clause) -> str:
    """Return the verb that governs both: that of "phấn đấu khởi công trước …, chậm nhất …"."""
    led = aim.first < binding.first and not binding.start
    return aim.start if led else binding.start


def _completed(aim: Clause, binding: Clause) -> Clause:
    """Give an aim the year and the rhythm of what it stands beside, where it names none."""
    rhythms = () if aim.recurs or not aim.dated else binding.rhythms
    dated = _of_year(aim, binding)
    return dated._replace(phrases=(*rhythms, *dated.phrases))


def _of_year(clause: Clause, beside: Clause) -> Clause:
    """Give days that name no year that of the clause beside."""
    whens = [when for limit in beside.dated for when in limit.when if not _ends_years(limit)]
    years = [when.year for when in whens if isinstance(when, Day | Stretch) and when.year]
    return clause.limited(lambda limit: in_year(limit, years[-1])) if years else clause


def _ends_years(limit: Limit) -> bool:
    """Say whether a limit ends with years, or before them, which are no day's: "đến năm 2030"."""
    years = all(isinstance(each, Stretch) and each.unit == "year" for each in limit.when)
    return years and limit.side in ("before", "until", "by")


def _last(clause: Clause) -> str:
    """Return the last day that its days come down to, as files write it; "" where no year has it."""
    spans = [span_of(when) for limit in clause.dated for when in limit.when]
    return max((f"{span.last}" for span in spans if span), default="")


def _reckoned(before: Clause, clause: Clause) -> Clause | None:
    """Return the one of two that names the day, with the other as its check."""
    clause.refuse(any(_ends_an_era(each) for each in (before, clause)), TWO_DAYS)
    if _names_a_day(before) and _only_counts(clause) and clause.start in ("", before.start):
        return before._replace(check=clause)
    if _only_counts(before) and _names_a_day(clause) and before.start in ("", clause.start):
        return clause._replace(check=before, first=before.first)
    return None


def _ends_an_era(clause: Clause) -> bool:
    """Say whether it is due on the very day of an event, which a day in brackets would set."""
    return any(isinstance(each, Counting) and each.length == "0 days" for each in clause.phrases)


def _only_counts(clause: Clause) -> bool:
    counting = [each for each in clause.phrases if isinstance(each, Counting) and not each.period]
    return len(clause.phrases) == 1 and bool(counting)


def _names_a_day(clause: Clause) -> bool:
    """Say whether it is due once, on one day or in one span, whose year is named."""
    days = [when for limit in clause.dated for when in limit.when]
    return len(clause.phrases) == 1 and len(days) == 1 and span_of(days[0]) is not None
