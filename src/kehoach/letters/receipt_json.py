"""``kehoach receipt --format json``."""

from kehoach.contract import receipt_contract as contract
from kehoach.contract.json_parts import day, dump, finding, head, obligation
from kehoach.diagnostics import Place
from kehoach.letters.receipt_data import Told, Understood
from kehoach.model import documents
from kehoach.run import Run
from kehoach.terminal.screen import Screen


def receipt_json(run: Run, told: Understood, screen: Screen) -> str:
    """Return what was understood from one file."""
    lang, filed = screen.lang, told.submission
    output: contract.ReceiptOutput = {
        **head(run, "receipt", lang),
        "file": run.shown_file(told.file),
        "readable": filed is not None,
        "draft": filed is not None and filed.draft,
        "agency": told.agency,
        "agency_name": run.agency_name(told.agency) if told.agency else None,
        "plan": filed.plan if filed else None,
        "document": _document(filed.document) if filed else None,
        "entries": [_entry(run, each) for each in told.entries],
        "uncounted": told.uncounted,
        "findings": [finding(run, each, lang) for each in told.findings],
        "still_owed": [obligation(run, each, lang) for each in told.owed],
    }
    return dump({**output})


def _document(of: documents.Document) -> contract.Document:
    return {"number": of.number, "date": day(of.date), "title": of.title, "signer": of.signer}


def _entry(run: Run, told: Told) -> contract.Entry:
    claim, receipt = told.claim, told.claim.receipt
    return {
        "line": run.positions.mark(Place(claim.file, claim.route))[0],
        "item": told.item.id,
        "kind": claim.kind,
        "title": told.item.title,
        "period": told.demand.period,
        "due": day(told.due),
        "received": day(receipt.day if receipt else None),
        "receipt_source": receipt.source if receipt else None,
        "days": told.days,
        "status": told.verdict.status if told.verdict else None,
        "counts": told.counts,
        "progress": claim.progress,
        "nil": claim.nil,
        "completed": day(claim.completed),
        "percent": claim.percent,
        "quantity": claim.quantity,
        "evidence": [_document(each) for each in claim.evidence],
        "note": claim.note,
        "sample": claim.sample,
    }
