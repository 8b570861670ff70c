"""One way in: from a question about a data folder to a run that can be rendered."""

from kehoach.pipeline.question import Question, WrongQuestion
from kehoach.pipeline.run import Run, answer, answer_since
from kehoach.pipeline.selection import ONLY

__all__ = ["ONLY", "Question", "Run", "WrongQuestion", "answer", "answer_since"]
