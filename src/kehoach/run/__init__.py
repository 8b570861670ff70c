"""One way in: from a question about a data folder to a run that can be rendered."""

from kehoach.run.account import Account
from kehoach.run.answering import answer, answer_since
from kehoach.run.by_parts.reckoning import Reckoned, reckon, reckon_making
from kehoach.run.question import Question, WrongQuestion
from kehoach.run.run import Run
from kehoach.run.selection import ONLY

__all__ = [
    "ONLY",
    "Account",
    "Question",
    "Reckoned",
    "Run",
    "WrongQuestion",
    "answer",
    "answer_since",
    "reckon",
    "reckon_making",
]
