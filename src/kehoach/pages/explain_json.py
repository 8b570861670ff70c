"""``kehoach explain ITEM --agency ID --format json``."""

from kehoach.contract import outputs as contract
from kehoach.contract.json_parts import dump, head, obligation
from kehoach.explanations.chain import chain
from kehoach.run import Run
from kehoach.terminal.screen import Screen


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
