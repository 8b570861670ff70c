"""What the plan says of an item beside its sentence: whose it is, by when, and what is due."""

from kehoach.explanations.bodies import names_of
from kehoach.explanations.due_notes import ASSUMED
from kehoach.explanations.extension_words import in_brackets
from kehoach.explanations.labels import ROLE
from kehoach.model.plan import Item
from kehoach.run import Run
from kehoach.verdicts.obligations import Demand
from kehoach.words import Lang, captions, shown_day


def item_facts(run: Run, item: Item, lang: Lang) -> list[tuple[str, str]]:
    """Return the assignment and the deadline as the document has them, each under its name."""
    facts = (
        (ROLE["lead"], names_of(run, item.lead)),
        (ROLE["implement"], names_of(run, item.implement)),
        (ROLE["coordinate"], names_of(run, item.coordinate)),
        (captions.BY_WORDS, "; ".join(item.by)),
        (captions.COMPILED, item.after),
        (captions.SENT_TO, names_of(run, (item.to,)) if item.to else None),
        (captions.SENT_VIA, names_of(run, (item.via,)) if item.via else None),
        (captions.WORDED, f"“{item.wording}”" if item.wording else "—"),
        (captions.DELIVERABLE, item.deliverable),
        (captions.EDITORS_NOTE, item.note),
    )
    return [(name.to(lang).lower(), value) for name, value in facts if value]


def due_words(demand: Demand, lang: Lang) -> str:
    """Return the due day before any extension, with its clock time, and whether it is assumed."""
    due = shown_day(demand.due, lang) if demand.due else "—"
    if demand.term.time:
        due += f" {demand.term.time}"
    return due + (in_brackets(ASSUMED.to(lang)) if demand.term.assumed else "")
