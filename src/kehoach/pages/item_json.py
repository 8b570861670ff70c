"""``kehoach item --format json``."""

from kehoach.contract import outputs as contract
from kehoach.contract.json_parts import day, dump, status_output
from kehoach.explanations.reasoning import reasoning
from kehoach.pages.item_text import asked_items
from kehoach.run import Run
from kehoach.terminal.screen import Screen


def item_json(run: Run, screen: Screen) -> str:
    """Return the status of one item, and what the plan says of it."""
    item, demands = next(asked_items(run))
    output: contract.ItemOutput = {
        **status_output(run, screen.lang),
        "schema": "kehoach/item@1",
        "item": {
            "plan": demands[0].plan.id if demands else run.plans[0].id,
            "id": item.id,
            "kind": item.kind,
            "title": item.title,
            "sentence": item.sentence,
            "assignment": item.assignment,
            "wording": item.wording,
            "lead": list(item.lead),
            "implement": list(item.implement),
            "coordinate": list(item.coordinate),
            "binding": item.binding,
            "to": item.to,
            "via": item.via,
            "deliverable": item.deliverable,
            "note": item.note,
            "due_days": [
                {
                    "period": demand.period,
                    "nominal_due": day(demand.term.nominal),
                    "due": day(demand.due),
                    "steps": reasoning(demand, screen.lang),
                }
                for demand in demands
            ],
        },
    }
    return dump({**output})
