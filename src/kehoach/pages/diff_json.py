"""``kehoach diff --format json``."""

from kehoach.contract import outputs as contract
from kehoach.contract.json_parts import day, dump, head, obligations
from kehoach.run import Run
from kehoach.run.changes import changes
from kehoach.terminal.screen import Screen


def diff_json(old: Run, new: Run, screen: Screen) -> str:
    """Return the changes between two runs; the head is the second's."""
    found, lang = changes(old.reports, new.reports), screen.lang
    output: contract.DiffOutput = {
        **head(new, "diff", lang),
        "from": head(old, "diff", lang),
        "newly_overdue": obligations(new, found.newly_overdue, lang),
        "newly_delivered": obligations(new, found.newly_delivered, lang),
        "no_longer_delivered": obligations(new, found.no_longer_delivered, lang),
        "moved_deadlines": [
            {
                "plan": each.plan,
                "item": each.item,
                "period": each.period,
                "agency": each.agency,
                "before": day(each.before),
                "after": day(each.after),
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
