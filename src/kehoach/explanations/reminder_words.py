"""How often somebody was reminded of a debt, and when."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from kehoach.explanations.decision_words import cited
from kehoach.verdicts.tables.reminded import times
from kehoach.words import Lang, Text, shown_day
from kehoach.words.administrative import administrative_number

if TYPE_CHECKING:  # few folders have such a book
    from kehoach.model.reminders import Reminder

_TIMES = Text("đã đôn đốc {count} lần, gần nhất {day}",
              "reminded {count} {count:time|times}, last on {day}")  # fmt: skip
_REPLY = Text(", đề nghị trả lời chậm nhất {day}", ", to reply by {day}")


def reminded_words(letters: "Sequence[Reminder]", lang: Lang) -> Iterator[str]:
    """Yield how often and when last; nothing where nobody was reminded."""
    if letters and (day := letters[-1].document.date):
        yield _TIMES.to(
            lang, count=administrative_number(times(letters), lang), day=shown_day(day, lang)
        )


def letter_lines(letters: "Sequence[Reminder]", lang: Lang) -> Iterator[str]:
    """Yield each letter by its number, its day, and by when it asked for an answer."""
    for each in letters:
        reply = _REPLY.to(lang, day=shown_day(each.reply_by, lang)) if each.reply_by else ""
        yield cited(each.document, lang) + reply
