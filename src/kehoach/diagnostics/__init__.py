"""What is wrong in people's files, as values: a rule, a place, and the values that name it."""

from kehoach.diagnostics.finding import Finding, Place, Route, Subject, Value
from kehoach.diagnostics.rule import Affair, Example, Rule, Severity

__all__ = ["Affair", "Example", "Finding", "Place", "Route", "Rule", "Severity", "Subject", "Value"]
