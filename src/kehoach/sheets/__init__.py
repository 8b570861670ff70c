"""Tables for other programs, and the workbook that agencies without git fill in."""
