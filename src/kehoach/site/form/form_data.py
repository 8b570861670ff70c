"""What a form asks of one agency under one plan: its periods, what is to be told in each, and the file."""

from collections.abc import Iterator
from datetime import date
from typing import Any, NamedTuple

from kehoach.checks.review import of_period
from kehoach.explanations.decision_words import return_links
from kehoach.explanations.labels import state_words
from kehoach.filing.form_words import due_words, last_words, least_words
from kehoach.filing.forms import Form, FormLine, Forms
from kehoach.filing.new_submission import names_of_file
from kehoach.model import file_names
from kehoach.model.deadlines.steps import NotBefore
from kehoach.model.documents import Document
from kehoach.model.plan import Plan
from kehoach.model.submissions import TaskEntry
from kehoach.run import Run
from kehoach.site.form import form_texts
from kehoach.site.form.forges import Forge
from kehoach.verdicts.obligations import Demand
from kehoach.words import Lang, shown_day
from kehoach.words.official_periods import official_period
from kehoach.words.safety import one_line, printable
from kehoach.words.statuses import Status

Json = dict[str, Any]
_TYPED = {"quantity", "reason", "note", "number", "title"}
"""What is typed as words or a number; days are known by what they are."""


class AgencyForm(NamedTuple):
    """Everything that one agency has to tell under one plan, period by period."""

    run: Run
    lang: Lang
    forms: Forms
    agency: str
    forge: Forge | None = None

    @property
    def plan(self) -> Plan:
        """The plan."""
        return self.forms.report.docket.plan

    def periods(self) -> tuple[Form, ...]:
        """Return the periods in which anything is to be told, the one to be told of next first.

        One of which another tells everything too, what is done once beside a year's work, is left out.
        """
        found = self.forms.of(self.agency)
        asked = {
            form.period: {line.assessment.obligation.key for line in form.lines} for form in found
        }
        whole = (
            form for form in found if not any(asked[form.period] < each for each in asked.values())
        )
        return tuple(sorted(whole, key=self._turn))

    def _turn(self, form: Form) -> tuple[bool, bool, int]:
        """Sort by the report that is due next; then what is overdue, the latest first."""
        days = [line.assessment.obligation.due for line in form.reports or form.lines]
        last = max(filter(None, days), default=date.min)
        past = last < self.run.as_of
        return not form.reports, past, -last.toordinal() if past else last.toordinal()

    def data(self) -> Json | None:
        """Return what the script needs; none where nothing is to be told."""
        if not (periods := self.periods()):
            return None
        told = [self._period(each) for each in periods]
        lines = [line for form in periods for line in form.lines]
        items = {line.demand.item.id: line.demand.item for line in lines}
        began = self.plan.period.first
        folder = f"{self._data}{file_names.SUBMISSIONS}/{self.agency}"
        return {
            "head": {"schema": "kehoach/submission@1", "plan": self.plan.id, "agency": self.agency},
            "timezone": self.run.timezone,
            "dated": self.run.repository is not None,
            "first": str(min(began, self.plan.issued.first) if self.plan.issued else began),
            "folder": folder,
            "forge": self.forge
            and self.forge.page(f"{self._data}{file_names.SUBMISSIONS}/{self.agency}"),
            "items": {
                id_: {
                    "title": one_line(item.title),
                    "sentence": [printable(each) for each in item.sentence.splitlines()],
                }
                for id_, item in items.items()
            },
            "chosen": told[0]["name"],
            "periods": told,
        }

    @property
    def _data(self) -> str:
        """The data folder within its repository; empty, or ending in a slash."""
        return self.run.repository.prefix if self.run.repository else ""

    def _period(self, form: Form) -> Json:
        items = ", ".join(dict.fromkeys(each.obligation.demand.item.id for each in form.settled))
        return {
            "name": form.period,
            "words": self._period_words(form),
            "file": self._free_name(form.period),
            "settled": form_texts.SETTLED.to(self.lang, items=one_line(items)) if items else "",
            "lines": [self._line(form, each) for each in form.lines],
        }

    def _period_words(self, form: Form) -> str:
        """Return what a period is called, and how its report stands."""
        name = official_period(form.period, self.lang)
        states = [state_words(line.assessment, self.lang) for line in form.reports]
        return f"{name} ({states[0].lower()})" if states else name

    def _free_name(self, period: str) -> str:
        """Return a name that no file of the agency has: what was sent is never overwritten."""
        taken = self.run.workspace.taken
        folder = f"{file_names.SUBMISSIONS}/{self.agency}/"
        names = names_of_file(self.plan.id, period, len(self.run.plans))
        return next(each for each in names if f"{folder}{each}".casefold() not in taken)

    def _line(self, form: Form, line: FormLine) -> Json:
        """Return one report or task: what is said of it, and what may be typed."""
        demand, quota, lang = line.demand, line.assessment.obligation.quota, self.lang
        return {
            "id": f"{demand.item.id}@{demand.period}",
            "kind": demand.item.kind,
            "item": demand.item.id,
            "period": demand.period,
            "of": official_period(demand.period, lang) if demand.period != form.period else "",
            "behind": of_period(demand.period).to(lang),
            "needed": one_line(least_words(line, lang)),
            "least": quota.at_least if quota else 0,
            "unit": quota.unit if quota else "",
            "start": demand.term.beginning,
            "continuous": demand.term.state == "continuous",
            "covers": demand.item.id == self.plan.policy.reporting,
            "allowed": _allowed(demand),
            "keys": _keys(line),
            **self._standing(line),
            **self._told(line),
        }

    def _standing(self, line: FormLine) -> Json:
        """Return by when it is due, how it stands, and each time it was sent back."""
        owed, lang = line.assessment.obligation, self.lang
        return {
            "day": str(owed.due or ""),
            "state": _state(line, lang),
            "due": one_line(due_words(line, lang)),
            "returned": [
                one_line(form_texts.SENT_BACK.to(lang, how=each))
                for each in return_links(owed, lang)
            ],
        }

    def _told(self, line: FormLine) -> Json:
        """Return the agency's last word on the item, and what it has said of this very period."""
        said, lang = line.said, self.lang
        return {
            "last": last_words(line.last, lang) if line.last else "",
            "told": line.progress if said else "",
            "file": self.run.shown_file(said.file) if said else "",
            "said": dict(_said(line, lang)),
        }


def _allowed(demand: Demand) -> str:
    """Return the day from which it may begin; empty where there is none."""
    step = demand.term.steps[-1] if demand.term.steps else None
    return str(step.first) if isinstance(step, NotBefore) else ""


def _state(line: FormLine, lang: Lang) -> tuple[str, str] | None:
    """Return how a debt stands, by colour and in words; none of continuous work, which has no day."""
    each = line.assessment
    return None if each.status is Status.ONGOING else (each.shown.look.css, state_words(each, lang))


def _keys(line: FormLine) -> dict[str, list[str]]:
    """Return what may be chosen, and what may be typed beside each choice, in the model's order.

    Continuous work is reported on and never finished; a beginning is told as being under way since
    its day.
    """
    if line.demand.item.kind == "report":
        return {"sent": ["note"], "nil": ["note"]}
    if line.demand.term.state == "continuous":
        return {"not_started": ["note"], "in_progress": ["note"]}
    start = line.demand.term.beginning
    number = {"quantity"} if line.assessment.obligation.quota else set[str]()
    waiting = {"reason", "expected", "note"}
    wanted = {
        "not_started": waiting,
        "in_progress": waiting | number | ({"started", "evidence"} if start else set()),
        **({} if start else {"done": number | {"completed", "evidence", "note"}}),
    }
    return {
        status: [key for key in TaskEntry.model_fields if key in keys]
        for status, keys in wanted.items()
    }


def _said(line: FormLine, lang: Lang) -> Iterator[tuple[str, str]]:
    """Yield what the agency has said of this very period already, as it would be typed."""
    entry = line.said.saying.meaning.entry if line.said else None
    if not isinstance(entry, TaskEntry):
        return
    continuous = line.demand.term.state == "continuous"
    yield "status", "in_progress" if continuous and line.progress == "done" else line.progress
    yield from _typed("", entry, lang)
    for at, proof in enumerate(entry.evidence):
        yield from _typed(f"evidence.{at}.", proof, lang)


def _typed(before: str, said: TaskEntry | Document, lang: Lang) -> Iterator[tuple[str, str]]:
    """Yield what is said as it would be typed, each under the name of its field."""
    for key, value in said:
        if isinstance(value, date):
            yield f"{before}{key}", shown_day(value, lang)
        elif value is not None and key in _TYPED:
            yield f"{before}{key}", printable(str(value))
