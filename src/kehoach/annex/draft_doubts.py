"""What was read of an annex, and every doubt, for the person who looks the draft through."""

from kehoach.annex.annex_messages import message
from kehoach.annex.items.draft_plan import Draft, Recognized
from kehoach.words import Lang
from kehoach.words.safety import no_command, one_line


def draft_doubts(draft: Draft, lang: Lang, *, in_full: bool) -> str:
    """Return the columns recognized, and the doubts: all of them, or how many there are."""
    doubts = draft.all_doubts
    told = (
        message("told-no-doubts")
        if not doubts
        else message("told-doubts")
        if in_full
        else message("told-count")
    )
    head = [*(_table(table, lang) for table in draft.tables)]
    head.append(told.to(lang, count=len(draft.items), doubts=len(doubts)))
    width = max((len(id_) for id_, _ in doubts), default=0)
    listed = (
        [f"  {id_ or '·':<{width}}  {doubt.to(lang)}" for id_, doubt in doubts] if in_full else []
    )
    lines = [f"kehoach: {one_line(line)}" for line in head]
    lines += [f"  {one_line(line)}" for line in listed]
    return "".join(f"{no_command(line)}\n" for line in lines)


def _table(table: Recognized, lang: Lang) -> str:
    columns = "; ".join(
        f"{heading or message('told-blank').to(lang)} → {label.to(lang)}"
        for heading, label in table.columns
    )
    return message("told-table").to(
        lang, name=table.name.to(lang), count=table.items, columns=columns
    )
