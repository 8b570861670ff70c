"""What every reader of documents notes alike: words struck out or hidden, a table within a cell."""

from kehoach.annex.drafts.table import Table
from kehoach.words import Text

STRUCK = Text("lời bị gạch ngang vẫn được đọc: “{words}”", "words struck out are read: “{words}”")
HIDDEN = Text("lời bị ẩn vẫn được đọc: “{words}”", "hidden words are read: “{words}”")
_NESTED = Text("trong ô có một bảng khác; đọc như lời văn", "the cell holds a table; read as words")


def nested(table: Table) -> tuple[str, tuple[Text, ...]]:
    """Return a table within a cell as words, a row a line, and what is noted of it."""
    lines = (" | ".join(dict.fromkeys(c.text for c in row.cells if c.text)) for row in table.rows)
    inner = (note for row in table.rows for cell in row.cells for note in cell.notes)
    return "\n".join(lines), (_NESTED, *table.notes, *inner)
