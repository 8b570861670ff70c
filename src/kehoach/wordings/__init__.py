"""Wordings: the Vietnamese of administrative deadlines, read as rules and written from them.

``read`` goes from words to tokens, from tokens to phrases (a limit, a rhythm, an event …), from
phrases to clauses, and from each clause to a rule. It never guesses: what is not understood, or says
two things at once, is a doubt that names the words.
"""

from kehoach.wordings.comparing import agree, holds
from kehoach.wordings.file_forms import Form, event_id, inline, inline_all
from kehoach.wordings.time_words import Unwordable
from kehoach.wordings.understanding import Awaited, BoundBody, Doubt, Reading, read
from kehoach.wordings.writing import write

__all__ = [
    "Awaited", "BoundBody", "Doubt", "Form", "Reading", "Unwordable", "agree", "event_id", "holds",
    "inline", "inline_all", "read", "write",
]  # fmt: skip
