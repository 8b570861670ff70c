"""``kehoach diff``: what is different in the second state, what matters most first."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Protocol

from kehoach.contract.diff_contract import DiffOutput, TurnsJson
from kehoach.contract.json_parts import day as json_day
from kehoach.contract.json_parts import head, obligation, obligations
from kehoach.contract.json_text import dump
from kehoach.explanations.labels import state_words
from kehoach.model.ids import ItemId, PlanId
from kehoach.pages.obligations_table import first_obligations
from kehoach.pages.place_columns import cells_of, place_columns
from kehoach.run import Run
from kehoach.run.changes import Changes, changes
from kehoach.terminal.grid import Column
from kehoach.terminal.heading import heading
from kehoach.terminal.screen import Screen, counted, grid, paint, words
from kehoach.terminal.styled import Part, Styled
from kehoach.verdicts.assessment import Assessment
from kehoach.verdicts.obligations.obligation import Key
from kehoach.words import Lang, Text, shown_day
from kehoach.words.captions import AGENCY

_FEW = 15
_BETWEEN = Text("Từ {old} đến {new}", "From {old} to {new}")
_STATE = Text("ngày {day} ({commit})", "{day} ({commit})")
_HERE = Text("thư mục hiện tại", "the folder as it is")
_NOTHING = Text("Không có gì thay đổi.", "Nothing has changed.")
_OVERDUE = Text("MỚI QUÁ HẠN", "NEWLY OVERDUE")
_DELIVERED = Text("MỚI HOÀN THÀNH", "NEWLY DELIVERED")
_PAUSED = Text("MỚI TẠM DỪNG", "NEWLY PAUSED")
_RUNNING = Text("HẾT TẠM DỪNG", "NO LONGER PAUSED")
_UNDONE = Text("KHÔNG CÒN HOÀN THÀNH", "NO LONGER DELIVERED")
_MOVED = Text("THỜI HẠN THAY ĐỔI", "MOVED DEADLINES")
_TURNED = Text("KẾT LUẬN ĐỔI KHÁC", "VERDICTS TURNED")
_REDECLARED = Text("NGÀY HOÀN THÀNH BỊ SỬA", "DAYS OF COMPLETION REWRITTEN")
_BEFORE, _NOW = Text("Trước", "Before"), Text("Nay", "Now")
_ADDED = Text("+ {item} (thêm)", "+ {item} (added)")
_ALTERED = Text("~ {item} (sửa: {fields})", "~ {item} (altered: {fields})")
_REMOVED = Text("- {item} (bỏ)", "- {item} (removed)")
_ITEMS = Text("MỤC CỦA KẾ HOẠCH", "ITEMS OF THE PLAN")


class DiffPage(Protocol):
    """The changes between two runs."""

    def __call__(self, old: Run, new: Run, screen: Screen) -> str:
        """Return the page."""


def diff_text(old: Run, new: Run, screen: Screen) -> str:
    """Return the changes between two runs."""
    lang = screen.lang
    found = changes(old.reports, new.reports, new.asked)
    between = _BETWEEN.to(lang, old=_state(old, lang), new=_state(new, lang))
    parts: list[Part] = [*heading(new, screen), words(between, "bold")]
    if not found:
        return paint([*parts, Styled(""), words(_NOTHING.to(lang), "green")], screen)
    for name, verdicts in (
        (_UNDONE, found.no_longer_delivered),
        (_OVERDUE, found.newly_overdue),
        (_DELIVERED, found.newly_delivered),
        (_PAUSED, found.newly_paused),
        (_RUNNING, found.no_longer_paused),
    ):
        parts += _verdicts(new, screen, name, verdicts)
    parts += [*_turned(new, found, lang), *_redeclared(new, found, lang)]
    return paint([*parts, *_deadlines(new, found, lang), *_items(new, found, lang)], screen)


def _state(run: Run, lang: Lang) -> str:
    """Return which state of the files a run judged, and at which day."""
    git = run.repository if run.revision else None
    commit = git.head[:10] if git and git.head else _HERE.to(lang)
    return _STATE.to(lang, day=shown_day(run.as_of, lang), commit=commit)


def _verdicts(
    run: Run, screen: Screen, name: Text, verdicts: tuple[Assessment, ...]
) -> Iterator[Part]:
    if verdicts:
        ordered = sorted(verdicts, key=lambda each: -(each.days or 0))
        yield counted(name, len(verdicts), screen.lang)
        yield from first_obligations(run, ordered, screen, _FEW)


def _turned(run: Run, found: Changes, lang: Lang) -> Iterator[Part]:
    """Yield what is delivered in both states, and judged otherwise now."""
    if found.turned:
        yield counted(_TURNED, len(found.turned), lang)
        yield _beside(run, lang, (
            (each.key, _judged(each.before, lang), _judged(each.after, lang))
            for each in found.turned
        ))  # fmt: skip


def _redeclared(run: Run, found: Changes, lang: Lang) -> Iterator[Part]:
    """Yield the days of completion that were rewritten."""
    if found.redeclared:
        yield counted(_REDECLARED, len(found.redeclared), lang)
        yield _beside(run, lang, (
            (each.key, _day(each.before, lang), _day(each.after, lang))
            for each in found.redeclared
        ))  # fmt: skip


def _beside(run: Run, lang: Lang, rows: Iterable[tuple[Key, str, str]]) -> Part:
    """Return a table of what was before and what is now."""
    beside = (Column(each.to(lang)) for each in (_BEFORE, _NOW, AGENCY))
    columns = [*place_columns(run, lang), *beside]
    return grid(columns, (
        (*cells_of(run, key.plan, key.item, key.period, lang), before, now, run.agency_name(key.agency))
        for key, before, now in rows
    ))  # fmt: skip


def _day(day: date | None, lang: Lang) -> str:
    return shown_day(day, lang) if day else "—"


def _judged(each: Assessment | None, lang: Lang) -> str:
    """Return a verdict in few words: its state, and the days from its due day."""
    days = "" if each is None or each.days is None else f" ({each.days:+d})"
    return state_words(each, lang) + days if each else "—"


def _deadlines(run: Run, found: Changes, lang: Lang) -> Iterator[Part]:
    """Yield the due days that are others now."""
    if not found.moved_deadlines:
        return
    yield counted(_MOVED, len(found.moved_deadlines), lang)
    beside = (Column(each.to(lang)) for each in (_BEFORE, _NOW, AGENCY))
    columns = [*place_columns(run, lang), *beside]
    yield grid(columns, (
        (*cells_of(run, each.plan, each.item, each.period, lang),
         _day(each.before, lang), _day(each.after, lang),
         run.agency_name(each.agency) if each.agency else Text("tất cả", "all").to(lang))
        for each in found.moved_deadlines
    ))  # fmt: skip


def _items(run: Run, found: Changes, lang: Lang) -> Iterator[Part]:
    """Yield the items that were added, altered or removed."""

    def place(plan: PlanId, item: ItemId) -> str:
        return " ".join(cell.plain for cell in cells_of(run, plan, item, None, lang))

    lines = [
        *(_ADDED.to(lang, item=place(*each)) for each in found.items_added),
        *(
            _ALTERED.to(lang, item=place(each.plan, each.item), fields=", ".join(each.fields))
            for each in found.items_altered
        ),
        *(_REMOVED.to(lang, item=place(*each)) for each in found.items_removed),
    ]
    if lines:
        yield counted(_ITEMS, len(lines), lang)
        for line in lines:
            yield words(line)


def diff_json(old: Run, new: Run, screen: Screen) -> str:
    """Return the changes between two runs; the head is the second's."""
    found, lang = changes(old.reports, new.reports, new.asked), screen.lang
    output: DiffOutput = {
        **head(new, "diff", lang),
        **_turns(old, new, found, lang),
        "from": head(old, "diff", lang),
        "newly_overdue": obligations(new, found.newly_overdue, lang),
        "newly_delivered": obligations(new, found.newly_delivered, lang),
        "no_longer_delivered": obligations(new, found.no_longer_delivered, lang),
        "newly_paused": obligations(new, found.newly_paused, lang),
        "no_longer_paused": obligations(new, found.no_longer_paused, lang),
        "moved_deadlines": [
            {
                "plan": each.plan,
                "item": each.item,
                "period": each.period,
                "agency": each.agency,
                "before": json_day(each.before),
                "after": json_day(each.after),
            }
            for each in found.moved_deadlines
        ],
        "items_added": [{"plan": plan, "item": item} for plan, item in found.items_added],
        "items_altered": [
            {"plan": each.plan, "item": each.item, "fields": list(each.fields)}
            for each in found.items_altered
        ],
        "items_removed": [{"plan": plan, "item": item} for plan, item in found.items_removed],
    }
    return dump({**output})


def _turns(old: Run, new: Run, found: Changes, lang: Lang) -> TurnsJson:
    """Return what is delivered in both states and judged, or declared, otherwise now."""
    return {
        "verdicts_turned": [
            {
                "before": obligation(old, each.before, lang),
                "after": obligation(new, each.after, lang),
            }
            for each in found.turned
            if each.before is not None and each.after is not None
        ],
        "days_rewritten": [
            {
                "plan": key.plan,
                "item": key.item,
                "agency": key.agency,
                "period": key.period,
                "before": json_day(before),
                "after": json_day(after),
            }
            for key, before, after in found.redeclared
        ],
    }


DIFF_FORMATS: Mapping[str, DiffPage] = {"text": diff_text, "json": diff_json}
