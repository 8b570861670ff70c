"""What is said of a due day where it stands: why it was put off, that it is assumed, what is aimed at."""

from kehoach.explanations.decision_words import pause_note
from kehoach.explanations.extension_words import extension_note
from kehoach.model.deadlines import Term
from kehoach.verdicts.obligations import Obligation
from kehoach.words import Lang, Text, shown_day

ASSUMED = Text("tạm tính: chưa ghi nhận ngày họp", "assumed: the session's day is not recorded")
_AIM = Text("phấn đấu xong chậm nhất {day}", "to strive for: by {day}")

_AIM_OF_START = Text("phấn đấu bắt đầu chậm nhất {day}", "to strive for: begun by {day}")


def due_note(owed: Obligation, lang: Lang) -> str:
    """Return what a due day rests on beside the plan: extensions, pauses, a session's assumed day."""
    return moved_note(owed, lang) or (ASSUMED.to(lang) if owed.assumed else "")


def moved_note(owed: Obligation, lang: Lang) -> str:
    """Return by which extensions and pauses a due day lies where it does; often nothing."""
    notes = extension_note(owed, lang), pause_note(owed, lang)
    return "; ".join(filter(None, notes))


def aim_note(term: Term, lang: Lang) -> str:
    """Return the day aimed at beside the last day; nothing where there is none."""
    words = _AIM_OF_START if term.beginning else _AIM
    return words.to(lang, day=shown_day(term.aim, lang)) if term.aim else ""
