"""``kehoach new``: a submission file prepared for an agency to fill in.

It is a draft: whatever stands in it counts for nothing until the agency deletes that one line. The
values to be filled in beyond a status stand as comments, so that none is there unsaid.
"""

import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from importlib.resources import files
from itertools import count
from textwrap import fill

from kehoach.diagnostics import Route
from kehoach.filing.form_words import due_words, last_words, least_words
from kehoach.filing.forms import Form, FormLine
from kehoach.filing.submission_yaml import submission_yaml
from kehoach.grouping import group_by
from kehoach.model.submissions import Submission
from kehoach.run import Run
from kehoach.words import LANGUAGES, Lang, Text, captions, fold, plain_letters, shown_day
from kehoach.words.period_names import period_words
from kehoach.words.safety import printable, unobeyed
from kehoach.words.yaml_words import remark, scalar

_WIDTH = 96
_PLAN = Text("Kế hoạch {id}: {name}", "Plan {id}: {name}")
_DRAFT = Text("Xoá dòng dưới đây khi đã điền xong và văn bản đã ký.",
              "Delete the next line once it is filled in and the letter is signed.")  # fmt: skip
_DOCUMENT = {
    "number": Text("Số, ký hiệu, ví dụ 125/BC-STC", "Number, e.g. 125/BC-STC"),
    "date": Text("Ngày ký: NĂM-THÁNG-NGÀY, ví dụ {day}", "Date: YEAR-MONTH-DAY, e.g. {day}"),
    "signer": captions.SIGNER,
}
_DUE = Text("Hạn: {due}", "Due: {due}")
_NEEDED = Text("Cần: {least}", "Needed: {least}")
_LAST = Text("Lần trước: {said}", "Last time: {said}")
_FILL_NUMBER = Text("SỐ LƯỢNG", "HOW MANY")
_FILL_NOTE = Text("KẾT QUẢ, KHÓ KHĂN", "RESULT, DIFFICULTIES")
_FILL_PROOF = Text(
    "[{{number: SỐ VĂN BẢN, date: {day}, title: TRÍCH YẾU}}]",
    "[{{number: NUMBER, date: {day}, title: TITLE}}]",
)
_OTHER_REPORTS = Text(
    "Nếu văn bản này cũng là báo cáo sau đây, bỏ dấu # ở hai dòng của nó và đưa lên phần reports:",
    "Where the letter is this report too, take the # from its two lines and put it under reports:",
)
_SETTLED = Text("Kỳ này đã nhận hoặc được miễn, không cần ghi lại: {items}",
                "Of this period, received or waived already: {items}")  # fmt: skip
_ELSEWHERE = Text(
    "Còn nợ ở kỳ khác; mỗi kỳ một tệp, lập bằng kehoach new --period …:",
    "Owed in other periods; each has a file of its own, made by kehoach new --period …:",
)


def file_name(plan: str, period: str, plans: int) -> str:
    """Return the name of the file, with the plan's id in it where there are several plans."""
    return next(names_of_file(plan, period, plans))


def names_of_file(plan: str, period: str, plans: int) -> Iterator[str]:
    """Yield the names that letters about one period may take in turn, so that none overwrites another."""
    parts = ["bao-cao", *([plan] if plans > 1 else []), period]
    stem = "-".join(_plain(part) for part in parts)
    yield f"{stem}.yaml"
    yield from (f"{stem}-{number}.yaml" for number in count(2))


def _plain(words: str) -> str:
    """Return words as a part of a file name: small letters without tones, digits, hyphens."""
    return re.sub(r"[^a-z0-9]+", "-", plain_letters(fold(words))).strip("-") or "x"


def new_submission(run: Run, form: Form, lang: Lang) -> str:
    """Return the text of the prepared file."""
    submission = Submission.model_validate({
        "schema": "kehoach/submission@1",
        "plan": form.plan.id,
        "agency": form.agency,
        "draft": "true",
        "reports": [_named(line) for line in _own_reports(form)[:1]],
        "tasks": [{**_named(line), "status": line.progress} for line in form.tasks],
    })  # fmt: skip
    text = submission_yaml(submission, dict(_remarks(run, form, lang)))
    return text + "".join(f"\n{remark(words)}" for words in _tail(run, form, lang))


def _named(line: FormLine) -> dict[str, str]:
    return {"item": line.demand.item.id, "period": line.demand.period}


def _own_reports(form: Form) -> list[FormLine]:
    """Return the reports, the one that covers continuous work first."""
    reporting = form.plan.policy.reporting
    return sorted(form.reports, key=lambda line: line.demand.item.id != reporting)


@cache
def _head() -> Text:
    """Return what stands above a prepared file: whose it is, and how to fill it in."""
    texts = (files(__package__).joinpath(f"head.{lang}.txt") for lang in LANGUAGES)
    return Text(*(each.read_text(encoding="utf-8").removesuffix("\n") for each in texts))


def _remarks(run: Run, form: Form, lang: Lang) -> Iterator[tuple[Route, str]]:
    """Yield everything said in comments, by its place."""
    day = shown_day(run.as_of, lang)
    name = fill(_PLAN.to(lang, id=form.plan.id, name=form.plan.name), _WIDTH)
    agency, period = run.agency_name(form.agency), period_words(form.period, lang)
    head = _head().to(lang, agency=agency, period=period, plan=name, day=day)
    yield (), unobeyed(printable(head))
    yield ("draft",), _DRAFT.to(lang)
    for key, words in _DOCUMENT.items():
        yield ("document", key), words.to(lang, day=run.as_of) if key == "date" else words.to(lang)
    for line in _own_reports(form)[:1]:
        yield ("reports", 0), _above(run, line, lang)
    for index, line in enumerate(form.tasks):
        yield ("tasks", index), _above(run, line, lang)
        yield ("tasks", index, "note"), "\n".join(_to_fill_in(line, lang))


def _above(run: Run, line: FormLine, lang: Lang) -> str:
    """Return what stands above an entry: the sentence, the deadline, what was said last time."""
    item = line.demand.item
    told = [f"{item.id}. {paragraph}" if not number else paragraph
            for number, paragraph in enumerate(item.sentence.splitlines())]  # fmt: skip
    told.append(_DUE.to(lang, due=due_words(line, lang)))
    if least := least_words(line, lang):
        told.append(_NEEDED.to(lang, least=least))
    if line.last:
        file = run.shown_file(line.last.file)
        told.append(_LAST.to(lang, said=last_words(line.last, lang, file)))
    return "\n" + "\n".join(_wrapped(paragraph) for paragraph in told)


def _wrapped(words: str) -> str:
    """Return a paragraph in lines; nothing within a word or a number is broken."""
    return fill(unobeyed(printable(words)), _WIDTH, break_long_words=False, break_on_hyphens=False)


def _to_fill_in(line: FormLine, lang: Lang) -> Iterator[str]:
    """Yield the lines of an entry that wait, as comments, for what may be said of it.

    A day that nobody filled in is no day: uncommented as it stands it is an error, never a claim.
    """
    day = captions.DAY_FORM.to(lang)
    if line.demand.term.beginning:
        yield f"started: {day}"
    elif line.demand.term.state != "continuous":
        yield f"completed: {day}"
    if line.assessment.obligation.quota:
        yield f"quantity: {_FILL_NUMBER.to(lang)}"
    yield f"evidence: {_FILL_PROOF.to(lang, day=day)}"
    yield f"note: {scalar(_FILL_NOTE.to(lang))}"


def _tail(run: Run, form: Form, lang: Lang) -> Iterator[str]:
    """Yield, for below the entries, what is not asked for by this file."""
    for line in _own_reports(form)[1:]:
        entry = f"  - item: {scalar(line.demand.item.id)}\n    period: {line.demand.period}"
        yield f"{_wrapped(_OTHER_REPORTS.to(lang))}\n{_above(run, line, lang).strip()}\n{entry}"
    if form.settled:
        items = ", ".join(each.obligation.demand.item.id for each in form.settled)
        yield _wrapped(_SETTLED.to(lang, items=items))
    if form.elsewhere:
        owed = sorted(form.elsewhere, key=lambda each: each.obligation.due or date.max)
        by_period = group_by((each.obligation.key for each in owed), lambda key: key.period)
        told = (_wrapped(f"  {period}: {', '.join(key.item for key in of)}")
                for period, of in by_period.items())  # fmt: skip
        yield "\n".join([_ELSEWHERE.to(lang), *told])
