"""Which time a verb of a beginning governs, and what it means beside a rhythm."""

from kehoach.wordings.clauses.clause import CONTINUOUS, HANGING, Clause
from kehoach.wordings.grammar.cursor import Doubtful, about
from kehoach.wordings.grammar.phrases import Limit, Phrase

VERB_SIGNS = ("start", "begin", "undertake", "end")
_TIMELESS = about(": không rõ bắt đầu khi nào", ": when it begins is not clear")
TWO_TIMES = about(
    ": bắt đầu vào thời gian trước hay sau chữ đó, không rõ",
    ": whether it begins at the time before or behind it is not clear",
)


def timing(phrase: Phrase) -> bool:
    """Say whether a phrase is a time that a verb may govern."""
    return isinstance(phrase, (Limit, *HANGING))


def refuse_without_a_time(verb: str, place: int) -> None:
    """Refuse a beginning that no time stands beside.

    Raises:
        Doubtful: it has none.
    """
    if verb in ("start", "begin", "both"):
        raise Doubtful(place, place + 1, _TIMELESS)


def running(clause: Clause) -> Clause:
    """Return "hằng quý, bắt đầu quý III/2026" as a rhythm that runs from then on."""
    if clause.start != "begin" or not (clause.rhythms or clause.says(CONTINUOUS)):
        return clause
    spanning = all(limit.side in ("within", "on", "from", None) for limit in clause.dated)
    if not spanning:
        return clause
    begun = clause._replace(start="")
    return begun.limited(lambda each: each._replace(side="from") if each.when else each)
