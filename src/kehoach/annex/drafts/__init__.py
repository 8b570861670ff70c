"""Drafts: tables of an annex turned into a plan to be looked through, with every doubt named."""

from kehoach.annex.drafts.draft import Draft, Options
from kehoach.annex.drafts.drafting import NoPlanTable, draft
from kehoach.annex.drafts.table import Annex, Cell, Paragraph, Row, Table

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
