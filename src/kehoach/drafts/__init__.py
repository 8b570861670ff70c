"""Drafts: tables of an annex turned into a plan to be looked through, with every doubt named."""

from kehoach.drafts.draft import Draft, Options
from kehoach.drafts.drafting import NoPlanTable, draft
from kehoach.drafts.table import Annex, Cell, Paragraph, Row, Table

__all__ = [
    "Annex",
    "Cell",
    "Draft",
    "NoPlanTable",
    "Options",
    "Paragraph",
    "Row",
    "Table",
    "draft",
]
