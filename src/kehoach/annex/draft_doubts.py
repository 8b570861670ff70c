"""What was read of an annex, and every doubt, for the person who looks the draft through."""

from collections.abc import Iterator, Sequence

from kehoach.annex.annex_messages import MessageName, message
from kehoach.annex.doubt_kinds import DoubtKind, doubt_kinds
from kehoach.annex.draft_plan import Draft, Recognized
from kehoach.words import Lang
from kehoach.words.safety import no_command, one_line


def draft_doubts(draft: Draft, lang: Lang, *, in_full: bool) -> str:
    """Return the columns recognized, and the doubts: all of them, or how many there are."""
    doubts = draft.all_doubts
    some: MessageName = "told-doubts" if in_full else "told-count"
    told = message(some if doubts else "told-no-doubts")
    lines = [*(_table(table, lang) for table in draft.tables)]
    lines.append(told.to(lang, count=len(draft.items), doubts=len(doubts)))
    listed = _listed(doubt_kinds(draft) if in_full else (), lang)
    return "".join(
        f"{no_command(line)}\n"
        for line in (*(f"kehoach: {one_line(line)}" for line in lines), *listed)
    )


def _listed(kinds: Sequence[DoubtKind], lang: Lang) -> Iterator[str]:
    """Yield the doubts, that of one item behind its id, one below the other."""
    told = [(one_line(each.place) or "·", one_line(each.words.to(lang))) for each in kinds]
    width = max((len(place) for place, _ in told), default=0)
    yield from (f"  {place:<{width}}  {words}" for place, words in told)


def _table(table: Recognized, lang: Lang) -> str:
    columns = "; ".join(
        f"{heading or message('told-blank').to(lang)} → {label.to(lang)}"
        for heading, label in table.columns
    )
    return message("told-table").to(
        lang, name=table.name.to(lang), count=table.items, columns=columns
    )
