"""``kehoach summary``: the whole as one message, or the reminder to an agency, in each format."""

from kehoach.letters.summary_data import data
from kehoach.letters.summary_eml import eml
from kehoach.letters.summary_html import html
from kehoach.letters.summary_markdown import markdown
from kehoach.letters.summary_message import Heading, Message
from kehoach.letters.summary_overdue import ahead, overdue
from kehoach.letters.summary_rates import rates
from kehoach.letters.summary_reminder import reminder
from kehoach.letters.summary_standing import standing, subject, warnings
from kehoach.run import Run
from kehoach.terminal.screen import Screen


def summary_markdown(
    run: Run, screen: Screen, before: Run | None = None, agency: str | None = None
) -> str:
    """Return the message as Markdown."""
    return markdown(_message(run, screen, before, agency))


def summary_html(
    run: Run, screen: Screen, before: Run | None = None, agency: str | None = None
) -> str:
    """Return the message as one file of HTML."""
    return html(_message(run, screen, before, agency))


def summary_eml(
    run: Run, screen: Screen, before: Run | None = None, agency: str | None = None
) -> str:
    """Return the message as a draft for a mail program."""
    return eml(_message(run, screen, before, agency))


def _message(run: Run, screen: Screen, before: Run | None, agency: str | None) -> Message:
    """Return the reminder to an agency, else the whole, compared with a run before it."""
    return reminder(run, screen, agency) if agency else overview(run, screen, before)


def overview(run: Run, screen: Screen, before: Run | None = None) -> Message:
    """Return the message about everything asked for, the worst first."""
    lang = screen.lang
    about = subject(run, lang)
    blocks = (
        *warnings(run, lang, run.sample),
        Heading(about, first=True),
        *standing(run, before, lang),
        *overdue(run, screen),
        *ahead(run, screen),
        *rates(run, screen),
        *data(run, lang),
    )
    return Message(about, blocks, lang)
