"""``kehoach explain ITEM --agency ID``: the chain from the sentence to the verdict."""

from collections.abc import Mapping

from kehoach.contract import outputs as contract
from kehoach.contract.json_parts import head, obligation
from kehoach.contract.json_text import dump
from kehoach.explanations.chain import chain
from kehoach.pages.page import Page
from kehoach.run import Run
from kehoach.terminal.heading import heading
from kehoach.terminal.screen import Screen, paint, pairs, words
from kehoach.terminal.styled import Part, Styled
from kehoach.words.period_names import period_text


def explain_text(run: Run, screen: Screen) -> str:
    """Return the chain of each obligation asked for."""
    parts: list[Part] = [*heading(run, screen)]
    for each in run.assessments:
        demand = each.obligation.demand
        period = f" · {name}" if (name := period_text(demand.period).to(screen.lang)) else ""
        name = f"{demand.item.id} {demand.item.title} · {run.agency_name(each.agency)}{period}"
        parts += [Styled(""), words(name, "bold"), pairs(chain(run, each, screen.lang))]
    return paint(parts, screen)


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
