"""``kehoach receipt --format json``."""

from kehoach.contract import receipt_contract as contract
from kehoach.contract.json_parts import day, finding, head, obligation
from kehoach.contract.json_text import dump
from kehoach.diagnostics import Place
from kehoach.filing.understood import UnderstoodEntry, UnderstoodFile
from kehoach.model import documents
from kehoach.run import Run
from kehoach.words import Lang


def receipt_json(run: Run, file: UnderstoodFile, lang: Lang) -> str:
    """Return what was understood from one file."""
    filed = file.submission
    output: contract.ReceiptOutput = {
        **head(run, "receipt", lang),
        "file": run.shown_file(file.file),
        "readable": filed is not None,
        "draft": filed is not None and filed.draft,
        "agency": file.agency,
        "agency_name": run.agency_name(file.agency) if file.agency else None,
        "plan": filed.plan if filed else None,
        "document": _document(filed.document) if filed else None,
        "entries": [_entry(run, each) for each in file.entries],
        "uncounted": file.uncounted,
        "findings": [finding(run, each, lang) for each in file.findings],
        "still_owed": [obligation(run, each, lang) for each in file.owed],
    }
    return dump({**output})


def _document(of: documents.Document) -> contract.DocumentJson:
    return {"number": of.number, "date": day(of.date), "title": of.title, "signer": of.signer}


def _entry(run: Run, entry: UnderstoodEntry) -> contract.EntryJson:
    claim, receipt = entry.claim, entry.claim.receipt
    return {
        "line": run.positions.mark(Place(claim.file, claim.route))[0],
        "item": entry.item.id,
        "kind": claim.kind,
        "title": entry.item.title,
        "period": entry.demand.period,
        "due": day(entry.due),
        "received": day(receipt.day if receipt else None),
        "receipt_source": receipt.source if receipt else None,
        "receipt_verified": receipt.verified if receipt else None,
        "days": entry.days,
        "status": entry.verdict.status if entry.verdict else None,
        "counts": entry.counts,
        "progress": claim.progress,
        "nil": claim.nil,
        "started": day(claim.started),
        "completed": day(claim.told_end),
        "percent": claim.percent,
        "quantity": claim.quantity,
        "evidence": [_document(each) for each in claim.evidence],
        "note": claim.note,
        "sample": claim.sample,
    }
