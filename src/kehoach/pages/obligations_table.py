"""Obligations as a table, a row each."""

from collections.abc import Iterable, Iterator, Sequence

from kehoach.explanations.decision_words import debt_note
from kehoach.explanations.due_notes import due_note
from kehoach.explanations.extension_words import in_brackets
from kehoach.explanations.labels import TAKEN_OVER, marked, state_text
from kehoach.explanations.reminder_words import reminded_words
from kehoach.pages.place_columns import place_cells, place_columns
from kehoach.run import Run
from kehoach.terminal.grid import Column
from kehoach.terminal.screen import Screen, grid, words
from kehoach.terminal.styled import Part, Styled
from kehoach.verdicts.assessment import Assessment
from kehoach.words import Lang, Text, captions, shown_day
from kehoach.words.administrative import grouped
from kehoach.words.captions import AGENCY, DUE, MATTER

_DAYS = Text("Ngày ±", "Days ±")


def first_obligations(
    run: Run, verdicts: Sequence[Assessment], screen: Screen, few: int
) -> Iterator[Part]:
    """Yield the first rows, all where they are asked for, and how many are not shown."""
    shown = verdicts[: screen.most(few)]
    yield obligations_grid(run, shown, screen.lang)
    if len(shown) < len(verdicts):
        yield words(
            captions.MORE_ROWS.to(
                screen.lang, count=grouped(len(verdicts) - len(shown), screen.lang)
            ),
            "dim",
        )


def obligations_grid(
    run: Run, verdicts: Iterable[Assessment], lang: Lang, agency: bool = True
) -> Part:
    """Return a table with an obligation a row."""
    columns = [
        Column(captions.STATE.to(lang), flexible=True), *place_columns(run, lang),
        Column(DUE.to(lang)),
        Column(_DAYS.to(lang), number=True),
        Column((AGENCY if agency else MATTER).to(lang), flexible=True),
    ]  # fmt: skip
    return grid(columns, (_obligation_row(run, each, lang, agency) for each in verdicts))


def _obligation_row(run: Run, each: Assessment, lang: Lang, agency: bool) -> tuple[Styled, ...]:
    demand, due = each.obligation.demand, each.obligation.due
    state = marked(each)
    style = state.look.style
    old = each.inherited_from
    beside = TAKEN_OVER.to(lang, agency=run.agency_name(old)) if old else ""
    notes = (
        due_note(each.obligation, lang),
        debt_note(each, lang),
        *reminded_words(run.reminded(each), lang),
        "" if agency else "; ".join(demand.item.by),
    )
    beside += in_brackets("; ".join(filter(None, notes)))
    return (
        words(f"{state.look.sign} {state_text(each, state).to(lang)}", style),
        *place_cells(run, demand, lang),
        words(shown_day(due, lang) if due else ""),
        words("" if each.days is None else f"{each.days:+d}", style),
        words((run.agency_name(each.agency) if agency else demand.item.title) + beside),
    )
