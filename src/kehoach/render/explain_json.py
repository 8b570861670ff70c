"""``kehoach explain ITEM --agency ID --format json``."""

from kehoach.pipeline import Run
from kehoach.render import contract
from kehoach.render.chain import chain
from kehoach.render.screen import Screen
from kehoach.render.status_json import dump, head, obligation


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
