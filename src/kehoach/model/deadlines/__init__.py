"""Deadlines: the rule as the plan words it, and the terms it expands to.

One module a family of kinds; a new kind is a class there, and a line in the family's union.
"""

from kehoach.model.deadlines.kinds import Deadline, Deadlines
from kehoach.model.deadlines.steps import Step
from kehoach.model.deadlines.term import Frame, RequestedDay, Term

__all__ = ["Deadline", "Deadlines", "Frame", "RequestedDay", "Step", "Term"]
