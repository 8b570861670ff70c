"""A workbook that came back: known by its marks, read cell by cell."""
