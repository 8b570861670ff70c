"""A web page as an annex: tables with their spans, everything else as paragraphs."""

import re
from collections.abc import Callable
from html.parser import HTMLParser

from kehoach.annex.annex_document import Annex, AnnexCell, AnnexParagraph, AnnexTable
from kehoach.annex.annex_messages import message
from kehoach.annex.clean_words import tidy
from kehoach.annex.documents.document_limits import MOST_LINES, AnnexRefused, whole
from kehoach.annex.documents.span_grid import SpanGrid, nested
from kehoach.annex.documents.word.list_numbers import formed
from kehoach.annex.documents.word.word_passages import SUPERSCRIPT
from kehoach.annex.tables.table_headings import find_header
from kehoach.words import Text

_BLOCKS = frozenset(
    ("p", "div", "li", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "section", "article", "header",
     "footer", "blockquote", "pre", "dl", "dt", "dd", "center", "address", "main", "caption", "body",
     "html", "form", "hr", "figure", "figcaption", "tr", "thead", "tbody", "tfoot")
)  # fmt: skip
_SKIPPED = frozenset(("script", "style", "head", "template", "noscript", "object"))
_VOID = frozenset(("br", "hr", "img", "meta", "link", "input", "col", "wbr"))
_FRAMES = {"iframe": ("title", "src"), "frame": ("title", "src"), "object": ("title", "data"),
           "embed": ("title", "src")}  # fmt: skip
_STRUCK = frozenset(("del", "s", "strike"))
_UNSEEN = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all", re.IGNORECASE
)
_LINED = re.compile(r"text-decoration[\w-]*\s*:[^;]*line-through", re.IGNORECASE)
_FORMS = {"I": "upperRoman", "i": "lowerRoman", "A": "upperLetter", "a": "lowerLetter"}
_MOST_SPAN = 1000
_MOST_OPEN = 400

_SPACE = re.compile(r"\s+")


def read_html(text: str) -> Annex:
    """Return a page.

    Raises:
        AnnexRefused: a table in it is too large.
    """
    page = _Page()
    page.feed(text)
    page.close()
    page.finish()
    return Annex(tuple(page.blocks), tuple(dict.fromkeys(page.notes)))


class _CellInHand:
    """A cell that is being read, and where it stands."""

    def __init__(self, attributes: dict[str, str | None]) -> None:
        self.height = _span(attributes.get("rowspan"))
        self.width = min(_span(attributes.get("colspan")) or 1, _MOST_SPAN)
        self.words: list[str] = []
        self.notes: list[Text] = []


def _span(words: str | None) -> int:
    """Return how many places are spanned; 0 is to the table's end."""
    return min(whole(words, 1), _MOST_SPAN)


class _TableInHand:
    """A table that is being read."""

    def __init__(self) -> None:
        self.rows: list[list[_CellInHand]] = []
        self.cell: _CellInHand | None = None

    @property
    def last(self) -> _CellInHand | None:
        """The cell that is open, or else the last of the row: a doubt about a row is its item's."""
        return self.cell or (self.rows[-1][-1] if self.rows and self.rows[-1] else None)

    def table(self) -> AnnexTable:
        """Return the table, its spans filled in."""
        grid = SpanGrid()
        for row, cells in enumerate(self.rows):
            column = 0
            for each in cells:
                column = grid.free(row, column)
                rest = len(self.rows) - row
                height = min(each.height or rest, rest)
                cell = AnnexCell(tidy("".join(each.words)), tuple(dict.fromkeys(each.notes)))
                grid.put(row, column, cell, height, each.width)
                column += each.width
        return AnnexTable(grid.rows([str(row + 1) for row in range(len(self.rows))]))


class _Page(HTMLParser):
    """Reads the page from its top; what an author left open is closed where browsers close it."""

    # To HTML 5, as to later Pythons, ``<![if …]>`` is a comment, whatever stands in it.
    parse_marked_section = HTMLParser.parse_bogus_comment

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.blocks: list[AnnexParagraph | AnnexTable] = []
        self.notes: list[Text] = []
        self._tables: list[_TableInHand] = []
        self._words: list[str] = []
        self._skipped = self._rows = 0
        self._lists: list[tuple[int, str] | None] = []
        self._raised = False
        self._within: list[AnnexTable] = []
        self._marked: list[tuple[str, Text, list[str]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin an element."""
        attributes = dict(attrs)
        if tag in _FRAMES and not self._skipped:
            words = (attributes.get(name) for name in _FRAMES[tag])
            self.notes.append(message("frame", words=next(filter(None, words), tag)))
        self._skipped += tag in _SKIPPED
        if self._skipped:
            return
        self._mark(tag, attributes)
        self._raised = tag == "sup" or (self._raised and tag not in _BLOCKS)
        if tag in _BEGINS:
            _BEGINS[tag](self, attributes)
        if tag in _BLOCKS:
            self._break()
        if tag == "li":
            self._say(self._bullet())

    def handle_endtag(self, tag: str) -> None:
        """End an element."""
        if tag in _SKIPPED:
            self._skipped = max(0, self._skipped - 1)
            return
        if self._skipped:
            return
        self._unmark(tag)
        self._raised = self._raised and tag != "sup"
        if tag in _ENDS:
            _ENDS[tag](self)
        if tag in _BLOCKS:
            self._break()

    def handle_data(self, data: str) -> None:
        """Take text."""
        if not self._skipped:
            words = _SPACE.sub(" ", data)
            raised = self._raised and words.strip().isdigit()
            self._say(words.translate(SUPERSCRIPT) if raised else words)

    def finish(self) -> None:
        """Close what was left open."""
        while self._tables:
            self.end_table()
        self._break()

    def _say(self, words: str) -> None:
        """Put words into the cell that is open, else into the paragraph."""
        for _, _, said_so in self._marked:
            said_so.append(words)
        cell = self._tables[-1].cell if self._tables else None
        (cell.words if cell is not None else self._words).append(words)

    def _break(self) -> None:
        """End a line of a cell, or a paragraph."""
        if self._tables and self._tables[-1].cell is not None:
            self._tables[-1].cell.words.append("\n")
        elif words := tidy("".join(self._words)):
            self._words = []
            self.blocks.append(AnnexParagraph(words))

    def begin_line(self, _: "_Attributes") -> None:
        """Begin a new line of what is read."""
        self._say("\n")

    def begin_row(self, _: "_Attributes") -> None:
        """Begin a row of the table."""
        self._rows += 1
        if self._rows > MOST_LINES:
            raise AnnexRefused("lines")
        if self._tables:
            self._tables[-1].cell = None
            self._tables[-1].rows.append([])

    def begin_numbers(self, attributes: "_Attributes") -> None:
        """Begin a list with numbers."""
        self._lists.append((whole(attributes.get("start"), 1), attributes.get("type") or "1"))

    def begin_bullets(self, _: "_Attributes") -> None:
        """Begin a list without numbers."""
        self._lists.append(None)

    def end_list(self) -> None:
        """End the list."""
        if self._lists:
            self._lists.pop()

    def begin_table(self, _: "_Attributes") -> None:
        """Begin a table, perhaps within a cell of another."""
        if not self._tables:
            self._break()
        if len(self._tables) < _MOST_OPEN:
            self._tables.append(_TableInHand())

    def begin_cell(self, attributes: "_Attributes") -> None:
        """Begin a cell; the one before it ends where its author left it open."""
        if not self._tables:
            return
        table = self._tables[-1]
        if not table.rows:
            table.rows.append([])
        table.cell = _CellInHand(attributes)
        table.rows[-1].append(table.cell)

    def end_cell(self) -> None:
        """End the cell."""
        if self._tables:
            self._tables[-1].cell = None

    def end_table(self) -> None:
        """End the table; one within a cell becomes words of the cell."""
        if not self._tables:
            return
        table = self._tables.pop().table()
        if not self._tables or self._tables[-1].cell is None:
            self._break()
            self.blocks += [table, *self._within]
            self._within = []
            return
        if find_header(table):  # a layout holds it
            self._within.append(table)
            self._break()
            return
        words, notes = nested(table)
        self._tables[-1].cell.words.append(f"\n{words}\n")
        self._tables[-1].cell.notes += notes

    def _bullet(self) -> str:
        if not self._lists or self._lists[-1] is None:
            return "- "
        number, form = self._lists[-1]
        self._lists[-1] = (number + 1, form)
        return f"{formed(number, _FORMS.get(form, 'decimal'))}. "

    def _mark(self, tag: str, attributes: dict[str, str | None]) -> None:
        """Remember that what follows is struck out or hidden."""
        style = attributes.get("style") or ""
        struck = tag in _STRUCK or _LINED.search(style)
        unseen = _UNSEEN.search(style) or "hidden" in attributes
        if tag not in _VOID and (struck or unseen) and len(self._marked) < _MOST_OPEN:
            self._marked.append((tag, message("struck") if struck else message("hidden"), []))

    def _unmark(self, tag: str) -> None:
        if not self._marked or self._marked[-1][0] != tag:
            return
        _, text, parts = self._marked.pop()
        words = tidy("".join(parts))
        if words:
            cell = self._tables[-1].last if self._tables else None
            (self.notes if cell is None else cell.notes).append(text.filled(words=words))


_Attributes = dict[str, str | None]
_BEGINS: dict[str, Callable[[_Page, _Attributes], None]] = {
    "br": _Page.begin_line,
    "table": _Page.begin_table,
    "tr": _Page.begin_row,
    "td": _Page.begin_cell,
    "th": _Page.begin_cell,
    "ol": _Page.begin_numbers,
    "ul": _Page.begin_bullets,
}
_ENDS: dict[str, Callable[[_Page], None]] = {
    "table": _Page.end_table,
    "td": _Page.end_cell,
    "th": _Page.end_cell,
    "ol": _Page.end_list,
    "ul": _Page.end_list,
}
