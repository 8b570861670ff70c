"""The columns of an exported obligation: one list for CSV, Excel and Parquet.

``key`` is the name of the same thing in the JSON contract, where it is there.
"""

from collections.abc import Callable
from datetime import date
from typing import Literal, NamedTuple

from kehoach.explanations.bodies import names_of
from kehoach.explanations.labels import PROGRESS, ROLE, reason_words
from kehoach.periods import ONCE
from kehoach.run import Run
from kehoach.sheets.export_data import clean, revision
from kehoach.verdicts.assessment import Assessment
from kehoach.words import Lang, Text
from kehoach.words.statuses import Remark

Cell = str | int | float | date | bool | None
# "long" text is never broken over lines in a sheet: a row would become a page.
Kind = Literal["text", "long", "state", "number", "rate", "day", "flag"]

KIND = {"task": Text("nhiệm vụ", "task"), "report": Text("báo cáo", "report")}
_ONCE = Text("một lần", "once")
_BINDING = {"required": Text("giao", "required"), "requested": Text("đề nghị", "requested")}


class Column(NamedTuple):
    """A column: its name for machines and for people, what it holds, and how to find it."""

    key: str
    name: Text
    kind: Kind
    value: Callable[[Run, Assessment, Lang], Cell]

    def cell(self, run: Run, each: Assessment, lang: Lang) -> Cell:
        """Return what stands in this column for one obligation; words are made printable."""
        value = self.value(run, each, lang)
        return clean(value) if isinstance(value, str) else value


def _documents(each: Assessment) -> str:
    """Return the documents that prove the claim, by number and title."""
    proofs = each.claim.evidence if each.claim else ()
    return "; ".join(f"{proof.number or ''} {proof.title or ''}".strip() for proof in proofs)


def _period(each: Assessment, lang: Lang) -> str:
    period = each.obligation.demand.period
    return _ONCE.to(lang) if period == ONCE else period


def _state(each: Assessment, lang: Lang) -> str:
    return each.status.label.to(lang)


def _progress(each: Assessment, lang: Lang) -> str | None:
    task = each.claim is not None and each.obligation.demand.item.kind == "task"
    return PROGRESS[each.claim.progress].to(lang) if each.claim and task else None


def _source(each: Assessment, lang: Lang) -> str | None:
    receipt = each.claim.receipt if each.claim else None
    return receipt.source.label.to(lang) if receipt else None


COLUMNS = (
    Column("plan", Text("Kế hoạch", "Plan"), "text",
           lambda _, each, __: each.obligation.demand.plan.id),
    Column("item", Text("Mục", "Item"), "text", lambda _, each, __: each.obligation.demand.item.id),
    Column("period_name", Text("Kỳ", "Period"), "text", lambda _, each, lang: _period(each, lang)),
    Column("kind", Text("Loại", "Kind"), "text",
           lambda _, each, lang: KIND[each.obligation.demand.item.kind].to(lang)),
    Column("title", Text("Nội dung", "Matter"), "text",
           lambda _, each, __: each.obligation.demand.item.title),
    Column("agency_name", Text("Cơ quan", "Agency"), "text",
           lambda run, each, _: run.agency_name(each.agency)),
    Column("role", Text("Vai trò", "Role"), "text",
           lambda _, each, lang: ROLE[each.obligation.role].to(lang)),
    Column("binding", Text("Tính chất", "Binding"), "text",
           lambda _, each, lang: _BINDING[each.obligation.demand.item.binding].to(lang)),
    Column("due", Text("Hạn", "Due"), "day", lambda _, each, __: each.obligation.due),
    Column("state", Text("Trạng thái", "State"), "state", lambda _, each, lang: _state(each, lang)),
    Column("due_soon", Remark.DUE_SOON.label, "flag", lambda _, each, __: each.due_soon),
    Column("days", Text("Quá hạn (+), còn lại hoặc sớm (−): ngày", "Days late (+), left or early (-)"),
           "number", lambda _, each, __: each.days),
    Column("received", Text("Ngày nhận", "Received"), "day",
           lambda _, each, __: each.claim.receipt.day if each.claim and each.claim.receipt else None),
    Column("completed", Text("Ngày hoàn thành", "Completed"), "day",
           lambda _, each, __: each.completed),
    Column("document", Text("Văn bản", "Document"), "text",
           lambda _, each, __: each.claim.document.number if each.claim else None),
    Column("document_date", Text("Ngày văn bản", "Date of the document"), "day",
           lambda _, each, __: each.claim.document.date if each.claim else None),
    Column("reason", Text("Lý do", "Reason"), "text",
           lambda _, each, lang: reason_words(each, lang)),
    Column("covered", Text("Báo cáo của kỳ có nêu", "Covered by the report"), "flag",
           lambda _, each, __: each.covered),
    Column("progress", Text("Cơ quan báo cáo tiến độ", "Progress as reported"), "text",
           lambda _, each, lang: _progress(each, lang)),
    Column("quantity", Text("Số lượng", "Quantity"), "number",
           lambda _, each, __: each.claim.quantity if each.claim else None),
    Column("at_least", Text("Tối thiểu", "At least"), "number",
           lambda _, each, __: each.obligation.quota.at_least if each.obligation.quota else None),
    Column("receipt_source", Text("Căn cứ ngày nhận", "Receipt by"), "text",
           lambda _, each, lang: _source(each, lang)),
    Column("inherited_from", Text("Kế thừa từ", "Inherited from"), "text",
           lambda run, each, _: each.inherited_from and run.agency_name(each.inherited_from)),
    Column("merged_from", Text("Nhập cùng nghĩa vụ của", "Merged with that of"), "text",
           lambda run, each, _: names_of(run, each.merged)),
    Column("nominal_due", Text("Ngày theo câu chữ", "Nominal due day"), "day",
           lambda _, each, __: each.obligation.demand.term.nominal),
    Column("original_due", Text("Hạn gốc, trước gia hạn", "Due before extension"), "day",
           lambda _, each, __: each.obligation.demand.due if each.obligation.extension else None),
    Column("wording", Text("Thời hạn ghi", "Deadline as worded"), "long",
           lambda _, each, __: each.obligation.demand.item.wording),
    Column("sentence", Text("Câu của kế hoạch", "Sentence of the plan"), "long",
           lambda _, each, __: each.obligation.demand.item.sentence),
    Column("evidence", Text("Văn bản chứng minh", "Evidence"), "long",
           lambda _, each, __: _documents(each)),
    Column("note", Text("Ghi chú của cơ quan", "The agency's note"), "long",
           lambda _, each, __: each.claim.note if each.claim else None),
    Column("submission", Text("Tệp", "File"), "long",
           lambda run, each, _: run.shown_file(each.claim.file) if each.claim else None),
    Column("agency", Text("Mã cơ quan", "Agency id"), "long", lambda _, each, __: each.agency),
    Column("period", Text("Mã kỳ", "Period id"), "long",
           lambda _, each, __: each.obligation.demand.period),
    Column("status", Text("Mã trạng thái", "Status"), "long",
           lambda _, each, __: each.status.value),
    Column("sample", Text("Dữ liệu minh hoạ", "Illustrative data"), "flag",
           lambda _, each, __: each.sample),
    Column("as_of", Text("Tính đến hết ngày", "As of the end of"), "day",
           lambda run, _, __: run.as_of),
    Column("revision", Text("Bản dữ liệu (git)", "Data revision (git)"), "long",
           lambda run, _, __: revision(run)),
)  # fmt: skip
"""Every column, what people look for first standing first."""
