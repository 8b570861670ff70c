"""``kehoach status --format json``, and the parts that every JSON output is made of."""

from collections.abc import Iterable
from datetime import date

from kehoach import __version__
from kehoach.contract import counts_contract, due_contract, told_contract
from kehoach.contract import outputs as contract
from kehoach.contract.finding_contract import FindingJson, SuppressedJson
from kehoach.explanations.labels import SAMPLE, reason_words
from kehoach.model.decisions import Pause
from kehoach.reading.positions import Located
from kehoach.run import Account, Run
from kehoach.verdicts.assessment import Assessment
from kehoach.verdicts.evidence import Receipt
from kehoach.verdicts.obligations.extending import Extended
from kehoach.verdicts.tables import Counts, Responsibility
from kehoach.words import Lang
from kehoach.words.statuses import Remark, Status


def status_output(run: Run, lang: Lang) -> contract.StatusOutput:
    """Return the status of everything asked for; verdicts are obligations, not findings.

    Obligations and findings are made as they are written; what can go wrong in finding them out
    goes wrong before.
    """
    wrong = run.located(run.wrong)
    return {
        **head(run, "status", lang),
        "summary": summary(run),
        "obligations": (obligation(run, each, lang) for each in run.each()),
        "findings": (finding(run, each, lang) for each in wrong),
        "suppressed": suppressed(run, lang),
    }


def head(run: Account, kind: str, lang: Lang) -> contract.HeadJson:
    """Return what every output begins with."""
    git = run.repository
    output: contract.HeadJson = {
        "schema": f"kehoach/{kind}@1",
        "tool": {"name": "kehoach", "version": __version__},
        "as_of": run.as_of.isoformat(),
        "timezone": run.timezone,
        "git": {"head": git.head, "shallow": git.shallow} if git else None,
        "plans": [
            {
                "id": each.plan.id,
                "title": each.plan.title,
                "file": run.shown_file(each.file),
                "telling": each.plan.policy.telling,
            }
            for each in run.workspace.plans
            if not run.asked.plans or each.plan.id in run.asked.plans
        ],
        "sample": run.sample,
        "left_out": [run.shown_file(name) for name in run.left_out],
        "not_counted": [finding(run, each, lang) for each in run.located(run.uncounted)],
    }
    if run.workspace.holidays is not None:
        output["calendar"] = [
            {"calendar": id_, "date": each.date.isoformat(), "off": off, "name": each.name}
            for id_, off, each in run.workspace.holidays.listed()
        ]
    if run.sample:
        output["sample_notice"] = SAMPLE.to(lang)
    return output


def counts(of: Counts) -> counts_contract.CountsJson:
    """Return counts with both numbers of every rate."""
    return {
        "assigned": of.assigned,
        "done_on_time": of[Status.DONE_ON_TIME],
        "done_late": of[Status.DONE_LATE],
        "in_term": of[Status.IN_TERM],
        "due_soon": of[Remark.DUE_SOON],
        "overdue": of[Status.OVERDUE],
        "missing_reports": of[Remark.MISSING],
        "waiting": of[Status.WAITING],
        "ongoing": of[Status.ONGOING],
        "uncovered": of[Remark.UNCOVERED],
        "paused": of[Status.PAUSED],
        "waived": of[Status.WAIVED],
        "requested": of[Remark.REQUESTED],
        "completion": {"done": of.done, "due": of.due},
        "on_time": {"on_time": of[Status.DONE_ON_TIME], "due": of.due},
        "explained": {"explained": of.explained.part, "overdue": of.explained.whole},
    }


def summary(run: Account) -> counts_contract.Summary:
    """Return the counts over all verdicts, and an agency a row."""
    rows = [_agency(run, row) for row in run.responsibilities]
    return {**counts(run.counts), "agencies": rows}


def _agency(run: Account, row: Responsibility) -> counts_contract.AgencyCounts:
    return {
        "agency": row.agency,
        "name": run.agency_name(row.agency),
        "led": row.led,
        "implemented": row.implemented,
        "coordinated": row.coordinated,
        **counts(row.counts),
    }


def obligations(
    run: Run, verdicts: Iterable[Assessment], lang: Lang
) -> list[contract.ObligationJson]:
    """Return obligations in the order of plan, item, period, agency."""
    return [obligation(run, each, lang) for each in verdicts]


def obligation(run: Run, each: Assessment, lang: Lang) -> contract.ObligationJson:
    """Return one obligation with its verdict."""
    owed, claim = each.obligation, each.claim
    demand, item = owed.demand, owed.demand.item
    receipt, quota = _receipt(each), owed.quota
    started, completed = _started_or_completed(each)
    return {
        "plan": demand.plan.id,
        "item": item.id,
        "kind": item.kind,
        "title": item.title,
        "agency": each.agency,
        "agency_name": run.agency_name(each.agency),
        "inherited_from": each.inherited_from,
        "merged_from": list(each.merged),
        "no_successor": each.heirless,
        "role": "lead" if owed.role == "lead" else "implement",
        "binding": item.binding,
        "period": demand.period,
        "wording": item.wording,
        **_due(each),
        "status": each.status,
        "days": _days(run, each),
        "received": day(receipt.day if receipt else None),
        "receipt_source": receipt.source if receipt else None,
        "receipt_verified": receipt.verified if receipt else None,
        "started": started,
        "completed": completed,
        **_told(run, each),
        "covered": each.covered,
        "quantity": claim.quantity if claim else None,
        "at_least": quota.at_least if quota else None,
        "submission": run.shown_file(claim.file) if claim else None,
        "sample": each.sample,
        "reason": reason_words(each, lang),
        "reason_code": each.reason.value,
    }


def _started_or_completed(each: Assessment) -> tuple[str | None, str | None]:
    """Return the day that counts: that of a beginning, or that of an end."""
    counted = day(each.completed)
    return (counted, None) if each.obligation.demand.term.beginning else (None, counted)


def _receipt(each: Assessment) -> Receipt | None:
    """Return when the entry came on which a verdict rests."""
    return each.claim.receipt if each.claim else None


def _declared(each: Assessment) -> date | None:
    """Return the day of the work that a finished task's agency named; ``None`` where it named none."""
    return each.timing.declared if each.timing and each.claim and each.claim.told.stated else None


def _told(run: Run, each: Assessment) -> told_contract.ToldJson:
    """Return what was told of it, by whoever owes it and to it."""
    return {
        "declared": day(_declared(each)),
        "told": day(each.timing.told if each.timing else None),
        "told_by": day(each.timing.by if each.timing else None),
        "returned": day(each.returned),
        "reason_given": each.reason_given,
        "expected": day(each.expected),
        "reminders": [
            {"number": letter.document.number, "date": day(letter.document.date),
             "reply_by": day(letter.reply_by)}
            for letter in run.reminded(each)
        ],
    }  # fmt: skip


def _due(each: Assessment) -> due_contract.DueJson:
    """Return the last day on time, and what it rests on."""
    owed, demand = each.obligation, each.obligation.demand
    return {
        "nominal_due": day(demand.term.nominal),
        "due": day(owed.due),
        "original_due": day(demand.due) if owed.due != demand.due else None,
        "extensions": [_extension(each) for each in owed.extensions],
        "pauses": [_pause(each) for each in owed.still.pauses],
        "paused_days": owed.moved.days if owed.moved else 0,
        "due_assumed": owed.assumed,
        "due_time": demand.term.time,
        "aim": day(demand.term.aim),
        "calendar": demand.calendar,
        "due_estimated": bool(demand.rolled and demand.rolled.estimated),
        "due_soon": each.due_soon,
    }


def _pause(each: Pause) -> due_contract.PauseJson:
    """Return a pause."""
    return {
        "from": each.from_.isoformat(),
        "until": day(each.until),
        "reason": each.reason,
        "document": {"number": each.document.number, "date": day(each.document.date)},
    }


def _extension(each: Extended) -> due_contract.ExtensionJson:
    """Return an extension, applied or not."""
    document = each.extension.document
    return {
        "due": day(each.due) or "",
        "nominal_due": day(each.extension.due) or "",
        "exact": each.extension.exact,
        "applied": each.refusal is None,
        "refusal": each.refusal,
        "document": {"number": document.number, "date": day(document.date)},
    }


def _days(run: Run, each: Assessment) -> int | None:
    """Return the days from the due day, also where they are held against nobody: the body may be gone."""
    due = each.obligation.due
    if due is not None and each.days is None and each.status is Status.WAITING:
        return (run.as_of - due).days
    return each.days


def finding(run: Account, located: Located, lang: Lang) -> FindingJson:
    """Return one finding."""
    found = located.finding
    return {
        "code": found.rule.code,
        "severity": found.rule.severity.value,
        "file": run.shown_file(found.place.file),
        "line": located.line,
        "column": located.column,
        "end_column": located.excerpt.end if located.excerpt else None,
        "excerpt": located.excerpt.line if located.excerpt else None,
        "message": found.message(lang),
        "hint": found.hint(lang),
        "agency": found.subject.agency,
        "item": found.subject.item,
        "period": found.subject.period,
    }


def suppressed(run: Account, lang: Lang) -> list[SuppressedJson]:
    """Return what is passed over, each with what passes it over, in order of place."""
    return [
        {
            **finding(run, located, lang),
            "suppressed_by": "ignore" if ignore else "baseline",
            "suppressed_reason": ignore.reason if ignore else None,
            "suppressed_until": day(ignore.until if ignore else None),
        }
        for located, ignore in run.located_passed()
    ]


def day(value: date | None) -> str | None:
    """Return a day as ``YYYY-MM-DD``."""
    return value.isoformat() if value else None
