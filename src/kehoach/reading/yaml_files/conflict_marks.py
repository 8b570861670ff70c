"""The marks that git leaves where two people changed one place."""

import re

# git makes them of seven signs at the start of a line; ======= alone may be words.
_MARK = re.compile(r"^(<{7}|>{7}|\|{7})(?: |\r?$)", re.MULTILINE)
_ANY_MARK = re.compile(r"^(<{7}|>{7}|\|{7}|={7})(?: |\r?$)", re.MULTILINE)


def conflict_at(text: str, *, broken: bool) -> int | None:
    """Return the index of the first mark; in a text that is ``broken`` anyway also of ======= alone."""
    first = _ANY_MARK.search(text)
    return first.start() if first and (broken or _MARK.search(text)) else None
