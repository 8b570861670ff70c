"""The columns of an exported obligation: one list for CSV, Excel and Parquet."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from functools import partial
from typing import Generic, Literal, NamedTuple, TypeVar

from kehoach.explanations.bodies import names_of
from kehoach.explanations.due_notes import moved_note
from kehoach.explanations.labels import BINDING, KIND, ROLE, progress_words, reason_words
from kehoach.model.plan import Item
from kehoach.run import Run
from kehoach.sheets.export_data import revision
from kehoach.verdicts.assessment import Assessment
from kehoach.verdicts.evidence import Claim, Receipt
from kehoach.verdicts.obligations import Demand, Obligation
from kehoach.words import Lang, Text, captions
from kehoach.words.captions import AGENCY, DUE, ITEM, MATTER, PERIOD
from kehoach.words.escapes import storable
from kehoach.words.period_names import period_words
from kehoach.words.statuses import Remark, Status

Value = str | Status | int | float | date | bool | None
CellValue = str | int | float | date | None
# "long" text is never broken over lines in a sheet: a row would become a page.
Kind = Literal["text", "long", "state", "number", "rate", "day", "flag"]
_Row_contra = TypeVar("_Row_contra", contravariant=True)
_FLAG = {True: Text("có", "yes"), False: Text("không", "no")}


class ExportColumn(NamedTuple, Generic[_Row_contra]):
    """A column: its name for programs and for people, what it holds, and how to find it.

    ``key`` is the name of the same thing in the JSON contract, where it is there. What is ``shared`` says
    the same of all who owe a demand.
    """

    key: str
    label: Text
    kind: Kind
    find: Callable[[_Row_contra], Value]
    shared: bool = False

    def value(self, row: _Row_contra) -> Value:
        """Return what stands in this column of a row."""
        return held(self.find(row))


def held(value: Value) -> Value:
    """Return a value as every format can hold it."""
    return storable(value) if type(value) is str else value


def shown(value: Value, lang: Lang) -> CellValue:
    """Return a value as people read it: states and flags as words; days and numbers stay such."""
    if isinstance(value, Status):
        return value.label.to(lang)
    return _FLAG[value].to(lang) if isinstance(value, bool) else value


class Exported(NamedTuple):
    """An obligation with its verdict, and in which language it is told."""

    run: Run
    verdict: Assessment
    lang: Lang

    @property
    def obligation(self) -> Obligation:
        """Who owes what by when."""
        return self.verdict.obligation

    @property
    def demand(self) -> Demand:
        """What the plan asks for in which period."""
        return self.verdict.obligation.demand

    @property
    def item(self) -> Item:
        """The plan's own words on it."""
        return self.verdict.obligation.demand.item

    @property
    def claim(self) -> Claim | None:
        """The entry that the verdict rests on."""
        return self.verdict.claim

    @property
    def receipt(self) -> Receipt | None:
        """When the claim came, and how that is known."""
        return self.verdict.claim.receipt if self.verdict.claim else None

    def agency_name(self, id_: str | None) -> str | None:
        """Return the name that an agency bears at the date of the run."""
        return self.run.agency_name(id_) if id_ else None

    def evidence(self) -> str:
        """Return the documents that prove the claim, by number and title."""
        proofs = self.claim.evidence if self.claim else ()
        return "; ".join(f"{each.number or ''} {each.title or ''}".strip() for each in proofs)

    def progress(self) -> str | None:
        """Return how far the agency says that a task is."""
        told = self.claim if self.item.kind == "task" else None
        return next(progress_words(told, self.lang)) if told else None


def kind_words(item: Item, lang: Lang) -> str:
    """Return whether an item is a task or a report."""
    return KIND[item.kind].to(lang)


_Column = ExportColumn[Exported]
_OfDemand = partial(_Column, shared=True)


def _said(find: Callable[[Claim], Value]) -> Callable[[Exported], Value]:
    """Return how to find what a claim says; without a claim nothing was said."""
    return lambda of: find(of.claim) if of.claim else None


COLUMNS: tuple[ExportColumn[Exported], ...] = (
    _OfDemand("plan", captions.PLAN, "text", lambda of: of.demand.plan.id),
    _OfDemand("item", ITEM, "text", lambda of: of.item.id),
    _OfDemand("period_name", PERIOD, "text",
            lambda of: period_words(of.demand.period, of.lang)),
    _OfDemand("kind", captions.KIND, "text", lambda of: kind_words(of.item, of.lang)),
    _OfDemand("title", MATTER, "text", lambda of: of.item.title),
    _Column("agency_name", AGENCY, "text",
            lambda of: of.agency_name(of.verdict.agency)),
    _Column("role", Text("Vai trò", "Role"), "text",
            lambda of: ROLE[of.obligation.role].to(of.lang)),
    _OfDemand("binding", Text("Tính chất", "Binding"), "text",
            lambda of: BINDING[of.item.binding].to(of.lang)),
    _Column("due", DUE, "day", lambda of: of.obligation.due),
    _Column("state", captions.STATE, "state", lambda of: of.verdict.status),
    _Column("due_soon", Remark.DUE_SOON.label, "flag", lambda of: of.verdict.due_soon),
    _Column("days", Text("Quá hạn (+), còn lại hoặc sớm (−): ngày",
                         "Days late (+), left or early (-)"), "number", lambda of: of.verdict.days),
    _Column("received", captions.RECEIVED, "day",
            lambda of: of.receipt and of.receipt.day),
    _Column("started", Text("Ngày bắt đầu", "Started"), "day",
            lambda of: of.verdict.completed if of.demand.term.beginning else None),
    _Column("completed", Text("Ngày hoàn thành", "Completed"), "day",
            lambda of: None if of.demand.term.beginning else of.verdict.completed),
    _Column("document", Text("Văn bản", "Document"), "text",
            _said(lambda claim: claim.document.number)),
    _Column("document_date", Text("Ngày văn bản", "Date of the document"), "day",
            _said(lambda claim: claim.document.date)),
    _Column("reason", Text("Lý do", "Reason"), "text",
            lambda of: reason_words(of.verdict, of.lang)),
    _Column("covered", Text("Báo cáo của kỳ có nêu", "Covered by the report"), "flag",
            lambda of: of.verdict.covered),
    _Column("progress", Text("Cơ quan báo cáo tiến độ", "Progress as reported"), "text",
            Exported.progress),
    _Column("quantity", captions.QUANTITY, "number",
            _said(lambda claim: claim.quantity)),
    _Column("at_least", Text("Tối thiểu", "At least"), "number",
            lambda of: of.obligation.quota.at_least if of.obligation.quota else None),
    _Column("receipt_source", Text("Căn cứ ngày nhận", "Receipt by"), "text",
            lambda of: of.receipt and of.receipt.source.label.to(of.lang)),
    _Column("inherited_from", Text("Kế thừa từ", "Inherited from"), "text",
            lambda of: of.agency_name(of.verdict.inherited_from)),
    _Column("merged_from", Text("Nhập cùng nghĩa vụ của", "Merged with that of"), "text",
            lambda of: names_of(of.run, of.verdict.merged)),
    _OfDemand("nominal_due", Text("Ngày theo câu chữ", "Nominal due day"), "day",
            lambda of: of.demand.term.nominal),
    _Column("original_due", Text("Hạn gốc, trước gia hạn", "Due before extension"), "day",
            lambda of: of.demand.due if of.obligation.due != of.demand.due else None),
    _OfDemand("due_time", Text("Giờ của hạn", "Due at"), "text", lambda of: of.demand.term.time),
    _Column("due_assumed", Text("Hạn tạm tính, chưa ghi nhận ngày họp", "Due day assumed"), "flag",
            lambda of: of.obligation.assumed),
    _OfDemand("aim", Text("Ngày phấn đấu", "Aim"), "day", lambda of: of.demand.term.aim),
    _Column("extensions", Text("Văn bản gia hạn", "Extended by"), "long",
            lambda of: moved_note(of.obligation, of.lang)),
    _Column("returned", Text("Ngày trả lại", "Sent back on"), "day", lambda of: of.verdict.returned),
    _Column("reason_given", Text("Lý do chưa xong", "Why not done"), "long",
            lambda of: of.verdict.reason_given),
    _Column("expected", Text("Dự kiến xong", "Expected on"), "day", lambda of: of.verdict.expected),
    _OfDemand("wording", captions.WORDING, "long",
            lambda of: of.item.wording),
    _OfDemand("by", captions.BY_WORDS, "long", lambda of: "; ".join(of.item.by)),
    _OfDemand("sentence", captions.SENTENCE, "long",
            lambda of: of.item.sentence),
    _Column("evidence", Text("Văn bản chứng minh", "Evidence"), "long", Exported.evidence),
    _Column("note", Text("Ghi chú của cơ quan", "The agency's note"), "long",
            _said(lambda claim: claim.note)),
    _Column("submission", captions.FILE, "long",
            lambda of: of.run.shown_file(of.claim.file) if of.claim else None),
    _Column("agency", Text("Mã cơ quan", "Agency id"), "long", lambda of: of.verdict.agency),
    _OfDemand("period", Text("Mã kỳ", "Period id"), "long", lambda of: of.demand.period),
    _Column("status", Text("Mã trạng thái", "Status"), "long", lambda of: of.verdict.status.value),
    _Column("sample", Text("Dữ liệu minh hoạ", "Illustrative data"), "flag",
            lambda of: of.verdict.sample),
    _Column("as_of", Text("Tính đến hết ngày", "As of the end of"), "day", lambda of: of.run.as_of),
    _Column("revision", Text("Bản dữ liệu (git)", "Data revision (git)"), "long",
            lambda of: revision(of.run)),
)  # fmt: skip
"""Every column, what people look for first standing first."""


def exported(run: Run, verdicts: Iterable[Assessment], lang: Lang) -> Iterator[Exported]:
    """Yield obligations as the columns ask for them."""
    return (Exported(run, each, lang) for each in verdicts)
