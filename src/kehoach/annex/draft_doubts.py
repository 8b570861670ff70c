"""What was read of an annex, and every doubt, for the person who looks the draft through."""

from kehoach.annex.drafts.draft import Draft, Recognized
from kehoach.words import Lang, Text
from kehoach.words.safety import no_command, one_line

_TABLE = Text(
    "{name}: {count} mục; các cột: {columns}", "{name}: {count} items; columns: {columns}"
)
_NONE = Text("{count} mục, không có điều gì nghi ngờ", "{count} items, nothing is in doubt")
_SOME = Text(
    "{count} mục, {doubts} điều cần xem lại:", "{count} items, {doubts} doubts to look at:"
)
_BRIEF = Text(
    "{count} mục, {doubts} điều cần xem lại, ghi trong “doubts”",
    "{count} items, {doubts} doubts, listed under “doubts”",
)
_BLANK = Text("(trống)", "(blank)")


def draft_doubts(draft: Draft, lang: Lang, *, in_full: bool) -> str:
    """Return the columns recognized, and the doubts: all of them, or how many there are."""
    doubts = draft.all_doubts
    told = _NONE if not doubts else _SOME if in_full else _BRIEF
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
        f"{heading or _BLANK.to(lang)} → {label.to(lang)}" for heading, label in table.columns
    )
    return _TABLE.to(lang, name=table.name.to(lang), count=table.items, columns=columns)
