"""``kehoach explain ITEM --agency ID``: the chain from the sentence to the verdict."""

from collections.abc import Mapping

from kehoach.contract import outputs as contract
from kehoach.contract.json_parts import head, obligation
from kehoach.contract.json_text import dump
from kehoach.explanations.chain import chain
from kehoach.pages.obligations_table import first_obligations
from kehoach.pages.page import Page
from kehoach.run import Run
from kehoach.terminal.heading import heading
from kehoach.terminal.screen import Screen, counted, paint, pairs, words
from kehoach.terminal.styled import Part, Styled
from kehoach.words import Text
from kehoach.words.period_names import period_text

_FEW = 15
_WHOM = Text("GIẢI THÍCH ĐƯỢC CHO", "CAN BE EXPLAINED FOR")
_ASK = Text(
    "Vì sao có một kết luận: kehoach explain {item} --agency MÃ (hoặc tên, hoặc mẫu như so-*)",
    "Why a verdict: kehoach explain {item} --agency ID (or a name, or a pattern such as so-*)",
)


def explain_text(run: Run, screen: Screen) -> str:
    """Return the chain of each obligation asked for."""
    parts: list[Part] = [*heading(run, screen)]
    for each in run.assessments:
        demand = each.obligation.demand
        period = f" · {name}" if (name := period_text(demand.period).to(screen.lang)) else ""
        plan = f"{demand.plan.id}: " if len(run.plans) > 1 else ""
        name = (
            f"{plan}{demand.item.id} {demand.item.title} · {run.agency_name(each.agency)}{period}"
        )
        parts += [Styled(""), words(name, "bold"), pairs(chain(run, each, screen.lang))]
    return paint(parts, screen)


def whom_text(run: Run, screen: Screen) -> str:
    """Return whom one can ask about, each with how it stands, the worst first."""
    lang, item = screen.lang, run.asked.items[0]
    ordered = sorted(run.assessments, key=lambda each: (each.shown.badness, -(each.days or 0)))
    parts: list[Part] = [*heading(run, screen), counted(_WHOM, len(ordered), lang)]
    parts += first_obligations(run, ordered, screen, _FEW if screen.width else len(ordered))
    return paint([*parts, Styled(""), words(_ASK.to(lang, item=item), "dim")], screen)


def explain_json(run: Run, screen: Screen) -> str:
    """Return each obligation asked for, with its chain."""
    output: contract.ExplainOutput = {
        **head(run, "explain", screen.lang),
        "explanations": [
            {
                "obligation": obligation(run, each, screen.lang),
                "chain": [
                    {"step": step, "text": text} for step, text in chain(run, each, screen.lang)
                ],
            }
            for each in run.assessments
        ],
    }
    return dump({**output})


EXPLAIN_FORMATS: Mapping[str, Page] = {"text": explain_text, "json": explain_json}
