"""Wordings: the Vietnamese of administrative deadlines, read as rules and written from them.

``read`` goes from words to tokens, from tokens to phrases (a limit, a rhythm, an event …), from
phrases to clauses, and from each clause to a rule. It never guesses: what is not understood, or says
two things at once, is a doubt that names the words.
"""

from kehoach.wordings.comparing import agree
from kehoach.wordings.inline import inline, inline_all
from kehoach.wordings.moments import Form
from kehoach.wordings.reading import Awaited, Doubt, Reading, read
from kehoach.wordings.slugs import event_id
from kehoach.wordings.writing import Unwordable, write

__all__ = [
    "Awaited", "Doubt", "Form", "Reading", "Unwordable", "agree", "event_id", "inline", "inline_all",
    "read", "write",
]  # fmt: skip
