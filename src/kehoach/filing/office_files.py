"""One of the office's own files with entries added: a file that is kept by hand, or a new one."""

import codecs
from collections.abc import Sequence

from kehoach.filing.yaml_insertion import Addition, CannotInsert, inserted


def with_added(raw: bytes | None, schema: str, additions: Sequence[Addition]) -> bytes:
    """Return the bytes of a file with something added; ``None``: it is not there, and is begun.

    A byte order mark, comments, order, line ends and quotes stay as they are.

    Raises:
        CannotInsert: it is no UTF-8, no YAML, or written in a way in which nothing can be added.
    """
    standing = f"schema: {schema}\n".encode() if raw is None else raw
    mark = codecs.BOM_UTF8 if standing.startswith(codecs.BOM_UTF8) else b""
    try:
        return mark + inserted(standing.removeprefix(mark).decode(), additions).encode()
    except UnicodeDecodeError:
        raise CannotInsert from None
