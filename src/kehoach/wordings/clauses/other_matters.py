"""Limits that stand beside another matter's: refused, where they would be taken for one with it."""

from kehoach.wordings.clauses.so_far import SoFar
from kehoach.wordings.grammar.cursor import Doubtful, about
from kehoach.wordings.grammar.phrases import Counting, Limit, Piece

_OTHER_WORK = about(
    ": năm của một việc khác với việc định kỳ", ": years of another matter than what recurs"
)
_TWO_ENDS = about(
    ": hai thời hạn cho một việc, theo hạn nào không rõ",
    ": two deadlines of one matter, which binds?",
)


def refuse_other_matters(so_far: SoFar, limit: Limit, piece: Piece) -> None:
    """Refuse a limit of which it is not clear how it goes with what stands before it.

    Raises:
        Doubtful: it is another work's, or a second end of the same.
    """
    _refuse_other_work(so_far, limit, piece)
    _refuse_two_ends(so_far, limit, piece)


def _refuse_other_work(so_far: SoFar, limit: Limit, piece: Piece) -> None:
    """Refuse "sơ kết 6 tháng, tổng kết năm 2026": the year is of another work than the rhythm.

    Raises:
        Doubtful: words of a task stand between a rhythm and years of which no side is said.
    """
    clause = so_far.clause
    apart = so_far.divider == "," and piece.first > clause.end + 1 and so_far.start != "begin"
    if apart and clause.rhythms and limit.side is None and limit.has_year:
        raise Doubtful(clause.first, piece.end, _OTHER_WORK)


def _refuse_two_ends(so_far: SoFar, limit: Limit, piece: Piece) -> None:
    """Refuse "sau khi họp 05 ngày, trước ngày 30/6/2026": two ends of one matter.

    Raises:
        Doubtful: only a comma stands between what is counted and a day.
    """
    before = so_far.done[-1] if so_far.done and so_far.clause.is_open else None
    if before is None or not before.has(Counting) or so_far.depth or piece.first > before.end + 1:
        return
    if so_far.clause.opening in ("", ",") and limit.side in ("before", "by", "until"):
        raise Doubtful(before.first, piece.end, _TWO_ENDS)
