"""``kehoach import plan --format json``."""

import json

from kehoach import __version__
from kehoach.annex.doubt_kinds import doubt_kinds
from kehoach.annex.draft_plan import (
    Draft,
    DraftItem,
    DraftSection,
    NamedBody,
    ProposedBody,
    Recognized,
)
from kehoach.contract import draft_contract as contract
from kehoach.words import Lang
from kehoach.words.safety import safe_json


def draft_json(draft: Draft, lang: Lang) -> str:
    """Return the draft for programs."""
    made: contract.DraftOutput = {
        "schema": "kehoach/draft@1",
        "tool": {"name": "kehoach", "version": __version__},
        "plan": _plan(draft),
        "columns": [_table(table, lang) for table in draft.tables],
        "sections": list(map(_section, draft.sections)),
        "items": [_item(item, lang) for item in draft.items],
        "events": [{"id": each.id, "text": each.text} for each in draft.events],
        "footnotes": [{"mark": each.mark, "text": each.text} for each in draft.footnotes],
        "proposals": list(map(_proposal, draft.proposals)),
        "doubts": [f"{id_}: {d.to(lang)}" if id_ else d.to(lang) for id_, d in draft.all_doubts],
        "doubt_kinds": [
            {"doubt": kind.words.to(lang), "items": list(kind.items)} for kind in doubt_kinds(draft)
        ],
        "left": list(draft.left),
    }
    return safe_json(json.dumps(made, ensure_ascii=False, indent=2)) + "\n"


def _section(section: DraftSection) -> contract.DraftHeading:
    return {"id": section.id, "title": section.title, "text": section.text or None}


def _proposal(body: ProposedBody) -> contract.DraftProposal:
    return {"id": body.id, "name": body.name, "group": body.group, "open": body.open}


def _plan(draft: Draft) -> contract.DraftPlan:
    cover = draft.cover
    return {
        "id": cover.id,
        "title": cover.title,
        "number": cover.number or None,
        "issued": cover.issued or None,
        "place": cover.place or None,
        "issuer": cover.issuer.id if cover.issuer else None,
        "first": cover.first.isoformat(),
        "last": cover.last.isoformat(),
        "preamble": cover.preamble or None,
        "recipients": list(cover.recipients),
        "signature": list(cover.signature),
    }


def _table(table: Recognized, lang: Lang) -> contract.DraftTable:
    return {
        "table": table.name.to(lang),
        "items": table.items,
        "columns": [
            {"heading": heading, "read_as": label.to(lang)} for heading, label in table.columns
        ],
    }


def _item(item: DraftItem, lang: Lang) -> contract.DraftEntry:
    due, quantity = item.nominal_due, item.quantity
    return {
        "id": item.id,
        "number": item.number,
        "section": item.section,
        "kind": item.kind,
        "heading": _or_null(item.heading),
        "text": item.text,
        "parts": list(item.parts),
        "binding": "requested" if item.requested else "required",
        "role": item.role,
        "lead": _who(item.owing),
        "implement": _who(item.implementing),
        "coordinate": _who(item.coordinating),
        "to": _who((item.to,))[0] if item.to else None,
        "via": _who((item.via,))[0] if item.via else None,
        "by": list(item.by),
        "assignment": _or_null(item.assignment),
        "wording": _or_null(item.wording),
        "deadline": list(item.deadline),
        "nominal_due": due.isoformat() if due else None,
        "quantity": {"at_least": quantity[0], "unit": quantity[1]} if quantity else None,
        "product": _or_null(item.product),
        "note": _or_null(item.note),
        "doubts": [doubt.to(lang) for doubt in item.doubts],
    }


def _or_null(words: str) -> str | None:
    return words or None


def _who(named: tuple[NamedBody, ...]) -> list[str]:
    return [each.id if each.known else each.words for each in named]
