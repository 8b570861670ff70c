"""One way in: from a question about a data folder to a run that can be rendered."""

from kehoach.pipeline.run import Question, Run, WrongQuestion, answer
from kehoach.pipeline.selection import ONLY

__all__ = ["ONLY", "Question", "Run", "WrongQuestion", "answer"]
