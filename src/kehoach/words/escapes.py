"""What a target would take for more than words, made harmless: one way a target.

A spreadsheet reckons out a cell that begins with one of a few signs. What stops it differs: an
invisible sign in a table that is copied from a page, an apostrophe in CSV, a mark of the cell's
format in a workbook.
"""

import re

from kehoach.words.safety import one_line, printable

_BREAK = "\N{ZERO WIDTH SPACE}"
_SIGNED = r"+\-\N{FULLWIDTH PLUS SIGN}\N{FULLWIDTH HYPHEN-MINUS}\N{MINUS SIGN}"
# What a formula begins with; spreadsheets read the signs of full width as the narrow ones.
_FORMULA = rf"(?=[=@\N{{FULLWIDTH EQUALS SIGN}}\N{{FULLWIDTH COMMERCIAL AT}}{_SIGNED}])"
# On a page "-5" is a number and "- one" a line of a list: neither is a formula.
_PASTED = re.compile(rf"^(?![{_SIGNED}][\s\d]){_FORMULA}")
_IN_WORKBOOK = re.compile(rf"\s*{_FORMULA}")
# Where the comma is the decimal sign a spreadsheet divides the fields of a CSV file at semicolons,
# and passes over quotation marks that follow one.
_IN_CSV = re.compile(rf"(^|;[ \"]*){_FORMULA}")
# Two signs that XML may not hold, and halves of signs that no file may hold.
_NO_SIGN = re.compile("[\ufffe\uffff\ud800-\udfff]")
_LINE_ENDS = re.compile("\r\n?|[\u2028\u2029]")


def no_formula(words: str) -> str:
    """Return text that a spreadsheet, into which a table is pasted, does not reckon out."""
    return _PASTED.sub(_BREAK, words)


def csv_words(words: str) -> str:
    """Return words on one line that no spreadsheet takes for a formula when it opens CSV."""
    return _IN_CSV.sub(r"\1'", one_line(words))


def begins_as_formula(words: str) -> bool:
    """Say whether a cell of a workbook would become a formula, should someone edit its words."""
    return _IN_WORKBOOK.match(words) is not None


def storable(words: str) -> str:
    """Return words that every format can hold and no reader obeys; lines end as in Unix."""
    return _NO_SIGN.sub("\N{REPLACEMENT CHARACTER}", printable(_LINE_ENDS.sub("\n", words)))
