"""``kehoach summary``: everything asked for as one message, the worst first."""

from kehoach.document import Bullets, Message, Title
from kehoach.explanations.provenance import data_lines, revision
from kehoach.letters.notices import notices
from kehoach.letters.summary.headline import headline
from kehoach.letters.summary.overdue import ahead, overdue
from kehoach.letters.summary.rates import rates
from kehoach.run import Run
from kehoach.terminal.screen import Screen
from kehoach.words import Text, captions
from kehoach.words.administrative import administrative_day

_SUBJECT = Text(
    "Tình hình thực hiện {plans} tính đến hết {day}", "Where {plans} stands as of the end of {day}"
)


def overview(run: Run, screen: Screen, before: Run | None = None) -> Message:
    """Return the message, its figures compared with those of a run before it."""
    lang = screen.lang
    plans = "; ".join(plan.name for plan in run.plans)
    subject = _SUBJECT.to(lang, plans=plans, day=administrative_day(run.as_of, lang))
    blocks = (
        *notices(run, lang, run.sample),
        Title(subject, 1),
        *headline(run, before, lang),
        *overdue(run, screen),
        *ahead(run, screen),
        *rates(run, screen),
        Title(captions.ABOUT_DATA.to(lang)),
        Bullets(tuple(data_lines(run, lang))),
    )
    return Message(subject, blocks, lang, run.as_of, revision=revision(run, lang), wide=True)
