"""Drafts: tables of an annex turned into a plan to be looked through, with every doubt named."""
