"""``kehoach diff``: what is different in the second state, what matters most first."""

from collections.abc import Iterator

from rich.console import RenderableType
from rich.text import Text as Styled

from kehoach.pages.status_table import obligations_grid
from kehoach.run import Run
from kehoach.run.changes import Changes, changes
from kehoach.terminal.grid import Column
from kehoach.terminal.heading import heading
from kehoach.terminal.screen import Screen, grid, paint, title, words
from kehoach.verdicts.assessment import Assessment
from kehoach.words import Lang, Text, shown_day

_FEW = 15
_BETWEEN = Text("Từ {old} đến {new}", "From {old} to {new}")
_STATE = Text("ngày {day} ({commit})", "{day} ({commit})")
_HERE = Text("thư mục hiện tại", "the folder as it is")
_NOTHING = Text("Không có gì thay đổi.", "Nothing has changed.")
_MORE = Text("… và {count} dòng khác (--all)", "… and {count} more rows (--all)")
_OVERDUE = Text("MỚI QUÁ HẠN", "NEWLY OVERDUE")
_DELIVERED = Text("MỚI HOÀN THÀNH", "NEWLY DELIVERED")
_UNDONE = Text("KHÔNG CÒN HOÀN THÀNH", "NO LONGER DELIVERED")
_MOVED = Text("THỜI HẠN THAY ĐỔI", "MOVED DEADLINES")
_ITEMS = Text("MỤC CỦA KẾ HOẠCH", "ITEMS OF THE PLAN")


def diff_text(old: Run, new: Run, screen: Screen) -> str:
    """Return the changes between two runs."""
    lang = screen.lang
    found = changes(old.reports, new.reports)
    between = _BETWEEN.to(lang, old=_state(old, lang), new=_state(new, lang))
    parts: list[RenderableType] = [*heading(new, screen), words(between, "bold")]
    if not found:
        return paint([*parts, Styled(""), words(_NOTHING.to(lang), "green")], screen)
    for name, verdicts in (
        (_UNDONE, found.no_longer_delivered),
        (_OVERDUE, found.newly_overdue),
        (_DELIVERED, found.newly_delivered),
    ):
        parts += _verdicts(new, screen, name, verdicts)
    return paint([*parts, *_deadlines(new, found, lang), *_items(found, lang)], screen)


def _state(run: Run, lang: Lang) -> str:
    """Return which state of the files a run judged, and at which day."""
    git = run.repository if run.revision else None
    commit = git.head[:10] if git and git.head else _HERE.to(lang)
    return _STATE.to(lang, day=shown_day(run.as_of, lang), commit=commit)


def _verdicts(
    run: Run, screen: Screen, name: Text, verdicts: tuple[Assessment, ...]
) -> Iterator[RenderableType]:
    if verdicts:
        ordered = sorted(verdicts, key=lambda each: -(each.days or 0))
        shown = ordered[: screen.most(_FEW)]
        yield title(f"{name.to(screen.lang)} ({len(verdicts)})")
        yield obligations_grid(run, shown, screen.lang)
        if len(shown) < len(ordered):
            yield words(_MORE.to(screen.lang, count=len(ordered) - len(shown)), "dim")


def _deadlines(run: Run, found: Changes, lang: Lang) -> Iterator[RenderableType]:
    """Yield the due days that are others now."""
    if not found.moved_deadlines:
        return
    yield title(f"{_MOVED.to(lang)} ({len(found.moved_deadlines)})")
    columns = [
        Column(each.to(lang))
        for each in (
            Text("Mục", "Item"), Text("Kỳ", "Period"), Text("Trước", "Before"),
            Text("Nay", "Now"), Text("Cơ quan", "Agency"),
        )
    ]  # fmt: skip
    yield grid(columns, (
        (each.item, each.period, *(shown_day(day, lang) if day else "—"
                                   for day in (each.before, each.after)),
         run.agency_name(each.agency) if each.agency else Text("tất cả", "all").to(lang))
        for each in found.moved_deadlines
    ))  # fmt: skip


def _items(found: Changes, lang: Lang) -> Iterator[RenderableType]:
    """Yield the items that were added, altered or removed."""
    lines = [
        *(Text(f"+ {id_} (thêm)", f"+ {id_} (added)") for _, id_ in found.items_added),
        *(
            Text(f"~ {each.item} (sửa: {', '.join(each.fields)})",
                 f"~ {each.item} (altered: {', '.join(each.fields)})")
            for each in found.items_altered
        ),
        *(Text(f"- {id_} (bỏ)", f"- {id_} (removed)") for _, id_ in found.items_removed),
    ]  # fmt: skip
    if lines:
        yield title(f"{_ITEMS.to(lang)} ({len(lines)})")
        for line in lines:
            yield words(line.to(lang))
