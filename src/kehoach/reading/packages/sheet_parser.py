"""A sheet of a workbook in one pass: formulas with their results, and what stands beside the cells.

openpyxl reads a sheet either with formulas or with results, and drops the words that a merged cell
covers; its parser, which is asked here, knows all of them. Nothing is built but what is asked for.
"""
