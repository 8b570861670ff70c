"""``kehoach item``: the sentence, the due days, and who has delivered."""

from collections.abc import Iterator, Mapping

from kehoach.contract import outputs as contract
from kehoach.contract.json_parts import day, status_output
from kehoach.contract.json_text import dump
from kehoach.explanations.compiled import compiling_words
from kehoach.explanations.item_facts import due_words, item_facts
from kehoach.explanations.reasoning import reasoning
from kehoach.model.plan import Item, Plan
from kehoach.pages.obligations_table import first_obligations
from kehoach.pages.page import Page
from kehoach.run import Run
from kehoach.terminal.grid import Column
from kehoach.terminal.heading import heading, totals
from kehoach.terminal.screen import Screen, counted, grid, paint, pairs, title, words
from kehoach.terminal.styled import Part, Styled
from kehoach.verdicts.assessment import Assessment
from kehoach.verdicts.obligations import Demand
from kehoach.words import Lang, Text, captions
from kehoach.words.captions import DUE, PERIOD
from kehoach.words.period_names import period_text

_DAYS = Text("THỜI HẠN", "DUE DAYS")
_WHO = Text("CHƯA HOÀN THÀNH HOẶC HOÀN THÀNH QUÁ HẠN", "NOT DONE, OR DONE LATE")
_BINDING = Text("tính chất", "binding")
_FEW = 25


def item_table(run: Run, screen: Screen) -> str:
    """Return everything about the item that was asked for."""
    lang = screen.lang
    parts: list[Part] = [*heading(run, screen)]
    for plan, item, demands in asked_items(run):
        of = f"{captions.PLAN.to(lang)} {plan.id}: " if len(run.plans) > 1 else ""
        parts += [Styled(""), words(f"{of}{item.id}  {item.title}", "bold"), Styled("")]
        parts += [words(paragraph) for paragraph in item.sentence.splitlines()]
        parts += [Styled(""), pairs(_about(run, item, lang)), title(_DAYS.to(lang))]
        parts += [grid((
            Column(PERIOD.to(lang)), Column(DUE.to(lang)),
            Column(captions.WHY.to(lang), flexible=True),
        ), (_day_row(run, demand, lang) for demand in demands))]  # fmt: skip
        if item.after and (compiled := list(compiling_words(run, item, lang))):
            parts += [title(captions.COMPILED.to(lang).upper())]
            parts += [words(said) for said in compiled]
    parts += [Styled(""), *totals(run.counts, lang)]
    return paint([*parts, *_open(run, screen)], screen)


def asked_items(run: Run) -> Iterator[tuple[Plan, Item, list[Demand]]]:
    """Yield the items that the question named, with all their demands over the plan's life."""
    for report in run.reports:
        plan = report.docket.plan
        for id_ in run.asked.items:
            if (item := plan.item.get(id_)) and run.asked.asks(plan.id, item):
                yield plan, item, [each for each in report.docket.demands if each.item is item]


def _about(run: Run, item: Item, lang: Lang) -> list[tuple[str, str]]:
    """Return the assignment and the deadline as the document has them."""
    asked = (
        [(_BINDING.to(lang), captions.REQUESTED.to(lang))] if item.binding == "requested" else []
    )
    return item_facts(run, item, lang) + asked


def _day_row(run: Run, demand: Demand, lang: Lang) -> tuple[Styled, ...]:
    """Return a period, its due day and how it was found."""
    return (
        words(period_text(demand.period).to(lang), "bold"),
        words(due_words(demand, lang)),
        words(" · ".join(reasoning(run, demand, lang))),
    )


def _open(run: Run, screen: Screen) -> Iterator[Part]:
    """Yield who has not delivered, or delivered late; the most days first."""
    rows: list[Assessment] = sorted(
        run.those(lambda each: (each.days or 0) > 0 or each.due_soon),
        key=lambda each: -(each.days or 0),
    )
    if not rows:
        return
    yield counted(_WHO, len(rows), screen.lang)
    yield from first_obligations(run, rows, screen, _FEW)


def item_json(run: Run, screen: Screen) -> str:
    """Return the status of one item, and what the plan says of it."""
    plan, item, demands = next(asked_items(run))
    output: contract.ItemOutput = {
        **status_output(run, screen.lang),
        "schema": "kehoach/item@1",
        "item": {
            "plan": plan.id,
            "id": item.id,
            "kind": item.kind,
            "title": item.title,
            "sentence": item.sentence,
            "assignment": item.assignment,
            "wording": item.wording,
            "lead": list(item.lead),
            "implement": list(item.implement),
            "coordinate": list(item.coordinate),
            "by": list(item.by),
            "binding": item.binding,
            "to": item.to,
            "via": item.via,
            "after": item.after,
            "deliverable": item.deliverable,
            "note": item.note,
            "due_days": [
                {
                    "period": demand.period,
                    "nominal_due": day(demand.term.nominal),
                    "due": day(demand.due),
                    "due_assumed": demand.term.assumed,
                    "due_time": demand.term.time,
                    "aim": day(demand.term.aim),
                    "agencies": list(demand.term.bound),
                    "steps": reasoning(run, demand, screen.lang),
                }
                for demand in demands
            ],
        },
    }
    return dump({**output})


ITEM_FORMATS: Mapping[str, Page] = {"table": item_table, "json": item_json}
