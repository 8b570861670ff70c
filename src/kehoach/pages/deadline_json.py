"""``kehoach deadline --format json``."""

from kehoach import __version__
from kehoach.contract.deadline_contract import DatedPeriod, DeadlineOutput
from kehoach.contract.json_parts import dump
from kehoach.pages.wording_answer import Worded
from kehoach.terminal.screen import Screen
from kehoach.verdicts.obligations import Demand


def deadline_json(worded: Worded, screen: Screen) -> str:
    """Return a wording's rules, due days and doubts."""
    reading = worded.reading
    number = reading.quantity
    output: DeadlineOutput = {
        "schema": "kehoach/deadline@1",
        "tool": {"name": "kehoach", "version": __version__},
        "wording": reading.wording,
        "understood": reading.understood,
        "from": worded.first.isoformat(),
        "to": worded.last.isoformat(),
        "before": worded.policy.before,
        "roll": worded.policy.roll,
        "rules": [
            {"kind": rule.kind, **form}
            for rule, form in zip(reading.rules, reading.forms, strict=True)
        ],
        "dues": [_due(each) for each in worded.dues],
        "events": [{"id": each.id, "text": each.text} for each in reading.events],
        "quantity": {"at_least": number[0], "unit": number[1]} if number else None,
        "unread": reading.unread,
        "doubts": [
            {"words": each.words, "why": each.why.to(screen.lang)} for each in reading.doubts
        ],
    }
    return dump({**output})


def _due(demand: Demand) -> DatedPeriod:
    term, rolled = demand.term, demand.rolled
    assert term.nominal is not None  # noqa: S101 - only dated terms are listed
    assert demand.due is not None  # noqa: S101 - the same
    return {
        "period": demand.period,
        "nominal_due": term.nominal.isoformat(),
        "due": demand.due.isoformat(),
        "time": term.time,
        "assumed": term.assumed,
        "estimated": bool(rolled and rolled.estimated),
        "aspirational": term.aspirational,
    }
