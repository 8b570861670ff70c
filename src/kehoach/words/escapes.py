"""What a target would take for more than words, made harmless: one way a target.

A spreadsheet reckons out a cell that begins with one of a few signs. What stops it differs: an
invisible sign in a table that is copied from a page, an apostrophe in CSV, a mark of the cell's
format in a workbook. HTML has no escape here: the library that writes it escapes by itself.
"""

import re

from kehoach.words.safety import no_command, one_line, printable, unobeyed

_BREAK = "\N{ZERO WIDTH SPACE}"
_SIGNED = r"+\-\N{FULLWIDTH PLUS SIGN}\N{FULLWIDTH HYPHEN-MINUS}\N{MINUS SIGN}"
# What a formula begins with; spreadsheets read the signs of full width as the narrow ones.
_FORMULA = rf"(?=[=@\N{{FULLWIDTH EQUALS SIGN}}\N{{FULLWIDTH COMMERCIAL AT}}{_SIGNED}])"
# On a page "-5" is a number and "- one" a line of a list: neither is a formula.
_PASTED = re.compile(rf"^(?![{_SIGNED}][\s\d]){_FORMULA}")
_BEGUN = re.compile(_FORMULA)
_IN_WORKBOOK = re.compile(rf"\s*{_FORMULA}")
# Where the comma is the decimal sign a spreadsheet divides the fields of a CSV file at semicolons,
# and passes over quotation marks that follow one.
_IN_CSV = re.compile(rf"(^|;[ \"]*){_FORMULA}")
# Two signs that XML may not hold, and halves of signs that no file may hold.
_NO_SIGN = re.compile("[\ufffe\uffff\ud800-\udfff]")
_LINE_ENDS = re.compile("\r\n?|[\u2028\u2029]")
_MARKUP = re.compile(r"[\\`*~\[\]<>|]|(?<![^\W_])_|_(?![^\W_])|&(?=#|\w)|(?<=\$)\$")
_CALLED = re.compile(r"([@#])(?=\w)")
_LINKED = re.compile(r"(?i)\b(https?|ftp|mailto|xmpp)(?=:)|\b(www)(?=\.)")
_BEGINNING = re.compile(r"^(?=[-+=#:])|^\d+(?=[.)])")
_ACTIVE = re.compile(r"(?<=\])(?=[(\[:])|(?<=!)(?=\[)|(?<=<)(?=[\w/!?])|(?<=(?<!\w)@)(?=\w)")


def no_formula(words: str) -> str:
    """Return text that a spreadsheet, into which a table is pasted, does not reckon out."""
    return f"{_BREAK}{words}" if _PASTED.match(words) else words


def csv_words(words: str) -> str:
    """Return words on one line that no spreadsheet takes for a formula when it opens CSV."""
    line = one_line(words)
    if ";" not in line:  # only the beginning is a field's
        return f"'{line}" if _BEGUN.match(line) else line
    return _IN_CSV.sub(r"\1'", line)


def begins_as_formula(words: str) -> bool:
    """Say whether a cell of a workbook would become a formula, should someone edit its words."""
    return _IN_WORKBOOK.match(words) is not None


def storable(words: str) -> str:
    """Return words that every format can hold and no reader obeys; lines end as in Unix."""
    if words.isprintable():
        return words
    return _NO_SIGN.sub("\N{REPLACEMENT CHARACTER}", printable(_LINE_ENDS.sub("\n", words)))


def storable_lines(words: str) -> str:
    """Return storable words of which no line commands a job that prints them."""
    return "\n".join(no_command(unobeyed(line)) for line in storable(words).split("\n"))


def in_markdown(words: str) -> str:
    r"""Return text on one line that Markdown shows as it is.

    Signs that mark up are escaped by ``\``. A backslash cannot stop what a forge looks for after
    rendering (``@name``, ``#12``), nor what it links by itself: there a zero-width space breaks it.
    """
    safe = _MARKUP.sub(r"\\\g<0>", no_formula(one_line(words)))
    safe = _CALLED.sub(rf"\1{_BREAK}", safe)
    return _LINKED.sub(rf"\g<0>{_BREAK}", safe)


def begun_in_markdown(words: str) -> str:
    """Return text that begins a line, and with it no list, heading or command to a runner.

    A number of any length before a full stop or bracket would begin a list ("100. …", "2021.").
    """
    return _BEGINNING.sub(r"\g<0>\\", in_markdown(words), count=1)


def in_plain_mail(words: str) -> str:
    """Return text on one line in which no mail program or forge finds markup to obey.

    What would be a link, an image, a tag or a mention is broken by a space.
    """
    return _ACTIVE.sub(" ", one_line(words))
